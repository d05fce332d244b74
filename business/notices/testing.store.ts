import { createHash } from 'node:crypto';
import type { Reader } from '#platform/postgres';

/** A notice as the code that words it writes it; for tests. */
export async function putNotice(
  reader: Reader,
  notice: {
    readonly id: string;
    readonly expires: string;
    readonly address: Uint8Array;
    readonly body: Uint8Array;
  },
): Promise<void> {
  await reader.rows(
    `INSERT INTO notice_outbox (owner_id, id, kind, channel, address_sealed, body_sealed, language, made_at, expires_at)
     VALUES ('psn_test', $1, 'code', 'sms', $2, $3, 'zh', clock_timestamp(), clock_timestamp() + $4::interval)`,
    [notice.id, notice.address, notice.body, notice.expires],
  );
}

/** How long a notice waits from now until it is tried again, in whole seconds. */
export async function secondsToWait(reader: Reader, id: string): Promise<number> {
  const row = await reader.row<{ seconds: number }>(
    `SELECT ceil(extract(epoch FROM next_at - now()) / 30)::int * 30 AS seconds FROM notice_outbox WHERE id = $1`,
    [id],
  );
  return row?.seconds ?? -1;
}

export async function makeDue(reader: Reader, id: string): Promise<void> {
  await reader.rows(`UPDATE notice_outbox SET next_at = now() - interval '1 second' WHERE id = $1`, [id]);
}

/** A login of a person with a live session, for tests; answers the session's token. */
export async function putSession(
  reader: Reader,
  {
    login,
    personId,
    capacity = 'insured',
  }: { readonly login: string; readonly personId: string; readonly capacity?: string },
): Promise<string> {
  const token = `sxu_${login}.${'t'.repeat(43)}`;
  await reader.rows(
    `INSERT INTO person_login (owner_id, login_name_sealed, password_hash, changed_at, created_at)
     VALUES ($1, '\\x01', 'x', now(), now())`,
    [login],
  );
  await reader.rows(
    `INSERT INTO login_person (owner_id, person_id, capacity, proof, reference, since_at)
     VALUES ($1, $2, $3, 'window', 'A-1', now())`,
    [login, personId, capacity],
  );
  await reader.rows(
    `INSERT INTO person_session (owner_id, token_hash, capacity, opened_at, expires_at)
     VALUES ($1, $2, $3, now(), now() + interval '1 hour')`,
    [login, createHash('sha256').update(token).digest(), capacity],
  );
  return token;
}

/** Makes every notice of a person so old, and done unless said otherwise. */
export async function makeOld(
  reader: Reader,
  {
    ownerId,
    age,
    state = 'sent',
  }: { readonly ownerId: string; readonly age: string; readonly state?: 'waiting' | 'sent' },
): Promise<void> {
  await reader.rows(
    `UPDATE notice_outbox SET made_at = clock_timestamp() - $2::interval, state = $3 WHERE owner_id = $1`,
    [ownerId, age, state],
  );
}

/** What is kept of a person's notices: ids, and whether their texts are there. */
export function keptOf(
  reader: Reader,
  ownerId: string,
): Promise<readonly { readonly id: string; readonly hasText: boolean }[]> {
  return reader.rows(
    `SELECT id, body_sealed IS NOT NULL AS "hasText" FROM notice_outbox WHERE owner_id = $1 ORDER BY id`,
    [ownerId],
  );
}
