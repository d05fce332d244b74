import type { Reader } from '#platform/postgres';

/** An account to which a payment of a case went and from which the bank sent it back; what could be misused sealed. */
export interface SentBack {
  readonly name: string;
  readonly bankCode: string;
  readonly accountSealed: Uint8Array;
  readonly detailsSealed: Uint8Array | null;
  /** The bank's own code for why, where it gave one. */
  readonly reason: string | null;
}

/** Those of one heir; of whoever is paid alone where no heir is named. */
export function accountsSentBack(
  reader: Reader,
  asked: { readonly owner: string; readonly caseId: string; readonly successorId: string | null },
): Promise<readonly SentBack[]> {
  const { owner, caseId, successorId } = asked;
  return reader.rows<SentBack>(
    `SELECT p.name, p.bank_code AS "bankCode", p.account_sealed AS "accountSealed", p.details_sealed AS "detailsSealed", a.reason
       FROM payment_order o
       JOIN payment_attempt a ON a.owner_id = o.owner_id AND a.order_id = o.id AND a.result IN ('returned', 'sent-back')
       JOIN payee p ON p.owner_id = o.owner_id AND p.case_id = o.case_id AND p.revision = a.payee_revision
      WHERE o.owner_id = $1 AND o.case_id = $2 AND o.party_id IS NOT DISTINCT FROM $3`,
    [owner, caseId, successorId],
  );
}
