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
    `SELECT ${columns} FROM notice_outbox WHERE state = 'waiting' ORDER BY made_at LIMIT $1`,
    [limit],
  );
}

/** The latest notices whatever became of them, newest first. */
export function latestNotices(reader: Reader, limit: number): Promise<WaitingNotice[]> {
  return reader.rows<WaitingNotice>(`SELECT ${columns} FROM notice_outbox ORDER BY made_at DESC LIMIT $1`, [
    limit,
  ]);
}

/**
 * Takes one notice for delivery: a guarded update, so that of several workers one has it. False where another was quicker.
 */
export async function claimNotice(tx: Tx, { ownerId, id, attempts }: WaitingNotice): Promise<boolean> {
  const rows = await tx.rows(
    `UPDATE notice_outbox SET attempts = attempts + 1
      WHERE owner_id = $1 AND id = $2 AND state = 'waiting' AND attempts = $3 RETURNING 1`,
    [ownerId, id, attempts],
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
