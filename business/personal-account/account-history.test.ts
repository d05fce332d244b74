import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, fen, plainDate } from '#basics';
import type { AccountDay } from '#engines/ledger';
import { pointsOf, yearsOf } from './account-history.ts';

const first = plainDate('2023-11-20');
const today = plainDate('2026-11-29');

const someDays = fc
  .array(
    fc.record({
      after: fc.integer({ min: 1, max: 60 }),
      inFen: fc.bigInt({ min: 0n, max: 900_000n }),
      outFen: fc.bigInt({ min: -900_000n, max: 0n }),
      interestFen: fc.bigInt({ min: -500n, max: 20_000n }),
    }),
    { maxLength: 18 },
  )
  .map((steps) => {
    let on = first;
    return steps.map(({ after, inFen, outFen, interestFen }): AccountDay => {
      on = addDays(on, after);
      return { on, inFen: fen(inFen), outFen: fen(outFen), interestFen: fen(interestFen) };
    });
  });

it('the years of an account follow on each other, and all that moved it makes the balance of its last day', () => {
  fc.assert(
    fc.property(someDays, (days) => {
      const years = [...yearsOf(days, today)].reverse();
      const points = pointsOf(days);
      expect(years.at(-1)?.year).toBe(2026);
      expect(years.at(-1)?.closingFen).toBe(points.at(-1)?.balanceFen ?? 0n);
      for (const [at, year] of years.entries()) {
        expect(year.openingFen).toBe(years[at - 1]?.closingFen ?? 0n);
        expect(year.openingFen + year.inFen + year.outFen + year.interestFen).toBe(year.closingFen);
      }
    }),
  );
});

it('of a balance the interest is never more than there is, and never less than nothing', () => {
  fc.assert(
    fc.property(someDays, (days) => {
      for (const { balanceFen, interestFen } of pointsOf(days)) {
        expect(interestFen).toBeGreaterThanOrEqual(0n);
        if (balanceFen >= 0n) expect(interestFen).toBeLessThanOrEqual(balanceFen);
      }
    }),
  );
});

it('what is spent is principal first, and of an emptied account no interest is left over for the next one', () => {
  const day = (on: string, inFen: number, outFen: number, interestFen: number): AccountDay => ({
    on: plainDate(on),
    ...{ inFen: fen(inFen), outFen: fen(outFen), interestFen: fen(interestFen) },
  });
  expect(
    pointsOf([
      day('2024-01-26', 10_000, 0, 0),
      day('2024-12-31', 0, 0, 150),
      day('2025-02-03', 0, -10_050, 0),
      day('2025-03-01', 0, -100, 0),
      day('2025-04-01', 5_000, 0, 0),
    ]),
  ).toEqual([
    { on: '2024-01-26', balanceFen: 10_000n, interestFen: 0n },
    { on: '2024-12-31', balanceFen: 10_150n, interestFen: 150n },
    { on: '2025-02-03', balanceFen: 100n, interestFen: 100n },
    { on: '2025-03-01', balanceFen: 0n, interestFen: 0n },
    { on: '2025-04-01', balanceFen: 5_000n, interestFen: 0n },
  ]);
});
