import type { Reader, Tx } from '#platform/postgres';

export const queueReasons = [
  'undeliverable',
  'refused-by-partner',
  'set-aside',
  'waits',
  'contradiction',
] as const;
export type QueueReason = (typeof queueReasons)[number];

/** A message that does not go its way by itself. */
export interface QueueItem {
  /** `sent.<message>`, `received.<region>.<message>`, `contradiction.<digest>` */
  readonly id: string;
  readonly reason: QueueReason;
  /** The code of the refusal behind it, where there is one. */
  readonly code: string | null;
  readonly transferId: string;
  readonly partner: string;
  readonly messageId: string;
  readonly sequence: number;
  readonly type: string;
  /** Since when it waits for somebody. */
  readonly since: Date;
  readonly attempts: number;
}

export interface QueueRow extends QueueItem {
  readonly ownerId: string;
  readonly textSealed: Uint8Array;
  readonly sentAt: Date;
}

/** `$1`: from when on a message that waits for one before it is a matter for a clerk. */
const queue = `
  SELECT 'sent.' || message_id AS id, CASE state WHEN 'refused' THEN 'refused-by-partner' ELSE 'undeliverable' END AS reason,
         result AS code, transfer_id AS "transferId", to_region AS partner, message_id AS "messageId", sequence, type,
         done_at AS since, attempts, owner_id AS "ownerId", text_sealed AS "textSealed", sent_at AS "sentAt"
    FROM exchange_sent WHERE state IN ('refused', 'undeliverable')
  UNION ALL
  SELECT 'received.' || from_region || '.' || message_id, CASE state WHEN 'set-aside' THEN 'set-aside' ELSE 'waits' END,
         reason, owner_id, from_region, message_id, sequence, type, received_at, attempts, owner_id, text_sealed, sent_at
    FROM exchange_received WHERE state = 'set-aside' OR (state = 'kept' AND received_at <= $1)
  UNION ALL
  SELECT 'contradiction.' || digest, 'contradiction', 'exchange.contradicts', owner_id, from_region, message_id, sequence,
         type, received_at, 0, owner_id, text_sealed, sent_at
    FROM exchange_contradiction WHERE state = 'open'`;

export interface QueueAsked {
  readonly waitingBefore: Date;
  readonly reason: QueueReason | null;
  readonly after: { readonly since: string; readonly id: string } | null;
  readonly limit: number;
}

/** The longest waiting first. */
export function queueRows(reader: Reader, asked: QueueAsked): Promise<QueueRow[]> {
  return reader.rows<QueueRow>(
    `SELECT * FROM (${queue}) item
      WHERE ($2::text IS NULL OR reason = $2) AND ($3::timestamptz IS NULL OR (date_trunc('milliseconds', since), id) > ($3, $4))
      ORDER BY date_trunc('milliseconds', since), id LIMIT $5`,
    [asked.waitingBefore, asked.reason, asked.after?.since ?? null, asked.after?.id ?? '', asked.limit],
  );
}

export function queueRow(
  reader: Reader,
  { id, waitingBefore }: { readonly id: string; readonly waitingBefore: Date },
): Promise<QueueRow | undefined> {
  return reader.row<QueueRow>(`SELECT * FROM (${queue}) item WHERE id = $2`, [waitingBefore, id]);
}

/** What clerks did with it before. */
export interface Handling {
  readonly what: string;
  readonly officerId: string;
  readonly reason: string;
  readonly at: Date;
}

export function handlingsOf(
  reader: Reader,
  { ownerId, id }: { readonly ownerId: string; readonly id: string },
): Promise<Handling[]> {
  return reader.rows<Handling>(
    `SELECT what, officer_id AS "officerId", reason, at FROM exchange_handling
      WHERE owner_id = $1 AND item_id = $2 ORDER BY at, id`,
    [ownerId, id],
  );
}

export interface Handled {
  readonly token: string;
  readonly handlingId: string;
  readonly what: 'resend' | 'apply-again' | 'close';
  readonly reason: string;
  readonly at: Date;
}

/** False where it is no longer a matter for this. */
export async function handleItem(
  tx: Tx,
  { id, ownerId, partner, messageId }: QueueRow,
  { token, handlingId, what, reason, at }: Handled,
): Promise<boolean> {
  const [kind] = id.split('.');
  const digest = id.slice('contradiction.'.length);
  const row = await (kind === 'sent'
    ? tx.row<Done>('SELECT handle_sent($1, $2, $3, $4, $5, $6, $7) AS done', [
        ...[token, handlingId, ownerId, messageId, what, reason, at],
      ])
    : kind === 'received'
      ? tx.row<Done>('SELECT handle_received($1, $2, $3, $4, $5, $6, $7, $8) AS done', [
          ...[token, handlingId, ownerId, partner, messageId, what, reason, at],
        ])
      : tx.row<Done>('SELECT handle_contradiction($1, $2, $3, $4, $5, $6, $7) AS done', [
          ...[token, handlingId, ownerId, partner, digest, reason, at],
        ]));
  return row?.done === true;
}

interface Done {
  readonly done: boolean;
}
