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

/** Cases whose order went back into the account and that do not say so yet; of several, once none is left to be paid. */
export function casesRefunded(reader: Reader, limit: number): Promise<Pick<CaseFile, 'ownerId' | 'id'>[]> {
  return reader.rows(
    `SELECT c.owner_id AS "ownerId", c.id FROM case_file c
      WHERE c.process = 'withdrawal' AND c.state IN ('settled', 'returned') AND c.process_version <> '1'
        AND EXISTS (SELECT FROM payment_order o WHERE o.owner_id = c.owner_id AND o.case_id = c.id AND o.standing = 'refunded')
        AND NOT EXISTS (SELECT FROM payment_order o WHERE o.owner_id = c.owner_id AND o.case_id = c.id
                           AND o.standing NOT IN ('refunded', 'divided')
                           AND NOT EXISTS (SELECT FROM payment_attempt t WHERE t.owner_id = o.owner_id AND t.order_id = o.id
                                              AND t.result = 'paid'))
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
