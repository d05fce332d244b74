import { expect, test } from 'vitest';
import { treatmentOfAccount } from './payees.ts';

test('the demo’s bank turns down every account that ends in 0000, and sends no second payment of an order back', () => {
  expect(treatmentOfAccount('6222020000000000000', 'ord-01a-1')).toBe('reject');
  expect(treatmentOfAccount('6222020000000000018', 'ord-010-1')).toBe('return');
  for (const attempt of [2, 3, 11])
    expect(treatmentOfAccount('6222020000000000018', `ord-010-${attempt}`)).toBe('pay');
});
