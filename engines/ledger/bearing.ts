import { addDays, dayNumber, divideHalfUp, type PlainDate } from '#basics';

/** A yearly rate of one bucket from a day on. Rates come from the law's data and are passed in. */
export interface DatedRate {
  readonly bucket: string;
  readonly fromOn: PlainDate;
  /** Parts per million a year: 3,500 is 0.35 %. */
  readonly ratePpm: bigint;
  /** Days that a year counts. */
  readonly dayCount: 360 | 365;
  /** Whether interest bears interest from day to day; the same for all rates of an agency. Left out: it does not. */
  readonly compounding?: 'simple' | 'compound';
}

/** What one fen of a bucket bears from a day until another, in units of which `per` are a fen. */
export interface Bearing {
  readonly per: bigint;
  between(span: { readonly bucket: string; readonly fromOn: PlainDate; readonly untilOn: PlainDate }): bigint;
}

/** Simple or compounding, as the rates say. The database computes the same (`interest_weight`, `interest_ends`). */
export function bearingOf(rates: readonly DatedRate[]): Bearing {
  return rates.some(({ compounding }) => compounding === 'compound') ? compound(rates) : simple(rates);
}

function simple(rates: readonly DatedRate[]): Bearing {
  return {
    per: perIndex,
    between: ({ bucket, fromOn, untilOn }) =>
      interestIndex(rates, { bucket, on: untilOn }) - interestIndex(rates, { bucket, on: fromOn }),
  };
}

function compound(rates: readonly DatedRate[]): Bearing {
  const days = new Map(
    [...new Set(rates.map(({ bucket }) => bucket))].map((bucket) => [bucket, dailyGrowth(rates, bucket)]),
  );
  const on = (bucket: string, day: PlainDate) => days.get(bucket)?.(day) ?? { growth: one, discount: one };
  return {
    per: one * one,
    between: ({ bucket, fromOn, untilOn }) =>
      on(bucket, fromOn).discount * on(bucket, untilOn).growth - one * one,
  };
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

/** One fen in the scale of growth: 10^30. */
const one = 10n ** 30n;

/** What one fen has grown to at the beginning of a day, and what one fen then was worth at the first rate; in 10^30ths. */
export interface Growth {
  readonly growth: bigint;
  readonly discount: bigint;
}

/**
 * The growth of one fen by day: each day it grows by the rate in force ÷ the days of a year, rounded to 10^-30. Asked in any
 * order; every day is computed once. The migrator writes the same numbers for the database.
 */
function dailyGrowth(rates: readonly DatedRate[], bucket: string): (on: PlainDate) => Growth {
  const own = rates.filter((rate) => rate.bucket === bucket).sort((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  const grown: bigint[] = [one];
  const first = own[0];
  let place = 0;
  return (on) => {
    if (!first || on <= first.fromOn) return { growth: one, discount: one };
    const wanted = dayNumber(on) - dayNumber(first.fromOn);
    for (let day = grown.length; day <= wanted; day += 1) {
      const began = addDays(first.fromOn, day - 1);
      while ((own[place + 1]?.fromOn ?? '9999') <= began) place += 1;
      const { ratePpm, dayCount } = own[place] ?? first;
      const whole = 1_000_000n * BigInt(dayCount);
      grown.push(divideHalfUp((grown[day - 1] ?? one) * (whole + ratePpm), whole));
    }
    const growth = grown[wanted] ?? one;
    return { growth, discount: divideHalfUp(one * one, growth) };
  };
}
