import type { Reader } from '#platform/postgres';

/** Sets the business clock so that it shows `at` now; the migrator's right alone. */
export async function setBusinessClock(migrator: Reader, at: string): Promise<void> {
  await migrator.rows(
    'UPDATE business_clock SET ahead_seconds = floor(extract(epoch FROM $1::timestamptz - clock_timestamp()))',
    [at],
  );
}
