import type { Reader, Tx } from '#platform/postgres';

/** To whom a case pays. Written by guard functions: before the approval by the applicant, after a returned payment by a clerk. */
export interface Payee {
  readonly revision: number;
  readonly kind: 'insured' | 'successor';
  readonly name: string;
  readonly bankCode: string;
  readonly bankName: string;
  readonly accountTail: string;
}

export interface PayeeWriting extends Omit<Payee, 'revision'> {
  readonly ownerId: string;
  readonly caseId: string;
  readonly accountSealed: Uint8Array;
  readonly at: Date;
}

/** The revision that counts; undefined where nobody was named. */
export async function payeeOf(
  reader: Reader,
  of: { readonly ownerId: string; readonly id: string },
): Promise<Payee | undefined> {
  return reader.row<Payee>(
    `SELECT revision, kind, name, bank_code AS "bankCode", bank_name AS "bankName", account_tail AS "accountTail"
       FROM payee WHERE owner_id = $1 AND case_id = $2 ORDER BY revision DESC LIMIT 1`,
    [of.ownerId, of.id],
  );
}

export async function callRecordPayee(tx: Tx, payee: PayeeWriting): Promise<number> {
  const row = await tx.row<{ revision: number }>(
    'SELECT record_payee($1, $2, $3, $4, $5, $6, $7, $8, $9) AS revision',
    [
      payee.ownerId,
      payee.caseId,
      payee.kind,
      payee.name,
      payee.bankCode,
      payee.bankName,
      payee.accountSealed,
      payee.accountTail,
      payee.at,
    ],
  );
  if (!row) throw new Error('record_payee answered nothing');
  return row.revision;
}

export async function callCorrectPayee(
  tx: Tx,
  correction: Omit<PayeeWriting, 'kind'> & { readonly token: string },
): Promise<number> {
  const row = await tx.row<{ revision: number }>(
    'SELECT correct_payee($1, $2, $3, $4, $5, $6, $7, $8, $9) AS revision',
    [
      correction.token,
      correction.ownerId,
      correction.caseId,
      correction.name,
      correction.bankCode,
      correction.bankName,
      correction.accountSealed,
      correction.accountTail,
      correction.at,
    ],
  );
  if (!row) throw new Error('correct_payee answered nothing');
  return row.revision;
}
