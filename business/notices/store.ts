import type { Reader, Tx } from '#platform/postgres';

export interface WaitingNotice {
  readonly ownerId: string;
  readonly id: string;
  readonly kind: string;
  readonly channel: 'sms' | 'email' | 'letter';
  readonly addressSealed: Uint8Array;
  readonly bodySealed: Uint8Array;
  readonly language: 'zh' | 'en';
  readonly attempts: number;
  readonly expired: boolean;
}

const columns = `owner_id AS "ownerId", id, kind, channel, address_sealed AS "addressSealed", body_sealed AS "bodySealed",
  language, attempts, coalesce(expires_at < now(), false) AS expired`;

export function waitingNotices(reader: Reader, limit: number): Promise<WaitingNotice[]> {
  return reader.rows<WaitingNotice>(
    `SELECT ${columns} FROM notice_outbox WHERE state = 'waiting' AND next_at <= now() ORDER BY next_at LIMIT $1`,
    [limit],
  );
}

/** The latest notices whatever became of them, newest first, but for codes that are gone. */
export function latestNotices(reader: Reader, limit: number): Promise<WaitingNotice[]> {
  return reader.rows<WaitingNotice>(
    `SELECT ${columns} FROM notice_outbox WHERE body_sealed IS NOT NULL ORDER BY made_at DESC LIMIT $1`,
    [limit],
  );
}

/**
 * Takes one notice for delivery and says when it is tried again if nobody reports back: a guarded update, so that of several
 * workers one has it. False where another was quicker.
 */
export async function claimNotice(
  tx: Tx,
  { ownerId, id, attempts }: WaitingNotice,
  waitSeconds: number,
): Promise<boolean> {
  const rows = await tx.rows(
    `UPDATE notice_outbox SET attempts = attempts + 1, next_at = now() + make_interval(secs => $4)
      WHERE owner_id = $1 AND id = $2 AND state = 'waiting' AND attempts = $3 RETURNING 1`,
    [ownerId, id, attempts, waitSeconds],
  );
  return rows.length > 0;
}

export async function closeNotice(
  reader: Reader,
  { ownerId, id }: WaitingNotice,
  state: 'sent' | 'failed' | 'expired',
): Promise<void> {
  await reader.rows(
    `UPDATE notice_outbox SET state = $3, done_at = now() WHERE owner_id = $1 AND id = $2 AND state = 'waiting'`,
    [ownerId, id, state],
  );
}

export async function noteFault(reader: Reader, { ownerId, id }: NoticePlace, fault: string): Promise<void> {
  await reader.rows('UPDATE notice_outbox SET fault = $3 WHERE owner_id = $1 AND id = $2', [
    ownerId,
    id,
    fault,
  ]);
}

interface NoticePlace {
  readonly ownerId: string;
  readonly id: string;
}

/** A notice in a list: nothing of its address or text. */
export interface NoticeItem extends NoticePlace {
  readonly kind: string;
  readonly channel: WaitingNotice['channel'];
  readonly state: 'waiting' | 'sent' | 'failed' | 'expired';
  readonly attempts: number;
  readonly madeAt: Date;
  readonly nextAt: Date;
  readonly doneAt: Date | null;
  readonly fault: string | null;
}

/** Notices in a state by their ids, owner after owner. */
export function noticesIn(
  reader: Reader,
  { state, after, limit }: { readonly state: string; readonly after: NoticePlace; readonly limit: number },
): Promise<NoticeItem[]> {
  return reader.rows<NoticeItem>(
    `SELECT owner_id AS "ownerId", id, kind, channel, state, attempts, made_at AS "madeAt", next_at AS "nextAt",
            done_at AS "doneAt", fault
       FROM notice_outbox WHERE state = $1 AND (owner_id, id) > ($2, $3) ORDER BY owner_id, id LIMIT $4`,
    [state, after.ownerId, after.id, limit],
  );
}

/** Puts a notice that was given up back into the queue; false where it was not given up. */
export async function requeueNotice(tx: Tx, { ownerId, id }: NoticePlace): Promise<boolean> {
  const rows = await tx.rows(
    `UPDATE notice_outbox SET state = 'waiting', attempts = 0, next_at = now(), done_at = NULL, fault = NULL
      WHERE owner_id = $1 AND id = $2 AND state = 'failed' RETURNING 1`,
    [ownerId, id],
  );
  return rows.length > 0;
}

/** To whom a notice goes; only what goes to the person themselves is among their own notices. */
export type Addressee = 'person' | 'heir' | 'program';

export interface NewNoticeRow extends NoticePlace {
  readonly kind: string;
  readonly caseId: string | null;
  readonly addressee: Addressee;
  readonly channel: WaitingNotice['channel'];
  readonly addressSealed: Uint8Array;
  readonly bodySealed: Uint8Array;
  readonly language: 'zh' | 'en';
  readonly madeAt: Date;
}

/** False where there is one with this id already: one event, one notice. */
export async function insertNotice(tx: Tx, notice: NewNoticeRow): Promise<boolean> {
  const rows = await tx.rows(
    `INSERT INTO notice_outbox (owner_id, id, kind, channel, address_sealed, body_sealed, language, made_at, case_id, addressee)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (owner_id, id) DO NOTHING RETURNING 1`,
    [
      ...[notice.ownerId, notice.id, notice.kind, notice.channel],
      ...[notice.addressSealed, notice.bodySealed, notice.language, notice.madeAt],
      ...[notice.caseId, notice.addressee],
    ],
  );
  return rows.length > 0;
}
