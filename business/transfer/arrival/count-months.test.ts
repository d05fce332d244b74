import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthNumber, monthOfNumber, type YearMonth, yearMonth } from '#basics';
import { regionName } from '#law';
import { type CountedPeriod, countMonths } from './count-months.ts';

const here = '510100';
const count = (onRecord: readonly CountedPeriod[], arriving: readonly CountedPeriod[]) =>
  countMonths({ here, onRecord, arriving, nameOf: regionName });

const paid = (
  from: string,
  to: string,
  region: string,
  basis: 'actual' | 'deemed' = 'actual',
): CountedPeriod => ({
  ...{ from: yearMonth(from), to: yearMonth(to), region, basis },
});

const anyPeriod = fc
  .record({
    start: fc.integer({ min: 0, max: 40 }),
    length: fc.integer({ min: 1, max: 20 }),
    region: fc.constantFrom(here, '440300', '110100'),
    basis: fc.constantFrom('actual' as const, 'deemed' as const),
  })
  .map(({ start, length, region, basis }): CountedPeriod => {
    const first = monthNumber(yearMonth('2015-01')) + start;
    return { from: monthOfNumber(first), to: monthOfNumber(first + length - 1), region, basis };
  });
const anyPeriods = fc.array(anyPeriod, { maxLength: 8 });

/** Every month by itself, the slow way. */
function monthsOf(periods: readonly CountedPeriod[]): ReadonlySet<YearMonth> {
  return new Set(
    periods.flatMap(({ from, to }) =>
      Array.from({ length: monthNumber(to) - monthNumber(from) + 1 }, (_, at) =>
        monthOfNumber(monthNumber(from) + at),
      ),
    ),
  );
}

describe('months that arrive', () => {
  test('count once each: the total is that of all months together, however often they are listed', () => {
    fc.assert(
      fc.property(anyPeriods, anyPeriods, (onRecord, arriving) => {
        const { before, after, added } = count(onRecord, arriving);
        const all = [...onRecord, ...arriving];
        const really = monthsOf(all.filter(({ basis }) => basis === 'actual'));
        expect(before.total).toBe(monthsOf(onRecord).size);
        expect(after).toMatchObject({ total: monthsOf(all).size, actual: really.size });
        expect(after.deemed).toBe(after.total - after.actual);
        expect(after.here).toBe(monthsOf(all.filter((p) => p.basis === 'actual' && p.region === here)).size);
        expect(added).toBe(after.total - before.total);
        expect(Math.min(added, after.deemed, after.here)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('give the same count in whatever order they come, and recorded twice as recorded once', () => {
    fc.assert(
      fc.property(anyPeriods, anyPeriods, fc.integer(), (one, other, seed) => {
        const shuffled = [...one].sort(
          (a, b) => ((JSON.stringify(a).length * seed) % 7) - ((JSON.stringify(b).length * seed) % 5),
        );
        const straight = count(one, other);
        expect(count(shuffled, other.toReversed())).toEqual(straight);
        expect(count(other, one).after).toEqual(straight.after);
        expect(count([...one, ...other], other)).toMatchObject({ added: 0, after: straight.after });
      }),
    );
  });

  test('are explained wherever two agencies list them, for exactly the months that they share', () => {
    fc.assert(
      fc.property(anyPeriods, anyPeriods, (onRecord, arriving) => {
        const all = [...onRecord, ...arriving];
        const regions = [...new Set(all.map(({ region }) => region))];
        const sets = regions.map((region) => monthsOf(all.filter((period) => period.region === region)));
        const shared = [...monthsOf(all)].filter((month) => sets.filter((set) => set.has(month)).length > 1);
        const { overlaps } = count(onRecord, arriving);
        expect(overlaps.reduce((sum, { months }) => sum + months, 0)).toBe(shared.length);
        for (const { from, to, months, why } of overlaps) {
          expect(months).toBe(monthNumber(to) - monthNumber(from) + 1);
          expect(why.zh + why.en).not.toMatch(/undefined|NaN/);
        }
      }),
    );
  });
});

describe('an overlap', () => {
  test('of months paid in both places counts here, and says where the other payment is asked back', () => {
    const { after, added, overlaps } = count(
      [paid('2026-08', '2026-10', here)],
      [paid('2020-01', '2026-09', '440300')],
    );
    expect([after.total, added, after.here]).toEqual([82, 79, 3]);
    expect(overlaps).toEqual([
      {
        ...{
          from: '2026-08',
          to: '2026-09',
          months: 2,
          countedAt: here,
          countedAs: 'actual',
          paidTwice: true,
        },
        listedBy: [
          { region: here, basis: 'actual' },
          { region: '440300', basis: 'actual' },
        ],
        why: {
          zh: '2026-08 – 2026-09 共 2 个月，成都市、深圳市都有记录；每个月只计一次，按实际缴费计在成都市（本地）。同一个月缴了两次的，可以向深圳市的经办机构申请退还重复缴纳的费用。',
          en: '2026-08 – 2026-09, 2 months: on record in Chengdu and Shenzhen. Each counts once, as paid months, at Chengdu (here). Where a month was paid twice, ask the agency of Shenzhen to refund what was paid in excess.',
        },
      },
    ]);
  });

  test('of a paid month with one that only counts as paid is a paid month, wherever it was paid, and nothing is lost', () => {
    const { after, overlaps } = count(
      [paid('2010-01', '2010-01', here, 'deemed')],
      [paid('2010-01', '2010-01', '440300')],
    );
    expect(after).toEqual({ actual: 1, deemed: 0, total: 1, here: 0 });
    expect(overlaps[0]?.why).toEqual({
      zh: '2010-01 共 1 个月，深圳市、成都市都有记录；每个月只计一次，按实际缴费计在深圳市。没有重复缴费，不损失任何月份。',
      en: '2010-01, 1 month: on record in Shenzhen and Chengdu. Each counts once, as paid months, at Shenzhen. Nothing was paid twice, and no month is lost.',
    });
  });

  test('of another province count as paid or as counted as paid, as the region records them; what was paid twice stays so', () => {
    const arriving = [paid('2026-01', '2026-03', '440300'), paid('2026-04', '2026-04', '510700')];
    const onRecord = [paid('2026-03', '2026-04', here)];
    const counted = (otherProvincesAs: 'actual' | 'deemed') =>
      countMonths({ here, onRecord, arriving, otherProvincesAs, nameOf: regionName });
    expect(counted('actual').after).toEqual({ actual: 4, deemed: 0, total: 4, here: 2 });
    expect(counted('deemed').after).toEqual({ actual: 2, deemed: 2, total: 4, here: 2 });
    expect(counted('deemed').overlaps.map(({ paidTwice }) => paidTwice)).toEqual([true, true]);
  });
});
