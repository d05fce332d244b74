import type { Reader } from '#platform/postgres';
import type { Finding, Sums } from './proofs.store.ts';

export async function statementsCounted(reader: Reader): Promise<Sums> {
  const row = await reader.row<Sums>(
    `SELECT (SELECT count(*) FROM bank_statement) AS rows,
            (SELECT coalesce(sum(amount_fen), 0)::bigint FROM bank_line) AS "sumFen"`,
  );
  return row ?? { rows: 0n, sumFen: 0n };
}

const signedLine = `CASE l.direction WHEN 'in' THEN l.amount_fen ELSE -l.amount_fen END`;

/** Statements that do not begin where the last one ended, do not come to their balance, or lack lines though another was taken in since. */
export function statementsBroken(reader: Reader): Promise<Finding[]> {
  return reader.rows<Finding>(
    `SELECT s.account || '/' || s.on_date AS row FROM bank_statement s
       LEFT JOIN bank_statement b ON b.account = s.account AND b.on_date = s.previous_on
       LEFT JOIN (SELECT owner_id, count(*) AS lines, sum(${signedLine}) AS moved FROM bank_line l GROUP BY owner_id) l
         ON l.owner_id = s.owner_id
      WHERE (s.previous_on IS NOT NULL AND b.closing_fen IS DISTINCT FROM s.opening_fen)
         OR s.previous_on IS DISTINCT FROM (SELECT max(p.on_date) FROM bank_statement p WHERE p.account = s.account AND p.on_date < s.on_date)
         OR coalesce(l.lines, 0) > s.line_count
         OR (coalesce(l.lines, 0) = s.line_count AND s.opening_fen + coalesce(l.moved, 0) <> s.closing_fen)
         OR (coalesce(l.lines, 0) < s.line_count AND EXISTS (
              SELECT FROM bank_statement n WHERE n.account = s.account AND (n.taken_at, n.on_date) > (s.taken_at, s.on_date)))
     LIMIT 100`,
  );
}

/** Lines whose entries of the books do not come to them, entries matched to no line, and a payment that is two lines. */
export function linesBroken(reader: Reader): Promise<Finding[]> {
  return reader.rows<Finding>(
    `SELECT l.owner_id || '/' || l.line_key AS row, 'line' AS what FROM bank_line l
       LEFT JOIN (SELECT m.bank_owner, m.line_key,
                         sum(CASE p.debit WHEN 'bank' THEN p.amount_fen ELSE -p.amount_fen END) AS moved
                    FROM bank_match m JOIN posting p ON p.owner_id = m.owner_id AND p.journal_id = m.journal_id
                   WHERE 'bank' IN (p.debit, p.credit) GROUP BY m.bank_owner, m.line_key) e
         ON e.bank_owner = l.owner_id AND e.line_key = l.line_key
      WHERE e.moved IS DISTINCT FROM ${signedLine}
     UNION ALL
     SELECT m.owner_id || '/' || m.journal_id, 'entry' FROM bank_match m
      WHERE (m.bank_owner IS NOT NULL AND NOT EXISTS (SELECT FROM bank_line l WHERE l.owner_id = m.bank_owner AND l.line_key = m.line_key))
         OR NOT EXISTS (SELECT FROM posting p WHERE p.owner_id = m.owner_id AND p.journal_id = m.journal_id)
     LIMIT 100`,
  );
}

/** Of the statements not wholly taken in, what is missing of them. */
export async function unfinishedFen(reader: Reader): Promise<bigint> {
  const row = await reader.row<{ fen: bigint }>(
    `SELECT coalesce(sum(s.closing_fen - s.opening_fen - coalesce(l.moved, 0)), 0)::bigint AS fen FROM bank_statement s
       LEFT JOIN (SELECT owner_id, sum(${signedLine}) AS moved FROM bank_line l GROUP BY owner_id) l ON l.owner_id = s.owner_id`,
  );
  return row?.fen ?? 0n;
}

/** What adjustments and recovery orders moved through `suspense`, less the lines that they resolved. */
export async function otherSuspenseFen(reader: Reader): Promise<bigint> {
  const row = await reader.row<{ fen: bigint }>(
    `SELECT (SELECT coalesce(sum(CASE credit WHEN 'suspense' THEN amount_fen ELSE -amount_fen END), 0)::bigint FROM posting
              WHERE 'suspense' IN (debit, credit) 
                AND purpose NOT IN ('bank-line', 'payment', 'payment-return', 'transfer-payment', 'transfer-return', 'transfer-receipt'))
          + (SELECT coalesce(sum(${signedLine}), 0)::bigint FROM bank_line l
               JOIN suspense_decision d ON d.owner_id = l.owner_id AND d.line_key = l.line_key AND d.approved
               JOIN suspense_request r ON r.owner_id = d.owner_id AND r.id = d.request_id
              WHERE r.kind = 'adjustment') AS fen`,
  );
  return row?.fen ?? 0n;
}

export async function suspenseCounted(reader: Reader): Promise<bigint> {
  const row = await reader.row<{ n: bigint }>(
    `SELECT (SELECT count(*) FROM bank_line WHERE outcome = 'suspense')
          + (SELECT count(*) FROM posting WHERE 'suspense' IN (debit, credit)) AS n`,
  );
  return row?.n ?? 0n;
}

/** A resolution that one officer made alone, or a returned payment without its entry. */
export function resolutionsBroken(reader: Reader): Promise<Finding[]> {
  return reader.rows<Finding>(
    `SELECT d.owner_id || '/' || d.request_id AS row, 'alone' AS what FROM suspense_decision d
       JOIN suspense_request r ON r.owner_id = d.owner_id AND r.id = d.request_id
      WHERE d.checker_id = r.maker_id OR d.maker_id <> r.maker_id OR d.line_key <> r.line_key
     LIMIT 100`,
  );
}

/** Payments sent back whose entry is not theirs, and entries of returns that no attempt made. */
export function returnsBroken(reader: Reader): Promise<Finding[]> {
  return reader.rows<Finding>(
    `SELECT a.owner_id || '/' || a.order_id || '/' || a.attempt AS row, 'differs' AS what FROM payment_attempt a
      WHERE a.result = 'sent-back' AND NOT EXISTS (
              SELECT FROM posting p JOIN payment_order o ON o.owner_id = a.owner_id AND o.id = a.order_id
               WHERE p.owner_id = a.owner_id AND p.journal_id = a.return_journal_id AND p.credit = o.liability AND p.amount_fen = a.amount_fen
                 AND p.purpose = CASE o.liability WHEN 'payable' THEN 'payment-return' ELSE 'transfer-return' END
                 AND p.debit IN ('bank', 'suspense'))
     UNION ALL
     SELECT p.owner_id || '/' || p.journal_id, 'stray' FROM posting p
      WHERE p.purpose IN ('payment-return', 'transfer-return') AND p.debit IN ('bank', 'suspense')
        AND NOT EXISTS (SELECT FROM payment_attempt a
              WHERE a.owner_id = p.owner_id AND a.return_journal_id = p.journal_id AND a.result = 'sent-back')
     LIMIT 100`,
  );
}
