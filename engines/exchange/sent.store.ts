import type { Reader, Tx } from '#platform/postgres';

export interface SentRow {
  readonly ownerId: string;
  readonly messageId: string;
  readonly transferId: string;
  readonly to: string;
  readonly digest: string;
  readonly textSealed: Uint8Array;
  readonly attempts: number;
}

/** The next number in a transfer, and beside whose rows its messages stand; the transfer is held until the end of `tx`. */
export async function nextSequence(
  tx: Tx,
  asked: { readonly transferId: string; readonly to: string; readonly ownerId: string; readonly at: Date },
): Promise<{ readonly owner: string; readonly sequence: number }> {
  const row = await tx.row<{ owner: string; sequence: number }>(
    'SELECT owner, sequence FROM next_sequence($1, $2, $3, $4)',
    [asked.transferId, asked.to, asked.ownerId, asked.at],
  );
  if (!row) throw new Error('next_sequence answered nothing');
  return row;
}

export interface NewSent {
  readonly ownerId: string;
  readonly messageId: string;
  readonly transferId: string;
  readonly to: string;
  readonly sequence: number;
  readonly inReplyTo: string | null;
  readonly type: string;
  readonly kid: string;
  readonly digest: string;
  readonly textSealed: Uint8Array;
  readonly at: Date;
}

export async function keepSent(tx: Tx, sent: NewSent): Promise<void> {
  await tx.rows('SELECT keep_sent($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
    ...[sent.ownerId, sent.messageId, sent.transferId, sent.to, sent.sequence, sent.inReplyTo],
    ...[sent.type, sent.kid, sent.digest, sent.textSealed, sent.at],
  ]);
}

/** What is due to be delivered, the longest waiting first. */
export function dueMessages(
  reader: Reader,
  { at, limit }: { readonly at: Date; readonly limit: number },
): Promise<SentRow[]> {
  return reader.rows<SentRow>(
    `SELECT owner_id AS "ownerId", message_id AS "messageId", transfer_id AS "transferId", to_region AS "to", digest,
            text_sealed AS "textSealed", attempts
       FROM exchange_sent WHERE state = 'waiting' AND next_at <= $1 ORDER BY next_at, transfer_id, sequence LIMIT $2`,
    [at, limit],
  );
}

/** Of several workers one has it; tried again at `next` where nobody reports back. */
export async function claimDelivery(reader: Reader, row: SentRow, next: Date): Promise<boolean> {
  const claimed = await reader.row<{ had: boolean }>('SELECT claim_delivery($1, $2, $3, $4) AS had', [
    ...[row.ownerId, row.messageId, row.attempts, next],
  ]);
  return claimed?.had === true;
}

export interface ClosedDelivery {
  readonly state: 'waiting' | 'delivered' | 'refused' | 'undeliverable';
  readonly result: string;
  readonly receiptSealed: Uint8Array | null;
  readonly receiptDigest: string | null;
  readonly at: Date;
}

export async function closeDelivery(reader: Reader, row: SentRow, closed: ClosedDelivery): Promise<void> {
  await reader.rows('SELECT close_delivery($1, $2, $3, $4, $5, $6, $7)', [
    ...[row.ownerId, row.messageId, closed.state, closed.result.slice(0, 100)],
    ...[closed.receiptSealed, closed.receiptDigest, closed.at],
  ]);
}
