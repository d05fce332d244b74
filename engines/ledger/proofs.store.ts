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
   WHERE d.owner_id = p.owner_id AND d.id = a.decision_id AND d.case_id = j.case_id AND d.outcome = 'approve'
     AND v.outcome = 'approve' AND v.maker_id = d.maker_id AND v.checker_id <> d.maker_id)`;

export function brokenDebits(reader: Reader): Promise<Difference[]> {
  return reader.rows<Difference>(
    `SELECT p.owner_id || '/' || p.journal_id AS row, p.amount_fen::text AS stored, '' AS found FROM posting p
      WHERE p.debit = 'personal' AND (
        NOT EXISTS (SELECT FROM authority a JOIN journal j ON j.owner_id = a.owner_id AND j.id = p.journal_id
                     WHERE a.owner_id = p.owner_id AND a.id = p.authority_id AND a.purpose = p.purpose
                       AND j.purpose = p.purpose AND a.amount_fen = p.amount_fen AND ${decidedByTwo})
        OR EXISTS (SELECT FROM posting q WHERE q.owner_id = p.owner_id AND q.authority_id = p.authority_id
                      AND (q.journal_id, q.line_no) <> (p.journal_id, p.line_no)))
      ORDER BY 1 LIMIT 100`,
  );
}

export function brokenCredits(reader: Reader): Promise<Difference[]> {
  return reader.rows<Difference>(
    `SELECT p.owner_id || '/' || p.journal_id AS row, p.amount_fen::text AS stored, '' AS found FROM posting p
      WHERE p.credit = 'personal' AND (
        NOT EXISTS (SELECT FROM credit_cause a JOIN journal j ON j.owner_id = a.owner_id AND j.id = p.journal_id
                     WHERE a.owner_id = p.owner_id AND a.id = p.cause_id AND a.purpose = p.purpose
                       AND j.purpose = p.purpose AND a.amount_fen = p.amount_fen
                       AND CASE a.purpose WHEN 'opening' THEN EXISTS (
                             SELECT FROM opening_line o JOIN import_approval v ON v.run_id = o.run_id
                              WHERE o.owner_id = a.owner_id AND o.run_id = a.run_id AND o.line_no = a.line_no
                                AND o.amount_fen = a.amount_fen AND o.balance_on = j.effective_on
                                AND v.checker_id <> v.maker_id)
                           ELSE ${decidedByTwo} END)
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

export async function countBuckets(reader: Reader): Promise<Counted> {
  const row = await reader.row<Counted>(
    `SELECT count(*) AS rows, coalesce(sum(amount_fen), 0)::bigint AS "sumFen" FROM interest_bucket`,
  );
  return row ?? nothing;
}

/**
 * What a bucket should hold: the openings that came after the account was last emptied, each from its day on. The index is
 * asked once a day that occurs, not once a row.
 */
export function brokenBuckets(reader: Reader): Promise<Difference[]> {
  return reader.rows<Difference>(
    `WITH entry AS (
       SELECT j.owner_id, extract(year FROM j.effective_on)::integer AS year, j.effective_on, p.amount_fen
         FROM posting p JOIN journal j ON j.owner_id = p.owner_id AND j.id = p.journal_id
        WHERE p.purpose = 'opening'
          AND NOT EXISTS (SELECT FROM posting q JOIN journal k ON k.owner_id = q.owner_id AND k.id = q.journal_id
                           WHERE q.owner_id = p.owner_id AND q.debit = 'personal' AND k.recorded_at >= j.recorded_at)
     ), day AS MATERIALIZED (
       SELECT effective_on, interest_index('carried-over', effective_on) AS index
         FROM (SELECT DISTINCT effective_on FROM entry) d
     ), expected AS (
       SELECT e.owner_id, e.year, 'carried-over' AS bucket, sum(e.amount_fen) AS amount, sum(e.amount_fen * d.index) AS weighted
         FROM entry e JOIN day d ON d.effective_on = e.effective_on GROUP BY e.owner_id, e.year
     )
     SELECT coalesce(b.owner_id, x.owner_id) || '/' || coalesce(b.year, x.year) || '/' || coalesce(b.bucket, x.bucket) AS row,
            coalesce(b.amount_fen, 0)::text AS stored, coalesce(x.amount, 0)::text AS found
       FROM interest_bucket b
       FULL JOIN expected x ON x.owner_id = b.owner_id AND x.year = b.year AND x.bucket = b.bucket
      WHERE coalesce(b.amount_fen, 0) <> coalesce(x.amount, 0) OR coalesce(b.weighted, 0) <> coalesce(x.weighted, 0)
      ORDER BY 1 LIMIT 100`,
  );
}
