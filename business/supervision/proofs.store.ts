import type { Reader } from '#platform/postgres';

/** A row that breaks a promise, by its key. */
export interface Stray {
  readonly row: string;
}

export async function countSteps(reader: Reader): Promise<bigint> {
  return (await reader.row<{ n: bigint }>('SELECT count(*) AS n FROM supervision_step'))?.n ?? 0n;
}

/** Steps decided by whoever proposed them, or in another's name. */
export function decidedAlone(reader: Reader): Promise<Stray[]> {
  return reader.rows<Stray>(
    `SELECT d.owner_id || '/' || d.step_id AS row
       FROM supervision_decision d
       LEFT JOIN supervision_step s ON s.owner_id = d.owner_id AND s.id = d.step_id AND s.maker_id = d.maker_id
      WHERE s.id IS NULL OR d.checker_id = d.maker_id
      ORDER BY 1 LIMIT 100`,
  );
}

/** Measures lifted more than once, or that were never confirmed, or before they were set. */
export function liftedWrongly(reader: Reader): Promise<Stray[]> {
  return reader.rows<Stray>(
    `SELECT l.owner_id || '/' || l.id AS row
       FROM supervision_step l
       JOIN supervision_decision e ON e.owner_id = l.owner_id AND e.step_id = l.id AND e.confirmed
       LEFT JOIN supervision_step s ON s.owner_id = l.owner_id AND s.id = l.measure_id AND s.step = 'set' AND s.kind = l.kind
       LEFT JOIN supervision_decision d ON d.owner_id = s.owner_id AND d.step_id = s.id AND d.confirmed
      WHERE l.step = 'lift' AND (d.step_id IS NULL OR l.effective_on < s.effective_on
        OR EXISTS (SELECT FROM supervision_step o
             JOIN supervision_decision f ON f.owner_id = o.owner_id AND f.step_id = o.id AND f.confirmed
            WHERE o.owner_id = l.owner_id AND o.measure_id = l.measure_id AND o.step = 'lift' AND o.id <> l.id))
      ORDER BY 1 LIMIT 100`,
  );
}

export async function countFlags(reader: Reader): Promise<bigint> {
  const row = await reader.row<{ n: bigint }>(
    `SELECT count(*) AS n FROM supervision_step WHERE kind = 'investigation' AND step = 'set'`,
  );
  return row?.n ?? 0n;
}

/** Authorities to debit an account that were made while an investigation stood. */
export function leftUnderInvestigation(reader: Reader): Promise<Stray[]> {
  return reader.rows<Stray>(
    `SELECT a.owner_id || '/' || a.id AS row
       FROM authority a
       JOIN supervision_step s ON s.owner_id = a.owner_id AND s.step = 'set' AND s.kind = 'investigation'
       JOIN supervision_decision d ON d.owner_id = s.owner_id AND d.step_id = s.id AND d.confirmed
      WHERE a.purpose = 'withdrawal' AND a.made_at > d.decided_at
        AND NOT EXISTS (
          SELECT FROM supervision_step l
            JOIN supervision_decision e ON e.owner_id = l.owner_id AND e.step_id = l.id AND e.confirmed
           WHERE l.owner_id = s.owner_id AND l.measure_id = s.id AND l.step = 'lift' AND e.decided_at <= a.made_at)
      ORDER BY 1 LIMIT 100`,
  );
}

export async function countOrders(reader: Reader): Promise<bigint> {
  const row = await reader.row<{ n: bigint }>(
    `SELECT count(*) AS n FROM supervision_step WHERE kind = 'recovery' AND step = 'set'`,
  );
  return row?.n ?? 0n;
}

/** Orders that are not booked, or received more than they demand; receipts that the books or the bank's references lack. */
export function recoveredWrongly(reader: Reader): Promise<Stray[]> {
  return reader.rows<Stray>(
    `SELECT s.owner_id || '/' || s.id AS row
       FROM supervision_step s
       JOIN supervision_decision d ON d.owner_id = s.owner_id AND d.step_id = s.id AND d.confirmed
      WHERE s.kind = 'recovery' AND s.step = 'set'
        AND ((s.origin IS DISTINCT FROM 'booked' AND NOT EXISTS (
               SELECT FROM posting p WHERE p.owner_id = s.owner_id AND p.journal_id = s.id AND p.purpose = 'recovery-order'
                 AND p.debit = 'recoverable' AND p.amount_fen = s.amount_fen))
          OR s.amount_fen < (SELECT coalesce(sum(r.amount_fen), 0) FROM recovery_receipt r
                              WHERE r.owner_id = s.owner_id AND r.measure_id = s.id))
      UNION ALL
     SELECT r.owner_id || '/' || r.id
       FROM recovery_receipt r
       LEFT JOIN posting p ON p.owner_id = r.owner_id AND p.journal_id = r.id AND p.credit = 'recoverable'
         AND p.amount_fen = r.amount_fen AND p.debit = CASE r.way WHEN 'offset' THEN 'personal' WHEN 'sent-back' THEN 'pool' ELSE 'bank' END
       LEFT JOIN recovery_locator l
         ON l.bank_reference = r.bank_reference AND l.owner_id = r.owner_id AND l.receipt_id = r.id
      WHERE p.owner_id IS NULL OR (r.bank_reference IS NOT NULL AND l.owner_id IS NULL)
      UNION ALL
     SELECT p.owner_id || '/' || p.journal_id
       FROM posting p LEFT JOIN recovery_receipt r ON r.owner_id = p.owner_id AND r.id = p.journal_id
      WHERE p.purpose IN ('recovery-receipt', 'recovery-offset') AND r.id IS NULL
      UNION ALL
     SELECT l.owner_id || '/' || l.receipt_id
       FROM recovery_locator l
       LEFT JOIN recovery_receipt r
         ON r.owner_id = l.owner_id AND r.id = l.receipt_id AND r.bank_reference = l.bank_reference
      WHERE r.id IS NULL
      ORDER BY 1 LIMIT 100`,
  );
}

/** Persons of whom standing orders demand more than the books have as receivable. */
export function owedBeyondBooks(reader: Reader): Promise<Stray[]> {
  return reader.rows<Stray>(
    `SELECT s.owner_id AS row
       FROM (SELECT owner_id, sum(still_owed(owner_id, id)) AS owed FROM supervision_step
              WHERE kind = 'recovery' AND step = 'set' GROUP BY owner_id) s
      WHERE s.owed > (SELECT coalesce(sum(CASE WHEN p.debit = 'recoverable' THEN p.amount_fen ELSE -p.amount_fen END), 0)
                        FROM posting p WHERE p.owner_id = s.owner_id AND 'recoverable' IN (p.debit, p.credit))
      ORDER BY 1 LIMIT 100`,
  );
}
