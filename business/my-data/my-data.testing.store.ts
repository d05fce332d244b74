import type { TestDatabase } from '#platform/testing';

/** Puts forty years of paid months and of monthly credits on record of somebody; what books would ask of such rows is left aside. */
export async function fortyYears(db: TestDatabase, owner: string): Promise<void> {
  await db.superuser.rows(`DO $$ BEGIN
    SET LOCAL session_replication_role = replica;
    CREATE TEMP TABLE forty ON COMMIT DROP AS SELECT n, (date '1985-01-01' + n * interval '1 month')::date AS on_day
      FROM generate_series(1, 480) n;
    INSERT INTO paid_period (owner_id, id, run_id, line_no, from_month, to_month, base_fen, origin_region, recorded_at)
      SELECT '${owner}', 'pdm_' || n, 'run_${owner}', n, to_char(on_day, 'YYYY-MM'), to_char(on_day, 'YYYY-MM'), 672700, '440300', now()
        FROM forty;
    INSERT INTO posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen, effective_on, recorded_at, entry_no, bucket, cause_id)
      SELECT '${owner}', 'jnl_' || n, 1, 'contribution', 'declared', 'personal', 30100, on_day, now(), n + 1, 'inflow', 'cau_' || n FROM forty;
  END $$`);
}
