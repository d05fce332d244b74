import { addDays, type PlainDate, weekday, yearOf } from '#basics';

/** What is known of one year's holidays; `published` is false while the State Council's notice is not out. */
export interface CalendarYear {
  readonly published: boolean;
  readonly offDays: readonly PlainDate[];
  /** Weekend days worked in exchange; some notices name days of the year before. */
  readonly workDays: readonly PlainDate[];
}

/** The holidays of a country (`#law` has them as `holidays`). */
export interface Holidays {
  /** What the notices say, by number of the year. */
  readonly years: Readonly<Record<string, CalendarYear>>;
  /** The days of a year that are off by the law itself, as long as its notice is not out. */
  readonly withoutNotice: (year: number) => readonly PlainDate[];
}

/** Working days by the published holiday notices; without one by what is off in any case. */
export interface WorkingCalendar {
  readonly isWorkingDay: (on: PlainDate) => boolean;
  /** Whether the notice for the day's year is missing, so that what is said of the day may still change. */
  readonly isProvisional: (on: PlainDate) => boolean;
  /**
   * The last day of a period of `days` working days; the day on which it starts does not count. With 0 it is that day
   * itself. `provisional` where any day that was walked over lies in a year without a notice.
   */
  readonly deadline: (startOn: PlainDate, days: number) => Deadline;
  /** Working days after `fromOn` up to and including `toOn`; 0 where `toOn` is not later. */
  readonly workingDaysBetween: (fromOn: PlainDate, toOn: PlainDate) => number;
}

export interface Deadline {
  readonly on: PlainDate;
  readonly provisional: boolean;
}

export function workingCalendar({ years, withoutNotice }: Holidays): WorkingCalendar {
  const offDays = new Set(Object.values(years).flatMap((year) => year.offDays));
  const workDays = new Set(Object.values(years).flatMap((year) => year.workDays));

  function isWorkingDay(on: PlainDate): boolean {
    if (offDays.has(on)) return false;
    if (workDays.has(on)) return true;
    if (isProvisional(on) && withoutNotice(yearOf(on)).includes(on)) return false;
    const day = weekday(on);
    return day !== 0 && day !== 6;
  }

  function isProvisional(on: PlainDate): boolean {
    return years[yearOf(on)]?.published !== true;
  }

  function deadline(startOn: PlainDate, days: number): Deadline {
    if (!Number.isInteger(days) || days < 0) throw new Error(`not a number of working days: ${days}`);
    let on = startOn;
    let provisional = isProvisional(startOn);
    for (let left = days; left > 0; ) {
      on = addDays(on, 1);
      provisional ||= isProvisional(on);
      if (isWorkingDay(on)) left -= 1;
    }
    return { on, provisional };
  }

  function workingDaysBetween(fromOn: PlainDate, toOn: PlainDate): number {
    let count = 0;
    for (let on = fromOn; on < toOn; ) {
      on = addDays(on, 1);
      if (isWorkingDay(on)) count += 1;
    }
    return count;
  }

  return { isWorkingDay, isProvisional, deadline, workingDaysBetween };
}
