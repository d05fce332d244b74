import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, divideHalfUp, fen, plainDate } from '#basics';
import { type DatedRate, explainYear, type InterestEntry, interestYears } from '#engines/ledger';

const first = plainDate('2024-01-01');
const bucket = fc.constantFrom('carried-over' as const, 'inflow' as const, 'debit' as const);

const entry: fc.Arbitrary<InterestEntry> = fc
  .record({ bucket, amount: fc.integer({ min: 1, max: 90_000_000 }), day: fc.nat(1_000) })
  .map(({ bucket, amount, day }) => ({
    ...{ bucket, effectiveOn: addDays(first, day), elsewhereFen: fen(0) },
    changeFen: fen(bucket === 'debit' ? -amount : amount),
  }));

const rates = fc
  .tuple(
    fc.array(
      fc.record({
        bucket: fc.constantFrom('carried-over', 'inflow'),
        day: fc.nat(1_100),
        ppm: fc.nat(60_000),
        dayCount: fc.constantFrom(360 as const, 365 as const),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    fc.constantFrom('simple' as const, 'compound' as const),
  )
  .map(([list, compounding]): readonly DatedRate[] =>
    [...new Map(list.map((one) => [`${one.bucket} ${one.day}`, one])).values()].map(
      ({ bucket, day, ppm, dayCount }) => ({
        ...{ bucket, fromOn: addDays(first, day - 60), ratePpm: BigInt(ppm), dayCount, compounding },
      }),
    ),
  );

test('the days and rates of a year’s explanation add up to its interest, to the fen, simple or compounding', () => {
  fc.assert(
    fc.property(
      fc.array(entry, { minLength: 1, maxLength: 12 }),
      rates,
      fc.nat(1_200),
      (entries, rates, until) => {
        const on = addDays(first, until);
        for (const year of [2024, 2025, 2026]) {
          const told = explainYear(entries, { rates, year, on });
          if (!told) continue;
          const parts = told.lines.flatMap((line) => line.parts);
          const per = parts[0]?.interest.denominator ?? 1n;
          expect(parts.every(({ interest }) => interest.denominator === per)).toBe(true);
          const sum = parts.reduce((total, { interest }) => total + interest.numerator, 0n);
          expect(divideHalfUp(sum, per)).toBe(told.interestFen);
          const same = interestYears(
            entries.filter(({ effectiveOn }) => effectiveOn < told.untilOn),
            { rates, on: told.untilOn },
          ).find((one) => one.year === year);
          expect(told).toMatchObject(same ?? {});
          for (const { days, fromOn, untilOn } of parts) expect(addDays(fromOn, days)).toBe(untilOn);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('an account without an entry up to that year has nothing to explain', () => {
  const late: InterestEntry = {
    bucket: 'inflow',
    effectiveOn: plainDate('2026-02-01'),
    changeFen: fen(5),
    elsewhereFen: fen(0),
  };
  const asked = { rates: [], on: plainDate('2026-12-31') } as const;
  expect(explainYear([late], { ...asked, year: 2025 })).toBeNull();
  expect(explainYear([], { ...asked, year: 2025 })).toBeNull();
});
