import { expect, test } from 'vitest';
import { fen } from '#basics';
import { paymentView, wantsAccount } from './where-money-is.ts';

const order = {
  ...{ orderId: 'ord_1', amountFen: fen(831_240n), standing: 'open', partyId: null, divisionId: null },
  ...{ attempts: 1, reason: null, lacksAccount: false },
  answeredAt: new Date('2026-12-01T17:00:00Z'),
} as const;

test('a payment is told with its amount and, by the calendar of the agency, the day on which the bank said that it was paid', () => {
  const paid = paymentView({ ...order, result: 'paid' } as never);
  expect(paid).toMatchObject({ amountFen: '831240', paidOn: '2026-12-02' });
});

test('what came back, or of which the bank has said nothing, is told with no day of payment', () => {
  for (const result of ['returned', null])
    expect(paymentView({ ...order, result } as never).paidOn).toBeNull();
});

test.each([
  [{ standing: 'refunded' }, 'back in the account'],
  [{ result: 'paid' }, 'was paid'],
  [
    { result: 'returned', reason: 'AC01', lacksAccount: true },
    '(the account number is wrong, AC01); name another account',
  ],
  [{ result: 'returned', reason: 'AC01' }, '(the account number is wrong, AC01); the account was corrected'],
  [{ attempts: 1 }, 'is arranged'],
  [{ standing: 'held' }, 'kept back'],
  [{ standing: 'divided' }, 'divided among'],
  [{ lacksAccount: true }, 'No account is named yet'],
] as const)('an order of %o is told as “%s”', (change, says) => {
  const told = paymentView({ ...order, attempts: 0, result: null, answeredAt: null, ...change } as never);
  expect(told.where.en).toContain(says);
});

test('an order waits for an account while it is to be paid without one, and in a dispute only where none was ever named', () => {
  const lacking = { standing: 'open', lacksAccount: true, attempts: 1 } as const;
  expect(wantsAccount(lacking)).toBe(true);
  expect(wantsAccount({ ...lacking, lacksAccount: false })).toBe(false);
  expect(wantsAccount({ ...lacking, standing: 'held' })).toBe(false);
  expect(wantsAccount({ ...lacking, standing: 'held', attempts: 0 })).toBe(true);
  expect(wantsAccount({ ...lacking, standing: 'refunded' })).toBe(false);
});
