import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthsOn, plainDate, yearMonth } from '#basics';
import { regionPack } from '#law';
import { remedyWords } from '../telling/remedy-words.ts';
import { writeMonthsLetter } from '../telling/write-months-letter.ts';
import type { CountedPeriod } from './count-months.ts';
import { type ArrivedFacts, tellArrival } from './tell-arrival.ts';

const chengdu = regionPack('510100').arrival;
const period = (from: string, to: string, more: Partial<CountedPeriod> = {}): CountedPeriod => ({
  ...{ from: yearMonth(from), to: yearMonth(to), basis: 'actual', region: '440300', ...more },
});
const facts: ArrivedFacts = {
  ...{ here: '510100', firstMonthHere: yearMonth('2026-08'), schemeThere: 'employee', forEmployment: true },
  onRecord: [period('2026-08', '2026-10', { region: '510100' })],
  arriving: [period('2015-01', '2026-09')],
  on: plainDate('2026-11-29'),
};

describe('what the months that came mean', () => {
  test('is told by period, with overlapping months once, the whole in years, and every ground with its grade', () => {
    const told = tellArrival(facts, chengdu);
    expect(told).toMatchObject({
      arrived: [{ from: '2015-01', to: '2026-09', months: 141 }],
      ...{ added: 139, totals: { actual: 142, deemed: 0, total: 142, here: 3 } },
      overlaps: [{ from: '2026-08', to: '2026-09', months: 2 }],
      retirement: {
        zh: expect.stringContaining('累计按 142 个月（11 年 10 个月）算'),
        en: expect.stringContaining('142 months (11 years and 10 months) count'),
      },
    });
    expect(told.overlaps[0]?.why.en).toContain('Each counts once');
    expect(told.provisions.map(({ id, grade }) => [id, grade])).toEqual([
      ['SIL-32', expect.stringMatching(/^[A-DM]$/)],
      ['TRANSFER-CONTINUITY', expect.stringMatching(/^[A-DM]$/)],
      ['SIL-27', 'A'],
    ]);
    // As what months of another province count here is assumed for Chengdu, and says so.
    expect(told.figures).toEqual([
      expect.objectContaining({ id: 'arrival.chengdu.other-provinces-as', value: 'actual', grade: 'M' }),
    ]);
  });

  test('stands whole in the letter to the person, with the grade of every source in words', () => {
    const to = { zh: '王*', en: 'W***' };
    const letter = writeMonthsLetter(tellArrival(facts, chengdu), {
      to,
      remedies: remedyWords('510100', facts.on),
    });
    expect(letter.lists.map(({ title }) => title.zh)).toEqual([
      ...['接续的月份', '重复的月份', '待遇和年限', '所依据的参数'],
    ]);
    const whole = JSON.stringify(letter);
    for (const said of [
      '2015-01 至 2026-09，141 个月，实际缴费，深圳市',
      '凭记忆记录，尚未找到出处',
      '记作实际缴费',
      '成都市人民政府',
    ])
      expect(whole).toContain(said);
    expect(letter.clauses).toHaveLength(3);
  });

  test('names the figures of a waiting period only to those who wait', () => {
    const late = tellArrival({ ...facts, arriving: [period('2015-01', '2026-01')] }, chengdu);
    expect(late.continuity).toMatchObject({ kind: 'waits', waitingMonths: 6 });
    expect(late.figures.map(({ id }) => id)).toEqual([
      'arrival.chengdu.other-provinces-as',
      'arrival.make-up-gap-months',
      'arrival.chengdu.benefits-after-months',
      'arrival.longest-waiting-months',
    ]);
    const resident = tellArrival(
      { ...facts, schemeThere: 'resident', arriving: [period('2020-01', '2026-05')] },
      chengdu,
    );
    expect(resident.continuity.kind).toBe('may-make-up');
    expect(resident.figures.map(({ id }) => id)).toContain('arrival.continuous-months');
  });

  test('never adds more months than the sheet lists, and is the same once it was kept as JSON', () => {
    const month = fc.integer({ min: 0, max: 120 }).map((by) => monthsOn(yearMonth('2016-01'), by));
    const periods = fc.array(
      fc
        .record({
          ...{ one: month, other: month, basis: fc.constantFrom('actual', 'deemed') },
          region: fc.constantFrom('440300', '510100', '430100'),
        })
        .map(({ one, other, ...rest }): CountedPeriod => {
          return { ...rest, from: one < other ? one : other, to: one < other ? other : one };
        }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(periods, periods, month, (onRecord, arriving, firstMonthHere) => {
        const told = tellArrival({ ...facts, onRecord, arriving, firstMonthHere }, chengdu);
        const listed = told.arrived.reduce((sum, { months }) => sum + months, 0);
        expect(told.added).toBeLessThanOrEqual(listed);
        expect(told.totals.actual + told.totals.deemed).toBe(told.totals.total);
        expect(JSON.parse(JSON.stringify(told))).toEqual(told);
      }),
      { numRuns: 100 },
    );
  });
});
