import { type Fen, monthNumber, type YearMonth } from '#basics';

/** Contributions paid for every month from one to another, both counted. */
export interface PaidPeriod {
  readonly fromMonth: YearMonth;
  readonly toMonth: YearMonth;
  readonly baseFen: Fen;
  /** Region where they were paid, six digits. */
  readonly originRegion: string;
}

type Months = Pick<PaidPeriod, 'fromMonth' | 'toMonth'>;

/**
 * How many months are paid, up to and with `untilMonth`. A month is counted once however often it is listed (overlapping
 * months of several regions are one: Shenzhen's joint notice of December 2025 on transfers in).
 */
export function countPaidMonths(periods: readonly Months[], untilMonth?: YearMonth): number {
  let counted = 0;
  let reached = Number.NEGATIVE_INFINITY;
  const last = untilMonth === undefined ? Number.POSITIVE_INFINITY : monthNumber(untilMonth);
  for (const [from, to] of periods.map(numbered).sort(byStart)) {
    const end = Math.min(to, last);
    counted += Math.max(0, end - Math.max(from - 1, reached));
    reached = Math.max(reached, end);
  }
  return counted;
}

/** The months that two periods share; null where they share none. */
export function sharedMonths(one: Months, other: Months): Months | null {
  const fromMonth = one.fromMonth > other.fromMonth ? one.fromMonth : other.fromMonth;
  const toMonth = one.toMonth < other.toMonth ? one.toMonth : other.toMonth;
  return fromMonth <= toMonth ? { fromMonth, toMonth } : null;
}

function numbered({ fromMonth, toMonth }: Months): readonly [number, number] {
  return [monthNumber(fromMonth), monthNumber(toMonth)];
}

function byStart([one]: readonly [number, number], [other]: readonly [number, number]): number {
  return one - other;
}
