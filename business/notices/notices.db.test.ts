import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { ok } from '#basics';
import { inTransaction } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import { testDatabase } from '#platform/testing';
import { deliverNotices, readLatestNotices, waits } from './deliver-notices.ts';
import type { Notice } from './notice.ts';
import { type Contact, queueNotice } from './queue-notice.ts';
import { noticesIn, requeueNotice } from './store.ts';
import { makeDue, putNotice, secondsToWait } from './testing.store.ts';

const databases = await testDatabase();
const seal = makeSeal({ keys: [new Uint8Array(32).fill(7)], random: (count) => randomBytes(count) });
const context = { database: databases.app, seal };

function write(id: string, expires = '1 hour') {
  return putNotice(databases.superuser, {
    id,
    expires,
    address: seal.seal('13800000000'),
    body: seal.seal(`code ${id}`),
  });
}

test('a waiting notice is handed over once and then rests', async () => {
  await write('ntc_1');
  const handed: Notice[] = [];
  const carrier = async (notice: Notice) => void handed.push(notice);
  expect(await deliverNotices(context, { carrier, limit: 10 })).toEqual({ sent: 1, failed: 0, expired: 0 });
  expect(await deliverNotices(context, { carrier, limit: 10 })).toEqual({ sent: 0, failed: 0, expired: 0 });
  expect(handed).toMatchObject([{ id: 'ntc_1', address: '13800000000', body: 'code ntc_1' }]);
});

test('a notice that expired is not handed over', async () => {
  await write('ntc_2', '-1 minute');
  const carrier = async () => expect.unreachable();
  expect(await deliverNotices(context, { carrier, limit: 10 })).toEqual({ sent: 0, failed: 0, expired: 1 });
});

test('a carrier that fails is tried again after growing waits, then the notice is given up in sight', async () => {
  await write('ntc_3');
  const carrier = async () =>
    Promise.reject(Object.assign(new Error('no route to z@example.org'), { code: 'ECONNREFUSED' }));
  const waited: number[] = [];
  for (let time = 0; time < waits.length; time += 1) {
    expect(await deliverNotices(context, { carrier, limit: 10 })).toMatchObject({ failed: 1 });
    waited.push(await secondsToWait(databases.superuser, 'ntc_3'));
    expect(await deliverNotices(context, { carrier, limit: 10 })).toEqual({ sent: 0, failed: 0, expired: 0 });
    await makeDue(databases.superuser, 'ntc_3');
  }
  expect(waited).toEqual([...waits]);
  const [given] = await noticesIn(databases.app, {
    state: 'failed',
    after: { ownerId: '', id: '' },
    limit: 10,
  });
  // By a word, not by the carrier's own, which names the address.
  expect(given).toMatchObject({ id: 'ntc_3', attempts: waits.length, fault: 'ECONNREFUSED' });
  const again = await inTransaction(databases.app, async (tx) =>
    ok(await requeueNotice(tx, { ownerId: 'psn_test', id: 'ntc_3' })),
  );
  expect(again).toEqual(ok(true));
  expect(await deliverNotices(context, { carrier: async () => undefined, limit: 10 })).toMatchObject({
    sent: 1,
  });
});

test('one event is one notice, in the person’s language, to the e-mail before the telephone', async () => {
  const contact = {
    phoneSealed: seal.seal('13800000000'),
    emailSealed: seal.seal('z@example.org'),
    language: 'en',
  } as const;
  const text = { zh: '已受理', en: 'received' };
  const notice = {
    context: { clock: { now: () => new Date() }, seal },
    ownerId: 'psn_test',
    kind: 'received',
    text,
  };
  const queue = (id: string, to: Contact) =>
    inTransaction(databases.app, async (tx) => ok(await queueNotice(tx, { ...notice, id, contact: to })));
  expect(await queue('cas_1.1', contact)).toEqual(ok(true));
  expect(await queue('cas_1.1', contact)).toEqual(ok(false));
  expect(await queue('cas_1.2', { ...contact, emailSealed: null, phoneSealed: null })).toEqual(ok(false));
  const handed: Notice[] = [];
  await deliverNotices(context, { carrier: async (each) => void handed.push(each), limit: 10 });
  expect(handed).toMatchObject([
    { channel: 'email', address: 'z@example.org', body: 'received', language: 'en' },
  ]);
});

test('two workers at once hand a notice over once', async () => {
  await write('ntc_4');
  let handed = 0;
  const carrier = async () => {
    handed += 1;
  };
  await Promise.all(Array.from({ length: 8 }, () => deliverNotices(context, { carrier, limit: 10 })));
  expect(handed).toBe(1);
});

test('the latest notices can be read in clear by a demo', async () => {
  expect((await readLatestNotices(context, 1))[0]?.body).toBe('code ntc_4');
});
