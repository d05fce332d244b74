import type { PlainDate } from '#basics';
import type { Reader } from '#platform/postgres';

export interface HeldMandateRow {
  readonly ownerId: string;
  readonly scope: readonly string[];
  readonly caseId: string | null;
}

/** What a login holds of those who may be acted for by it, on a day: accepted, not ended, not run out. */
export function heldMandates(
  reader: Reader,
  asked: { readonly login: string; readonly linked: readonly string[]; readonly today: PlainDate },
): Promise<readonly HeldMandateRow[]> {
  return reader.rows<HeldMandateRow>(
    `SELECT owner_id AS "ownerId", scope, case_id AS "caseId" FROM mandate
      WHERE owner_id = ANY ($1) AND agent_login = $2 AND ended_at IS NULL AND coalesce(until_on >= $3, true)
      ORDER BY accepted_at, id`,
    [asked.linked, asked.login, asked.today],
  );
}
