import type { PlainDate } from '#basics';

/** Days from one to another; null: it lasts. */
export interface Stretch {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

interface Ended extends Stretch {
  readonly until: PlainDate;
}

/** The parts of a stretch that lie within some others, apart from each other: where two of them overlap a day is in one part. */
export function partsWithin(whole: Ended, others: readonly Stretch[]): readonly Ended[] {
  const parts: Ended[] = [];
  for (const other of others.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const begun = parts.at(-1)?.until ?? whole.from;
    const from = other.from > begun ? other.from : begun;
    const until = other.until !== null && other.until < whole.until ? other.until : whole.until;
    if (from < until) parts.push({ from, until });
  }
  return parts;
}
