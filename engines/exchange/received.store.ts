import type { Reader, Tx } from '#platform/postgres';
import type { OpenedMessage } from './open-message.ts';

/** The receipt that the same bytes had before, and whether all that come before it are here. */
export async function lookUpMessage(
  gateway: Reader,
  { envelope, digest }: OpenedMessage,
): Promise<{ readonly receipt: Uint8Array | null; readonly inOrder: boolean }> {
  const { transferId, from, messageId, sequence } = envelope;
  const row = await gateway.row<{ receipt: Uint8Array | null; inOrder: boolean }>(
    'SELECT receipt, in_order AS "inOrder" FROM look_up_message($1, $2, $3, $4, $5)',
    [transferId, from, messageId, sequence, digest],
  );
  return row ?? { receipt: null, inOrder: false };
}

interface Keeping {
  readonly textSealed: Uint8Array;
  readonly receiptSealed: Uint8Array;
  readonly at: Date;
}

export async function keepMessage(
  gateway: Reader,
  { envelope, kid, digest }: OpenedMessage,
  { textSealed, receiptSealed, refused, at }: Keeping & { readonly refused: string | null },
): Promise<{
  readonly outcome: 'kept' | 'again' | 'contradicts' | 'anothers-transfer';
  readonly receipt: Uint8Array | null;
}> {
  const { transferId, from, messageId, sequence, inReplyTo, type, sentAt } = envelope;
  const row = await gateway.row<Awaited<ReturnType<typeof keepMessage>>>(
    'SELECT outcome, receipt FROM keep_message($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)',
    [
      ...[transferId, from, messageId, sequence, inReplyTo, type, sentAt, kid, digest],
      ...[textSealed, receiptSealed, refused, at],
    ],
  );
  if (!row) throw new Error('keep_message answered nothing');
  return row;
}

/** The receipt that counts: of the first time that this came. */
export async function keepContradiction(
  gateway: Reader,
  { envelope, kid, digest }: OpenedMessage,
  { textSealed, receiptSealed, at }: Keeping,
): Promise<Uint8Array> {
  const { transferId, from, messageId, sequence, type, sentAt } = envelope;
  const row = await gateway.row<{ receipt: Uint8Array }>(
    'SELECT keep_contradiction($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) AS receipt',
    [transferId, from, messageId, sequence, type, sentAt, kid, digest, textSealed, receiptSealed, at],
  );
  if (!row) throw new Error('keep_contradiction answered nothing');
  return row.receipt;
}

export async function countRejection(
  gateway: Reader,
  { on, code, region }: { readonly on: string; readonly code: string; readonly region: string | null },
): Promise<void> {
  await gateway.rows('SELECT count_rejection($1, $2, $3)', [on, code, region ?? '-']);
}

/** A message that is the next of its sender. */
export interface WaitingRow {
  readonly transferId: string;
  readonly from: string;
  readonly messageId: string;
  readonly digest: string;
  readonly textSealed: Uint8Array;
  readonly receivedAt: Date;
}

export function waitingMessages(
  reader: Reader,
  { transferId, limit }: { readonly transferId: string | null; readonly limit: number },
): Promise<WaitingRow[]> {
  return reader.rows<WaitingRow>(
    `SELECT owner_id AS "transferId", from_region AS "from", message_id AS "messageId", digest,
            text_sealed AS "textSealed", received_at AS "receivedAt"
       FROM exchange_received
      WHERE state = 'kept' AND ($1::text IS NULL OR owner_id = $1) AND is_next_message(owner_id, from_region, message_id)
      ORDER BY attempts, received_at, owner_id, from_region LIMIT $2`,
    [transferId, limit],
  );
}

type Place = Pick<WaitingRow, 'transferId' | 'from' | 'messageId'>;

/** Takes it to be applied in this transaction; of several who try, one has it. */
export async function claimMessage(
  tx: Tx,
  { transferId, from, messageId }: Place,
  at: Date,
): Promise<boolean> {
  const row = await tx.row<{ had: boolean }>('SELECT claim_message($1, $2, $3, $4) AS had', [
    ...[transferId, from, messageId, at],
  ]);
  return row?.had === true;
}

export async function noteEffect(
  tx: Tx,
  { transferId, from, messageId }: Place,
  { effect, ownerId }: { readonly effect: string; readonly ownerId: string | null },
): Promise<void> {
  await tx.rows('SELECT note_effect($1, $2, $3, $4, $5)', [transferId, from, messageId, effect, ownerId]);
}

export async function setMessageAside(
  tx: Tx,
  { transferId, from, messageId }: Place,
  { reason, waits }: { readonly reason: string; readonly waits: boolean },
): Promise<void> {
  await tx.rows('SELECT set_message_aside($1, $2, $3, $4, $5)', [
    ...[transferId, from, messageId, reason.slice(0, 100), waits],
  ]);
}
