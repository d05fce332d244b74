import type { Reader } from '#platform/postgres';

/** A row that breaks a promise, by its key. */
export interface Stray {
  readonly row: string;
}

async function count(reader: Reader, sql: string): Promise<bigint> {
  return (await reader.row<{ n: bigint }>(sql))?.n ?? 0n;
}

export function countDecisions(reader: Reader): Promise<bigint> {
  return count(reader, 'SELECT count(*) AS n FROM adjustment_decision');
}

export function countReversals(reader: Reader): Promise<bigint> {
  return count(
    reader,
    `SELECT count(*) AS n FROM adjustment a JOIN adjustment_decision d ON d.owner_id = a.owner_id AND d.adjustment_id = a.id
      WHERE a.kind = 'reversal' AND d.approved`,
  );
}

export function countOrders(reader: Reader): Promise<bigint> {
  return count(reader, 'SELECT count(*) AS n FROM payment_order');
}

/** Decided by whoever asked or in another's name; posted on an adjustment that two officers did not approve. */
export function decidedAlone(reader: Reader): Promise<Stray[]> {
  return reader.rows<Stray>(
    `SELECT d.owner_id || '/' || d.adjustment_id AS row
       FROM adjustment_decision d
       LEFT JOIN adjustment a ON a.owner_id = d.owner_id AND a.id = d.adjustment_id AND a.maker_id = d.maker_id
      WHERE a.id IS NULL OR d.checker_id = d.maker_id
      UNION
     SELECT b.owner_id || '/' || b.basis_id
       FROM (SELECT owner_id, id, basis_id FROM authority WHERE basis_kind = 'adjustment'
              UNION ALL SELECT owner_id, id, basis_id FROM credit_cause WHERE basis_kind = 'adjustment') b
       LEFT JOIN adjustment_decision d ON d.owner_id = b.owner_id AND d.adjustment_id = b.basis_id AND d.approved
      WHERE d.journal_id IS NULL OR b.id NOT IN (d.journal_id || '/1', d.journal_id || '-shortage/1')
      ORDER BY 1 LIMIT 100`,
  );
}

/** What was approved and not posted so, and moves of orders in the books that nobody approved. */
export function notAsPosted(reader: Reader): Promise<Stray[]> {
  return reader.rows<Stray>(
    `SELECT a.owner_id || '/' || a.id AS row
       FROM adjustment a
       JOIN adjustment_decision d ON d.owner_id = a.owner_id AND d.adjustment_id = a.id AND d.approved
       LEFT JOIN posting p ON p.owner_id = d.owner_id AND p.journal_id = d.journal_id AND p.line_no = 1
       LEFT JOIN posting s ON s.owner_id = d.owner_id AND s.journal_id = d.journal_id || '-shortage' AND s.purpose = 'shortage'
      WHERE p.amount_fen IS DISTINCT FROM a.amount_fen OR p.effective_on IS DISTINCT FROM a.effective_on
         OR p.purpose IS DISTINCT FROM CASE WHEN a.kind IN ('credit', 'debit') THEN 'correction' ELSE a.kind END
         OR (a.kind = 'credit' AND (p.debit <> a.counter OR p.credit <> 'personal'))
         OR (a.kind = 'debit' AND (p.debit <> 'personal' OR p.credit <> a.counter))
         OR coalesce(s.amount_fen, 0) <> d.shortage_fen
      UNION
     SELECT p.owner_id || '/' || p.journal_id FROM posting p
      WHERE p.purpose IN ('refund', 'unclaimed', 'claimed') AND NOT EXISTS (
        SELECT FROM adjustment_decision d JOIN adjustment a ON a.owner_id = d.owner_id AND a.id = d.adjustment_id
         WHERE d.owner_id = p.owner_id AND d.journal_id = p.journal_id AND d.approved AND a.kind = p.purpose)
        -- An objection that revoked a payment puts it back by its own decision.
        AND NOT EXISTS (SELECT FROM credit_cause c JOIN case_objection j ON j.owner_id = c.owner_id AND j.decided_by_id = c.basis_id
         WHERE c.owner_id = p.owner_id AND c.id = p.cause_id AND c.basis_kind = 'decision' AND p.purpose = 'refund' AND j.outcome = 'changed')
      ORDER BY 1 LIMIT 100`,
  );
}

/** Lines reversed twice, reversals that are not their line the other way round, marks without a reversal or the reverse. */
export function reversedWrongly(reader: Reader): Promise<Stray[]> {
  return reader.rows<Stray>(
    `SELECT a.owner_id || '/' || a.id AS row
       FROM adjustment a
       JOIN adjustment_decision d ON d.owner_id = a.owner_id AND d.adjustment_id = a.id AND d.approved
       LEFT JOIN reversed_line r ON r.owner_id = a.owner_id AND r.adjustment_id = a.id
        AND r.journal_id = a.target_journal AND r.line_no = a.target_line
       LEFT JOIN posting t ON t.owner_id = a.owner_id AND t.journal_id = a.target_journal AND t.line_no = a.target_line
       LEFT JOIN posting p ON p.owner_id = d.owner_id AND p.journal_id = d.journal_id AND p.line_no = 1
      WHERE a.kind = 'reversal' AND (r.owner_id IS NULL
         OR (p.debit, p.credit, p.amount_fen, p.effective_on, p.bucket)
            IS DISTINCT FROM (t.credit, t.debit, t.amount_fen, t.effective_on, t.bucket)
         OR EXISTS (SELECT FROM adjustment o
              JOIN adjustment_decision e ON e.owner_id = o.owner_id AND e.adjustment_id = o.id AND e.approved
             WHERE o.owner_id = a.owner_id AND o.target_journal = a.target_journal AND o.target_line = a.target_line AND o.id <> a.id))
      UNION
     SELECT r.owner_id || '/' || r.journal_id || '/' || r.line_no FROM reversed_line r
      WHERE NOT EXISTS (SELECT FROM adjustment a
             JOIN adjustment_decision d ON d.owner_id = a.owner_id AND d.adjustment_id = a.id AND d.approved
            WHERE a.owner_id = r.owner_id AND a.id = r.adjustment_id AND a.kind = 'reversal')
      ORDER BY 1 LIMIT 100`,
  );
}

/** Orders that stand otherwise than their last move says, or were paid while they were not open. */
export function ordersAstray(reader: Reader): Promise<Stray[]> {
  return reader.rows<Stray>(
    `SELECT o.owner_id || '/' || o.id AS row FROM payment_order o
       LEFT JOIN LATERAL (
         SELECT a.kind FROM adjustment a
           JOIN adjustment_decision d ON d.owner_id = a.owner_id AND d.adjustment_id = a.id AND d.approved
          WHERE a.owner_id = o.owner_id AND a.target_order = o.id ORDER BY d.decided_at DESC, a.id DESC LIMIT 1) m ON true
       LEFT JOIN LATERAL (
         SELECT coalesce(j.outcome, 'open') AS outcome FROM case_objection j
          WHERE j.owner_id = o.owner_id AND j.order_id = o.id ORDER BY j.made_at DESC, j.id DESC LIMIT 1) j ON true
      WHERE (o.standing NOT IN ('held', 'divided')
             AND o.standing <> (CASE WHEN j.outcome = 'open' THEN 'contested' WHEN j.outcome = 'changed' THEN 'refunded' ELSE CASE m.kind WHEN 'refund' THEN 'refunded' WHEN 'unclaimed' THEN 'unclaimed' ELSE 'open' END END))
         OR (o.standing <> 'open' AND EXISTS (SELECT FROM payment_attempt t
              WHERE t.owner_id = o.owner_id AND t.order_id = o.id AND (t.result IS NULL OR t.result = 'paid')))
      ORDER BY 1 LIMIT 100`,
  );
}

/** What the unclaimed orders come to. */
export async function unclaimedSums(
  reader: Reader,
): Promise<{ readonly rows: bigint; readonly ordersFen: bigint }> {
  const row = await reader.row<{ rows: bigint; ordersFen: bigint }>(
    `SELECT (SELECT count(*) FROM payment_order WHERE standing = 'unclaimed') AS rows,
            (SELECT coalesce(sum(amount_fen), 0)::bigint FROM payment_order WHERE standing = 'unclaimed') AS "ordersFen"`,
  );
  return row ?? { rows: 0n, ordersFen: 0n };
}
