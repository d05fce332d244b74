import { monthNumber, type PlainDate, type Text, type YearMonth } from '#basics';
import type { SheetPeriod } from './period.ts';

interface Sheet {
  readonly firstInsuredMonth: YearMonth;
  readonly stoppedOn: PlainDate;
  readonly endedOn: PlainDate;
  readonly periods: readonly SheetPeriod[];
  readonly paidMonths: number;
  readonly deemedMonths: number;
  readonly interruptedMonths: number;
  readonly revision: number;
  readonly replaces: string | null;
}

interface SheetProblem {
  readonly path: readonly (string | number)[];
  readonly says: Text;
}

/** Where a sheet contradicts itself: what a schema of forms cannot tell. */
export function sheetProblems(sheet: Sheet): readonly SheetProblem[] {
  const { periods } = sheet;
  const first = periods[0];
  const checks: readonly (readonly [fits: boolean, path: string, says: Text])[] = [
    [sumOf(periods, 'actual') === sheet.paidMonths, 'paidMonths', notTheSum],
    [sumOf(periods, 'deemed') === sheet.deemedMonths, 'deemedMonths', notTheSum],
    [gapsOf(periods) === sheet.interruptedMonths, 'interruptedMonths', notTheGaps],
    [first === undefined || sheet.firstInsuredMonth <= first.from, 'firstInsuredMonth', notFirst],
    [sheet.stoppedOn <= sheet.endedOn, 'endedOn', endedBeforeStop],
    [(sheet.revision === 1) === (sheet.replaces === null), 'replaces', notReplacing],
  ];
  const problems = checks.filter(([fits]) => !fits).map(([, path, says]) => ({ path: [path], says }));
  return [...outOfOrder(periods), ...problems];
}

function outOfOrder(periods: readonly SheetPeriod[]): readonly SheetProblem[] {
  return periods.flatMap(({ from }, at) => {
    const before = periods[at - 1];
    return before === undefined || before.to < from
      ? []
      : [{ path: ['periods', at, 'from'], says: overlapping }];
  });
}

function sumOf(periods: readonly SheetPeriod[], basis: SheetPeriod['basis']): number {
  return periods.reduce((sum, each) => sum + (each.basis === basis ? each.months : 0), 0);
}

/** Months between the end of one period and the beginning of the next. */
function gapsOf(periods: readonly SheetPeriod[]): number {
  return periods.reduce((sum, { from }, at) => {
    const before = periods[at - 1];
    return sum + (before ? Math.max(0, monthNumber(from) - monthNumber(before.to) - 1) : 0);
  }, 0);
}

const notTheSum: Text = {
  zh: '与各时段的月数之和不符。',
  en: 'It is not the sum of the periods’ months.',
};
const notTheGaps: Text = {
  zh: '与各时段之间的空缺不符。',
  en: 'It is not the number of months between the periods.',
};
const notFirst: Text = {
  zh: '首次参保年月晚于第一个缴费时段。',
  en: 'It is later than the first paid month.',
};
const endedBeforeStop: Text = {
  zh: '关系终止日期在停保日期之前。',
  en: 'The relationship ended before the insurance was stopped.',
};
const notReplacing: Text = {
  zh: '第一版不替代别的信息表，更正版要写明替代哪一份。',
  en: 'A first sheet replaces none; a correction names the one that it replaces.',
};
const overlapping: Text = {
  zh: '与前一个时段重叠或次序颠倒。',
  en: 'It overlaps the period before it, or stands out of order.',
};
