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
