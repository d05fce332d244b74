import type { Database } from '#platform/postgres';

/** Accounts with the sums of a year – carried over, twelve months of inflow, spending –, one in twenty empty; in order of id. */
export async function fillAccounts(db: Database, accounts: number): Promise<void> {
  await db.rows(
    `TRUNCATE personal_account, posting, interest_run, interest_rate, opening_line, authority, credit_cause, account_hold CASCADE`,
  );
  await db.rows(`UPDATE closed_years SET last_year = 2024`);
  await db.rows(
    `INSERT INTO interest_rate (bucket, from_on, rate_ppm, day_count) VALUES
       ('carried-over', '2010-10-20', 19100, 360), ('carried-over', '2015-10-24', 11000, 360), ('inflow', '2012-07-06', 3500, 360)`,
  );
  await db.rows(
    `INSERT INTO personal_account (owner_id, opened_on, balance_fen, version, entry_count, open_year, carried_fen, carried_weight,
       inflow_fen, inflow_weight, debit_fen, debit_inflow_weight, debit_carried_weight, next_inflow_fen, next_inflow_weight)
     SELECT 'psn_01kb' || lpad(to_hex(n::bigint * 2654435), 22, '0'), '2015-01-01', c + i - d + x, 40, 40, 2025, c,
            c * interest_index, i, i * inflow_index, d, d * inflow_index, d * carried_index, x, x * next_index
       FROM (SELECT n, CASE n % 20 WHEN 0 THEN 0 ELSE 100000 + n * 7919 % 9000000 END AS c, CASE n % 20 WHEN 0 THEN 0 ELSE 240000 + n % 60000 END AS i,
                    CASE n % 20 WHEN 0 THEN 0 ELSE n * 104729 % 300000 END AS d, n % 30000 AS x FROM generate_series(1, $1::bigint) n) AS made,
            (SELECT interest_index('carried-over', '2025-01-01') AS interest_index, interest_index('inflow', '2025-06-20') AS inflow_index,
                    interest_index('carried-over', '2025-07-11') AS carried_index, interest_index('inflow', '2026-01-15') AS next_index) AS at
      ORDER BY 1`,
    [accounts],
  );
  await db.rows(
    `CREATE OR REPLACE FUNCTION bench_approve(p_run text) RETURNS void LANGUAGE sql AS $$
       INSERT INTO office (id, region, name_zh, name_en) VALUES ('ofc_bench', '440300', '测量', 'Bench') ON CONFLICT DO NOTHING;
       INSERT INTO officer (id, login_name, name_zh, name_en, office_id, roles, created_at)
         VALUES ('off_one', 'one', '一', 'One', 'ofc_bench', '{finance}', now()), ('off_two', 'two', '二', 'Two', 'ofc_bench', '{finance}', now())
         ON CONFLICT DO NOTHING;
       INSERT INTO interest_run (id, kind, year, accounts, bearing, interest_fen, negative_fen, laggards, by_replay, rates, picture,
         closed_before, digest, maker_id, made_at) VALUES (p_run, 'credit', 2025, 0, 0, 0, 0, 0, 0, '', '1:1:', 2024, 'x', 'off_one', now());
       INSERT INTO interest_run_decision (run_id, maker_id, digest, checker_id, approved, decided_at)
         VALUES (p_run, 'off_one', 'x', 'off_two', true, now());
       INSERT INTO interest_run_progress (run_id) VALUES (p_run);
     $$`,
  );
}

/** Everybody starts from tables without dead rows and from written pages. */
export async function tidy(db: Database): Promise<void> {
  await db.rows('VACUUM (ANALYZE) personal_account');
  await db.rows('VACUUM (ANALYZE) posting');
  await db.rows('CHECKPOINT');
}

/** The rows of the run, written with figures that cost nothing. */
export function bareUpdate(db: Database): Promise<unknown> {
  return db.rows(
    `UPDATE personal_account SET balance_fen = balance_fen + 1, version = version + 1, entry_count = entry_count + 1, open_year = 2026,
       carried_fen = balance_fen, carried_weight = carried_weight + 1, inflow_fen = 0, inflow_weight = 0, debit_fen = 0,
       debit_inflow_weight = 0, debit_carried_weight = 0, next_inflow_fen = 0, next_inflow_weight = 0`,
  );
}

/** The postings of a run as a file of the server's; answers its name. */
export async function postingsAsFile(db: Database, run: string): Promise<string> {
  const row = await db.row<{ folder: string }>(`SELECT current_setting('data_directory') AS folder`);
  const file = `${row?.folder}/bench-${run}.copy`;
  await db.rows(`COPY (SELECT * FROM posting WHERE run_id = '${run}' ORDER BY owner_id) TO '${file}'`);
  return file;
}

export function bareCopy(db: Database, file: string): Promise<unknown> {
  return db.rows(`COPY posting FROM '${file}'`);
}
