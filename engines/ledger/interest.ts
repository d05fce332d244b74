import { dayNumber, divideHalfUp, type Fen, fen, type PlainDate, plainDate, yearOf } from '#basics';

/** A yearly rate of one bucket from a day on. Rates come from the law's data and are passed in. */
export interface DatedRate {
  readonly bucket: string;
  readonly fromOn: PlainDate;
  /** Parts per million a year: 3,500 is 0.35 %. */
  readonly ratePpm: bigint;
  /** Days that a year counts. */
  readonly dayCount: 360 | 365;
}

/** What an entry of the account is for the interest: money carried over, this year's inflow, spending; null is interest itself. */
export type Bucket = 'carried-over' | 'inflow' | 'debit';

/** One entry of a personal account, after the account was last emptied. */
export interface InterestEntry {
  readonly effectiveOn: PlainDate;
  readonly bucket: Bucket | null;
  /** What it added to the account; negative where it took. */
  readonly changeFen: Fen;
  /** The part of interest that did not reach the account, because what it took back was spent: it stands in `recoverable`. */
  readonly elsewhereFen: Fen;
}

/** One year of an account: what its interest is computed from, what it comes to, and what has been posted of it. */
export interface InterestYear {
  readonly year: number;
  /** Principal at the beginning, with what was carried over from the years before. */
  readonly carriedFen: Fen;
  readonly inflowFen: Fen;
  readonly debitFen: Fen;
  /** To the end of the year, or to the day asked for in its year. */
  readonly interestFen: Fen;
  readonly postedFen: Fen;
}

/** 360 × 365: with it the index is a whole number whatever the day count. */
const wholeDays = 131_400n;
const perIndex = wholeDays * 1_000_000n;

/**
 * The cumulative rate up to a day: interest on A fen from day a to day b is A × (index(b) − index(a)) ÷ 131,400,000,000.
 * Before the first rate there is no interest. The database computes the same (`interest_index`).
 */
export function interestIndex(
  rates: readonly DatedRate[],
  { bucket, on }: { readonly bucket: string; readonly on: PlainDate },
): bigint {
  const own = rates.filter((rate) => rate.bucket === bucket && rate.fromOn < on);
  own.sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  return own.reduce((index, rate, place) => {
    const untilOn = own[place + 1]?.fromOn ?? on;
    const days = BigInt(dayNumber(untilOn) - dayNumber(rate.fromOn));
    return index + rate.ratePpm * (wholeDays / BigInt(rate.dayCount)) * days;
  }, 0n);
}

interface Terms {
  readonly rates: readonly DatedRate[];
  /** The day on which interest is told; it bears none itself. */
  readonly on: PlainDate;
}

/** The interest to a day that an account has borne and has not got, in fen; years gone by carry theirs forward. */
export function interestToDate(entries: readonly InterestEntry[], terms: Terms): Fen {
  return fen(
    interestYears(entries, terms).reduce((sum, year) => sum + year.interestFen - year.postedFen, 0n),
  );
}

/**
 * An account's years, from the first entry to the year of the day asked for. Interest is rounded once a year, half up; a
 * year's end carries principal and interest forward. The database computes the same (`replay_interest`).
 */
export function interestYears(
  entries: readonly InterestEntry[],
  { rates, on }: Terms,
): readonly InterestYear[] {
  const first = Math.min(...entries.map((entry) => yearOf(entry.effectiveOn)));
  const years: InterestYear[] = [];
  let carriedFen = fen(0);
  for (let year = first; year <= yearOf(on); year += 1) {
    const own = entries.filter((entry) => yearOf(entry.effectiveOn) === year);
    const endOn = on < newYear(year + 1) ? on : newYear(year + 1);
    const told = tellYear(own, { rates, carriedFen, year, endOn });
    const elsewhereFen = own.reduce((sum, entry) => sum + entry.elsewhereFen, 0n);
    years.push(told);
    carriedFen = fen(told.carriedFen + told.inflowFen - told.debitFen + told.interestFen - elsewhereFen);
  }
  return years;
}

interface YearTerms {
  readonly rates: readonly DatedRate[];
  readonly carriedFen: Fen;
  readonly year: number;
  readonly endOn: PlainDate;
}

function tellYear(entries: readonly InterestEntry[], terms: YearTerms): InterestYear {
  const { year, rates, endOn } = terms;
  const opening = { effectiveOn: newYear(year), changeFen: terms.carriedFen };
  const carried = [opening, ...entries.filter((entry) => entry.bucket === 'carried-over')];
  const inflow = entries.filter((entry) => entry.bucket === 'inflow');
  const debits = entries.filter((entry) => entry.bucket === 'debit');
  const interest = entries.filter((entry) => entry.bucket === null);
  const bearing = (list: readonly Pick<InterestEntry, 'effectiveOn' | 'changeFen'>[], bucket: string) =>
    list.reduce((sum, { effectiveOn, changeFen }) => {
      const days = (day: PlainDate) => interestIndex(rates, { bucket, on: day });
      return sum + changeFen * (days(endOn) - days(effectiveOn));
    }, 0n);
  const inflowFen = total(inflow);
  const debitFen = fen(-total(debits));
  const covered = coveredByInflow({ inflowFen, debitFen });
  const owed =
    (bearing(carried, 'carried-over') + bearing(inflow, 'inflow')) * covered.of +
    bearing(debits, 'inflow') * covered.share +
    bearing(debits, 'carried-over') * (covered.of - covered.share);
  return {
    ...{ year, carriedFen: total(carried), inflowFen, debitFen },
    interestFen: fen(divideHalfUp(owed, perIndex * covered.of)),
    postedFen: fen(interest.reduce((sum, entry) => sum + entry.changeFen + entry.elsewhereFen, 0n)),
  };
}

/**
 * Spending uses this year's inflow first: the share of it that the inflow covers bears at the inflow's rate, the rest at the
 * rate of what was carried over. Over the year's sums, so that the order of recording is of no matter.
 */
function coveredByInflow({ inflowFen, debitFen }: { readonly inflowFen: Fen; readonly debitFen: Fen }): {
  readonly share: bigint;
  readonly of: bigint;
} {
  const cover = inflowFen > 0n ? inflowFen : 0n;
  return debitFen <= cover || debitFen <= 0n ? { share: 1n, of: 1n } : { share: cover, of: debitFen };
}

function total(list: readonly Pick<InterestEntry, 'changeFen'>[]): Fen {
  return fen(list.reduce((sum, { changeFen }) => sum + changeFen, 0n));
}

function newYear(year: number): PlainDate {
  return plainDate(`${year}-01-01`);
}
