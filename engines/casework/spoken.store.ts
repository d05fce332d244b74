import type { Reader } from '#platform/postgres';

type Language = 'zh' | 'en';

/**
 * In which language whoever waits for a case last did a step of it for the whole, or else of the case that it follows; null where nobody
 * is known to have done one.
 */
export async function spokenIn(
  reader: Reader,
  { ownerId, caseId }: { readonly ownerId: string; readonly caseId: string },
): Promise<Language | null> {
  const row = await reader.row<{ language: Language }>(
    `SELECT data ->> 'language' AS language FROM case_action
      WHERE owner_id = $1 AND data ->> 'language' IN ('zh', 'en') AND NOT data ? 'successorId'
        AND (case_id = $2 OR case_id IN (SELECT parent_id FROM case_parent WHERE owner_id = $1 AND case_id = $2))
      ORDER BY case_id = $2 DESC, seq DESC LIMIT 1`,
    [ownerId, caseId],
  );
  return row?.language ?? null;
}
