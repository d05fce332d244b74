/** A calendar date in Asia/Shanghai, written `YYYY-MM-DD`. Sorts and compares as text. */
export type PlainDate = string & { readonly __kind: 'date' };
/** A year-month, written `YYYY-MM`. */
export type YearMonth = string & { readonly __kind: 'month' };

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** True where `text` is a day of the Gregorian calendar written `YYYY-MM-DD` (years 0001 to 9999). */
export function isPlainDate(text: unknown): text is PlainDate {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  return day <= daysInMonth(year, month);
}

export function isYearMonth(text: unknown): text is YearMonth {
  return typeof text === 'string' && isPlainDate(`${text}-01`);
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (monthLengths[month - 1] ?? 0);
}

/** Parses a date that is known to be well formed; a fault otherwise. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new Error(`not a calendar date: ${text}`);
  return text;
}

export function yearMonth(text: string): YearMonth {
  if (!isYearMonth(text)) throw new Error(`not a year-month: ${text}`);
  return text;
}

/** Days since 1970-01-01. */
export function dayNumber(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

export function fromDayNumber(days: number): PlainDate {
  return new Date(days * 86_400_000).toISOString().slice(0, 10) as PlainDate; // ISO dates are plain dates
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day so many months later, or earlier; the last of that month where it has no such day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  lastOfMonth.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()));
  return plainDate(lastOfMonth.toISOString().slice(0, 10));
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(date: PlainDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

/** Months since the year 0, so that months can be counted and compared as numbers. */
export function monthNumber(month: YearMonth): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

export function monthOfNumber(number: number): YearMonth {
  const year = String(Math.floor(number / 12)).padStart(4, '0');
  return yearMonth(`${year}-${String((number % 12) + 1).padStart(2, '0')}`);
}

/** So many months later, or earlier. */
export function monthsOn(month: YearMonth, by: number): YearMonth {
  return monthOfNumber(monthNumber(month) + by);
}

/** The months from the first to the last of several spans, cut wherever a span begins or has ended; both ends counted. */
export function monthsCutAtEnds(spans: readonly MonthSpan[]): readonly MonthSpan[] {
  const starts = spans.flatMap(({ from, to }) => [monthNumber(from), monthNumber(to) + 1]);
  const cuts = [...new Set(starts)].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((first, at) => ({
    from: monthOfNumber(first),
    to: monthOfNumber((cuts[at + 1] ?? first) - 1),
  }));
}

export interface MonthSpan {
  readonly from: YearMonth;
  readonly to: YearMonth;
}

export function monthOf(date: PlainDate): YearMonth {
  return date.slice(0, 7) as YearMonth; // the first seven characters of a date are its month
}

/** The calendar date in Asia/Shanghai (UTC+8 all year since 1991) of an instant. */
export function shanghaiDate(at: Date): PlainDate {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) as PlainDate; // ISO dates are plain dates
}

/** An instant as people here read it, with its offset: `2026-06-01 10:00:00 +08:00`. For programs it stays ISO, in UTC. */
export function shanghaiTime(at: Date | string): string {
  const here = new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString();
  return `${here.slice(0, 10)} ${here.slice(11, 19)} +08:00`;
}
