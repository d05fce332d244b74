import type { Reader } from '#platform/postgres';

export interface Finding {
  readonly row: string;
}

/** What stands in a clearing account by the orders of transfers: settled, and neither paid nor taken back. */
export interface OpenLegs {
  readonly account: string;
  readonly orders: bigint;
  readonly openFen: bigint;
}

export function openLegs(reader: Reader): Promise<OpenLegs[]> {
  return reader.rows<OpenLegs>(
    `SELECT l.code AS account, count(o.id) AS orders,
            coalesce(sum(o.amount_fen) FILTER (WHERE o.standing = 'open' AND NOT EXISTS (
              SELECT FROM payment_attempt a WHERE a.owner_id = o.owner_id AND a.order_id = o.id AND a.result = 'paid')), 0)::bigint AS "openFen"
       FROM ledger_account l LEFT JOIN payment_order o ON o.liability = l.code
      WHERE l.code LIKE 'clearing:%' GROUP BY l.code ORDER BY l.code`,
  );
}

export async function transfersCounted(reader: Reader): Promise<bigint> {
  const row = await reader.row<{ n: bigint }>('SELECT count(*) AS n FROM transfer');
  return row?.n ?? 0n;
}

export async function wordsCounted(reader: Reader): Promise<bigint> {
  const row = await reader.row<{ n: bigint }>('SELECT count(*) AS n FROM partner_word');
  return row?.n ?? 0n;
}

/** Transfers that their locator does not name, or whose case is of another procedure. */
export function transfersAstray(reader: Reader): Promise<Finding[]> {
  return reader.rows<Finding>(
    `SELECT coalesce(t.owner_id || '/' || t.case_id, l.transfer_id) AS row
       FROM transfer t FULL JOIN transfer_locator l
         ON l.transfer_id = t.transfer_id AND l.owner_id = t.owner_id AND l.case_id = t.case_id
       LEFT JOIN case_file c ON c.owner_id = t.owner_id AND c.id = t.case_id
      WHERE l.transfer_id IS NULL OR c.process IS DISTINCT FROM t.process LIMIT 100`,
  );
}

/**
 * Words that are not what the gateway kept, or on paper not what a clerk and a reviewer both gave, and words of somebody who is not
 * the transfer's partner. That a kept message is its sender's, the exchange proves by the signature.
 */
export function wordsAstray(reader: Reader): Promise<Finding[]> {
  return reader.rows<Finding>(
    `SELECT w.owner_id || '/' || w.message_id AS row FROM partner_word w
       LEFT JOIN partner_paper p ON p.owner_id = w.owner_id AND p.message_id = w.message_id
       LEFT JOIN partner_paper_decision d ON d.owner_id = w.owner_id AND d.message_id = w.message_id
       LEFT JOIN transfer t ON t.owner_id = w.owner_id AND t.transfer_id = w.transfer_id
       LEFT JOIN exchange_received r ON r.owner_id = w.transfer_id AND r.from_region = w.from_region AND r.message_id = w.message_id
      WHERE t.partner <> w.from_region
         OR (w.channel = 'gateway' AND ((r.type, r.figures, r.sent_at) IS DISTINCT FROM (w.type, w.figures, w.sent_at) OR r.state = 'refused'))
         OR (w.channel = 'paper' AND ((p.transfer_id, p.from_region, p.to_region, p.type, p.figures)
               IS DISTINCT FROM (w.transfer_id, w.from_region, w.to_region, w.type, w.figures)
             OR d.confirmed IS NOT TRUE OR d.digest <> p.digest OR d.checker_id = p.maker_id OR d.maker_id <> p.maker_id))
     UNION ALL
     SELECT d.owner_id || '/' || d.message_id FROM partner_paper_decision d
      WHERE d.confirmed AND NOT EXISTS (SELECT FROM partner_word w WHERE w.owner_id = d.owner_id AND w.message_id = d.message_id)
     LIMIT 100`,
  );
}

/** A word of a transfer's partner in that transfer. */
const wordOf = (transfer: string, message: string) => `SELECT FROM partner_word w
  WHERE w.owner_id = ${transfer}.owner_id AND w.message_id = ${message} AND w.transfer_id = ${transfer}.transfer_id
    AND w.from_region = ${transfer}.partner`;

/** Debits of transfers without their acceptance, its letter, their order or the partner's clearing account; acceptances without a letter. */
export function remittancesUnfounded(reader: Reader): Promise<Finding[]> {
  return reader.rows<Finding>(
    `SELECT p.owner_id || '/' || p.journal_id AS row FROM posting p
      WHERE p.purpose = 'transfer-out' AND NOT EXISTS (
        SELECT FROM authority a
          JOIN transfer_acceptance c ON c.owner_id = a.owner_id AND c.message_id = a.basis_id
          JOIN transfer t ON t.owner_id = c.owner_id AND t.case_id = c.case_id AND t.direction = 'out'
          JOIN payment_order o ON o.owner_id = a.owner_id AND o.authority_id = a.id
         WHERE a.owner_id = p.owner_id AND a.id = p.authority_id AND a.basis_kind = 'transfer' AND p.case_id = c.case_id
           AND p.credit = 'clearing:' || t.partner AND o.case_id = c.case_id AND o.liability = p.credit
           AND o.amount_fen = p.amount_fen AND o.remitted_for = t.transfer_id
           AND (c.withdrawn_by IS NULL OR o.standing = 'refunded')
           AND EXISTS (${wordOf('t', 'c.message_id')} AND w.type = 'contact-letter'))
     UNION ALL
     SELECT c.owner_id || '/' || c.message_id FROM transfer_acceptance c
       LEFT JOIN transfer t ON t.owner_id = c.owner_id AND t.case_id = c.case_id
      WHERE t.direction IS DISTINCT FROM 'out' OR NOT EXISTS (${wordOf('t', 'c.message_id')} AND w.type = 'contact-letter')
         OR (c.withdrawn_by IS NOT NULL AND NOT EXISTS (${wordOf('t', 'c.withdrawn_by')} AND w.type = 'invalidate'))
     UNION ALL
     SELECT b.owner_id || '/' || b.id FROM (
       SELECT owner_id, id, basis_id FROM authority WHERE basis_kind = 'transfer'
       UNION ALL SELECT owner_id, id, basis_id FROM credit_cause WHERE basis_kind = 'transfer') b
      WHERE NOT EXISTS (SELECT FROM transfer_acceptance c WHERE c.owner_id = b.owner_id AND b.basis_id IN (c.message_id, c.message_id || '/interest'))
     UNION ALL
     SELECT y.owner_id || '/' || y.case_id || '/' || y.revision FROM payee y
       LEFT JOIN transfer t ON t.owner_id = y.owner_id AND t.case_id = y.case_id
      WHERE (t.case_id IS NULL) <> (y.message_id IS NULL)
         OR (y.message_id IS NOT NULL AND NOT EXISTS (${wordOf('t', 'y.message_id')} AND w.type IN ('contact-letter', 'account-details')
              AND w.figures -> 'account' = jsonb_build_object('holder', y.name, 'bankCode', y.bank_code, 'tail', y.account_tail)))
     LIMIT 100`,
  );
}

/** Money of transfers that came in without its line, its message or two officers, and receipts that are not in the books. */
export function receiptsUnfounded(reader: Reader): Promise<Finding[]> {
  return reader.rows<Finding>(
    `SELECT r.owner_id || '/' || r.message_id AS row FROM transfer_receipt r
       JOIN transfer t ON t.owner_id = r.owner_id AND t.case_id = r.case_id
       LEFT JOIN bank_line l ON l.owner_id = r.bank_owner AND l.line_key = r.line_key
       LEFT JOIN line_credited k ON k.owner_id = r.bank_owner AND k.line_key = r.line_key
      WHERE (l.amount_fen, l.direction, l.outcome) IS DISTINCT FROM (r.amount_fen, 'in', 'suspense')
         OR (k.person_id, k.case_id, k.message_id) IS DISTINCT FROM (r.owner_id, r.case_id, r.message_id)
         OR NOT EXISTS (${wordOf('t', 'r.message_id')}
              AND w.type = CASE t.direction WHEN 'in' THEN 'remittance-advice' ELSE 'balance-refused' END
              AND (r.match_id IS NOT NULL OR (w.figures ->> 'amountFen' = r.amount_fen::text AND w.figures ->> 'reference' = l.remitted_under)))
         OR (r.match_id IS NOT NULL AND NOT EXISTS (
              SELECT FROM transfer_match m JOIN transfer_match_decision d ON d.owner_id = m.owner_id AND d.match_id = m.id
               WHERE m.owner_id = r.owner_id AND m.id = r.match_id AND d.approved AND d.checker_id <> m.maker_id AND d.maker_id = m.maker_id
                 AND (m.case_id, m.message_id, m.bank_owner, m.line_key) = (r.case_id, r.message_id, r.bank_owner, r.line_key)))
         OR NOT EXISTS (
              SELECT FROM posting p WHERE p.owner_id = r.owner_id AND p.journal_id = r.journal_id AND p.case_id = r.case_id
                 AND p.debit = 'clearing:' || t.partner AND p.credit = 'personal'
                 AND (p.purpose, p.amount_fen >= r.amount_fen) = (CASE t.direction WHEN 'in' THEN 'transfer-in' ELSE 'transfer-return' END, true)
                 AND (t.direction = 'out' OR p.amount_fen = r.amount_fen))
     UNION ALL
     SELECT p.owner_id || '/' || p.journal_id FROM posting p
       LEFT JOIN credit_cause c ON c.owner_id = p.owner_id AND c.id = p.cause_id
      WHERE p.purpose = 'transfer-in' AND NOT EXISTS (
        SELECT FROM transfer_receipt r WHERE r.owner_id = p.owner_id AND r.journal_id = p.journal_id
           AND c.basis_kind = 'remittance' AND c.basis_id = r.bank_owner || '/' || r.line_key)
     UNION ALL
     SELECT k.owner_id || '/' || k.line_key FROM line_credited k
      WHERE NOT EXISTS (SELECT FROM transfer_receipt r WHERE r.owner_id = k.person_id AND r.message_id = k.message_id
              AND r.bank_owner = k.owner_id AND r.line_key = k.line_key)
         OR EXISTS (SELECT FROM suspense_decision d WHERE d.owner_id = k.owner_id AND d.line_key = k.line_key AND d.approved)
     LIMIT 100`,
  );
}

/** Orders of transfers that are both paid and back in the account without money that came back, or back without their entry. */
export function paidAndCredited(reader: Reader): Promise<Finding[]> {
  return reader.rows<Finding>(
    `SELECT o.owner_id || '/' || o.id AS row FROM payment_order o
       LEFT JOIN LATERAL (SELECT count(*) AS n, min(p.amount_fen) AS fen FROM posting p
                           WHERE p.owner_id = o.owner_id AND p.case_id = o.case_id AND p.purpose = 'transfer-return'
                             AND p.debit = o.liability AND p.credit = 'personal') b ON true
      WHERE o.purpose = 'transfer-out'
        AND (b.n <> (CASE o.standing WHEN 'refunded' THEN 1 ELSE 0 END) OR b.fen <> o.amount_fen
             OR o.standing NOT IN ('open', 'refunded')
             OR (o.standing = 'refunded'
                 AND EXISTS (SELECT FROM payment_attempt a WHERE a.owner_id = o.owner_id AND a.order_id = o.id AND a.result = 'paid')
                   <> EXISTS (SELECT FROM transfer_receipt r WHERE r.owner_id = o.owner_id AND r.case_id = o.case_id)))
     UNION ALL
     SELECT p.owner_id || '/' || p.journal_id FROM posting p
      WHERE p.purpose = 'transfer-return' AND p.credit = 'personal'
        AND NOT EXISTS (SELECT FROM payment_order o WHERE o.owner_id = p.owner_id AND o.case_id = p.case_id
              AND o.purpose = 'transfer-out' AND o.standing = 'refunded')
     LIMIT 100`,
  );
}

export async function decisionsCounted(reader: Reader): Promise<bigint> {
  const row = await reader.row<{ n: bigint }>('SELECT count(*) AS n FROM transfer_proposal');
  return row?.n ?? 0n;
}

/** Steps that a reviewer takes on a clerk's proposal, without one that another officer made and this one approved. */
export function undecidedSteps(reader: Reader): Promise<Finding[]> {
  return reader.rows<Finding>(
    `SELECT a.owner_id || '/' || a.case_id || '/' || a.seq AS row FROM case_action a
       JOIN case_file c ON c.owner_id = a.owner_id AND c.id = a.case_id AND c.process = 'transfer-in'
      WHERE a.action IN ('refuse-balance', 'let-pass', 'let-pass-only') AND NOT EXISTS (
        SELECT FROM transfer_proposal p
          JOIN transfer_proposal_decision d ON d.owner_id = p.owner_id AND d.proposal_id = p.id
         WHERE p.owner_id = a.owner_id AND p.case_id = a.case_id AND p.id = a.data ->> 'proposalId' AND d.approved
           AND d.checker_id = a.actor_id AND d.checker_id <> p.maker_id AND d.maker_id = p.maker_id
           AND p.kind = CASE a.action WHEN 'refuse-balance' THEN 'refuse-balance' ELSE 'record-sheet' END)
     LIMIT 100`,
  );
}
