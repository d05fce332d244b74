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
