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

/** The employers of most people, the largest first. */
export async function largestEmployers(reader: Reader, limit: number): Promise<readonly string[]> {
  const rows = await reader.rows<{ employerId: string }>(
    `SELECT employer_id AS "employerId" FROM employment GROUP BY employer_id ORDER BY count(*) DESC, employer_id LIMIT $1`,
    [limit],
  );
  return rows.map(({ employerId }) => employerId);
}
