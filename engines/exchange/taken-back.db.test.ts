import { beforeAll, expect, test } from 'vitest';
import { refuse } from '#basics';
import { inTransaction } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import { type TestDatabase, testClock, testDatabase, testOffice, testRandom } from '#platform/testing';
import { applyWaiting } from './apply-waiting.ts';
import type { Envelope } from './envelope.ts';
import { leaveEffect, makeEffects, statesOf } from './exchange.testing.store.ts';
import { signedEnvelope, testCatalogue, testParty } from './message.testing.ts';
import type { Applying } from './message.ts';
import { receiveMessage } from './receive-message.ts';
import { isTakenBack } from './received.store.ts';
import { takeBackUnused } from './taken-back.ts';

const shenzhen = testParty('440300');
const chengdu = testParty('510100');
const clock = testClock('2026-11-29T11:00:00+08:00');
const seal = makeSeal({ keys: [testRandom(1)(32)], random: testRandom(2) });
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await testOffice(db);
  await makeEffects(db);
});

const stream = { transferId: '510100-transfer90', from: '510100' };
const idOf = (sequence: number) => `msg_taken_back_${sequence}`;

async function comes(sequence: number, other: Partial<Envelope> = {}): Promise<void> {
  const { transferId, from } = stream;
  const sentAt = clock.now().toISOString();
  const said = { transferId, from, sequence, messageId: idOf(sequence), sentAt, ...other };
  const text = signedEnvelope(chengdu.signer, said);
  const opening = { partnerOf: async () => chengdu.partner, self: '440300', at: clock.now() };
  const { signer } = shenzhen;
  const receiving = { ...opening, gateway: db.gateway, signer, catalogue: testCatalogue, seal };
  expect(await receiveMessage(receiving, text)).toMatchObject({ ok: true });
}

function apply(how: Applying['apply']) {
  const applying = { database: db.app, seal, apply: how, passing: new Set<string>(), clock };
  return applyWaiting({ ...applying, onFault: () => undefined }, { transferId: stream.transferId });
}

test('what lies before a clerk is closed only while its own sender’s message takes it back', async () => {
  const takenBack = { ...stream, messageId: idOf(1) };
  const takeBack = (by: number) =>
    inTransaction(db.app, (tx) => takeBackUnused(tx, { ...takenBack, by: idOf(by) }));
  const notNow = { refusal: { code: 'exchange.changed-meanwhile' } };
  await comes(1);
  await apply(async () => refuse({ code: 'test.not-now' }));
  await comes(2);
  await comes(3, { type: 'regret', body: { invalidates: takenBack.messageId } });
  expect(await isTakenBack(db.app, takenBack)).toBe(false);
  // Neither on a message that says nothing of it, nor before its turn.
  expect(await takeBack(2)).toMatchObject(notNow);
  expect(await takeBack(3)).toMatchObject(notNow);
  expect(await statesOf(db, stream.transferId)).toEqual(['set-aside', 'kept', 'kept']);
  await apply(async (tx, received) => {
    const { sequence, messageId: by } = received;
    const done = sequence === 3 ? await takeBackUnused(tx, { ...takenBack, by }) : null;
    return done && !done.ok ? done : leaveEffect(tx, received);
  });
  expect(await statesOf(db, stream.transferId)).toEqual(['closed', 'applied', 'applied']);
  expect(await isTakenBack(db.app, takenBack)).toBe(true);
  expect(await takeBack(3)).toMatchObject(notNow);
});
