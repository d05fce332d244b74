import type { Reader } from '#platform/postgres';

/** How much is neither delivered nor applied yet, what stands before a clerk aside. */
export async function underWay(reader: Reader): Promise<number> {
  const row = await reader.row<{ count: number }>(
    `SELECT ((SELECT count(*) FROM exchange_sent WHERE state = 'waiting')
       + (SELECT count(*) FROM exchange_received WHERE state = 'kept'))::int AS count`,
  );
  return row?.count ?? 0;
}
