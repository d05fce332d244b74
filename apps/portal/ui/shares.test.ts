import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen } from '#basics';
import { inFen, leftOver, readShare, sumUp, written } from './shares.ts';

const parts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 9 });

test('shares of the bar that are parts of one whole sum to exactly one, and their fen to the total', () => {
  fc.assert(
    fc.property(parts, fc.bigInt({ min: 0n, max: 10n ** 12n }), (weights, totalFen) => {
      const all = weights.reduce((sum, each) => sum + each, 0);
      const shares = weights.map((each) => readShare(`${each}/${all}`));
      const summed = sumUp(shares.filter((share) => share !== null));
      expect(summed.whole).toBe(true);
      expect(summed.sum).toBe(summed.denominator);
      const parted = inFen(fen(totalFen), summed);
      expect(parted.reduce((sum, each) => sum + each, 0n)).toBe(totalFen);
      // Nobody gets a fen more or less than their share cut either way.
      for (const [at, each] of parted.entries()) {
        const exact = totalFen * (summed.numerators[at] ?? 0n);
        expect(each * summed.denominator - exact).toBeLessThan(summed.denominator);
        expect(exact - each * summed.denominator).toBeLessThan(summed.denominator);
      }
      const cut = summed.numerators.reduce((sum, n) => sum + (totalFen * n) / summed.denominator, 0n);
      expect(BigInt(leftOver(fen(totalFen), summed).length)).toBe(totalFen - cut);
    }),
  );
});

test('shares that are less or more than one say by how much, and are not whole', () => {
  const share = fc.record({ numerator: fc.bigInt(1n, 99n), denominator: fc.bigInt(1n, 99n) });
  fc.assert(
    fc.property(fc.array(share, { maxLength: 6 }), (shares) => {
      const { lacking, whole } = sumUp(shares);
      const { whole: filled } = sumUp(lacking.numerator > 0n ? [...shares, lacking] : shares);
      expect(whole).toBe(lacking.numerator === 0n);
      if (lacking.numerator > 0n) expect(filled).toBe(true);
    }),
  );
});

test('a share is read as people type it, and nothing else is one', () => {
  expect(readShare(' 1／3 ')).toEqual({ numerator: 1n, denominator: 3n });
  expect(readShare('2/4')).toEqual({ numerator: 1n, denominator: 2n });
  expect(readShare(' 50％')).toEqual({ numerator: 1n, denominator: 2n });
  expect(readShare('33.33%')).toEqual({ numerator: 3333n, denominator: 10_000n });
  for (const wrong of ['', '0/3', '1/0', '1', '0%', '101%', '33.333%', '-1/3', '1/3/3', '1/1000000'])
    expect(readShare(wrong), wrong).toBeNull();
  expect(written({ numerator: 2n, denominator: 3n })).toBe('2/3');
});
