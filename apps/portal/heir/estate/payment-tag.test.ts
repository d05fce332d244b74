import { expect, test } from 'vitest';
import { paymentTag } from './payment-tag.ts';

test('a share that the bank sent back is not shown as being paid, and one that is kept back as nothing else', () => {
  const word = (standing: string, result: string | null, accountWanted = true) =>
    paymentTag({ standing, result, accountWanted }).text.en;
  expect(word('open', 'returned')).toBe('Sent back');
  // Once another account is named it is to be paid again, and no longer said to have come back.
  expect(word('open', 'returned', false)).toBe('New account named, paid with the next batch');
  expect(word('open', null)).toBe('To be paid');
  expect(word('open', 'paid')).toBe('Paid');
  expect(word('held', 'returned')).toBe('Kept back');
  // What nobody claimed, went back or is objected to is paid with no next batch, whatever the bank said of it before.
  expect(word('unclaimed', 'returned', false)).toBe('Unclaimed');
  expect(word('refunded', 'returned', false)).toBe('Back in the account');
  expect(word('contested', 'returned', false)).toBe('Stopped by an objection');
});
