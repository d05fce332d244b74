import { monthNumber, monthOfNumber, monthsCutAtEnds, type Text, type YearMonth } from '#basics';
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
  /** As what the region records actual months of other provinces; as actual ones where left out. */
  readonly otherProvincesAs?: CountedPeriod['basis'];
  readonly nameOf: (region: string) => Text;
}

/**
 * Counts every month once, however many agencies list it (Social Insurance Law, article 32; months are recognised everywhere
 * and never twice). Whoever arrives first from wherever, the result is the same.
 */
export function countMonths({ onRecord, arriving, nameOf, ...rule }: Counting): CountedMonths {
  const stretches = stretchesOf([...onRecord, ...arriving], rule);
  const before = totalsOf(stretchesOf(onRecord, rule), rule);
  const after = totalsOf(stretches, rule);
  const overlaps = stretches
    .filter(({ listedBy }) => listedBy.length > 1)
    .map((stretch) => overlapOf(stretch, { ...rule, nameOf }));
  return { before, after, added: after.total - before.total, overlaps };
}

type Rule = Pick<Counting, 'here' | 'otherProvincesAs'>;
type Listed = Pick<CountedPeriod, 'region' | 'basis'>;

/** As what a month counts here; the first two digits of a region are its province. */
function countsAs(
  { region, basis }: Listed,
  { here, otherProvincesAs = 'actual' }: Rule,
): CountedPeriod['basis'] {
  const elsewhere = region.slice(0, 2) !== here.slice(0, 2);
  return basis === 'actual' && elsewhere ? otherProvincesAs : basis;
}

interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly listedBy: readonly Listed[];
}

/** The months in stretches over which the same agencies list them on the same basis; months that nobody lists are left out. */
function stretchesOf(periods: readonly CountedPeriod[], rule: Rule): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { from, to } of monthsCutAtEnds(periods)) {
    const [first, end] = [monthNumber(from), monthNumber(to)];
    const listedBy = listing(periods, first, rule);
    if (listedBy.length === 0) continue;
    const last = stretches.at(-1);
    if (last && last.last === first - 1 && keyOf(last.listedBy) === keyOf(listedBy))
      stretches[stretches.length - 1] = { ...last, last: end };
    else stretches.push({ first, last: end, listedBy });
  }
  return stretches;
}

/** Who lists a month, the one that counts first: paid before counted as paid, here before elsewhere, then by code. */
function listing(periods: readonly CountedPeriod[], month: number, rule: Rule): readonly Listed[] {
  const bases = new Map<string, CountedPeriod['basis']>();
  for (const { from, to, region, basis } of periods) {
    if (month < monthNumber(from) || month > monthNumber(to)) continue;
    if (bases.get(region) !== 'actual') bases.set(region, basis);
  }
  const rank = (listed: Listed): string =>
    `${countsAs(listed, rule) === 'actual' ? 0 : 1}${listed.region === rule.here ? 0 : 1}${listed.region}`;
  return [...bases]
    .map(([region, basis]) => ({ region, basis }))
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function keyOf(listedBy: Stretch['listedBy']): string {
  return listedBy.map(({ region, basis }) => `${region}${basis}`).join();
}

function totalsOf(stretches: readonly Stretch[], rule: Rule): MonthTotals {
  const sum = (counts: (first: Listed) => boolean): number =>
    stretches.reduce((months, { first, last, listedBy: [counting] }) => {
      return months + (counting && counts(counting) ? last - first + 1 : 0);
    }, 0);
  return {
    actual: sum((listed) => countsAs(listed, rule) === 'actual'),
    deemed: sum((listed) => countsAs(listed, rule) === 'deemed'),
    total: sum(() => true),
    here: sum(({ basis, region }) => basis === 'actual' && region === rule.here),
  };
}

function overlapOf(
  { first, last, listedBy }: Stretch,
  { nameOf, ...rule }: Rule & Pick<Counting, 'nameOf'>,
): CountedOverlap {
  const [counting] = listedBy;
  if (!counting) throw new Error('months that nobody lists do not overlap');
  const span = { from: monthOfNumber(first), to: monthOfNumber(last) };
  const overlap = {
    ...{ ...span, months: last - first + 1, listedBy },
    ...{ countedAt: counting.region, countedAs: countsAs(counting, rule) },
    paidTwice: listedBy.filter(({ basis }) => basis === 'actual').length > 1,
  };
  return { ...overlap, why: explainOverlap(overlap, { here: rule.here, nameOf }) };
}
