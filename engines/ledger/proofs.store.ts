import type { Reader } from '#platform/postgres';

/**
 * The rows that break a promise of the books, looked up one by one: where the pass over everything found a difference, and for
 * the owners alone for whom something was written since a transaction (`since`, null for everybody). A hundred rows at most.
 */
export interface Difference {
  readonly row: string;
  readonly stored: string;
  readonly found: string;
}

export type Since = bigint | null;

export interface Counted {
  readonly rows: bigint;
  readonly sumFen: bigint;
}

const nothing: Counted = { rows: 0n, sumFen: 0n };

const touched = (owner: string) =>
  `($1::bigint IS NULL OR ${owner} IN (SELECT t.owner_id FROM posting t WHERE t.recorded_xid >= $1::bigint))`;

/** The postings written since, and the owners whom they belong to. */
export async function countSince(reader: Reader, since: bigint): Promise<Counted> {
  const row = await reader.row<Counted>(
    `SELECT count(*) AS rows, coalesce(sum(amount_fen), 0)::bigint AS "sumFen" FROM posting WHERE recorded_xid >= $1`,
    [since],
  );
  return row ?? nothing;
}

/** Balances and counts that their entries do not come to; numbers that are missing or stand twice. */
export function replayDifferences(reader: Reader, since: Since): Promise<Difference[]> {
  return reader.rows<Difference>(
    `SELECT coalesce(a.owner_id, p.owner_id) AS row, coalesce(a.balance_fen, 0)::text || ' (' || coalesce(a.entry_count, 0) || ')' AS stored,
            coalesce(p.balance, 0)::text || ' (' || coalesce(p.entries, 0) || ')' AS found
       FROM (SELECT * FROM personal_account a WHERE ${touched('a.owner_id')}) a
       FULL JOIN (SELECT owner_id, sum(CASE WHEN credit = 'personal' THEN amount_fen ELSE -amount_fen END) AS balance,
                         count(*) AS entries, count(DISTINCT entry_no) AS numbers, min(entry_no) AS first, max(entry_no) AS last
                    FROM posting q WHERE (credit = 'personal' OR debit = 'personal') AND ${touched('q.owner_id')} GROUP BY owner_id) p
         ON p.owner_id = a.owner_id
      WHERE a.owner_id IS NULL OR a.balance_fen <> coalesce(p.balance, 0)
         OR (a.closed_on IS NOT NULL AND a.balance_fen <> 0)
         OR a.entry_count <> coalesce(p.entries, 0) OR p.numbers <> p.entries OR p.first <> 1 OR p.last <> p.entries
      ORDER BY 1 LIMIT 100`,
    [since],
  );
}

/**
 * Lines whose authority (or cause) is missing, another one's, of another amount, purpose or time, or used twice; and authorities
 * (or causes) that no line consumed.
 */
export function backingDifferences(
  reader: Reader,
  { side, since }: { readonly side: 'debit' | 'credit'; readonly since: Since },
): Promise<Difference[]> {
  const [table, id, other] =
    side === 'debit'
      ? ['authority', 'authority_id', 'cause_id']
      : ['credit_cause', 'cause_id', 'authority_id'];
  const own = side === 'debit' ? `p.debit = 'personal'` : `p.credit = 'personal'`;
  return reader.rows<Difference>(
    `SELECT p.owner_id || '/' || p.journal_id || '/' || p.line_no AS row, p.amount_fen::text AS stored, 'line' AS found
       FROM posting p
       LEFT JOIN ${table} a ON a.owner_id = p.owner_id AND a.id = p.${id}
      WHERE ${touched('p.owner_id')} AND CASE WHEN ${own} AND p.run_id IS NULL
              THEN a.id IS NULL OR p.${other} IS NOT NULL
                   OR (a.purpose, a.amount_fen, a.made_at) IS DISTINCT FROM (p.purpose, p.amount_fen, p.recorded_at)
              ELSE p.${id} IS NOT NULL END
     UNION ALL
     SELECT owner_id || '/' || ${id}, count(*)::text, 'twice' FROM posting q
      WHERE ${id} IS NOT NULL AND ${touched('q.owner_id')} GROUP BY owner_id, ${id} HAVING count(*) > 1
     UNION ALL
     SELECT a.owner_id || '/' || a.id, a.amount_fen::text, 'unused' FROM ${table} a
      WHERE ${touched('a.owner_id')} AND NOT EXISTS (SELECT FROM posting p WHERE p.owner_id = a.owner_id AND p.${id} = a.id)
      ORDER BY 1 LIMIT 100`,
    [since],
  );
}

/**
 * An approved decision to pay, proposed and approved by two different officers; or theirs that revoked one, by which the money
 * went back into the account.
 */
const decidedByTwo = `EXISTS (SELECT FROM decision d
    JOIN decision_approval v ON v.owner_id = d.owner_id AND v.decision_id = d.id AND v.case_id = d.case_id
   WHERE d.owner_id = a.owner_id AND d.id = a.basis_id AND v.outcome = d.outcome
     AND (d.outcome = 'approve' OR (a.purpose = 'refund' AND EXISTS (SELECT FROM case_objection j
            WHERE j.owner_id = d.owner_id AND j.case_id = d.case_id AND j.decided_by_id = d.id AND j.outcome = 'changed')))
     AND v.maker_id = d.maker_id AND v.checker_id <> d.maker_id
     AND EXISTS (SELECT FROM posting p WHERE p.owner_id = a.owner_id AND a.id IN (p.authority_id, p.cause_id) AND p.case_id = d.case_id))`;

/** A line of an import that two officers approved, with the day that was posted. */
const importedByTwo = `EXISTS (SELECT FROM opening_line o JOIN import_approval v ON v.run_id = o.run_id
   WHERE o.owner_id = a.owner_id AND a.basis_id = o.run_id || '/' || o.line_no AND o.amount_fen = a.amount_fen
     AND v.checker_id <> v.maker_id)`;

/** Interest of a closed year, posted again because of another entry. */
const explained = `EXISTS (SELECT FROM interest_difference i WHERE i.owner_id = a.owner_id AND i.journal_id = a.basis_id)`;

/** A correction, reversal or refund that one officer asked for and another approved, with the journal that it made. */
const adjustedByTwo = `EXISTS (SELECT FROM adjustment j
    JOIN adjustment_decision v ON v.owner_id = j.owner_id AND v.adjustment_id = j.id
   WHERE j.owner_id = a.owner_id AND j.id = a.basis_id AND v.approved AND v.maker_id = j.maker_id AND v.checker_id <> j.maker_id)`;

/** Authorities and causes whose ground is not there, or was not laid by two. */
export function groundDifferences(
  reader: Reader,
  { side, since }: { readonly side: 'debit' | 'credit'; readonly since: Since },
): Promise<Difference[]> {
  return reader.rows<Difference>(
    `SELECT a.owner_id || '/' || a.id AS row, a.basis_kind AS stored, a.basis_id AS found
       FROM ${side === 'debit' ? 'authority' : 'credit_cause'} a
      WHERE a.basis_kind IN ('decision', 'adjustment', 'backdated-entry') AND ${touched('a.owner_id')}
        AND NOT CASE a.basis_kind WHEN 'decision' THEN ${decidedByTwo} WHEN 'adjustment' THEN ${adjustedByTwo} ELSE ${explained} END
      ORDER BY 1 LIMIT 100`,
    [since],
  );
}

/** Causes that name a line of an import which is not there, is another's or of another amount, or was approved by its maker. */
export function importDifferences(reader: Reader, since: Since): Promise<Difference[]> {
  return reader.rows<Difference>(
    `SELECT a.owner_id || '/' || a.id AS row, a.basis_kind AS stored, a.basis_id AS found
       FROM credit_cause a
      WHERE a.basis_kind = 'import-line' AND ${touched('a.owner_id')} AND NOT ${importedByTwo}
      ORDER BY 1 LIMIT 100`,
    [since],
  );
}

/** Opening balances posted for another day than the import says. */
export function openingDays(reader: Reader, since: Since): Promise<Difference[]> {
  return reader.rows<Difference>(
    `SELECT p.owner_id || '/' || p.journal_id AS row, o.balance_on::text AS stored, p.effective_on::text AS found
       FROM posting p
       JOIN credit_cause c ON c.owner_id = p.owner_id AND c.id = p.cause_id
       JOIN opening_line o ON o.owner_id = c.owner_id AND c.basis_id = o.run_id || '/' || o.line_no
      WHERE p.purpose = 'opening' AND c.basis_kind = 'import-line' AND o.balance_on <> p.effective_on AND ${touched('p.owner_id')}
      ORDER BY 1 LIMIT 100`,
    [since],
  );
}

/** Accounts whose open year is closed already, and lines for a year that is not, unless an approved run of that year wrote them. */
export function yearDifferences(reader: Reader): Promise<Difference[]> {
  return reader.rows<Difference>(
    `SELECT a.owner_id AS row, a.open_year::text AS stored, y.last_year::text AS found
       FROM personal_account a CROSS JOIN closed_years y WHERE a.open_year <= y.last_year
     UNION ALL
     SELECT p.owner_id || '/' || p.journal_id, p.effective_on::text, y.last_year::text
       FROM posting p CROSS JOIN closed_years y
       LEFT JOIN (interest_run r JOIN interest_run_decision v ON v.run_id = r.id AND v.approved AND v.checker_id <> r.maker_id)
         ON r.id = p.run_id
      WHERE p.run_id IS NOT NULL AND extract(year FROM p.effective_on) > y.last_year
        AND (r.id IS NULL OR extract(year FROM p.effective_on) > r.year)
      ORDER BY 1 LIMIT 100`,
  );
}

export interface Guard {
  readonly name: string;
  readonly stands: boolean;
}

/** Constraints and unique indexes that hold the books, by name, as the catalogue has them now. */
export function guardsStanding(reader: Reader, names: readonly string[]): Promise<Guard[]> {
  return reader.rows<Guard>(
    `SELECT n.name, EXISTS (SELECT FROM pg_constraint c WHERE c.conname = n.name AND c.convalidated)
                 OR EXISTS (SELECT FROM pg_index i WHERE i.indexrelid = to_regclass('public.' || n.name) AND i.indisunique AND i.indisvalid) AS stands
       FROM unnest($1::text[]) AS n (name)`,
    [names],
  );
}

/** Tables that only guard functions write, and that the application's role can write all the same. */
export async function openTables(reader: Reader, tables: readonly string[]): Promise<readonly string[]> {
  const rows = await reader.rows<{ name: string }>(
    `SELECT t.name FROM unnest($1::text[]) AS t (name)
      WHERE has_table_privilege('suixing_app', 'public.' || t.name, 'INSERT, UPDATE, DELETE, TRUNCATE')`,
    [tables],
  );
  return rows.map(({ name }) => name);
}

/** Guard functions that the application may call, that keep a time and do not ask whether it is now. */
export async function unclockedGuards(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.rows<{ name: string }>(
    `SELECT proname::text AS name FROM pg_proc
      WHERE pronamespace = 'public'::regnamespace AND prosecdef AND 'p_at' = ANY (proargnames[1:pronargs])
        AND has_function_privilege('suixing_app', oid, 'EXECUTE')
        AND prosrc !~ '\\mBEGIN\\s+PERFORM public\\.mind_the_clock\\(p_at\\);' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
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
export function brokenSums(reader: Reader, since: Since): Promise<Difference[]> {
  return reader.rows<Difference>(
    `WITH emptied AS (
       SELECT owner_id, max(entry_no) AS entry_no FROM posting WHERE bucket = 'reset' GROUP BY owner_id
     ), entry AS MATERIALIZED (
       SELECT p.owner_id, a.open_year, p.bucket, p.effective_on, extract(year FROM p.effective_on)::integer AS year,
              sum(CASE WHEN p.credit = 'personal' THEN p.amount_fen ELSE -p.amount_fen END) AS change
         FROM posting p
         JOIN personal_account a ON a.owner_id = p.owner_id
         LEFT JOIN emptied e ON e.owner_id = p.owner_id
        WHERE ${touched('p.owner_id')} AND p.bucket <> 'reset' AND p.entry_no > coalesce(e.entry_no, 0) AND p.effective_on >= make_date(a.open_year, 1, 1)
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
       SELECT a.*, s.here, s.later, a.carried_fen::numeric - coalesce(s.here[1], 0) AS brought,
              interest_weight('carried-over', 1, make_date(y.open_year, 1, 1)) AS new_year
         FROM personal_account a
         LEFT JOIN (SELECT DISTINCT open_year FROM personal_account WHERE open_year IS NOT NULL) y ON y.open_year = a.open_year
         LEFT JOIN sums s ON s.owner_id = a.owner_id
        WHERE NOT a.sums_by_replay AND ${touched('a.owner_id')}
     )
     SELECT owner_id AS row, (carried_fen::numeric + inflow_fen - debit_fen + next_carried_fen + next_inflow_fen - next_debit_fen)::text AS stored,
            balance_fen::text AS found
       FROM compared
      WHERE carried_fen::numeric + inflow_fen - debit_fen + next_carried_fen + next_inflow_fen - next_debit_fen <> balance_fen
         OR carried_weight <> coalesce(here[2], 0) + coalesce(brought * new_year, 0)
         OR (inflow_fen, inflow_weight, debit_fen, debit_inflow_weight, debit_carried_weight)
            <> (coalesce(here[3], 0), coalesce(here[4], 0), coalesce(here[5], 0), coalesce(here[6], 0), coalesce(here[7], 0))
         OR (next_carried_fen, next_carried_weight, next_inflow_fen, next_inflow_weight, next_debit_fen, next_debit_inflow_weight,
             next_debit_carried_weight)
            <> (coalesce(later[1], 0), coalesce(later[2], 0), coalesce(later[3], 0), coalesce(later[4], 0), coalesce(later[5], 0),
                coalesce(later[6], 0), coalesce(later[7], 0))
      ORDER BY 1 LIMIT 100`,
    [since],
  );
}
