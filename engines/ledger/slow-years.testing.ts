import { addDays, divideHalfUp, type PlainDate, plainDate, yearOf } from '#basics';
import type { DatedRate } from './bearing.ts';
import type { InterestEntry } from './interest.ts';

/**
 * What each year of an account bears, added up day by day from its entries: what is there on a day bears at the rate of that
 * day; spending takes from the year's inflow first. Rounded at the year's end and carried forward, less what did not reach
 * the account. Slow, and written without a look at the ledger's formula or its index, which it checks.
 */
export function slowYears(
  entries: readonly InterestEntry[],
  { rates, until }: { readonly rates: readonly DatedRate[]; readonly until: PlainDate },
): ReadonlyMap<number, bigint> {
  const told = new Map<number, bigint>();
  const first = entries.reduce((day, { effectiveOn }) => (effectiveOn < day ? effectiveOn : day), until);
  let carried = 0n;
  for (let year = yearOf(first); plainDate(`${year}-12-31`) < until; year += 1) {
    const own = entries.filter(({ effectiveOn }) => yearOf(effectiveOn) === year);
    const earned = ofYear(own, { rates, year, carried });
    told.set(year, earned);
    const moved = own
      .filter(({ bucket }) => bucket !== null)
      .reduce((sum, { changeFen }) => sum + changeFen, 0n);
    carried += moved + earned - own.reduce((sum, { elsewhereFen }) => sum + elsewhereFen, 0n);
  }
  return told;
}

interface YearTerms {
  readonly rates: readonly DatedRate[];
  readonly year: number;
  readonly carried: bigint;
}

function ofYear(entries: readonly InterestEntry[], { rates, year, carried }: YearTerms): bigint {
  const on = (bucket: InterestEntry['bucket'], day: string) =>
    entries
      .filter((entry) => entry.bucket === bucket && entry.effectiveOn <= day)
      .reduce((sum, { changeFen }) => sum + changeFen, 0n);
  const last = `${year}-12-31`;
  const spent = -on('debit', last);
  const cover = on('inflow', last) > 0n ? on('inflow', last) : 0n;
  const [share, of] = spent > cover && spent > 0n ? [cover, spent] : [1n, 1n];
  let parts = 0n;
  for (let day = plainDate(`${year}-01-01`); yearOf(day) === year; day = addDays(day, 1)) {
    const oldRate = rateOn(rates, { bucket: 'carried-over', day });
    const newRate = rateOn(rates, { bucket: 'inflow', day });
    parts += (carried + on('carried-over', day)) * of * oldRate + on('inflow', day) * of * newRate;
    parts += on('debit', day) * (share * newRate + (of - share) * oldRate);
  }
  return divideHalfUp(parts, yearsFinest * 1_000_000n * of);
}

/** Parts of a day's rate in a unit that years of 360 and of 365 days share. */
function rateOn(
  rates: readonly DatedRate[],
  { bucket, day }: { readonly bucket: string; readonly day: PlainDate },
): bigint {
  const before = rates.filter((rate) => rate.bucket === bucket && rate.fromOn <= day);
  const latest = before.sort((a, b) => (a.fromOn < b.fromOn ? 1 : -1))[0];
  return latest ? (latest.ratePpm * yearsFinest) / BigInt(latest.dayCount) : 0n;
}

const yearsFinest = 360n * 365n;
