import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthsOn, plainDate, yearMonth } from '#basics';
import { regionPack } from '#law';
import { type ArrivalFacts, continuityOf } from './continuity.ts';

const shenzhen = regionPack('440300').arrival;
const chengdu = regionPack('510100').arrival;

const facts: ArrivalFacts = {
  periods: [{ from: yearMonth('2018-03'), to: yearMonth('2026-06') }],
  firstMonthHere: yearMonth('2026-10'),
  ...{ schemeThere: 'employee', schemeHere: 'employee', forEmployment: true },
  on: plainDate('2026-10-15'),
};
const arriving = (first: string, more: Partial<ArrivalFacts> = {}): ArrivalFacts => ({
  ...{ ...facts, firstMonthHere: yearMonth(first) },
  ...more,
});

describe('benefits of somebody who arrives', () => {
  test('go on without a break where the new insurance begins the month after the old one, or before it ends', () => {
    for (const first of ['2026-07', '2026-05'])
      expect(continuityOf(arriving(first), shenzhen)).toMatchObject({
        ...{ kind: 'continuous', gap: null, benefitsFrom: `${first}-01`, waitingMonths: 0 },
      });
  });

  test('reach back over a gap of three months once it is paid up, the third month included', () => {
    expect(continuityOf(facts, shenzhen)).toEqual({
      ...{ kind: 'may-make-up', gap: { from: '2026-07', to: '2026-09', months: 3 }, continuousMonths: 100 },
      ...{ benefitsFrom: '2026-10-01', retroactiveFrom: '2026-07-01', waitingMonths: 0 },
      sources: ['TRANSFER-CONTINUITY', 'SZ-ARRIVAL-2025'],
      why: {
        zh: '参保中断 3 个月（2026-07 – 2026-09），可以补缴。补缴入账当月起享受待遇，并追溯到 2026-07-01；不补缴的，待遇从 2026-10-01 起享受，中断期间不享受。补缴基数为本市上上年度全口径城镇单位就业人员月平均工资，费率按职工一档。',
        en: 'Cover was interrupted for 3 months (2026-07 – 2026-09), which may be paid up. Once it is paid, benefits run from that month and back to 2026-07-01; if it is not, they run from 2026-10-01 and there are none for the gap. It is paid on the city’s average monthly wage of the year before last, at the rate of the employees’ first tier.',
      },
    });
  });

  test('wait after a fourth month, in Shenzhen until the next month, in Chengdu for six', () => {
    const late = arriving('2026-11');
    expect(continuityOf(late, shenzhen)).toMatchObject({
      kind: 'waits',
      waitingMonths: 1,
      benefitsFrom: '2026-12-01',
      retroactiveFrom: null,
    });
    expect(continuityOf(late, chengdu)).toMatchObject({
      kind: 'waits',
      waitingMonths: 6,
      benefitsFrom: '2027-05-01',
    });
    expect(continuityOf(late, chengdu).why.en).toContain('benefits begin after 6 months, on 2027-05-01');
  });

  test('of somebody who switches the scheme reach back only after two years without a break, in Shenzhen only for employment', () => {
    const switching = { schemeThere: 'resident' } as const;
    const short = { ...switching, periods: [{ from: yearMonth('2024-08'), to: yearMonth('2026-06') }] };
    const broken = {
      ...switching,
      periods: [...facts.periods, { from: yearMonth('2026-08'), to: yearMonth('2026-08') }],
    };
    const kinds = (more: Partial<ArrivalFacts>) =>
      [shenzhen, chengdu].map((rule) => continuityOf(arriving('2026-10', more), rule).kind);
    expect(kinds(switching)).toEqual(['may-make-up', 'may-make-up']);
    expect(kinds({ ...switching, forEmployment: false })).toEqual(['waits', 'may-make-up']);
    expect(kinds(short)).toEqual(['waits', 'waits']);
    expect(kinds(broken)).toEqual(['waits', 'waits']);
  });

  test('begin with the new insurance where there was none before, and are for an officer where no rule was found', () => {
    expect(continuityOf(arriving('2026-10', { periods: [] }), shenzhen).kind).toBe('no-earlier-cover');
    expect(continuityOf(arriving('2026-10', { on: plainDate('2021-11-30') }), shenzhen)).toMatchObject({
      kind: 'no-rule',
      benefitsFrom: null,
    });
  });

  test('never begin before the new insurance unless a gap is paid up, and never more than six months after it', () => {
    const month = fc.integer({ min: 0, max: 60 }).map((by) => monthsOn(yearMonth('2022-01'), by));
    const period = fc.tuple(month, month).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
    fc.assert(
      fc.property(
        fc.array(period, { maxLength: 5 }),
        month,
        fc.boolean(),
        (periods, firstMonthHere, switches) => {
          const schemeThere = switches ? 'resident' : 'employee';
          for (const rule of [shenzhen, chengdu]) {
            const told = continuityOf({ ...facts, periods, firstMonthHere, schemeThere }, rule);
            const latest = `${monthsOn(firstMonthHere, 6)}-01`;
            expect(
              told.benefitsFrom !== null &&
                told.benefitsFrom >= `${firstMonthHere}-01` &&
                told.benefitsFrom <= latest,
            ).toBe(true);
            expect(told.gap === null || told.gap.months > 0).toBe(true);
            expect(told.retroactiveFrom === null).toBe(told.kind !== 'may-make-up');
          }
        },
      ),
    );
  });
});
