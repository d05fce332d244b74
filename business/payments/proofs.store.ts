import type { Reader } from '#platform/postgres';

export interface Sums {
  readonly rows: bigint;
  readonly sumFen: bigint;
}

export interface Finding {
  readonly row: string;
  readonly what?: string;
}

interface OpenOrders {
  readonly rows: bigint;
  readonly orderedFen: bigint;
  readonly openFen: bigint;
}

const none: OpenOrders = { rows: 0n, orderedFen: 0n, openFen: 0n };

export async function openOrders(reader: Reader): Promise<OpenOrders> {
  const row = await reader.row<OpenOrders>(
    `SELECT (SELECT count(*) FROM payment_order) AS rows,
            (SELECT coalesce(sum(amount_fen), 0)::bigint FROM payment_order WHERE standing <> 'divided') AS "orderedFen",
            (SELECT coalesce(sum(o.amount_fen), 0)::bigint FROM payment_order o
              WHERE o.standing IN ('open', 'contested', 'held') AND o.liability = 'payable' AND NOT EXISTS (SELECT FROM payment_attempt a WHERE a.owner_id = o.owner_id AND a.order_id = o.id
                                                            AND a.result = 'paid'))
            -- Pharmacies and hospitals are paid for what was confirmed by card; nothing of it has left yet.
            + (SELECT coalesce(sum(confirmed_fen), 0)::bigint FROM card_payment) AS "openFen"`,
  );
  return row ?? none;
}

export async function attemptsCounted(reader: Reader): Promise<Sums> {
  const row = await reader.row<Sums>(
    `SELECT count(*) AS rows, coalesce(sum(amount_fen) FILTER (WHERE result = 'paid'), 0)::bigint AS "sumFen"
       FROM payment_attempt`,
  );
  return row ?? { rows: 0n, sumFen: 0n };
}

/** Orders paid twice, paid attempts whose entry differs or is missing, payments in the books that no attempt made. */
export function attemptsBroken(reader: Reader): Promise<Finding[]> {
  return reader.rows<Finding>(
    `SELECT owner_id || '/' || order_id AS row, 'twice' AS what FROM payment_attempt
      WHERE result = 'paid' GROUP BY owner_id, order_id HAVING count(*) > 1
     UNION ALL
     SELECT a.owner_id || '/' || a.order_id || '/' || a.attempt, 'differs'
       FROM payment_attempt a
       JOIN payment_order o ON o.owner_id = a.owner_id AND o.id = a.order_id
      WHERE a.result IN ('paid', 'sent-back') AND (a.amount_fen <> o.amount_fen OR NOT EXISTS (
              SELECT FROM posting p
               WHERE p.owner_id = a.owner_id AND p.journal_id = a.journal_id AND p.debit = o.liability AND p.credit IN ('bank', 'suspense')
                 AND p.amount_fen = o.amount_fen AND p.case_id = o.case_id))
     UNION ALL
     SELECT p.owner_id || '/' || p.journal_id, 'stray' FROM posting p
      WHERE p.purpose IN ('payment', 'transfer-payment') AND NOT EXISTS (SELECT FROM payment_attempt a
              WHERE a.owner_id = p.owner_id AND a.journal_id = p.journal_id AND a.result IN ('paid', 'sent-back'))
     UNION ALL
     SELECT a.owner_id || '/' || a.order_id || '/' || a.attempt, 'unbacked' FROM payment_attempt a
      WHERE a.result IN ('paid', 'returned', 'sent-back') AND (NOT EXISTS (SELECT FROM payment_release r WHERE r.batch_id = a.batch_id)
              OR NOT EXISTS (SELECT FROM bank_file f WHERE f.file_sha256 = a.file_sha256))
     LIMIT 100`,
  );
}

export function ordersBroken(reader: Reader): Promise<Finding[]> {
  return reader.rows<Finding>(
    `SELECT o.owner_id || '/' || o.id AS row FROM payment_order o
      WHERE o.of_order IS NULL AND NOT EXISTS (
        SELECT FROM authority a
          JOIN posting p ON p.owner_id = a.owner_id AND p.authority_id = a.id
          LEFT JOIN decision d ON d.owner_id = a.owner_id AND d.id = a.basis_id AND a.basis_kind = 'decision'
          LEFT JOIN transfer_acceptance c ON c.owner_id = a.owner_id AND c.message_id = a.basis_id AND a.basis_kind = 'transfer'
         WHERE a.owner_id = o.owner_id AND a.id = o.authority_id AND a.purpose = o.purpose AND a.amount_fen = o.amount_fen
           AND p.credit = o.liability AND p.amount_fen = o.amount_fen AND p.case_id = o.case_id
           AND CASE o.purpose WHEN 'transfer-out' THEN c.case_id ELSE d.case_id END = o.case_id)
     UNION ALL
     -- The parts of a divided order fill it to the fen; what is not divided has none, and each part stands on the whole's authority.
     SELECT o.owner_id || '/' || o.id FROM payment_order o
       LEFT JOIN LATERAL (SELECT sum(c.amount_fen) AS fen, count(*) AS parts FROM payment_order c
                           WHERE c.owner_id = o.owner_id AND c.of_order = o.id) c ON true
      WHERE (o.standing = 'divided') <> (c.parts > 0) OR (c.parts > 0 AND c.fen <> o.amount_fen)
     UNION ALL
     SELECT c.owner_id || '/' || c.id FROM payment_order c
      WHERE c.of_order IS NOT NULL AND NOT EXISTS (SELECT FROM payment_order o WHERE o.owner_id = c.owner_id AND o.id = c.of_order
              AND o.amount_fen = c.of_fen AND o.authority_id = c.authority_id AND o.case_id = c.case_id)
     UNION ALL
     SELECT t.owner_id || '/' || t.order_id FROM payment_attempt t
       JOIN payment_order o ON o.owner_id = t.owner_id AND o.id = t.order_id
       JOIN payee p ON p.owner_id = t.owner_id AND p.case_id = o.case_id AND p.revision = t.payee_revision
      WHERE p.party_id IS DISTINCT FROM o.party_id
     LIMIT 100`,
  );
}

export async function batchesCounted(reader: Reader): Promise<Sums> {
  const row = await reader.row<Sums>(
    `SELECT count(*) AS rows, coalesce(sum(total_fen), 0)::bigint AS "sumFen" FROM payment_batch`,
  );
  return row ?? { rows: 0n, sumFen: 0n };
}

export function batchesBroken(reader: Reader): Promise<Finding[]> {
  return reader.rows<Finding>(
    `SELECT b.id AS row FROM payment_batch b
       LEFT JOIN (SELECT batch_id, count(*) AS lines, sum(amount_fen) AS total FROM payment_attempt GROUP BY batch_id) a
         ON a.batch_id = b.id
       LEFT JOIN payment_release r ON r.batch_id = b.id
       LEFT JOIN payment_batch_given_up g ON g.batch_id = b.id
      WHERE a.lines IS DISTINCT FROM b.line_count OR a.total IS DISTINCT FROM b.total_fen
         OR batch_digest(b.id) <> b.digest OR r.maker_id <> b.maker_id OR r.checker_id = b.maker_id
         OR (r.batch_id IS NOT NULL AND g.batch_id IS NOT NULL)
         OR (r.approvals = 2 AND (SELECT count(DISTINCT officer_id) FROM payment_approval p WHERE p.batch_id = b.id
              AND p.officer_id <> b.maker_id AND p.digest = b.digest AND p.total_fen = b.total_fen) <> 2)
     LIMIT 100`,
  );
}
