import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardTail, readCardNumber } from './card-number.ts';

test.each([
  ['as printed', 'A12345678', 'A12345678'],
  ['in small letters', 'a12345678', 'A12345678'],
  ['with spaces and hyphens', ' 4403 0012-3456 ', '440300123456'],
  ['in full-width characters', 'Ａ１２３４５６７８', 'A12345678'],
])('a number is read %s', (_, given, kept) => {
  expect(readCardNumber(given)).toBe(kept);
});

test.each(['', '12345', '卡号12345678', "A123'5678", '1'.repeat(41)])('%j is no card number', (given) => {
  expect(readCardNumber(given)).toBeNull();
});

test('however a number is spaced, it is the same number', () => {
  const digits = fc.stringMatching(/^[A-Z0-9]{6,40}$/);
  fc.assert(
    fc.property(digits, fc.nat(39), (number, at) => {
      expect(readCardNumber(`${number.slice(0, at)} ${number.slice(at)}`)).toBe(number);
    }),
  );
});

test('what lies unsealed is less than half of a number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z0-9]{6,40}$/), (number) => {
      expect(cardTail(number).length * 2).toBeLessThan(number.length);
    }),
  );
});
