import type { Reader } from '#platform/postgres';

export interface Counted {
  readonly rows: bigint;
  readonly sumFen: bigint;
}

/** A row that is not as it should be: what it says, and what it should say. */
export interface Difference {
  readonly row: string;
  readonly stored: string;
  readonly found: string;
}

const nothing: Counted = { rows: 0n, sumFen: 0n };

export async function sumAccounts(reader: Reader): Promise<Counted> {
  const row = await reader.row<Counted>(
    `SELECT count(*) AS rows, coalesce(sum(balance_fen), 0)::bigint AS "sumFen" FROM personal_account`,
  );
  return row ?? nothing;
}

export function replayDifferences(reader: Reader): Promise<Difference[]> {
  return reader.rows<Difference>(
    `SELECT coalesce(a.owner_id, p.owner_id) AS row, coalesce(a.balance_fen, 0)::text AS stored,
            coalesce(p.balance, 0)::text AS found
       FROM personal_account a
       FULL JOIN (SELECT owner_id, sum(CASE WHEN credit = 'personal' THEN amount_fen ELSE -amount_fen END) AS balance
                    FROM posting WHERE credit = 'personal' OR debit = 'personal' GROUP BY owner_id) p
         ON p.owner_id = a.owner_id
      WHERE a.owner_id IS NULL OR a.balance_fen <> coalesce(p.balance, 0)
         OR (a.closed_on IS NOT NULL AND a.balance_fen <> 0)
      ORDER BY 1 LIMIT 100`,
  );
}

/** Postings that debit, credit, or have anything to do with personal accounts; `any` counts all. */
export async function countPostings(reader: Reader, side: 'debit' | 'credit' | 'any'): Promise<Counted> {
  const row = await reader.row<Counted>(
    `SELECT count(*) AS rows, coalesce(sum(amount_fen), 0)::bigint AS "sumFen" FROM posting
      WHERE $1 = 'any' OR ($1 = 'debit' AND debit = 'personal') OR ($1 = 'credit' AND credit = 'personal')`,
    [side],
  );
  return row ?? nothing;
}

/** An approved decision to pay, proposed and approved by two different officers. */
const decidedByTwo = `EXISTS (SELECT FROM decision d
    JOIN decision_approval v ON v.owner_id = d.owner_id AND v.decision_id = d.id AND v.case_id = d.case_id
   WHERE d.owner_id = p.owner_id AND d.id = a.basis_id AND d.case_id = p.case_id AND d.outcome = 'approve'
     AND v.outcome = 'approve' AND v.maker_id = d.maker_id AND v.checker_id <> d.maker_id)`;

export function brokenDebits(reader: Reader): Promise<Difference[]> {
  return reader.rows<Difference>(
    `SELECT p.owner_id || '/' || p.journal_id AS row, p.amount_fen::text AS stored, '' AS found FROM posting p
      WHERE p.debit = 'personal' AND p.run_id IS NULL AND (
        NOT EXISTS (SELECT FROM authority a
                     WHERE a.owner_id = p.owner_id AND a.id = p.authority_id AND a.purpose = p.purpose
                       AND a.amount_fen = p.amount_fen AND CASE a.basis_kind WHEN 'decision' THEN ${decidedByTwo} ELSE true END)
        OR EXISTS (SELECT FROM posting q WHERE q.owner_id = p.owner_id AND q.authority_id = p.authority_id
                      AND (q.journal_id, q.line_no) <> (p.journal_id, p.line_no)))
      ORDER BY 1 LIMIT 100`,
  );
}

export function brokenCredits(reader: Reader): Promise<Difference[]> {
  return reader.rows<Difference>(
    `SELECT p.owner_id || '/' || p.journal_id AS row, p.amount_fen::text AS stored, '' AS found FROM posting p
      WHERE p.credit = 'personal' AND p.run_id IS NULL AND (
        NOT EXISTS (SELECT FROM credit_cause a
                     WHERE a.owner_id = p.owner_id AND a.id = p.cause_id AND a.purpose = p.purpose
                       AND a.amount_fen = p.amount_fen
                       AND CASE a.basis_kind WHEN 'import-line' THEN EXISTS (
                             SELECT FROM opening_line o JOIN import_approval v ON v.run_id = o.run_id
                              WHERE o.owner_id = a.owner_id AND a.basis_id = o.run_id || '/' || o.line_no
                                AND o.amount_fen = a.amount_fen AND o.balance_on = p.effective_on
                                AND v.checker_id <> v.maker_id)
                           WHEN 'decision' THEN ${decidedByTwo} ELSE true END)
        OR EXISTS (SELECT FROM posting q WHERE q.owner_id = p.owner_id AND q.cause_id = p.cause_id
                      AND (q.journal_id, q.line_no) <> (p.journal_id, p.line_no)))
      ORDER BY 1 LIMIT 100`,
  );
}

export async function countImports(reader: Reader): Promise<Counted> {
  const row = await reader.row<Counted>(
    `SELECT count(*) AS rows, coalesce(sum(r.opening_total_fen), 0)::bigint AS "sumFen"
       FROM import_run r JOIN import_approval v ON v.run_id = r.id`,
  );
  return row ?? nothing;
}

export function brokenOpenings(reader: Reader): Promise<Difference[]> {
  return reader.rows<Difference>(
    `SELECT r.id AS row, r.opening_total_fen::text AS stored, coalesce(o.total, 0)::text AS found
       FROM import_run r
       JOIN import_approval v ON v.run_id = r.id
       LEFT JOIN (SELECT run_id, count(*) AS lines, sum(amount_fen) AS total FROM opening_line GROUP BY run_id) o
         ON o.run_id = r.id
      WHERE r.opening_count <> coalesce(o.lines, 0) OR r.opening_total_fen <> coalesce(o.total, 0)
         OR r.finished_at IS NULL OR v.maker_id <> r.maker_id OR v.checker_id = r.maker_id
      ORDER BY 1 LIMIT 100`,
  );
}

/**
 * The sums on every account's row against its postings, in one pass: the entries of the open year and of the next, recorded
 * after the account was last emptied. What came over from the years before stands in no entry of these two: it is the rest
 * of the balance, and bears from New Year's Day. The index is asked once a day that occurs, not once a row.
 */
export function brokenSums(reader: Reader): Promise<Difference[]> {
  return reader.rows<Difference>(
    `WITH emptied AS (
       SELECT owner_id, max(entry_no) AS entry_no FROM posting WHERE bucket = 'reset' GROUP BY owner_id
     ), entry AS MATERIALIZED (
       SELECT p.owner_id, a.open_year, p.bucket, p.effective_on, extract(year FROM p.effective_on)::integer AS year,
              sum(CASE WHEN p.credit = 'personal' THEN p.amount_fen ELSE -p.amount_fen END) AS change
         FROM posting p
         JOIN personal_account a ON a.owner_id = p.owner_id
         LEFT JOIN emptied e ON e.owner_id = p.owner_id
        WHERE p.bucket <> 'reset' AND p.entry_no > coalesce(e.entry_no, 0) AND p.effective_on >= make_date(a.open_year, 1, 1)
        GROUP BY p.owner_id, a.open_year, p.bucket, p.effective_on
     ), day AS MATERIALIZED (
       SELECT effective_on, interest_weight('carried-over', 1, effective_on) AS carried, interest_weight('inflow', 1, effective_on) AS inflow
         FROM (SELECT DISTINCT effective_on FROM entry) AS d
     ), sums AS (
       SELECT e.owner_id,
              array[sum(change) FILTER (WHERE bucket = 'carried-over' AND year = open_year),
                    sum(change * d.carried) FILTER (WHERE bucket = 'carried-over' AND year = open_year),
                    sum(change) FILTER (WHERE bucket = 'inflow' AND year = open_year),
                    sum(change * d.inflow) FILTER (WHERE bucket = 'inflow' AND year = open_year),
                    -sum(change) FILTER (WHERE bucket = 'debit' AND year = open_year),
                    -sum(change * d.inflow) FILTER (WHERE bucket = 'debit' AND year = open_year),
                    -sum(change * d.carried) FILTER (WHERE bucket = 'debit' AND year = open_year)] AS here,
              array[sum(change) FILTER (WHERE bucket = 'carried-over' AND year > open_year),
                    sum(change * d.carried) FILTER (WHERE bucket = 'carried-over' AND year > open_year),
                    sum(change) FILTER (WHERE bucket = 'inflow' AND year > open_year),
                    sum(change * d.inflow) FILTER (WHERE bucket = 'inflow' AND year > open_year),
                    -sum(change) FILTER (WHERE bucket = 'debit' AND year > open_year),
                    -sum(change * d.inflow) FILTER (WHERE bucket = 'debit' AND year > open_year),
                    -sum(change * d.carried) FILTER (WHERE bucket = 'debit' AND year > open_year)] AS later
         FROM entry e JOIN day d ON d.effective_on = e.effective_on GROUP BY e.owner_id
     ), compared AS (
       SELECT a.*, s.here, s.later, a.carried_fen - coalesce(s.here[1], 0) AS brought,
              interest_weight('carried-over', 1, make_date(y.open_year, 1, 1)) AS new_year
         FROM personal_account a
         JOIN (SELECT DISTINCT open_year FROM personal_account WHERE open_year IS NOT NULL) y ON y.open_year = a.open_year
         LEFT JOIN sums s ON s.owner_id = a.owner_id
        WHERE NOT a.sums_by_replay
     )
     SELECT owner_id AS row, (carried_fen + inflow_fen - debit_fen + next_carried_fen + next_inflow_fen - next_debit_fen)::text AS stored,
            balance_fen::text AS found
       FROM compared
      WHERE carried_fen + inflow_fen - debit_fen + next_carried_fen + next_inflow_fen - next_debit_fen <> balance_fen
         OR carried_weight <> coalesce(here[2], 0) + brought * new_year
         OR (inflow_fen, inflow_weight, debit_fen, debit_inflow_weight, debit_carried_weight)
            <> (coalesce(here[3], 0), coalesce(here[4], 0), coalesce(here[5], 0), coalesce(here[6], 0), coalesce(here[7], 0))
         OR (next_carried_fen, next_carried_weight, next_inflow_fen, next_inflow_weight, next_debit_fen, next_debit_inflow_weight,
             next_debit_carried_weight)
            <> (coalesce(later[1], 0), coalesce(later[2], 0), coalesce(later[3], 0), coalesce(later[4], 0), coalesce(later[5], 0),
                coalesce(later[6], 0), coalesce(later[7], 0))
      ORDER BY 1 LIMIT 100`,
  );
}
