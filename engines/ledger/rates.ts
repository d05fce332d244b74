import { ok, type PlainDate, type Refusal, type Result, refuse } from '#basics';
import { type Database, inTransaction } from '#platform/postgres';
import { readInterestRates } from './account.store.ts';
import type { DatedRate } from './interest.ts';
import { latestEntryOn, lockRates, removeRate, writeRate } from './rates.store.ts';

/**
 * Makes the database's rates those of the law's data; the migrator calls it at every start. A rate on which entries rest
 * already is not changed (`ledger.rates-rewritten`): the sums that interest is computed from would no longer be right.
 */
export function syncInterestRates(
  migrator: Database,
  rates: readonly DatedRate[],
): Promise<Result<{ readonly changed: number }, Refusal>> {
  return inTransaction(migrator, async (tx) => {
    await lockRates(tx);
    const there = await readInterestRates(tx);
    const gone = there.filter((rate) => !rates.some((other) => sameRate(rate, other)));
    const fresh = rates.filter((rate) => !there.some((other) => sameRate(rate, other)));
    const lastEntry = new Map<string, PlainDate | null>();
    for (const { bucket, fromOn } of [...gone, ...fresh]) {
      if (!lastEntry.has(bucket)) lastEntry.set(bucket, await latestEntryOn(tx, bucket));
      const latest = lastEntry.get(bucket) ?? null;
      if (latest !== null && latest > fromOn)
        return refuse({ code: 'ledger.rates-rewritten', figures: { bucket, fromOn } });
    }
    for (const rate of gone) await removeRate(tx, rate);
    for (const rate of fresh) await writeRate(tx, rate);
    return ok({ changed: gone.length + fresh.length });
  });
}

function sameRate(a: DatedRate, b: DatedRate): boolean {
  return (
    a.bucket === b.bucket && a.fromOn === b.fromOn && a.ratePpm === b.ratePpm && a.dayCount === b.dayCount
  );
}
