import type { Reader } from '#platform/postgres';

/**
 * All records of the person to whom a record belongs: the one that stays first, then those that were folded into it. As
 * linked at `known`, by default now. A record that was never merged is its person's only one.
 */
export async function recordsOf(
  reader: Reader,
  { owner, known }: { readonly owner: string; readonly known?: Date | undefined },
): Promise<readonly string[]> {
  const rows = await reader.rows<{ id: string }>(
    `WITH RECURSIVE ${recordsOfOne} SELECT id FROM down ORDER BY depth, id`,
    [owner, known ?? null],
  );
  return rows.map(({ id }) => id);
}

/** Whether a link counts, as known at $2; now where that is null. */
export const linked = `CASE WHEN $2::timestamptz IS NULL THEN l.unlinked_at IS NULL
  ELSE l.linked_at <= $2 AND coalesce(l.unlinked_at > $2, true) END`;

/** `up`: from the record $1 to the one that stays; `down`: all records of that person, as known at $2. */
export const recordsOfOne = `up AS (
       SELECT $1::text COLLATE "C" AS id, 0 AS step
       UNION SELECT l.survivor_id, up.step + 1 FROM up JOIN person_link l ON l.merged_id = up.id AND ${linked}),
     down AS (
       (SELECT id, 0 AS depth FROM up ORDER BY step DESC LIMIT 1)
       UNION SELECT l.merged_id, down.depth + 1 FROM down JOIN person_link l ON l.survivor_id = down.id AND ${linked})`;

/** The record that stands for a record now. */
export async function survivorOf(reader: Reader, owner: string): Promise<string> {
  const [survivor = owner] = await recordsOf(reader, { owner });
  return survivor;
}
