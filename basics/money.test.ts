import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, fen } from './money.ts';

test('three equal heirs of a hundred fen get 34, 33 and 33: the fen that is left goes to the first', () => {
  expect(allocate(fen(100), [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
});

test('the fen that is left goes to the share whose cut-off part is the largest', () => {
  // 10 × 1/7 = 1.43, 10 × 6/7 = 8.57
  expect(allocate(fen(10), [1n, 6n])).toEqual([1n, 9n]);
  expect(allocate(fen(1), [1n, 1n])).toEqual([1n, 0n]);
});

test('nothing is divided into nothing, and no shares at all are a mistake', () => {
  expect(allocate(fen(0), [1n, 2n])).toEqual([0n, 0n]);
  expect(() => allocate(fen(1), [])).toThrow('allocate');
  expect(() => allocate(fen(-1), [1n])).toThrow('allocate');
});

test('whatever the shares, the parts sum to the amount, and each is within one fen of its share', () => {
  const shares = fc.array(fc.bigInt(1n, 10n ** 12n), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 15n), shares, (amount, given) => {
      const parts = allocate(fen(amount), given);
      const sum = given.reduce((total, share) => total + share, 0n);
      expect(parts.reduce<bigint>((total, part) => total + part, 0n)).toBe(amount);
      parts.forEach((part, place) => {
        const over = part * sum - amount * (given[place] ?? 0n);
        expect(over > -sum && over < sum).toBe(true);
      });
    }),
  );
});

test('whoever has the larger share never gets less', () => {
  const shares = fc.array(fc.bigInt(1n, 1_000n), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(fc.bigInt(0n, 1_000_000n), shares, (amount, given) => {
      const parts = allocate(fen(amount), given);
      given.forEach((one, at) => {
        given.forEach((other, beside) => {
          if (one > other) expect((parts[at] ?? 0n) >= (parts[beside] ?? 0n)).toBe(true);
        });
      });
    }),
  );
});
