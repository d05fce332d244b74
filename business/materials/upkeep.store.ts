import type { DocumentKind } from '#platform/documents';
import type { Reader, Tx } from '#platform/postgres';

/** What jobs and proofs read of all files, page by page in the order of their keys. */

export interface FileKey {
  readonly ownerId: string;
  readonly fileId: string;
}

export const firstFile: FileKey = { ownerId: '', fileId: '' };

export interface StoredFileRow extends FileKey {
  readonly storedName: string;
  readonly storedBytes: number;
  readonly keySealed: Uint8Array | null;
  readonly kind: DocumentKind;
}

const stored = `f.owner_id AS "ownerId", f.id AS "fileId", f.stored_name AS "storedName", f.stored_bytes AS "storedBytes",
  f.key_sealed AS "keySealed", f.kind`;

/** Files that were not erased, those that came with a relative's question by its id. */
export function filesAfter(reader: Reader, after: FileKey, limit: number): Promise<readonly StoredFileRow[]> {
  return reader.rows<StoredFileRow>(
    `SELECT ${stored} FROM (SELECT owner_id, id, stored_name, stored_bytes, key_sealed, kind FROM paper_file WHERE erased_at IS NULL
        UNION ALL SELECT inquiry_id, id, stored_name, stored_bytes, key_sealed, kind FROM account_inquiry_file) f
      WHERE (f.owner_id, f.id) > ($1, $2)
      ORDER BY f.owner_id, f.id LIMIT $3`,
    [after.ownerId, after.fileId, limit],
  );
}

/** Files of which no scanner has said anything yet, or could not. */
export function filesToScan(
  reader: Reader,
  after: FileKey,
  limit: number,
): Promise<readonly StoredFileRow[]> {
  return reader.rows<StoredFileRow>(
    `SELECT ${stored} FROM paper_scan s JOIN paper_file f ON f.owner_id = s.owner_id AND f.id = s.file_id
      WHERE s.outcome IN ('failed', 'not-scanned') AND (s.owner_id, s.file_id) > ($1, $2) AND f.erased_at IS NULL
        AND NOT EXISTS (SELECT FROM paper_scan l WHERE l.owner_id = s.owner_id AND l.file_id = s.file_id AND l.seq > s.seq)
      ORDER BY s.owner_id, s.file_id LIMIT $3`,
    [after.ownerId, after.fileId, limit],
  );
}

export async function callRecordScan(
  tx: Tx,
  { ownerId, fileId }: FileKey,
  { outcome, said, at }: { readonly outcome: string; readonly said: string; readonly at: Date },
): Promise<void> {
  await tx.rows('SELECT record_scan($1, $2, $3, $4, $5)', [ownerId, fileId, outcome, said, at]);
}

/** Which of these names no file on record has any more. */
export async function namesWithoutFile(
  reader: Reader,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await reader.rows<{ name: string }>(
    `SELECT n AS name FROM unnest($1::text[]) AS n
      WHERE NOT EXISTS (SELECT FROM paper_file f WHERE f.stored_name = n AND f.erased_at IS NULL)
        AND NOT EXISTS (SELECT FROM account_inquiry_file q WHERE q.stored_name = n)`,
    [names],
  );
  return new Set(rows.map(({ name }) => name));
}

/** A file with the cases that it was uploaded for. */
export interface KeptFile extends FileKey {
  readonly storedName: string;
  readonly byteCount: number;
  readonly cases: readonly {
    readonly number: string;
    readonly process: string;
    readonly state: string;
    /** Whether it is a page of a paper there, or the scan of another agency’s letter. */
    readonly handedIn: boolean;
  }[];
  /** When something last happened in one of them, or to the file. */
  readonly lastAt: Date;
  readonly measureStands: boolean;
}

/** Files to which nothing has happened since `before`. */
export function filesUntouchedSince(
  reader: Reader,
  { before, after, limit }: { readonly before: Date; readonly after: FileKey; readonly limit: number },
): Promise<readonly KeptFile[]> {
  return reader.rows<KeptFile>(
    `SELECT f.owner_id AS "ownerId", f.id AS "fileId", f.stored_name AS "storedName", f.byte_count AS "byteCount",
            u.cases, u.last_at AS "lastAt",
            EXISTS (SELECT FROM supervision_step s JOIN supervision_decision d ON d.owner_id = s.owner_id AND d.step_id = s.id
              WHERE s.owner_id = f.owner_id AND s.step = 'set' AND d.confirmed
                AND NOT EXISTS (SELECT FROM supervision_step l JOIN supervision_decision e
                      ON e.owner_id = l.owner_id AND e.step_id = l.id
                    WHERE l.owner_id = s.owner_id AND l.measure_id = s.id AND l.step = 'lift' AND e.confirmed)) AS "measureStands"
       FROM paper_file f
       CROSS JOIN LATERAL (
         SELECT json_agg(json_build_object('number', c.number, 'process', c.process, 'state', c.state, 'handedIn',
                  EXISTS (SELECT FROM paper_page p WHERE p.owner_id = u.owner_id AND p.case_id = u.case_id
                    AND p.file_id = u.file_id)
                  OR EXISTS (SELECT FROM partner_paper w WHERE w.owner_id = u.owner_id AND w.file_id = u.file_id)) ORDER BY c.number) AS cases,
                greatest(max(u.at), max((SELECT max(a.at) FROM case_action a
                  WHERE a.owner_id = u.owner_id AND a.case_id = u.case_id))) AS last_at
           FROM paper_upload u JOIN case_file c ON c.owner_id = u.owner_id AND c.id = u.case_id
          WHERE u.owner_id = f.owner_id AND u.file_id = f.id) AS u
      WHERE f.erased_at IS NULL AND (f.owner_id, f.id) > ($2, $3) AND u.last_at < $1
      ORDER BY f.owner_id, f.id LIMIT $4`,
    [before, after.ownerId, after.fileId, limit],
  );
}

export async function callEraseFile(
  tx: Tx,
  { ownerId, fileId }: FileKey,
  { before, at }: { readonly before: Date; readonly at: Date },
): Promise<boolean> {
  const row = await tx.row<{ erased: boolean }>('SELECT erase_paper_file($1, $2, $3, $4) AS erased', [
    ...[ownerId, fileId, before, at],
  ]);
  return row?.erased === true;
}
