import type { Reader } from '#platform/postgres';
import type { ChainedRecords } from './chained-records.ts';
import type { RecordLink } from './link.ts';

/** Chains of persons' records; the only reader of this table. It is written by `chain_record`, inside of the guards. */

const columns = `owner_id AS "ownerId", seq, kind, reference, digest, salt::text, previous_hash AS "previousHash", hash, at`;

export async function linksOf(reader: Reader, ownerId: string): Promise<readonly RecordLink[]> {
  return reader.rows<RecordLink>(`SELECT ${columns} FROM record_chain WHERE owner_id = $1 ORDER BY seq`, [
    ownerId,
  ]);
}

/** A link with the seal that covers it; null where none does yet. */
export interface ListedLink extends RecordLink {
  readonly seal: number | null;
}

/** A person's links, the latest first. */
export async function listLinks(
  reader: Reader,
  page: { readonly ownerId: string; readonly before: number | null; readonly limit: number },
): Promise<readonly ListedLink[]> {
  return reader.rows<ListedLink>(
    `SELECT ${columns},
       (SELECT min(s.number) FROM day_seal s WHERE 'record' = ANY (s.sources) AND recorded_xid < s.below_xid) AS seal
     FROM record_chain WHERE owner_id = $1 AND ($2::integer IS NULL OR seq < $2) ORDER BY seq DESC LIMIT $3`,
    [page.ownerId, page.before, page.limit],
  );
}

/** Every link as a seal covers it. */
export const sealedLinks = `SELECT owner_id || '/' || seq AS id, hash AS digest, recorded_xid AS xid FROM record_chain`;

/** A link by its number, or by the record that it is of. */
export type LinkPlace =
  | { readonly ownerId: string; readonly seq: number }
  | { readonly ownerId: string; readonly kind: string; readonly reference: string };

export async function linkAt(
  reader: Reader,
  place: LinkPlace,
): Promise<(RecordLink & { readonly xid: bigint }) | undefined> {
  const by = 'seq' in place ? [place.seq, null, null] : [null, place.kind, place.reference];
  return reader.row(
    `SELECT ${columns}, recorded_xid AS xid FROM record_chain
     WHERE owner_id = $1 AND (seq = $2 OR (kind = $3 AND reference = $4))`,
    [place.ownerId, ...by],
  );
}

/** The text that a record's digest is taken over; undefined where the record is not there. */
export async function contentOf(
  reader: Reader,
  { select, ownerId, reference }: Pick<ChainedRecords, 'select'> & Pick<RecordLink, 'ownerId' | 'reference'>,
): Promise<string | undefined> {
  const row = await reader.row<{ content: string }>(
    `SELECT array_to_json(parts)::text AS content FROM (${select}) AS records WHERE owner_id = $1 AND reference = $2`,
    [ownerId, reference],
  );
  return row?.content;
}

export async function countLinks(reader: Reader): Promise<bigint> {
  return (await reader.row<{ n: bigint }>('SELECT count(*) AS n FROM record_chain'))?.n ?? 0n;
}

/** Links that do not follow from the one before, or whose hash is not theirs; a hundred at most. One pass. */
export async function brokenLinks(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.rows<{ row: string }>(
    `SELECT owner_id || '/' || seq AS row
       FROM (SELECT c.*, lag(seq) OVER w AS seq_before, lag(hash) OVER w AS hash_before FROM record_chain c
             WINDOW w AS (PARTITION BY owner_id ORDER BY seq)) AS links
      WHERE seq <> coalesce(seq_before, 0) + 1 OR previous_hash <> coalesce(hash_before, first_link_of(owner_id))
         OR hash <> link_hash(owner_id, seq, kind, reference, digest, salt, at, previous_hash)
      ORDER BY owner_id, seq LIMIT 100`,
  );
  return rows.map(({ row }) => row);
}

export interface RecordDifference {
  readonly row: string;
  readonly what: 'gone' | 'unchained' | 'altered';
}

/** Records of one sort that are not what their links say; a hundred at most. One pass. */
export async function recordDifferences(
  reader: Reader,
  { kind, select }: ChainedRecords,
): Promise<readonly RecordDifference[]> {
  return reader.rows<RecordDifference>(
    `SELECT owner_id || '/' || $1::text || '/' || reference AS row,
       CASE WHEN r.parts IS NULL THEN 'gone' WHEN c.digest IS NULL THEN 'unchained' ELSE 'altered' END AS what
       FROM (${select}) AS r
       FULL JOIN (SELECT owner_id, reference, digest FROM record_chain WHERE kind = $1) AS c USING (owner_id, reference)
      WHERE r.parts IS NULL OR c.digest IS NULL OR c.digest <> digest_of(VARIADIC r.parts)
      ORDER BY 1 LIMIT 100`,
    [kind],
  );
}
