import type { Reader } from '#platform/postgres';

/** A row that breaks a promise, by its key; never by a number or its hash. */
export interface Stray {
  readonly row: string;
}

export async function countCards(reader: Reader): Promise<bigint> {
  return (await reader.row<{ n: bigint }>('SELECT count(*) AS n FROM card'))?.n ?? 0n;
}

/** Cards that their number does not lead to (the latest of a number), and locators that lead nowhere. */
export function strayLocators(reader: Reader): Promise<Stray[]> {
  return reader.rows<Stray>(
    `SELECT coalesce(c.owner_id || '/' || c.id, l.owner_id || '/' || l.card_id) AS row
       FROM (SELECT DISTINCT ON (owner_id, number_hash) owner_id, id, number_hash FROM card
              ORDER BY owner_id, number_hash, id DESC) c
       FULL JOIN card_locator l ON l.number_hash = c.number_hash AND l.owner_id = c.owner_id AND l.card_id = c.id
      WHERE c.id IS NULL OR l.card_id IS NULL
      ORDER BY 1 LIMIT 100`,
  );
}

/** Cards whose state or count of events is not what their events compute to, or whose events do not follow one another. */
export function notAsEventsSay(reader: Reader): Promise<Stray[]> {
  return reader.rows<Stray>(
    `SELECT c.owner_id || '/' || c.id AS row
       FROM card c
       LEFT JOIN (
         SELECT owner_id, card_id, count(*) AS n, max(seq) AS last, (array_agg(to_state ORDER BY seq DESC))[1] AS state,
                bool_and(from_state = coalesce(before, 'unbound')) AS follow
           FROM (SELECT e.*, lag(to_state) OVER (PARTITION BY owner_id, card_id ORDER BY seq) AS before FROM card_event e) AS e
          GROUP BY owner_id, card_id) e ON e.owner_id = c.owner_id AND e.card_id = c.id
      WHERE e.n IS DISTINCT FROM c.event_count OR e.last IS DISTINCT FROM c.event_count OR e.state IS DISTINCT FROM c.state
         OR e.follow IS DISTINCT FROM true
      ORDER BY 1 LIMIT 100`,
  );
}

/** Cards that outlived their account. */
export function outlived(reader: Reader): Promise<Stray[]> {
  return reader.rows<Stray>(
    `SELECT c.owner_id || '/' || c.id AS row
       FROM card c JOIN personal_account a ON a.owner_id = c.owner_id AND a.closed_on IS NOT NULL
      WHERE c.state <> 'ended' ORDER BY 1 LIMIT 100`,
  );
}
