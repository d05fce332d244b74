import type { Reader } from '#platform/postgres';

/** The digest of a message as the gateway kept it. */
export async function digestKept(reader: Reader, messageId: string): Promise<string> {
  const row = await reader.row<{ digest: string }>(
    'SELECT digest FROM exchange_received WHERE message_id = $1',
    [messageId],
  );
  return row?.digest ?? 'not kept';
}

/** How much is neither delivered nor applied yet, what stands before a clerk aside. */
export async function underWay(reader: Reader): Promise<number> {
  const row = await reader.row<{ count: number }>(
    `SELECT ((SELECT count(*) FROM exchange_sent WHERE state = 'waiting')
       + (SELECT count(*) FROM exchange_received WHERE state = 'kept'))::int AS count`,
  );
  return row?.count ?? 0;
}
