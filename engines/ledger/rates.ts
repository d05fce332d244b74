import { ok, type PlainDate, type Refusal, type Result } from '#basics';
import { type Database, inTransaction } from '#platform/postgres';
import { readInterestRates } from './account.store.ts';
import type { DatedRate } from './bearing.ts';
import { latestEntryOn, lockRates, removeRate, writeGrowth, writeRate } from './rates.store.ts';

/**
 * Makes the database's rates those of the law's data, as far as no entry rests on them; the migrator calls it at every start.
 * Rates for days on which entries rest already stay as they are (`waiting`) until two finance officers have changed them: the
 * sums of every account rest on them, and closed years may owe a difference.
 */
export function syncInterestRates(
  migrator: Database,
  rates: readonly DatedRate[],
): Promise<Result<{ readonly changed: number; readonly waiting: number }, Refusal>> {
  return inTransaction(migrator, async (tx) => {
    await lockRates(tx);
    const there = await readInterestRates(tx);
    const gone = there.filter((rate) => !rates.some((other) => sameRate(rate, other)));
    const fresh = rates.filter((rate) => !there.some((other) => sameRate(rate, other)));
    const lastEntry = new Map<string, PlainDate | null>();
    for (const { bucket } of [...gone, ...fresh])
      if (!lastEntry.has(bucket)) lastEntry.set(bucket, await latestEntryOn(tx, bucket));
    // How interest compounds holds for all rates alike, so that a change of it waits whole.
    const otherwise = new Set([...there, ...rates].map(({ compounding = 'simple' }) => compounding)).size > 1;
    const rested = ({ bucket, fromOn }: DatedRate) => {
      const latest = lastEntry.get(bucket) ?? null;
      return latest !== null && (otherwise || latest > fromOn);
    };
    const waiting = [...gone, ...fresh].filter(rested).length;
    for (const rate of gone) if (!rested(rate)) await removeRate(tx, rate);
    for (const rate of fresh) if (!rested(rate)) await writeRate(tx, rate);
    const changed = gone.length + fresh.length - waiting;
    if (changed > 0) await writeGrowth(tx);
    return ok({ changed, waiting });
  });
}

/** Rates as the database tells them in one text, for digests: one a line, in order. */
export function ratesText(rates: readonly DatedRate[]): string {
  return [...rates]
    .sort((a, b) => (a.bucket === b.bucket ? (a.fromOn < b.fromOn ? -1 : 1) : a.bucket < b.bucket ? -1 : 1))
    .map(({ bucket, fromOn, ratePpm, dayCount, compounding = 'simple' }) =>
      [bucket, fromOn, ratePpm, dayCount, compounding].join(' '),
    )
    .join('\n');
}

/** The first day for which two lists of rates differ; null where they are the same. */
export function firstDifference(a: readonly DatedRate[], b: readonly DatedRate[]): PlainDate | null {
  const days = [
    ...a.filter((rate) => !b.some((other) => sameRate(rate, other))),
    ...b.filter((rate) => !a.some((other) => sameRate(rate, other))),
  ].map(({ fromOn }) => fromOn);
  return days.sort()[0] ?? null;
}

function sameRate(a: DatedRate, b: DatedRate): boolean {
  return (
    a.bucket === b.bucket &&
    a.fromOn === b.fromOn &&
    a.ratePpm === b.ratePpm &&
    a.dayCount === b.dayCount &&
    (a.compounding ?? 'simple') === (b.compounding ?? 'simple')
  );
}
