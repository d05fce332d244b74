import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Reader, Tx } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import { guarded } from './guarded.ts';
import type { JsonObject } from './json-text.ts';
import { messageType, openJws } from './jws.ts';
import { maskedBody } from './masked-body.ts';
import {
  type Handling,
  handleItem,
  handlingsOf,
  type QueueItem,
  type QueueReason,
  type QueueRow,
  queueRow,
  queueRows,
} from './queue.store.ts';

/** Longer than this a message need not wait for the one before it. */
export const patienceMs = 24 * 3_600_000;

/** Everything that does not go its way by itself, the longest waiting first. */
export async function listQueue(
  reader: Reader,
  asked: {
    readonly at: Date;
    readonly reason: QueueReason | null;
    readonly after: { readonly since: string; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<readonly QueueItem[]> {
  const { at, reason, after, limit } = asked;
  const rows = await queueRows(reader, { waitingBefore: longAgo(at), reason, after, limit });
  return rows.map(itemOf);
}

/** One of them with its envelope, what may be shown of its body, and what clerks did with it. */
export interface ShownItem extends QueueItem {
  readonly sentAt: Date;
  readonly inReplyTo: string | null;
  /** What names a person or an account is masked. */
  readonly body: JsonObject;
  /** What may be done with it. */
  readonly actions: readonly QueueAction[];
  readonly handlings: readonly Handling[];
}

export type QueueAction = 'resend' | 'apply-again' | 'close';

/** Refuses `exchange.no-such-item`. */
export async function showItem(
  reader: Reader,
  { id, at, seal }: { readonly id: string; readonly at: Date; readonly seal: Seal },
): Promise<Result<ShownItem, Refusal>> {
  const row = await queueRow(reader, { id, waitingBefore: longAgo(at) });
  if (!row) return noSuchItem(id);
  const opened = openJws(seal.open(row.textSealed), messageType);
  if (!opened.ok) return opened;
  const { body, inReplyTo } = opened.value.payload;
  return ok({
    ...itemOf(row),
    sentAt: row.sentAt,
    inReplyTo: typeof inReplyTo === 'string' ? inReplyTo : null,
    body: maskedBody(body as JsonObject), // its envelope was read when it was kept
    actions: actionsOf(row),
    handlings: await handlingsOf(reader, { ownerId: row.ownerId, id }),
  });
}

export interface HandleAsked {
  readonly id: string;
  readonly what: QueueAction;
  readonly reason: string;
  /** The clerk's session. */
  readonly token: string;
  readonly handlingId: string;
  readonly at: Date;
}

/**
 * A clerk sends it again, has it applied again (also without the one before it), or closes it. Refuses
 * `exchange.no-such-item` and `exchange.changed-meanwhile`.
 */
export async function handleQueueItem(tx: Tx, asked: HandleAsked): Promise<Result<QueueItem, Refusal>> {
  const row = await queueRow(tx, { id: asked.id, waitingBefore: longAgo(asked.at) });
  if (!row) return noSuchItem(asked.id);
  if (!actionsOf(row).includes(asked.what)) return refuse({ code: 'exchange.changed-meanwhile' });
  const done = await guarded(handleItem(tx, row, asked));
  if (!done.ok) return done;
  return done.value ? ok(itemOf(row)) : refuse({ code: 'exchange.changed-meanwhile' });
}

function actionsOf({ reason }: QueueRow): readonly QueueAction[] {
  if (reason === 'undeliverable') return ['resend', 'close'];
  if (reason === 'set-aside' || reason === 'waits') return ['apply-again', 'close'];
  return ['close'];
}

function itemOf(row: QueueRow): QueueItem {
  const { ownerId: _owner, textSealed: _text, sentAt: _sent, ...item } = row;
  return item;
}

function longAgo(at: Date): Date {
  return new Date(at.getTime() - patienceMs);
}

function noSuchItem(item: string) {
  return refuse({ code: 'exchange.no-such-item', figures: { item } });
}
