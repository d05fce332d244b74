import type { Fen, PlainDate } from '#basics';
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

/** Money that came in under a reference and that nobody has said yet what it is. */
export interface RemittedLine {
  readonly line: { readonly owner: string; readonly key: string };
  readonly amountFen: Fen;
  readonly bookedOn: PlainDate;
  readonly remittedUnder: string;
}

/** The oldest first. */
export function linesRemittedUnder(reader: Reader, reference: string): Promise<RemittedLine[]> {
  return reader.rows<RemittedLine>(
    `SELECT jsonb_build_object('owner', l.owner_id, 'key', l.line_key) AS line, l.amount_fen AS "amountFen",
            l.booked_on AS "bookedOn", l.remitted_under AS "remittedUnder"
       FROM bank_line l
      WHERE l.outcome = 'suspense' AND l.direction = 'in' AND l.remitted_under = $1
        AND NOT EXISTS (SELECT FROM line_credited c WHERE c.owner_id = l.owner_id AND c.line_key = l.line_key)
        AND NOT EXISTS (SELECT FROM suspense_decision d WHERE d.owner_id = l.owner_id AND d.line_key = l.line_key AND d.approved)
      ORDER BY l.booked_on, l.owner_id, l.line_no`,
    [reference],
  );
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
