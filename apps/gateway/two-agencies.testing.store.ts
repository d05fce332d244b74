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

/** How often an agency has said something of a type in a transfer. */
export async function timesSaid(
  reader: Reader,
  { transferId, type }: { readonly transferId: string; readonly type: string },
): Promise<number> {
  const row = await reader.row<{ count: number }>(
    'SELECT count(*)::int AS count FROM exchange_sent WHERE transfer_id = $1 AND type = $2',
    [transferId, type],
  );
  return row?.count ?? 0;
}
