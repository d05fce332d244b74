import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { refuse } from '#basics';
import { inTransaction } from '#platform/postgres';
import { testRandom } from '#platform/testing';
import { applyStream, applyWaiting } from './apply-waiting.ts';
import { testEnd } from './end.testing.ts';
import type { Envelope } from './envelope.ts';
import {
  attempt,
  clearOf,
  countOf,
  effectsOf,
  leaveEffect,
  makeEffects,
  rejections,
  statesOf,
  tamper,
} from './exchange.testing.store.ts';
import { keepTogether } from './keep-together.ts';
import { signedEnvelope, testCatalogue } from './message.testing.ts';
import type { Applying, ReceivedMessage } from './message.ts';
import { exchangeProofs } from './proofs.ts';
import { showItem } from './queue.ts';
import { digestOfText, readReceipt } from './receipt.ts';
import { noteRejection, receiveMessage } from './receive-message.ts';
import { sendMessage } from './send-message.ts';

const { db, clock, seal, shenzhen, chengdu, dongguan, draftOf, sendingAt, queueOf, handled } =
  await testEnd();
await makeEffects(db);
const parties = [shenzhen, chengdu, dongguan];
let number = 0;

const partnerOf = async (region: string) =>
  parties.map(({ partner }) => partner).find((partner) => partner.region === region) ?? null;

function receive(text: string) {
  const at = clock.now();
  const opening = { partnerOf, self: '440300', at };
  return receiveMessage(
    { ...opening, gateway: db.gateway, signer: shenzhen.signer, catalogue: testCatalogue, seal },
    text,
  );
}

function applying(apply: Applying['apply'] = leaveEffect, passing: readonly string[] = []): Applying {
  const onFault = () => undefined;
  return { database: db.app, seal, apply, passing: new Set(passing), clock, onFault };
}

/** A transfer of its own for each test, and the messages of one sender in it. */
function transferWith({ region, signer }: typeof chengdu = chengdu) {
  number += 1;
  const transferId = `${region}-transfer${number}0`;
  const message = (sequence: number, other: Partial<Envelope> = {}) =>
    signedEnvelope(signer, {
      ...{ transferId, from: region, sequence, messageId: `msg_${region}_${number}_${sequence}` },
      ...{ sentAt: clock.now().toISOString(), ...other },
    });
  return { transferId, message };
}

async function receiptOf(text: string) {
  const answered = await receive(text);
  if (!answered.ok) throw new Error(answered.refusal.code);
  const { receipt, transferId } = answered.value;
  const payload = JSON.parse(Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString());
  const about = { messageId: payload.messageId, transferId, digest: digestOfText(text), by: '440300' };
  const { verifier } = shenzhen.partner;
  const read = readReceipt(receipt, { about, verifier, until: new Date(clock.now().getTime() + 1) });
  if (!read.ok) throw new Error(read.refusal.code);
  return { ...read.value, receipt };
}

test('the same message fifty times at once is kept once, and every sender gets the same receipt', async () => {
  const { transferId, message } = transferWith();
  const text = message(1);
  const receipts = await Promise.all(Array.from({ length: 50 }, () => receive(text)));
  const texts = receipts.map((answered) => (answered.ok ? answered.value.receipt : answered.refusal.code));
  expect(new Set(texts).size).toBe(1);
  clock.advance({ minutes: 1 });
  expect((await receiptOf(text)).receipt).toBe(texts[0]);
  expect(await countOf(db, 'exchange_received', transferId)).toBe(1n);
  expect(await countOf(db, 'exchange_contradiction', transferId)).toBe(0n);
});

test('messages that come together are kept together, each with its own outcome, and one that cannot be kept fails alone', async () => {
  const keep = keepTogether(db.gateway);
  const large = { farewell: { body: z.any(), figuresOf: () => ({ much: testRandom(1)(9_000).toString() }) } };
  const receiving = {
    ...{ partnerOf, self: '440300', at: clock.now(), gateway: db.gateway },
    ...{ signer: shenzhen.signer, seal, keep },
    catalogue: { ...testCatalogue, ...large },
  };
  const outcomes = async (texts: readonly string[]) => {
    const came = await Promise.allSettled(texts.map((text) => receiveMessage(receiving, text)));
    return came.map((one) => (one.status === 'fulfilled' && one.value.ok ? one.value.value.outcome : 0));
  };
  const kept = (length: number) => Array.from({ length }, () => 'kept');
  const good = transferWith();
  const first = Array.from({ length: 20 }, (_, at) => good.message(20 - at));
  const others = [good.message(3), good.message(3, { body: { text: 'x' } })];
  expect(await outcomes([...first, ...others])).toEqual([...kept(20), 'again', 'contradicts']);
  const { message } = transferWith();
  const texts = [1, 2, 3, 4, 5].map((sequence) => message(sequence));
  texts[3] = message(4, { type: 'farewell', body: {} }); // the first two fly alone, it comes among others
  expect(await outcomes(texts)).toEqual([...kept(3), 0, 'kept']);
  await applyWaiting(applying());
  expect(await effectsOf(db, good.transferId)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
});

test('in any order, any number of times and between another sender’s, messages take effect once and in turn', async () => {
  const arrivals = fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 8 });
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 });
  await fc.assert(
    fc.asyncProperty(
      arrivals,
      order,
      fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
      async (again, once, now) => {
        const [one, two] = [transferWith(chengdu), transferWith(dongguan)];
        const texts = [1, 2, 3, 4].flatMap((sequence) => [one.message(sequence), two.message(sequence)]);
        for (const [at, which] of [...again, ...once].entries()) {
          await receive(texts[which] ?? '');
          if (now[at]) await applyWaiting(applying());
        }
        await Promise.all([applyWaiting(applying()), applyWaiting(applying())]);
        await applyWaiting(applying());
        expect(await effectsOf(db, one.transferId)).toEqual([1, 2, 3, 4]);
        expect(await effectsOf(db, two.transferId)).toEqual([1, 2, 3, 4]);
      },
    ),
    { numRuns: 12 },
  );
});

test('what was kept before a crash takes effect once afterwards, however many workers look for it', async () => {
  const { transferId, message } = transferWith();
  expect((await receiptOf(message(1))).status).toBe('taken');
  const dies = () => Promise.reject(new Error('killed'));
  expect(await applyWaiting(applying(dies), { transferId })).toEqual({ applied: 0, setAside: [] });
  const halfway = async (tx: Parameters<typeof leaveEffect>[0], message_: ReceivedMessage) => {
    await leaveEffect(tx, message_);
    throw new Error('killed after the effect');
  };
  await applyWaiting(applying(halfway), { transferId });
  expect(await effectsOf(db, transferId)).toEqual([]);
  const runs = await Promise.all(Array.from({ length: 8 }, () => applyWaiting(applying(), { transferId })));
  expect(runs.reduce((sum, { applied }) => sum + applied, 0)).toBe(1);
  expect(await effectsOf(db, transferId)).toEqual([1]);
});

test('a message whose predecessor is missing is told to wait, and waits', async () => {
  const { transferId, message } = transferWith();
  expect((await receiptOf(message(2))).status).toBe('waiting');
  await applyWaiting(applying(), { transferId });
  await applyStream(applying(), { transferId, from: '510100' });
  const typed = (sequence: number) =>
    attempt(
      db.app,
      `SELECT message_applied('${transferId}', '510100', 'msg_510100_${number}_${sequence}', 'typed', NULL, now())`,
    );
  expect(await typed(2)).toBe('exchange.changed-meanwhile');
  expect(await effectsOf(db, transferId)).toEqual([]);
  expect((await receiptOf(message(1))).status).toBe('taken');
  await applyWaiting(applying(), { transferId });
  expect(await effectsOf(db, transferId)).toEqual([1, 2]);
  expect(await typed(1)).toBe('exchange.changed-meanwhile');
});

test('who says something else under the same id or number is refused, told the same each time, and seen by a clerk', async () => {
  const { transferId, message } = transferWith();
  await receiptOf(message(1));
  const sameId = message(2, { messageId: `msg_510100_${number}_1` });
  const sameNumber = message(1, { messageId: `msg_other_${number}` });
  for (const text of [sameId, sameNumber, message(1, { body: { text: 'x' } })]) {
    const first = await receiptOf(text);
    expect(first).toMatchObject({ status: 'refused', reason: 'exchange.contradicts' });
    expect((await receiptOf(text)).receipt).toBe(first.receipt);
  }
  expect(await countOf(db, 'exchange_contradiction', transferId)).toBe(3n);
  const queue = await queueOf(transferId);
  expect(queue.map(({ reason }) => reason)).toEqual(['contradiction', 'contradiction', 'contradiction']);
  await applyWaiting(applying(), { transferId });
  expect(await effectsOf(db, transferId)).toEqual([1]);
  expect(await handled(queue[0]?.id ?? '', 'close')).toMatchObject({ ok: true });
  expect(await queueOf(transferId)).toHaveLength(2);
});

test('a body that is not as it must be is refused by its receipt with everything wrong, and those after it go on', async () => {
  const { transferId, message } = transferWith();
  const refused = await receiptOf(message(1, { body: { text: 1, more: '' } }));
  expect(refused).toMatchObject({ status: 'refused', reason: 'exchange.bad-body' });
  expect(refused.problems).toHaveLength(2);
  expect(await receiptOf(message(2, { type: 'nothing' }))).toMatchObject({ reason: 'exchange.unknown-type' });
  await receiptOf(message(3));
  await applyWaiting(applying(), { transferId });
  expect(await effectsOf(db, transferId)).toEqual([3]);
});

test('a third agency says nothing about a transfer of two others', async () => {
  const { transferId, message } = transferWith();
  await receiptOf(message(1));
  const meddling = signedEnvelope(dongguan.signer, {
    ...{ transferId: transferId.replace('510100', '440300'), from: '441900', messageId: 'msg_meddling' },
    sentAt: clock.now().toISOString(),
  });
  expect(await receive(meddling)).toMatchObject({ ok: true }); // a transfer that nobody knows yet
  const own = transferId.replace('510100', '440300');
  const theirs = signedEnvelope(chengdu.signer, {
    ...{ transferId: own, messageId: 'msg_of_chengdu', sentAt: clock.now().toISOString() },
  });
  expect(await receive(theirs)).toMatchObject({ refusal: { code: 'exchange.anothers-transfer' } });
  const sending = inTransaction(db.app, (tx) => sendMessage(tx, draftOf(own), sendingAt()));
  expect(await sending).toMatchObject({ refusal: { code: 'exchange.anothers-transfer' } });
});

test('what cannot be done is undone and set before a clerk, who has it applied again or closes it', async () => {
  const { transferId, message } = transferWith();
  await receiptOf(message(1));
  await receiptOf(message(2));
  const refusing = async (tx: Parameters<typeof leaveEffect>[0], received: ReceivedMessage) => {
    const left = await leaveEffect(tx, received);
    return received.sequence === 1 ? refuse({ code: 'test.not-now' }) : left;
  };
  const run = await applyWaiting(applying(refusing), { transferId });
  expect(run).toMatchObject({ applied: 1, setAside: [{ code: 'test.not-now' }] });
  expect(await effectsOf(db, transferId)).toEqual([2]);
  const [item] = await queueOf(transferId);
  expect(item).toMatchObject({ reason: 'set-aside', code: 'test.not-now', sequence: 1 });
  const shown = await showItem(db.app, { id: item?.id ?? '', at: clock.now(), seal });
  expect(shown).toMatchObject({ value: { body: { text: '您***' }, actions: ['apply-again', 'close'] } });
  expect(await handled(item?.id ?? '', 'resend')).toMatchObject({
    refusal: { code: 'exchange.changed-meanwhile' },
  });
  expect(await handled(item?.id ?? '', 'apply-again')).toMatchObject({ ok: true });
  await applyWaiting(applying(), { transferId });
  expect(await effectsOf(db, transferId)).toEqual([2, 1]);
  expect(await queueOf(transferId)).toEqual([]);
});

test('a message that comes while our clock is wrong waits for the clock, and for no clerk', async () => {
  const { transferId, message } = transferWith();
  await receiptOf(message(1));
  const apart = async () => refuse({ code: 'postgres.clock-apart' });
  expect(await applyWaiting(applying(apart), { transferId })).toEqual({ applied: 0, setAside: [] });
  expect(await queueOf(transferId)).toEqual([]);
  await applyWaiting(applying(), { transferId });
  expect(await effectsOf(db, transferId)).toEqual([1]);
});

test('a message that waits a day for another is shown; a clerk lets it go on, and the late one still comes after', async () => {
  const { transferId, message } = transferWith();
  await receiptOf(message(2));
  expect(await queueOf(transferId)).toEqual([]);
  clock.advance({ days: 1, minutes: 1 });
  const [item] = await queueOf(transferId);
  expect(item).toMatchObject({ reason: 'waits', sequence: 2 });
  await handled(item?.id ?? '', 'apply-again');
  await applyWaiting(applying(), { transferId });
  await receiptOf(message(1));
  await applyWaiting(applying(), { transferId });
  expect(await effectsOf(db, transferId)).toEqual([2, 1]);
});

test('what passes by itself is tried with every pass, and its sender’s later messages wait behind it', async () => {
  const { transferId, message } = transferWith();
  await receiptOf(message(1));
  await receiptOf(message(2));
  const later = async () => refuse({ code: 'test.later' });
  expect(await applyWaiting(applying(later, ['test.later']), { transferId })).toEqual({
    applied: 0,
    setAside: [],
  });
  expect(await statesOf(db, transferId)).toEqual(['kept', 'kept']);
  await applyWaiting(applying(), { transferId });
  expect(await effectsOf(db, transferId)).toEqual([1, 2]);
});

test('what is turned away is counted by day, reason and partner, and nothing of it is kept', async () => {
  for (const region of ['510100', '510100', null])
    await noteRejection({ gateway: db.gateway, at: clock.now() }, { code: 'exchange.forged', region });
  expect(await rejections(db)).toEqual([
    { code: 'exchange.forged', region: '-', times: 1n },
    { code: 'exchange.forged', region: '510100', times: 2n },
  ]);
});

test('beside a sealed message stands in clear what its type yields of the verified body, and nothing of a refused one', async () => {
  const { transferId, message } = transferWith();
  await receiptOf(message(1, { type: 'farewell', body: { text: '张三', count: 7 } }));
  await receiptOf(message(2, { type: 'farewell', body: { text: '张三', count: '7' } }));
  await receiptOf(message(3));
  const hashes = Buffer.from(seal.hashesByKey('whom', '张三'));
  expect(await clearOf(db, transferId)).toEqual([
    { figures: { count: 7 }, subjectHashes: hashes, subjectHash: hashes.subarray(8) },
    { figures: {}, subjectHashes: null, subjectHash: null },
    { figures: {}, subjectHashes: null, subjectHash: null },
  ]);
});

test('no role but the gateway’s keeps a partner’s word, and that role can do nothing else', async () => {
  const keep = `SELECT keep_message('510100-typed00001', '510100', 'msg_typed0001', 1, NULL, 'greeting', now(), 'k', repeat('0', 64), '', '', '', NULL, '{}', NULL, now())`;
  for (const sql of [
    keep,
    `SELECT keep_contradiction('t', '510100', 'm', 1, 'greeting', now(), 'k', '', '', '', now())`,
    'INSERT INTO exchange_received SELECT * FROM exchange_received',
    `UPDATE exchange_received SET state = 'kept', applied_at = NULL, effect = NULL`,
    `UPDATE exchange_received SET figures = '{}', subject_hashes = NULL, subject_hash = NULL`,
    'UPDATE exchange_sent SET attempts = 0',
    'DELETE FROM exchange_contradiction',
    'INSERT INTO exchange_handling SELECT * FROM exchange_handling',
  ])
    expect(await attempt(db.app, sql), sql).toMatch(/^permission denied/);
  for (const sql of [
    'SELECT * FROM exchange_received',
    'SELECT * FROM person',
    `SELECT claim_next_message('t', 'f')`,
    `SELECT next_sequence('t', 'f', 'm', now())`,
  ])
    expect(await attempt(db.gateway, sql), sql).toMatch(/^permission denied/);
});

test('every signature, receipt and number can be proved again, and what was altered is found', async () => {
  const [signatures, order] = exchangeProofs({
    ...{ seal, self: '440300', catalogue: testCatalogue, own: shenzhen.partner.verifier },
    verifierOf: async (_reader, region) => (await partnerOf(region))?.verifier ?? null,
  });
  const brokenOf = async (proof: typeof order) =>
    (await proof?.run(db.app, () => undefined))?.broken.map(({ why }) => why.en) ?? [];
  expect(await brokenOf(signatures)).toEqual([]);
  expect(await brokenOf(order)).toEqual([]);
  const { transferId, message } = transferWith();
  for (const sequence of [1, 2, 3]) await receiptOf(message(sequence));
  await applyWaiting(applying(), { transferId });
  const at = `owner_id = '${transferId}'`;
  await tamper(db, `UPDATE exchange_received SET digest = repeat('0', 64) WHERE ${at} AND sequence = 1`);
  await tamper(db, `UPDATE exchange_received SET type = 'farewell' WHERE ${at} AND sequence = 3`);
  const farewell = transferWith();
  for (const sequence of [1, 2])
    await receiptOf(farewell.message(sequence, { type: 'farewell', body: { text: '张三', count: 7 } }));
  await tamper(
    db,
    `UPDATE exchange_received SET figures = CASE sequence WHEN 1 THEN '{"count": 8}' ELSE figures END,
       subject_hashes = CASE sequence WHEN 2 THEN overlay(subject_hashes PLACING sha256('') FROM 9) ELSE subject_hashes END,
       subject_hash = CASE sequence WHEN 2 THEN sha256('') ELSE subject_hash END WHERE owner_id = '${farewell.transferId}'`,
  );
  expect((await brokenOf(signatures)).sort()).toEqual([
    'has other figures, or another person, beside it than it says',
    'has other figures, or another person, beside it than it says',
    'is not the text whose digest was kept',
    'says another id, number, agency or time than its row',
  ]);
  await tamper(db, `DELETE FROM exchange_received WHERE ${at} AND sequence = 2`);
  expect([...(await brokenOf(order))].sort()).toEqual([
    'is an id without its message',
    'was let through although one before it is missing and no clerk said so',
  ]);
});
