import { monthNumber, type YearMonth } from '#basics';

/** How many months there are from one to another, both counted. */
export function monthsBetween(from: YearMonth, to: YearMonth): number {
  return monthNumber(to) - monthNumber(from) + 1;
}

/** `2020-03`, or `2020-03 – 2020-05`. */
export function spanOf({ from, to }: { readonly from: YearMonth; readonly to: YearMonth }): string {
  return from === to ? from : `${from} – ${to}`;
}
