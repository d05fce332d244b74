import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fen, yearMonth } from '#basics';
import { countPaidMonths, sharedMonths } from './paid-months.ts';
import { overlapsOf } from './paid-overlaps.ts';

const month = (n: number) =>
  yearMonth(`${2018 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`);
const anyPeriod = fc
  .record({
    start: fc.integer({ min: 0, max: 30 }),
    length: fc.integer({ min: 0, max: 14 }),
    originRegion: fc.constantFrom('440300', '510100', '310000'),
  })
  .map(({ start, length, originRegion }) => ({
    fromMonth: month(start),
    toMonth: month(start + length),
    baseFen: fen(100n),
    originRegion,
  }));

describe('Overlapping paid months', () => {
  test('the months that two regions list are named with both, and counted once', () => {
    const here = { fromMonth: month(0), toMonth: month(11), baseFen: fen(1n), originRegion: '440300' };
    const there = { fromMonth: month(10), toMonth: month(13), baseFen: fen(1n), originRegion: '510100' };
    expect(overlapsOf([here, there])).toMatchObject([
      {
        fromMonth: '2018-11',
        toMonth: '2018-12',
        listedBy: [here, there],
        why: { zh: expect.stringContaining('440300、510100') },
      },
    ]);
    expect(countPaidMonths([here, there])).toBe(14);
  });

  test('months listed less the months counted once are the months listed again', () => {
    fc.assert(
      fc.property(fc.array(anyPeriod, { maxLength: 6 }), (periods) => {
        const lengths = periods.map((period) => countPaidMonths([period]));
        const listed = lengths.reduce((sum, length) => sum + length, 0);
        const again = overlapsOf(periods).reduce(
          (sum, overlap) => sum + countPaidMonths([overlap]) * (overlap.listedBy.length - 1),
          0,
        );
        expect(listed - again).toBe(countPaidMonths(periods));
      }),
    );
  });

  test('overlaps never share a month', () => {
    fc.assert(
      fc.property(fc.array(anyPeriod, { maxLength: 6 }), (periods) => {
        const overlaps = overlapsOf(periods);
        for (const [index, overlap] of overlaps.entries())
          for (const other of overlaps.slice(index + 1)) expect(sharedMonths(overlap, other)).toBeNull();
      }),
    );
  });
});
