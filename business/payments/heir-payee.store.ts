import type { Reader } from '#platform/postgres';

/** The account that counts of each heir of a case; its number sealed. */
export function heirAccountsOf(
  reader: Reader,
  { owner, caseId }: { readonly owner: string; readonly caseId: string },
): Promise<readonly { readonly successorId: string; readonly accountSealed: Uint8Array }[]> {
  return reader.rows(
    `SELECT DISTINCT ON (party_id) party_id AS "successorId", account_sealed AS "accountSealed" FROM payee
      WHERE owner_id = $1 AND case_id = $2 AND party_id IS NOT NULL ORDER BY party_id, revision DESC`,
    [owner, caseId],
  );
}
