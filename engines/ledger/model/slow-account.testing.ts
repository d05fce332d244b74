import { addDays, divideHalfUp, type PlainDate, yearOf } from '#basics';

/** One entry as the model remembers it, since the account was last emptied. */
export interface ModelEntry {
  readonly bucket: 'carried-over' | 'inflow' | 'debit';
  readonly on: PlainDate;
  readonly changeFen: bigint;
}

/** Parts per million a year of 360 days, the same on every day. */
export const modelRates = { 'carried-over': 11_000n, inflow: 3_500n } as const;

/**
 * The interest to a day, added up day by day from the entries: what is there on a day bears at its rate; spending takes from
 * this year's inflow first. Rounded once a year and carried forward. Slow, and written without a look at the ledger's
 * formula, which it checks.
 */
export function slowInterest(entries: readonly ModelEntry[], until: PlainDate): bigint {
  const first = entries.reduce((day, { on }) => (on < day ? on : day), until);
  let carried = 0n;
  let interest = 0n;
  for (let year = yearOf(first); year <= yearOf(until); year += 1) {
    const own = entries.filter(({ on }) => yearOf(on) === year);
    const earned = ofYear(own, { year, carried, until });
    interest += earned;
    carried += earned + own.reduce((sum, { changeFen }) => sum + changeFen, 0n);
  }
  return interest;
}

function ofYear(
  entries: readonly ModelEntry[],
  { year, carried, until }: { readonly year: number; readonly carried: bigint; readonly until: PlainDate },
): bigint {
  const total = (bucket: ModelEntry['bucket']) => amountOf(entries, { bucket, to: `${year}-12-31` });
  const spent = -total('debit');
  const cover = total('inflow') > 0n ? total('inflow') : 0n;
  const [share, of] = spent > cover && spent > 0n ? [cover, spent] : [1n, 1n];
  let parts = 0n;
  for (let day = newYear(year); yearOf(day) === year && day < until; day = addDays(day, 1)) {
    const stood = (bucket: ModelEntry['bucket']) => amountOf(entries, { bucket, to: day });
    const debit = stood('debit');
    parts += (carried + stood('carried-over')) * of * modelRates['carried-over'];
    parts += stood('inflow') * of * modelRates.inflow;
    parts += debit * (share * modelRates.inflow + (of - share) * modelRates['carried-over']);
  }
  return divideHalfUp(parts, 360n * 1_000_000n * of);
}

function amountOf(
  entries: readonly ModelEntry[],
  { bucket, to }: { readonly bucket: ModelEntry['bucket']; readonly to: string },
): bigint {
  return entries.reduce(
    (sum, entry) => (entry.bucket === bucket && entry.on <= to ? sum + entry.changeFen : sum),
    0n,
  );
}

function newYear(year: number): PlainDate {
  return addDays(`${year - 1}-12-31` as PlainDate, 1); // the last day of a year is a date
}
