import type { PayeeDoubt } from '#business/payments';
import type { Reader } from '#platform/postgres';

/** To whom a case pays; written through payments, read here. */
export interface Payee {
  readonly revision: number;
  readonly kind: 'insured' | 'successor';
  readonly name: string;
  readonly bankCode: string;
  readonly bankName: string;
  readonly accountTail: string;
  /** Of a bank abroad; null at home, with the two below it. */
  readonly country: string | null;
  readonly currency: string | null;
  readonly charges: string | null;
  readonly doubts: readonly PayeeDoubt[];
}

/** The revision that counts; undefined where nobody was named. */
export async function payeeOf(
  reader: Reader,
  of: { readonly ownerId: string; readonly id: string },
): Promise<Payee | undefined> {
  return reader.row<Payee>(
    `SELECT revision, kind, name, bank_code AS "bankCode", bank_name AS "bankName", account_tail AS "accountTail",
            country, currency, charges, doubts
       FROM payee WHERE owner_id = $1 AND case_id = $2 AND party_id IS NULL ORDER BY revision DESC LIMIT 1`,
    [of.ownerId, of.id],
  );
}

/** Names and kinds of the payee, the revision that counts first, then the one before it. */
export async function payeeNames(
  reader: Reader,
  of: { readonly ownerId: string; readonly id: string },
): Promise<readonly Pick<Payee, 'name' | 'kind'>[]> {
  return reader.rows(
    'SELECT name, kind FROM payee WHERE owner_id = $1 AND case_id = $2 AND party_id IS NULL ORDER BY revision DESC LIMIT 2',
    [of.ownerId, of.id],
  );
}
