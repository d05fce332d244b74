import { monthNumber, monthOfNumber, type Text, type YearMonth } from '#basics';
import { explainOverlap } from './explain-overlap.ts';

/** Paid months of one agency, both ends counted. */
export interface CountedPeriod {
  readonly from: YearMonth;
  readonly to: YearMonth;
  /** Paid, or counted as paid. */
  readonly basis: 'actual' | 'deemed';
  /** Where they were paid. */
  readonly region: string;
}

/** Months that several agencies list; each of them counts once. */
export interface CountedOverlap {
  readonly from: YearMonth;
  readonly to: YearMonth;
  readonly months: number;
  /** Every agency that lists them, the one where they count first. */
  readonly listedBy: readonly Pick<CountedPeriod, 'region' | 'basis'>[];
  readonly countedAt: string;
  readonly countedAs: CountedPeriod['basis'];
  /** Whether the months were really paid elsewhere too, so that a refund can be asked for there. */
  readonly paidTwice: boolean;
  readonly why: Text;
}

export interface MonthTotals {
  readonly actual: number;
  readonly deemed: number;
  readonly total: number;
  /** Actual months that count at this agency. */
  readonly here: number;
}

export interface CountedMonths {
  readonly before: MonthTotals;
  readonly after: MonthTotals;
  /** Months that were not on record before, whoever lists them. */
  readonly added: number;
  readonly overlaps: readonly CountedOverlap[];
}

interface Counting {
  readonly here: string;
  /** What is on record here, whoever paid it where. */
  readonly onRecord: readonly CountedPeriod[];
  /** What the sheet lists. */
  readonly arriving: readonly CountedPeriod[];
  readonly nameOf: (region: string) => Text;
}

/**
 * Counts every month once, however many agencies list it (Social Insurance Law, article 32; months are recognised everywhere
 * and never twice). Whoever arrives first from wherever, the result is the same.
 */
export function countMonths({ here, onRecord, arriving, nameOf }: Counting): CountedMonths {
  const stretches = stretchesOf([...onRecord, ...arriving], here);
  const before = totalsOf(stretchesOf(onRecord, here), here);
  const after = totalsOf(stretches, here);
  const overlaps = stretches
    .filter(({ listedBy }) => listedBy.length > 1)
    .map((stretch) => overlapOf(stretch, { here, nameOf }));
  return { before, after, added: after.total - before.total, overlaps };
}

interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly listedBy: readonly Pick<CountedPeriod, 'region' | 'basis'>[];
}

/** The months in stretches over which the same agencies list them on the same basis; months that nobody lists are left out. */
function stretchesOf(periods: readonly CountedPeriod[], here: string): readonly Stretch[] {
  const starts = periods.flatMap(({ from, to }) => [monthNumber(from), monthNumber(to) + 1]);
  const cuts = [...new Set(starts)].sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  for (const [at, first] of cuts.entries()) {
    const next = cuts[at + 1];
    if (next === undefined) break;
    const listedBy = listing(periods, first, here);
    if (listedBy.length === 0) continue;
    const last = stretches.at(-1);
    if (last && last.last === first - 1 && keyOf(last.listedBy) === keyOf(listedBy))
      stretches[stretches.length - 1] = { ...last, last: next - 1 };
    else stretches.push({ first, last: next - 1, listedBy });
  }
  return stretches;
}

/** Who lists a month, the one that counts first: paid before counted as paid, here before elsewhere, then by code. */
function listing(
  periods: readonly CountedPeriod[],
  month: number,
  here: string,
): readonly Pick<CountedPeriod, 'region' | 'basis'>[] {
  const bases = new Map<string, CountedPeriod['basis']>();
  for (const { from, to, region, basis } of periods) {
    if (month < monthNumber(from) || month > monthNumber(to)) continue;
    if (bases.get(region) !== 'actual') bases.set(region, basis);
  }
  const rank = ({ region, basis }: Pick<CountedPeriod, 'region' | 'basis'>): string =>
    `${basis === 'actual' ? 0 : 1}${region === here ? 0 : 1}${region}`;
  return [...bases]
    .map(([region, basis]) => ({ region, basis }))
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function keyOf(listedBy: Stretch['listedBy']): string {
  return listedBy.map(({ region, basis }) => `${region}${basis}`).join();
}

function totalsOf(stretches: readonly Stretch[], here: string): MonthTotals {
  const sum = (counts: (first: Stretch['listedBy'][number]) => boolean): number =>
    stretches.reduce((months, { first, last, listedBy: [counting] }) => {
      return months + (counting && counts(counting) ? last - first + 1 : 0);
    }, 0);
  return {
    actual: sum(({ basis }) => basis === 'actual'),
    deemed: sum(({ basis }) => basis === 'deemed'),
    total: sum(() => true),
    here: sum(({ basis, region }) => basis === 'actual' && region === here),
  };
}

function overlapOf(
  { first, last, listedBy }: Stretch,
  { here, nameOf }: Pick<Counting, 'here' | 'nameOf'>,
): CountedOverlap {
  const [counting] = listedBy;
  if (!counting) throw new Error('months that nobody lists do not overlap');
  const span = { from: monthOfNumber(first), to: monthOfNumber(last) };
  const overlap = {
    ...{ ...span, months: last - first + 1, listedBy },
    ...{ countedAt: counting.region, countedAs: counting.basis },
    paidTwice: listedBy.filter(({ basis }) => basis === 'actual').length > 1,
  };
  return { ...overlap, why: explainOverlap(overlap, { here, nameOf }) };
}
