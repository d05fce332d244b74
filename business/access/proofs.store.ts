import type { Reader } from '#platform/postgres';

export interface StrayLogins {
  readonly logins: bigint;
  /** Logins that no name leads to. */
  readonly notFound: readonly string[];
  /** What names lead to that is no login. */
  readonly leadsNowhere: readonly string[];
}

export async function strayLogins(reader: Reader): Promise<StrayLogins> {
  const row = await reader.row<StrayLogins>(
    `SELECT logins, not_found AS "notFound", leads_nowhere AS "leadsNowhere" FROM stray_logins()`,
  );
  return row ?? { logins: 0n, notFound: [], leadsNowhere: [] };
}

export async function countAccesses(reader: Reader): Promise<bigint> {
  return (await reader.row<{ n: bigint }>('SELECT count(*) AS n FROM login_person'))?.n ?? 0n;
}

/** What a login may do for a person by the one side's rows and not by the other's. */
export async function oneSidedAccesses(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.rows<{ row: string }>(
    `SELECT coalesce(l.owner_id, a.login_id) || '/' || coalesce(l.person_id, a.owner_id) AS row
       FROM (SELECT * FROM login_person WHERE ended_at IS NULL) l
       FULL JOIN (SELECT * FROM person_access WHERE ended_at IS NULL) a
         ON a.login_id = l.owner_id AND a.owner_id = l.person_id AND a.capacity = l.capacity
      WHERE l.owner_id IS NULL OR a.owner_id IS NULL ORDER BY 1 LIMIT 100`,
  );
  return rows.map(({ row }) => row);
}
