import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMs, mostTries } from './backoff.ts';
import { checkBody } from './catalogue.ts';
import { signedEnvelope, testCatalogue, testParty } from './message.testing.ts';
import { digestOfText, type Receipt, readReceipt, signReceipt } from './receipt.ts';

const shenzhen = testParty('440300');
const about = {
  messageId: 'msg_0000000001',
  transferId: '510100-transfer01',
  digest: digestOfText(signedEnvelope(testParty('510100').signer)),
  by: '440300',
};
const receipt: Receipt = {
  version: '1',
  ...about,
  status: 'taken',
  reason: null,
  problems: [],
  receivedAt: '2026-11-29T03:00:01.000Z',
};
const until = new Date('2026-11-29T03:05:00Z');
const { verifier } = shenzhen.partner;

test('a receipt is read as it was signed, and the same receipt is the same text', () => {
  const text = signReceipt(shenzhen.signer, receipt);
  expect(signReceipt(shenzhen.signer, receipt)).toBe(text);
  expect(readReceipt(text, { about, verifier, until })).toEqual({ ok: true, value: receipt });
});

test.each<readonly [string, Partial<Receipt>]>([
  ['another message', { messageId: 'msg_0000000002' }],
  ['another transfer', { transferId: '510100-transfer02' }],
  ['other bytes', { digest: '0'.repeat(64) }],
  ['another agency', { by: '441900' }],
  ['a time that has not come', { receivedAt: '2026-11-29T04:00:00.000Z' }],
  ['a status that there is not', { status: 'lost' as 'taken' }],
])('a receipt that speaks of %s is not accepted', (_what, other) => {
  const text = signReceipt(shenzhen.signer, { ...receipt, ...other });
  expect(readReceipt(text, { about, verifier, until })).toMatchObject({
    refusal: { code: 'exchange.bad-receipt' },
  });
});

test('a receipt that somebody else signed is not accepted', () => {
  const text = signReceipt(testParty('440300').signer, receipt);
  expect(readReceipt(text, { about, verifier, until })).toMatchObject({
    refusal: { code: 'exchange.unknown-key' },
  });
});

test('everything that is wrong with a body is told at once; a type that nobody declared is named', () => {
  const wrong = checkBody(testCatalogue, { type: 'farewell', body: { text: 1, more: true } });
  expect(wrong).toMatchObject({ refusal: { code: 'exchange.bad-body' } });
  const paths = wrong.ok ? [] : (wrong.refusal.problems ?? []).map(({ path }) => path);
  expect(paths.toSorted()).toEqual(['body', 'body.count', 'body.text']);
  for (const type of ['constructor', 'toString', 'nothing'])
    expect(checkBody(testCatalogue, { type, body: {} })).toMatchObject({
      refusal: { code: 'exchange.unknown-type', figures: { type } },
    });
});

test('waits grow with each try, never beyond six hours, and differ by chance between half and the whole', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: mostTries }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (tries, chance) => {
        const [least, whole] = [backoffMs(tries, 0), backoffMs(tries, 1)];
        expect(least).toBe(whole / 2);
        expect(whole).toBeLessThanOrEqual(6 * 3_600_000);
        expect(backoffMs(tries + 1, 0)).toBeGreaterThanOrEqual(least);
        expect(backoffMs(tries, chance)).toBeGreaterThanOrEqual(least);
        expect(backoffMs(tries, chance)).toBeLessThanOrEqual(whole);
      },
    ),
  );
});
