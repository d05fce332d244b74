import type { Reader } from '#platform/postgres';

/** A row without its counterpart; `found` where the locator is there and what it leads to is not. */
export interface LocatorDifference {
  readonly row: string;
  readonly found: boolean;
}

/** Documents that nobody found wrong: a number that was wrongly written down leads nowhere any more. */
const standing = `(SELECT i.owner_id, i.number_hash FROM identity_document i
  WHERE NOT EXISTS (SELECT FROM record_void v
    WHERE v.owner_id = i.owner_id AND v.subject = 'document' AND v.subject_id = i.id))`;

export async function countIdentities(reader: Reader): Promise<bigint> {
  return (await reader.row<{ n: bigint }>(`SELECT count(*) AS n FROM ${standing} d`))?.n ?? 0n;
}

export async function countEmployers(reader: Reader): Promise<bigint> {
  return (await reader.row<{ n: bigint }>('SELECT count(*) AS n FROM employer'))?.n ?? 0n;
}

/** The row is told by its owner, never by a number or its hash. */
export function strayIdentities(reader: Reader): Promise<LocatorDifference[]> {
  return reader.rows<LocatorDifference>(
    `SELECT coalesce(d.owner_id, l.owner_id) AS row, d.owner_id IS NULL AS found
       FROM ${standing} d
       FULL JOIN identity_locator l ON l.number_hash = d.number_hash AND l.owner_id = d.owner_id
      WHERE d.owner_id IS NULL OR l.owner_id IS NULL
      ORDER BY 1 LIMIT 100`,
  );
}

export function strayEmployers(reader: Reader): Promise<LocatorDifference[]> {
  return reader.rows<LocatorDifference>(
    `SELECT coalesce(e.owner_id, l.owner_id) AS row, e.owner_id IS NULL AS found
       FROM employer e
       FULL JOIN employer_locator l ON l.credit_code = e.credit_code AND l.owner_id = e.owner_id
      WHERE e.owner_id IS NULL OR l.owner_id IS NULL
      ORDER BY 1 LIMIT 100`,
  );
}
