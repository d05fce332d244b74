import type { Reader, Tx } from '#platform/postgres';

export interface AgencyPayeeRecord {
  readonly owner: string;
  readonly caseId: string;
  readonly messageId: string;
  readonly name: string;
  readonly bankCode: string;
  readonly bankName: string;
  readonly accountSealed: Uint8Array;
  readonly accountTail: string;
  readonly doubts: readonly string[];
  readonly at: Date;
}

export async function callNameAgencyPayee(tx: Tx, payee: AgencyPayeeRecord): Promise<number> {
  const row = await tx.row<{ revision: number }>(
    'SELECT name_agency_payee($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS revision',
    [
      ...[payee.owner, payee.caseId, payee.messageId, payee.name, payee.bankCode, payee.bankName],
      ...[payee.accountSealed, payee.accountTail, payee.doubts, payee.at],
    ],
  );
  return row?.revision ?? 0;
}

/** To whom a transfer pays, as the other agency named it last. */
export interface AgencyPayeeShown {
  readonly name: string;
  readonly bankName: string;
  readonly bankCode: string;
  readonly accountTail: string;
}

export function agencyPayeeOf(
  reader: Reader,
  { owner, caseId }: { readonly owner: string; readonly caseId: string },
): Promise<AgencyPayeeShown | undefined> {
  return reader.row<AgencyPayeeShown>(
    `SELECT name, bank_name AS "bankName", bank_code AS "bankCode", account_tail AS "accountTail" FROM payee
     WHERE owner_id = $1 AND case_id = $2 AND kind = 'agency' ORDER BY revision DESC LIMIT 1`,
    [owner, caseId],
  );
}
