import type { Reader } from '#platform/postgres';

/** By which hashes the persons of partners' messages are known, the message that came first at the head. */
export async function subjectsKept(reader: Reader): Promise<readonly Uint8Array[]> {
  const rows = await reader.rows<{ subject: Uint8Array }>(
    'SELECT subject_hashes AS subject FROM exchange_received ORDER BY received_at',
  );
  return rows.map(({ subject }) => subject);
}
