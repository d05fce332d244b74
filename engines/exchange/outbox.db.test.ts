import { expect, test } from 'vitest';
import { inTransaction } from '#platform/postgres';
import { mostTries } from './backoff.ts';
import { type Delivering, deliverDue, type Posted } from './deliver-due.ts';
import { testEnd } from './end.testing.ts';
import { sentRows } from './exchange.testing.store.ts';
import { digestOfText, signReceipt } from './receipt.ts';
import { sendMessage } from './send-message.ts';

const { db, clock, seal, chengdu, dongguan, draftOf, sendingAt, queueOf, handled } = await testEnd();

test('messages are numbered without a gap however many are sent at once, beside the rows of the first one’s person', async () => {
  const transferId = '440300-parallel01';
  const sent = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      inTransaction(db.app, (tx) =>
        sendMessage(tx, { ...draftOf(transferId), ownerId: `psn_${at}` }, sendingAt()),
      ),
    ),
  );
  expect(sent.every(({ ok }) => ok)).toBe(true);
  const rows = await sentRows(db, transferId);
  expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(new Set(rows.map(({ ownerId }) => ownerId)).size).toBe(1);
  await deliverDue(delivering(async (text) => ({ ...answer(200), body: receiptBy(text) })));
});

test('a message that is refused here never leaves the house, and takes no number', async () => {
  const transferId = '440300-unsaid0001';
  const draft = { ...draftOf(transferId), body: { text: 1 } };
  const sent = await inTransaction(db.app, (tx) => sendMessage(tx, draft, sendingAt()));
  expect(sent).toMatchObject({ refusal: { code: 'exchange.bad-body' } });
  expect(await sentRows(db, transferId)).toEqual([]);
});

test('a message is delivered once its partner’s receipt for these very bytes is here, and only then', async () => {
  const transferId = await sentOnce('440300-delivered1');
  const texts: string[] = [];
  const wrong: readonly (readonly [string, (text: string) => Posted, string])[] = [
    ['nobody answers', () => ({ fault: 'no-answer' }), 'no-answer'],
    ['an answer without a receipt', () => ({ ...answer(200), body: 'ok' }), 'exchange.not-signed'],
    [
      'a receipt by another',
      (text) => ({ ...answer(200), body: receiptBy(text, dongguan) }),
      'exchange.unknown-key',
    ],
    ['a receipt for other bytes', () => ({ ...answer(200), body: receiptBy('x') }), 'exchange.bad-receipt'],
    [
      'a refusal of ours',
      () => ({ ...answer(401), body: '{"code":"exchange.unknown-key"}' }),
      'exchange.unknown-key',
    ],
    ['a proxy’s page', () => ({ ...answer(502), body: '<html>' }), 'http-502'],
  ];
  for (const [, post, result] of wrong) {
    const run = await deliverDue(
      delivering(async (text) => {
        texts.push(text);
        return post(text);
      }),
    );
    expect(run).toMatchObject({ delivered: 0, failed: 1 });
    expect(await sentRows(db, transferId)).toMatchObject([{ state: 'waiting', result }]);
    expect((await deliverDue(delivering(async () => ({ fault: 'x' })))).failed).toBe(0); // not due yet
    clock.advance({ hours: 6 });
  }
  const taken = delivering(async (text) => {
    texts.push(text);
    return { ...answer(200), body: receiptBy(text) };
  });
  const runs = await Promise.all(Array.from({ length: 5 }, () => deliverDue(taken)));
  expect(runs.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(1);
  expect(await sentRows(db, transferId)).toMatchObject([{ state: 'delivered', result: 'taken' }]);
  expect(new Set(texts).size).toBe(1);
});

test('a message that nobody takes is set before a clerk, who sends the same bytes again', async () => {
  const transferId = await sentOnce('440300-undelivered');
  for (let tries = 0; tries < mostTries; tries += 1) {
    await deliverDue(delivering(async () => ({ fault: 'no-answer' })));
    clock.advance({ hours: 6 });
  }
  const [item] = await queueOf(transferId);
  expect(item).toMatchObject({ reason: 'undeliverable', code: 'no-answer', attempts: mostTries });
  expect(await handled(item?.id ?? '', 'resend')).toMatchObject({ ok: true });
  await deliverDue(delivering(async (text) => ({ ...answer(200), body: receiptBy(text) })));
  expect(await sentRows(db, transferId)).toMatchObject([{ state: 'delivered' }]);
});

test('a message that the partner refuses is not sent again, and its reason is shown', async () => {
  const transferId = await sentOnce('440300-refused001');
  const refused = { status: 'refused', reason: 'exchange.bad-body' } as const;
  await deliverDue(delivering(async (text) => ({ ...answer(200), body: receiptBy(text, chengdu, refused) })));
  const [item] = await queueOf(transferId);
  expect(item).toMatchObject({ reason: 'refused-by-partner', code: 'exchange.bad-body' });
  expect(await handled(item?.id ?? '', 'close')).toMatchObject({ ok: true });
});

async function sentOnce(transferId: string): Promise<string> {
  const sent = await inTransaction(db.app, (tx) => sendMessage(tx, draftOf(transferId), sendingAt()));
  if (!sent.ok) throw new Error(sent.refusal.code);
  return transferId;
}

function delivering(post: (text: string) => Promise<Posted>): Delivering {
  const { verifier } = chengdu.partner;
  const addressOf = async () => ({ gateway: 'https://chengdu.example/', suspended: false, verifier });
  return { database: db.app, seal, clock, addressOf, post: (_gateway, text) => post(text), chance: () => 1 };
}

const answer = (status: number) => ({ status, contentType: 'application/jose' });

function receiptBy(
  text: string,
  { signer } = chengdu,
  outcome: { status: 'taken' | 'refused'; reason: string | null } = { status: 'taken', reason: null },
): string {
  const payload = text.includes('.')
    ? JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString())
    : { messageId: 'msg_none00001', transferId: '440300-none000001' };
  const { messageId, transferId } = payload;
  return signReceipt(signer, {
    ...{ version: '1', messageId, transferId, digest: digestOfText(text), problems: [], by: '510100' },
    ...{ receivedAt: clock.now().toISOString(), ...outcome },
  });
}
