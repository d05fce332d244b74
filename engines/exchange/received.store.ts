import type { Reader, Tx } from '#platform/postgres';
import type { KeptInClear } from './catalogue.ts';
import type { OpenedMessage } from './open-message.ts';

interface Keeping {
  readonly textSealed: Uint8Array;
  readonly receiptSealed: Uint8Array;
  readonly at: Date;
}

/** What is kept with a message. */
export interface KeptWith extends Keeping, KeptInClear {
  /** The receipt where one before it is missing. */
  readonly waitingSealed: Uint8Array;
  readonly refused: string | null;
}

export interface Kept {
  readonly outcome: 'kept' | 'again' | 'contradicts' | 'anothers-transfer';
  readonly receipt: Uint8Array | null;
}

export async function keepMessage(gateway: Reader, message: OpenedMessage, keeping: KeptWith): Promise<Kept> {
  const row = await gateway.row<Kept>(
    'SELECT outcome, receipt FROM keep_message($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)',
    valuesOf(message, keeping),
  );
  if (!row) throw new Error('keep_message answered nothing');
  return row;
}

/** Several in one statement: all of them, or none. Answers in their order. */
export async function keepMessages(
  gateway: Reader,
  messages: readonly { readonly message: OpenedMessage; readonly keeping: KeptWith }[],
): Promise<readonly Kept[]> {
  const rows = messages.map(({ message, keeping }) => {
    const values = valuesOf(message, keeping);
    return values.map((value, at) => (at === figuresAt ? JSON.stringify(value) : value));
  });
  const kept = await gateway.rows<Kept>(
    `SELECT k.outcome, k.receipt
       FROM unnest($1::text[], $2::text[], $3::text[], $4::integer[], $5::text[], $6::text[], $7::timestamptz[], $8::text[], $9::text[],
              $10::bytea[], $11::bytea[], $12::bytea[], $13::text[], $14::jsonb[], $15::bytea[], $16::timestamptz[])
              WITH ORDINALITY AS m (a, b, c, d, e, f, g, h, i, j, k, l, n, o, p, q, place)
      CROSS JOIN LATERAL keep_message(m.a, m.b, m.c, m.d, m.e, m.f, m.g, m.h, m.i, m.j, m.k, m.l, m.n, m.o, m.p, m.q) k
      ORDER BY m.place`,
    Array.from({ length: figuresAt + 3 }, (_, column) => rows.map((values) => values[column])),
  );
  if (kept.length !== messages.length) throw new Error('keep_message did not answer for each');
  return kept;
}

const figuresAt = 13;

function valuesOf({ envelope, kid, digest }: OpenedMessage, keeping: KeptWith): readonly unknown[] {
  const { transferId, from, messageId, sequence, inReplyTo, type, sentAt } = envelope;
  const { textSealed, receiptSealed, waitingSealed, refused, figures, subject, at } = keeping;
  return [
    ...[transferId, from, messageId, sequence, inReplyTo, type, sentAt, kid, digest],
    ...[textSealed, receiptSealed, waitingSealed, refused, figures, subject, at],
  ];
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

/** One sender's messages in one transfer. */
export interface Stream {
  readonly transferId: string;
  readonly from: string;
}

/** The streams whose next message is here, those that were tried least first. */
export function readyStreams(
  reader: Reader,
  { transferId, limit }: { readonly transferId: string | null; readonly limit: number },
): Promise<Stream[]> {
  return reader.rows<Stream>(
    `SELECT owner_id AS "transferId", from_region AS "from"
       FROM (SELECT DISTINCT ON (owner_id, from_region) owner_id, from_region, sequence, released, attempts, received_at
               FROM exchange_received WHERE state = 'kept' AND ($1::text IS NULL OR owner_id = $1)
              ORDER BY owner_id, from_region, sequence) m
      WHERE released OR sequence <= 1 + coalesce((SELECT max(d.sequence) FROM exchange_received d
              WHERE d.owner_id = m.owner_id AND d.from_region = m.from_region AND d.state <> 'kept'), 0)
      ORDER BY attempts, received_at, owner_id, from_region LIMIT $2`,
    [transferId, limit],
  );
}

/** A message that was taken to be applied. */
export interface ClaimedRow {
  readonly messageId: string;
  readonly digest: string;
  readonly textSealed: Uint8Array;
  readonly receivedAt: Date;
}

/** Takes the next one to be applied in this transaction; of several who try, one has it. */
export async function claimNextMessage(tx: Tx, { transferId, from }: Stream): Promise<ClaimedRow | null> {
  const row = await tx.row<ClaimedRow | { readonly messageId: null }>(
    `SELECT message AS "messageId", digest, text_sealed AS "textSealed", received AS "receivedAt"
       FROM claim_next_message($1, $2)`,
    [transferId, from],
  );
  return row && row.messageId !== null ? row : null;
}

/** A message as it was kept, to be read again; undefined where its sender kept none of that id in the transfer. */
export function keptMessage(
  reader: Reader,
  { transferId, from, messageId }: Stream & { readonly messageId: string },
): Promise<ClaimedRow | undefined> {
  return reader.row<ClaimedRow>(
    `SELECT message_id AS "messageId", digest, text_sealed AS "textSealed", received_at AS "receivedAt"
       FROM exchange_received WHERE owner_id = $1 AND from_region = $2 AND message_id = $3`,
    [transferId, from, messageId],
  );
}

/** It is applied, and what it did; answers whether another message of the stream waits. */
export async function messageApplied(
  tx: Tx,
  { transferId, from }: Stream,
  done: {
    readonly messageId: string;
    readonly effect: string;
    readonly ownerId: string | null;
    readonly at: Date;
  },
): Promise<boolean> {
  const row = await tx.row<{ more: boolean }>('SELECT message_applied($1, $2, $3, $4, $5, $6) AS more', [
    ...[transferId, from, done.messageId, done.effect, done.ownerId, done.at],
  ]);
  return row?.more === true;
}

export async function setMessageAside(
  tx: Tx,
  { transferId, from }: Stream,
  {
    messageId,
    reason,
    waits,
  }: { readonly messageId: string; readonly reason: string; readonly waits: boolean },
): Promise<void> {
  await tx.rows('SELECT set_message_aside($1, $2, $3, $4, $5)', [
    ...[transferId, from, messageId, reason.slice(0, 100), waits],
  ]);
}

/** A message of theirs that a sender takes back, and the one that says so. */
export interface TakenBack extends Stream {
  readonly messageId: string;
  readonly by: string;
}

/** Whether the sender has said it here at all; where it lay before a clerk it does not any more. */
export async function callCloseTakenBack(
  tx: Tx,
  { transferId, from, messageId, by }: TakenBack,
): Promise<boolean> {
  const row = await tx.row<{ said: boolean }>('SELECT close_taken_back($1, $2, $3, $4) AS said', [
    ...[transferId, from, messageId, by],
  ]);
  return row?.said === true;
}

/** Whether a message that takes this one back has had its turn already: then nothing is to be done for it. */
export async function isTakenBack(
  reader: Reader,
  { transferId, from, messageId }: Stream & { readonly messageId: string },
): Promise<boolean> {
  const row = await reader.row(
    `SELECT 1 AS it FROM exchange_received
      WHERE owner_id = $1 AND from_region = $2 AND figures ->> 'invalidates' = $3 AND state NOT IN ('kept', 'refused')`,
    [transferId, from, messageId],
  );
  return row !== undefined;
}

/** Whether another message of the type lies before a clerk in the stream, as nothing could be done for it yet. */
export async function liesBeforeClerk(
  reader: Reader,
  { transferId, from, messageId, type }: Stream & { readonly messageId: string; readonly type: string },
): Promise<boolean> {
  const row = await reader.row(
    `SELECT 1 AS it FROM exchange_received
      WHERE owner_id = $1 AND from_region = $2 AND type = $3 AND message_id <> $4 AND state = 'set-aside'`,
    [transferId, from, type, messageId],
  );
  return row !== undefined;
}

/** Messages of a type in the stream that did a certain thing when they were applied, the last first. */
export async function messagesThat(
  reader: Reader,
  asked: Stream & { readonly type: string; readonly effect: string; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await reader.rows<{ messageId: string }>(
    `SELECT message_id AS "messageId" FROM exchange_received
      WHERE owner_id = $1 AND from_region = $2 AND type = $3 AND effect = $4 ORDER BY sequence DESC LIMIT $5`,
    [asked.transferId, asked.from, asked.type, asked.effect, asked.limit],
  );
  return rows.map(({ messageId }) => messageId);
}
