import type { Fen } from '#basics';
import type { Reader, Tx } from '#platform/postgres';
import type { CardPayment } from './card-payment.ts';

/** A payment by its owner and id. */
export interface PaymentPlace {
  readonly personId: string;
  readonly paymentId: string;
}

const columns = `owner_id AS "personId", id AS "paymentId", card_id AS "cardId", merchant_id AS "merchantId",
  merchant_reference AS "reference", institution, amount_fen AS "amountFen", state, confirmed_fen AS "confirmedFen",
  authorised_at AS "authorisedAt", expires_at AS "expiresAt", ended_at AS "endedAt"`;

/** Answers the payment's id: the one given, or that of the same payment authorised before. */
export async function authoriseRow(
  tx: Tx,
  row: PaymentPlace & {
    readonly token: string;
    readonly cardId: string;
    readonly reference: string;
    readonly institution: string;
    readonly amountFen: Fen;
    readonly expiresAt: Date;
    readonly at: Date;
  },
): Promise<string> {
  const told = await tx.row<{ id: string }>(
    'SELECT authorise_card_payment($1, $2, $3, $4, $5, $6, $7, $8, $9) AS id',
    [
      ...[row.token, row.personId, row.cardId, row.paymentId, row.reference],
      ...[row.institution, row.amountFen, row.expiresAt, row.at],
    ],
  );
  if (!told) throw new Error('a guard answered nothing');
  return told.id;
}

/** Answers the payment as it stands then. */
export async function confirmRow(
  tx: Tx,
  row: {
    readonly token: string;
    readonly reference: string;
    readonly amountFen: Fen | null;
    readonly at: Date;
  },
): Promise<CardPayment> {
  const { token, reference, amountFen, at } = row;
  const told = await tx.row<CardPayment>(`SELECT ${columns} FROM confirm_card_payment($1, $2, $3, $4)`, [
    ...[token, reference, amountFen, at],
  ]);
  if (!told) throw new Error('a guard answered nothing');
  return told;
}

export async function cancelRow(
  tx: Tx,
  row: PaymentPlace & { readonly token: string; readonly at: Date },
): Promise<void> {
  await tx.rows('SELECT cancel_card_payment($1, $2, $3, $4)', [
    row.token,
    row.personId,
    row.paymentId,
    row.at,
  ]);
}

/** Answers whether it had run out. */
export async function expireRow(tx: Tx, row: PaymentPlace & { readonly at: Date }): Promise<boolean> {
  const told = await tx.row<{ expired: boolean }>('SELECT expire_card_payment($1, $2, $3) AS expired', [
    ...[row.personId, row.paymentId, row.at],
  ]);
  return told?.expired ?? false;
}

/** Authorisations that have run out, the longest ago first. */
export function runOut(
  reader: Reader,
  { at, limit }: { readonly at: Date; readonly limit: number },
): Promise<PaymentPlace[]> {
  return reader.rows<PaymentPlace>(
    `SELECT owner_id AS "personId", id AS "paymentId" FROM card_payment
     WHERE state = 'authorised' AND expires_at <= $1 ORDER BY expires_at, owner_id, id LIMIT $2`,
    [at, limit],
  );
}

export function paymentById(reader: Reader, place: PaymentPlace): Promise<CardPayment | undefined> {
  return reader.row<CardPayment>(`SELECT ${columns} FROM card_payment WHERE owner_id = $1 AND id = $2`, [
    place.personId,
    place.paymentId,
  ]);
}

/** Which payment a merchant's reference names. */
export function locatePayment(
  reader: Reader,
  asked: { readonly merchantId: string; readonly reference: string },
): Promise<PaymentPlace | undefined> {
  return reader.row<PaymentPlace>(
    `SELECT owner_id AS "personId", payment_id AS "paymentId" FROM card_payment_locator
     WHERE merchant_reference = $1 AND merchant_id = $2`,
    [asked.reference, asked.merchantId],
  );
}

/** A person's payments by card, the latest first. */
export function paymentRowsOf(
  reader: Reader,
  page: { readonly personId: string; readonly before: string | null; readonly limit: number },
): Promise<CardPayment[]> {
  return reader.rows<CardPayment>(
    `SELECT ${columns} FROM card_payment
     WHERE owner_id = $1 AND ($2::text IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
    [page.personId, page.before, page.limit],
  );
}
