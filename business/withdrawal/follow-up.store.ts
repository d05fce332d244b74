import type { CaseFile } from '#engines/casework';
import type { Reader, Tx } from '#platform/postgres';

/** Late money: what came into an account after a withdrawal had settled it, and no case pays out yet. */
export interface LateMoney {
  readonly ownerId: string;
  /** The case that settled the account last. */
  readonly parentId: string;
  /** The first entry that came after it. */
  readonly cause: string;
}

/** `going` are the grounds after which the account goes on: what comes into it then is not late. */
export function lateMoney(
  reader: Reader,
  { going, limit }: { readonly going: readonly string[]; readonly limit: number },
): Promise<LateMoney[]> {
  return reader.rows<LateMoney>(
    `SELECT a.owner_id AS "ownerId", h.case_id AS "parentId", e.journal_id AS cause
       FROM personal_account a
       JOIN LATERAL (SELECT case_id FROM account_hold WHERE owner_id = a.owner_id AND released_by = 'settlement'
                      ORDER BY released_at DESC, case_id DESC LIMIT 1) h ON true
       JOIN case_file c ON c.owner_id = a.owner_id AND c.id = h.case_id AND c.process = 'withdrawal' AND NOT c.subject = ANY ($1)
        -- What was paid by a decision that was revoked is in the account as before, and is applied for anew.
        AND c.state <> 'revoked'
       JOIN LATERAL (SELECT journal_id FROM posting WHERE owner_id = a.owner_id AND credit = 'personal'
                        AND entry_no > (SELECT max(entry_no) FROM posting WHERE owner_id = a.owner_id AND bucket = 'reset')
                      ORDER BY entry_no LIMIT 1) e ON true
      WHERE a.owner_id IN (SELECT owner_id FROM account_hold WHERE released_by = 'settlement')
        AND a.balance_fen > 0 AND a.closed_on IS NULL
        AND NOT EXISTS (SELECT FROM account_hold o WHERE o.owner_id = a.owner_id AND o.released_at IS NULL)
        AND NOT EXISTS (SELECT FROM case_parent l WHERE l.owner_id = a.owner_id AND l.cause = e.journal_id)
      ORDER BY a.owner_id LIMIT $2`,
    [going, limit],
  );
}

/** What a case has come to without a step that says so: by an adjustment, or by an heir's word about a share. */
export interface Overtaken extends Pick<CaseFile, 'ownerId' | 'id'> {
  readonly action: 'refund-order' | 'confirm-paid' | 'correct-payee';
}

/**
 * Cases in which nothing is left to be paid because the money went back into the account: all of it, or the rest beside what was
 * paid. And cases that wait for a payee to be corrected though no share is that waits for it.
 */
export function casesOvertaken(reader: Reader, limit: number): Promise<Overtaken[]> {
  return reader.rows<Overtaken>(
    `SELECT c.owner_id AS "ownerId", c.id,
            CASE WHEN o.unpaid > 0 THEN 'correct-payee' WHEN o.paid > 0 THEN 'confirm-paid' ELSE 'refund-order' END AS action
       FROM case_file c
       JOIN LATERAL (
         SELECT count(*) FILTER (WHERE o.standing = 'refunded') AS refunded, count(*) FILTER (WHERE t.result = 'paid') AS paid,
                count(*) FILTER (WHERE o.standing <> 'refunded' AND t.result IS DISTINCT FROM 'paid') AS unpaid,
                count(*) FILTER (WHERE o.standing IN ('open', 'unclaimed') AND t.result IN ('returned', 'sent-back')
                                   AND t.payee_revision >= coalesce(p.revision, 0)) AS to_correct,
                bool_or(o.party_id IS NOT NULL) AS shares
           FROM payment_order o
           LEFT JOIN LATERAL (SELECT result, payee_revision FROM payment_attempt
                               WHERE owner_id = o.owner_id AND order_id = o.id AND result IS DISTINCT FROM 'given-up'
                               ORDER BY attempt DESC LIMIT 1) t ON true
           LEFT JOIN LATERAL (SELECT max(revision) AS revision FROM payee WHERE owner_id = o.owner_id AND case_id = o.case_id
                                 AND party_id IS NOT DISTINCT FROM o.party_id) p ON true
          WHERE o.owner_id = c.owner_id AND o.case_id = c.id AND o.standing <> 'divided') o ON true
      WHERE c.process = 'withdrawal' AND c.state IN ('settled', 'paying', 'returned') AND c.process_version <> '1'
        AND ((o.refunded > 0 AND o.unpaid = 0) OR (c.state = 'returned' AND o.shares AND o.to_correct = 0))
      ORDER BY c.owner_id, c.id LIMIT $1`,
    [limit],
  );
}

/** Names the payee of the earlier case, whose account stays sealed; of a case divided among heirs none. */
export async function carryPayee(
  tx: Tx,
  carried: { readonly ownerId: string; readonly from: string; readonly to: string; readonly at: Date },
): Promise<void> {
  await tx.rows(
    `SELECT record_payee(owner_id, $3, kind, name, bank_code, bank_name, account_sealed, account_tail, $4, doubts, country, currency,
                         charges, details_sealed)
       FROM payee WHERE owner_id = $1 AND case_id = $2 AND party_id IS NULL ORDER BY revision DESC LIMIT 1`,
    [carried.ownerId, carried.from, carried.to, carried.at],
  );
}
