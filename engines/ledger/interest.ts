import { divideHalfUp, type Fen, fen, type PlainDate, plainDate, yearOf } from '#basics';
import { type Bearing, bearingOf, type DatedRate } from './bearing.ts';

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
  const bearing = bearingOf(rates);
  const first = Math.min(...entries.map((entry) => yearOf(entry.effectiveOn)));
  const years: InterestYear[] = [];
  let carriedFen = fen(0);
  for (let year = first; year <= yearOf(on); year += 1) {
    const own = entries.filter((entry) => yearOf(entry.effectiveOn) === year);
    const endOn = on < newYear(year + 1) ? on : newYear(year + 1);
    const told = tellYear(own, { bearing, carriedFen, year, endOn });
    const elsewhereFen = own.reduce((sum, entry) => sum + entry.elsewhereFen, 0n);
    years.push(told);
    carriedFen = fen(told.carriedFen + told.inflowFen - told.debitFen + told.interestFen - elsewhereFen);
  }
  return years;
}

interface YearTerms {
  readonly bearing: Bearing;
  readonly carriedFen: Fen;
  readonly year: number;
  readonly endOn: PlainDate;
}

function tellYear(entries: readonly InterestEntry[], terms: YearTerms): InterestYear {
  const { year, bearing, endOn } = terms;
  const opening = { effectiveOn: newYear(year), changeFen: terms.carriedFen };
  const carried = [opening, ...entries.filter((entry) => entry.bucket === 'carried-over')];
  const inflow = entries.filter((entry) => entry.bucket === 'inflow');
  const debits = entries.filter((entry) => entry.bucket === 'debit');
  const interest = entries.filter((entry) => entry.bucket === null);
  const borne = (list: readonly Pick<InterestEntry, 'effectiveOn' | 'changeFen'>[], bucket: string) =>
    list.reduce((sum, { effectiveOn: fromOn, changeFen }) => {
      return sum + changeFen * bearing.between({ bucket, fromOn, untilOn: endOn });
    }, 0n);
  const inflowFen = total(inflow);
  const debitFen = fen(-total(debits));
  const covered = coveredByInflow({ inflowFen, debitFen });
  const owed =
    (borne(carried, 'carried-over') + borne(inflow, 'inflow')) * covered.of +
    borne(debits, 'inflow') * covered.share +
    borne(debits, 'carried-over') * (covered.of - covered.share);
  return {
    ...{ year, carriedFen: total(carried), inflowFen, debitFen },
    interestFen: fen(divideHalfUp(owed, bearing.per * covered.of)),
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
