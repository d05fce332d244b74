import type { Reader } from '#platform/postgres';
import type { RecordLink } from './link.ts';

/** Chains of persons' records; the only reader of this table. It is written by `chain_record`, inside of the guards. */
export async function linksOf(reader: Reader, ownerId: string): Promise<readonly RecordLink[]> {
  return reader.rows<RecordLink>(
    `SELECT owner_id AS "ownerId", seq, kind, reference, digest, salt::text, previous_hash AS "previousHash", hash, at
       FROM record_chain WHERE owner_id = $1 ORDER BY seq`,
    [ownerId],
  );
}
