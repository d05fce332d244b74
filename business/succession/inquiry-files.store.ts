import type { Reader, Tx } from '#platform/postgres';

/** Papers that came with a question; the only SQL on them besides the folder's upkeep in `business/materials`. */

export interface InquiryFileRow {
  readonly inquiryId: string;
  readonly fileId: string;
  readonly paper: 'death' | 'relation';
  readonly storedName: string;
  readonly storedBytes: number;
  readonly keySealed: Uint8Array;
  readonly kind: 'pdf' | 'jpeg' | 'png';
  readonly bytes: number;
  readonly scan: 'clean' | 'not-scanned';
}

/** In the order in which they came. */
export function inquiryFiles(reader: Reader, inquiryIds: readonly string[]): Promise<InquiryFileRow[]> {
  return reader.rows<InquiryFileRow>(
    `SELECT inquiry_id AS "inquiryId", id AS "fileId", paper, stored_name AS "storedName", stored_bytes AS "storedBytes",
            key_sealed AS "keySealed", kind, byte_count AS bytes, scan
       FROM account_inquiry_file WHERE inquiry_id = ANY ($1) ORDER BY inquiry_id, sent_at, id`,
    [inquiryIds],
  );
}

/** Refuses where the secret is not that of the question, or an officer has looked already. */
export async function callQuestionOpen(
  tx: Tx,
  { inquiryId, secret }: { readonly inquiryId: string; readonly secret: string },
): Promise<void> {
  await tx.rows('SELECT question_open_for_papers($1, $2)', [inquiryId, secret]);
}

/** Those of a question shown by its secret, and whether an officer has looked at it already; undefined where it is not kept, or not by this secret. */
export async function filesOfQuestion(
  reader: Reader,
  asked: { readonly inquiryId: string; readonly secretHash: Uint8Array },
): Promise<{ readonly files: readonly InquiryFileRow[]; readonly reviewed: boolean } | undefined> {
  const { inquiryId, secretHash } = asked;
  const found = await reader.row<{ reviewed: boolean }>(
    `SELECT EXISTS (SELECT FROM account_inquiry_review r WHERE r.inquiry_id = q.id) AS reviewed
       FROM account_inquiry q WHERE q.id = $1 AND q.secret_hash = $2 AND q.erased_at IS NULL`,
    [inquiryId, secretHash],
  );
  return found && { files: await inquiryFiles(reader, [inquiryId]), reviewed: found.reviewed };
}

/** The file's id; that of the same content, where it came before. */
export async function callTakeInquiryFile(
  tx: Tx,
  row: Omit<InquiryFileRow, 'scan'> & {
    readonly secret: string;
    readonly contentHash: Uint8Array;
    readonly scan: string;
    readonly at: Date;
  },
): Promise<string> {
  const taken = await tx.row<{ id: string }>(
    'SELECT take_inquiry_file($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) AS id',
    [
      ...[row.inquiryId, row.secret, row.fileId, row.paper, row.storedName, row.storedBytes, row.keySealed],
      ...[row.contentHash, row.kind, row.bytes, row.scan, row.at],
    ],
  );
  if (!taken) throw new Error('take_inquiry_file answered nothing');
  return taken.id;
}

/** The name in the folder of what was dropped; null where there was no such paper. */
export async function callDropInquiryFile(
  tx: Tx,
  one: { readonly inquiryId: string; readonly secret: string; readonly fileId: string },
): Promise<string | null> {
  const row = await tx.row<{ name: string | null }>('SELECT drop_inquiry_file($1, $2, $3) AS name', [
    ...[one.inquiryId, one.secret, one.fileId],
  ]);
  return row?.name ?? null;
}

/** How many questions were erased, and what their papers are called in the folder. */
export async function callEraseInquiries(
  tx: Tx,
  most: number,
): Promise<{ readonly erased: number; readonly names: readonly string[] }> {
  const row = await tx.row<{ erased: number; names: readonly string[] }>(
    'SELECT erased, names FROM erase_inquiries($1)',
    [most],
  );
  return row ?? { erased: 0, names: [] };
}
