/** A day that is named below a picture over time. */
export interface TimeMark {
  readonly on: string;
  /** What it is named by: where a year or a month begins by that, and otherwise by the day itself. */
  readonly by: 'year' | 'month' | 'day';
  /** Whether its year is said with it: with the first, and with each January. */
  readonly withYear: boolean;
}

/** Months from one mark to the next, the closest first. */
const steps = [1, 2, 3, 6, 12, 24, 36, 60, 120, 240] as const;

/** The beginnings of years or months from a day until another, as many as there is room for; the two days where too little time lies between them. */
export function timeMarks(from: string, until: string, room: number): readonly TimeMark[] {
  const first = monthOf(from) + (from.endsWith('-01') ? 0 : 1);
  const last = monthOf(until);
  const begun = (step: number) => Math.ceil(first / step) * step;
  const step = steps.find((each) => Math.floor((last - begun(each)) / each) < room) ?? 240;
  const months: number[] = [];
  for (let month = begun(step); month <= last; month += step) months.push(month);
  if (months.length < 2) return ends(from, until);
  return months.map((month, at) => ({
    on: beginningOf(month),
    by: step < 12 ? 'month' : 'year',
    withYear: at === 0 || month % 12 === 0,
  }));
}

function ends(from: string, until: string): readonly TimeMark[] {
  const days = from === until ? [until] : [from, until];
  return days.map((on, at) => ({
    on,
    by: 'day',
    withYear: at === 0 || on.slice(0, 4) !== from.slice(0, 4),
  }));
}

/** Counted from the beginning of our era, so that every twelfth is a January. */
function monthOf(day: string): number {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return year * 12 + month - 1;
}

function beginningOf(month: number): string {
  return `${Math.floor(month / 12)}-${`${(month % 12) + 1}`.padStart(2, '0')}-01`;
}
