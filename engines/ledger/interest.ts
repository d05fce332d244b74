import { dayNumber, divideHalfUp, type Fen, fen, type PlainDate } from '#basics';

/** A yearly rate of one bucket from a day on. Rates come from the law's data and are passed in. */
export interface DatedRate {
  readonly bucket: string;
  readonly fromOn: PlainDate;
  /** Parts per million a year: 3,500 is 0.35 %. */
  readonly ratePpm: bigint;
  /** Days that a year counts. */
  readonly dayCount: 360 | 365;
}

/** What a bucket keeps: Σ amount and Σ amount × index(effectiveOn), so that a backdated entry only adds. */
export interface InterestBucket {
  readonly year: number;
  readonly bucket: string;
  readonly amountFen: Fen;
  readonly weighted: bigint;
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

/** The interest to a day on everything that the buckets hold, in fen, rounded once, half up. */
export function interestToDate(
  buckets: readonly InterestBucket[],
  { rates, on }: { readonly rates: readonly DatedRate[]; readonly on: PlainDate },
): Fen {
  const owed = buckets.reduce(
    (sum, { bucket, amountFen, weighted }) =>
      sum + amountFen * interestIndex(rates, { bucket, on }) - weighted,
    0n,
  );
  return fen(divideHalfUp(owed, perIndex));
}
