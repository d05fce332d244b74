import { type YearMonth, yearMonth } from '#basics';

/** Months since the year 0, so that months can be counted and compared as numbers. */
export function monthNumber(month: YearMonth): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

export function monthOfNumber(number: number): YearMonth {
  const year = String(Math.floor(number / 12)).padStart(4, '0');
  return yearMonth(`${year}-${String((number % 12) + 1).padStart(2, '0')}`);
}

export function monthsOn(month: YearMonth, by: number): YearMonth {
  return monthOfNumber(monthNumber(month) + by);
}

/** How many months there are from one to another, both counted. */
export function monthsBetween(from: YearMonth, to: YearMonth): number {
  return monthNumber(to) - monthNumber(from) + 1;
}

/** `2020-03`, or `2020-03 – 2020-05`. */
export function spanOf({ from, to }: { readonly from: YearMonth; readonly to: YearMonth }): string {
  return from === to ? from : `${from} – ${to}`;
}
