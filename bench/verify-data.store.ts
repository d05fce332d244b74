import { passMemory } from '#engines/ledger';
import type { Database } from '#platform/postgres';

/**
 * A city's books, written straight into the tables so that every proof holds: each account has twelve postings, of which one
 * is the opening balance from an approved import, five are contributions to the account and five to the pool, and one goes
 * out with a transfer. Identifiers have the length of real ones. The rates are those
 * that the database has.
 */
export async function fillBooks(superuser: Database, accounts: number): Promise<void> {
  for (const sql of [officers, imports, causes, authorities, postings, finish])
    await superuser.rows(sql.replaceAll('$accounts', String(accounts)));
  await superuser.rows('VACUUM ANALYZE');
  await superuser.rows('SELECT roll_up_fund_days()');
}

/** One bare sum over the postings: what the proofs are measured against. */
export async function sumPostings(db: Database): Promise<bigint> {
  const row = await db.row<{ sum: string }>('SELECT sum(amount_fen)::text AS sum FROM posting');
  return BigInt(row?.sum ?? 0);
}

/** What a step of the proofs may use on the server, as they set it for themselves. */
export function passMemoryOf(): string {
  return passMemory;
}

const owner = `'psn_' || lpad(i::text, 26, '0')`;
const recorded = `'2026-06-30T10:00:00+08:00'::timestamptz`;

const officers = `
  INSERT INTO office (id, region, name_zh, name_en) VALUES ('ofc_bench', '440300', '测试分局', 'Bench office');
  INSERT INTO officer (id, login_name, name_zh, name_en, office_id, roles, created_at)
  SELECT 'off_' || r, r, r, r, 'ofc_bench', ARRAY[r], now() FROM unnest(ARRAY['clerk', 'reviewer']) AS r`;

const imports = `
  SET session_replication_role = 'replica';
  INSERT INTO personal_account (owner_id, opened_on, balance_fen, version, entry_count, open_year, carried_fen, carried_weight,
    inflow_fen, inflow_weight, debit_fen, debit_inflow_weight, debit_carried_weight)
  SELECT ${owner}, '2026-01-01', 100000 + i % 1000 + 5 * 20000 - 5000, 7, 7, 2026,
         100000 + i % 1000, (100000 + i % 1000) * d.carried, 5 * 20000,
         20000 * d.inflows, 5000, 5000 * d.out_inflow, 5000 * d.out_carried
    FROM generate_series(1, $accounts) AS i,
         (SELECT interest_index('carried-over', '2026-01-01') AS carried,
                 (SELECT sum(interest_index('inflow', make_date(2026, m, 15))) FROM generate_series(1, 5) AS m) AS inflows,
                 interest_index('inflow', '2026-06-15') AS out_inflow,
                 interest_index('carried-over', '2026-06-15') AS out_carried) AS d;
  INSERT INTO import_run (id, kind, file_name, file_sha256, line_count, opening_count, opening_total_fen, maker_id, made_at, finished_at)
  SELECT 'run_bench', 'people', 'people.csv', sha256('bench'), $accounts, $accounts,
         (SELECT sum(100000 + i % 1000) FROM generate_series(1, $accounts) AS i), 'off_clerk', ${recorded}, ${recorded};
  INSERT INTO import_approval (run_id, maker_id, checker_id, approved_at) VALUES ('run_bench', 'off_clerk', 'off_reviewer', ${recorded});
  INSERT INTO opening_line SELECT ${owner}, 'run_bench', i, 100000 + i % 1000, '2026-01-01' FROM generate_series(1, $accounts) AS i`;

/** Line 1 is the opening, 2 to 6 the contributions; 7 to 11 go to the pool and need none. */
const causes = `
  INSERT INTO credit_cause (owner_id, id, purpose, amount_fen, basis_kind, basis_id, made_at)
  SELECT ${owner}, 'jnl_' || i || '_' || m || '/1', CASE m WHEN 0 THEN 'opening' ELSE 'contribution' END,
         CASE m WHEN 0 THEN 100000 + i % 1000 ELSE 20000 END, CASE m WHEN 0 THEN 'import-line' ELSE 'receipt' END,
         CASE m WHEN 0 THEN 'run_bench/' || i ELSE 'rcp_' || m END, ${recorded}
    FROM generate_series(0, 5) AS m, generate_series(1, $accounts) AS i`;

const authorities = `
  INSERT INTO authority (owner_id, id, purpose, amount_fen, basis_kind, basis_id, made_at)
  SELECT ${owner}, 'jnl_' || i || '_6/1', 'transfer-out', 5000, 'transfer', 'trf_1', ${recorded} FROM generate_series(1, $accounts) AS i`;

const postings = `
  INSERT INTO ledger_account VALUES ('clearing:510100', 'credit') ON CONFLICT DO NOTHING;
  INSERT INTO posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen, effective_on, recorded_at, entry_no,
    bucket, authority_id, cause_id)
  SELECT ${owner}, 'jnl_' || i || '_' || m, 1, CASE m WHEN 0 THEN 'opening' WHEN 6 THEN 'transfer-out' ELSE 'contribution' END,
         CASE m WHEN 0 THEN 'opening' WHEN 6 THEN 'personal' ELSE 'declared' END,
         CASE m WHEN 6 THEN 'clearing:510100' ELSE 'personal' END,
         CASE m WHEN 0 THEN 100000 + i % 1000 WHEN 6 THEN 5000 ELSE 20000 END,
         CASE m WHEN 0 THEN '2026-01-01'::date ELSE make_date(2026, m, 15) END, ${recorded}, m + 1,
         CASE m WHEN 0 THEN 'carried-over' WHEN 6 THEN 'debit' ELSE 'inflow' END,
         CASE m WHEN 6 THEN 'jnl_' || i || '_6/1' END, CASE m WHEN 6 THEN NULL ELSE 'jnl_' || i || '_' || m || '/1' END
    FROM generate_series(0, 6) AS m, generate_series(1, $accounts) AS i
  UNION ALL
  SELECT ${owner}, 'jnl_' || i || '_' || m, 2, 'contribution', 'declared', 'pool', 30000, make_date(2026, m, 15), ${recorded},
         NULL, NULL, NULL, NULL
    FROM generate_series(1, 5) AS m, generate_series(1, $accounts) AS i`;

const finish = `SET session_replication_role = 'origin'`;
