import type { PlainDate } from '#basics';
import type { Tx } from '#platform/postgres';
import type { DatedRate } from './bearing.ts';

/** Two starts at once sync one after the other. */
export async function lockRates(tx: Tx): Promise<void> {
  await tx.rows('LOCK TABLE interest_rate IN SHARE ROW EXCLUSIVE MODE');
}

/** The last day from which an entry bears interest in a bucket; spending may bear in either. */
export async function latestEntryOn(tx: Tx, bucket: string): Promise<PlainDate | null> {
  const row = await tx.row<{ on: PlainDate | null }>(
    `SELECT max(effective_on) AS on FROM posting WHERE bucket IN ($1, 'debit')`,
    [bucket],
  );
  return row?.on ?? null;
}

export async function removeRate(tx: Tx, { bucket, fromOn }: DatedRate): Promise<void> {
  await tx.rows('DELETE FROM interest_rate WHERE bucket = $1 AND from_on = $2', [bucket, fromOn]);
}

export async function writeRate(tx: Tx, rate: DatedRate): Promise<void> {
  const { bucket, fromOn, ratePpm, dayCount, compounding = 'simple' } = rate;
  await tx.rows(
    'INSERT INTO interest_rate (bucket, from_on, rate_ppm, day_count, compounding) VALUES ($1, $2, $3, $4, $5)',
    [bucket, fromOn, ratePpm, dayCount, compounding],
  );
}

/** Growth by day, where interest compounds. */
export async function writeGrowth(tx: Tx): Promise<void> {
  await tx.rows('SELECT write_interest_growth()');
}
