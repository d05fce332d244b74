import type { Reader } from '#platform/postgres';

/** People with a citizen's document of whom no case was ever opened, in the order of their ids. */
export async function peopleWithoutCase(reader: Reader, limit: number): Promise<readonly string[]> {
  const rows = await reader.rows<{ ownerId: string }>(
    `SELECT owner_id AS "ownerId" FROM person p
      WHERE EXISTS (SELECT FROM identity_document d WHERE d.owner_id = p.owner_id AND d.kind = 'citizen-id')
        AND NOT EXISTS (SELECT FROM case_file c WHERE c.owner_id = p.owner_id)
      ORDER BY owner_id LIMIT $1`,
    [limit],
  );
  return rows.map(({ ownerId }) => ownerId);
}
