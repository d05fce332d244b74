import type { Fen, PlainDate } from '#basics';
import type { Reader, Tx } from '#platform/postgres';
import type { Receipt, ToldReceipt } from './measure.ts';

/** What a finance officer takes in for a recovery order. */
export interface ReceiptRow {
  readonly token: string;
  readonly personId: string;
  readonly measureId: string;
  readonly receiptId: string;
  readonly way: Receipt['way'];
  readonly amountFen: Fen;
  readonly bankReference: string | null;
  readonly effectiveOn: PlainDate;
  readonly at: Date;
}

/** Answers what is still owed after it. */
export async function recoverRow(tx: Tx, row: ReceiptRow): Promise<Fen> {
  const told = await tx.row<{ owed: Fen }>('SELECT recover($1, $2, $3, $4, $5, $6, $7, $8, $9) AS owed', [
    ...[row.token, row.personId, row.measureId, row.receiptId, row.way],
    ...[row.amountFen, row.bankReference, row.effectiveOn, row.at],
  ]);
  if (!told) throw new Error('a guard answered nothing');
  return told.owed;
}

/** Tells what came in; answers what is owed, as before it. */
export async function tellRow(tx: Tx, row: Omit<ReceiptRow, 'way'>): Promise<Fen> {
  const told = await tx.row<{ owed: Fen }>('SELECT tell_receipt($1, $2, $3, $4, $5, $6, $7, $8) AS owed', [
    ...[row.token, row.personId, row.measureId, row.receiptId],
    ...[row.amountFen, row.bankReference, row.effectiveOn, row.at],
  ]);
  if (!told) throw new Error('a guard answered nothing');
  return told.owed;
}

const notTakenIn = `NOT EXISTS (SELECT FROM recovery_receipt r WHERE r.owner_id = t.owner_id AND r.bank_reference = t.bank_reference)`;
const toldColumns = `measure_id AS "measureId", id AS "receiptId", amount_fen AS "amountFen", bank_reference AS "bankReference",
       effective_on AS "effectiveOn", maker_id AS "officerId", recorded_at AS "recordedAt"`;

/** What one officer told of these orders and none has taken in yet. */
export function toldOf(
  reader: Reader,
  { personId, measureIds }: { readonly personId: string; readonly measureIds: readonly string[] },
): Promise<ToldReceipt[]> {
  return reader.rows(
    `SELECT ${toldColumns} FROM recovery_told t
      WHERE owner_id = $1 AND measure_id = ANY($2) AND ${notTakenIn} ORDER BY recorded_at, id`,
    [personId, measureIds],
  );
}

/** One of them, taken in or not. */
export function toldById(
  reader: Reader,
  { personId, receiptId }: { readonly personId: string; readonly receiptId: string },
): Promise<ToldReceipt | undefined> {
  return reader.row(`SELECT ${toldColumns} FROM recovery_told t WHERE owner_id = $1 AND id = $2`, [
    personId,
    receiptId,
  ]);
}

/** What came in for these orders of a person, in the order of recording. */
export function receiptsOf(
  reader: Reader,
  { personId, measureIds }: { readonly personId: string; readonly measureIds: readonly string[] },
): Promise<(Receipt & { readonly measureId: string })[]> {
  return reader.rows(
    `SELECT measure_id AS "measureId", id AS "receiptId", way, amount_fen AS "amountFen", bank_reference AS "bankReference",
       effective_on AS "effectiveOn", officer_id AS "officerId", recorded_at AS "recordedAt"
     FROM recovery_receipt WHERE owner_id = $1 AND measure_id = ANY($2) ORDER BY recorded_at, id`,
    [personId, measureIds],
  );
}
