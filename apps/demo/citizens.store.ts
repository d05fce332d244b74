import type { Reader } from '#platform/postgres';

/** Whose withdrawal is in one of some states, in the order of their ids. */
export async function ownersOfCases(
  reader: Reader,
  states: readonly string[],
  limit: number,
): Promise<readonly string[]> {
  const rows = await reader.rows<{ ownerId: string }>(
    `SELECT DISTINCT owner_id AS "ownerId" FROM case_file
      WHERE process = 'withdrawal' AND state = ANY ($1) ORDER BY owner_id LIMIT $2`,
    [states, limit],
  );
  return rows.map(({ ownerId }) => ownerId);
}
