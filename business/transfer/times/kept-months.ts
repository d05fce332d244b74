import { monthOf, monthsOn, type YearMonth } from '#basics';
import type { WorkingDays } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import { legsEndedBetween } from './legs-ended.ts';
import { countMonth, type MonthCounted } from './months-counted.ts';

/**
 * Each month's legs counted once and kept for who asks next: a month that is over for as long as the process runs, since the log
 * only grows at its end; the others for a minute. However often and for whatever period the public asks, the database is read once.
 */
export interface KeptMonths {
  month(reader: Reader, month: YearMonth, now: Date): Promise<MonthCounted>;
}

const freshMs = 60_000;
/** What a transaction wrote at a month's end may become visible a little later. */
const settledAfterMs = 3_600_000;

interface Kept {
  readonly counted: Promise<MonthCounted>;
  readonly readAt: number;
  readonly forGood: boolean;
}

export function keepMonths(calendar: WorkingDays): KeptMonths {
  const kept = new Map<YearMonth, Kept>();
  return {
    month(reader, month, now) {
      const held = kept.get(month);
      const age = now.getTime() - (held?.readAt ?? 0);
      if (held && (held.forGood || (age >= 0 && age < freshMs))) return held.counted;
      const until = startOf(monthsOn(month, 1));
      const counted = readMonth(reader, { month, until, calendar });
      const forGood = now.getTime() - until.getTime() > settledAfterMs;
      kept.set(month, { counted, readAt: now.getTime(), forGood });
      counted.catch(() => kept.delete(month)); // asked again by who comes next
      return counted;
    },
  };
}

async function readMonth(
  reader: Reader,
  read: { readonly month: YearMonth; readonly until: Date; readonly calendar: WorkingDays },
): Promise<MonthCounted> {
  const { month, until, calendar } = read;
  const legs = await legsEndedBetween(reader, { from: startOf(month), until, calendar });
  return countMonth(legs.flat().filter(({ endedOn }) => monthOf(endedOn) === month));
}

function startOf(month: YearMonth): Date {
  return new Date(`${month}-01T00:00:00+08:00`);
}
