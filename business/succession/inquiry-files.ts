import { createHash } from 'node:crypto';
import { ok, type Refusal, type Result, refuse } from '#basics';
import { type InquiryShown, readInquiryKey } from '#business/access/public';
import { openFile } from '#business/materials';
import { extensions, mediaTypes } from '#platform/documents';
import type { FileAnswer } from '#platform/http';
import { inTransaction, type Reader } from '#platform/postgres';
import { inquiryById } from './account-inquiry.store.ts';
import { hashOf } from './account-inquiry.ts';
import type { InquiryFilesContext } from './context.ts';
import { guarded } from './guarded.ts';
import {
  callDropInquiryFile,
  callEraseInquiries,
  callQuestionOpen,
  callTakeInquiryFile,
  filesOfQuestion,
  type InquiryFileRow,
  inquiryFiles,
} from './inquiry-files.store.ts';

/** A paper that was sent with a question, as its sender and the officers see it. */
export type InquiryFile = Pick<InquiryFileRow, 'fileId' | 'paper' | 'kind' | 'bytes' | 'scan'>;

/**
 * Takes a paper in for a question that may have more: scanned, looked through, its metadata left out, sealed and on the disk before any record
 * names it. The same content again is the same file.
 */
export async function takeInquiryFile(
  context: InquiryFilesContext,
  sent: InquiryShown & {
    readonly paper: InquiryFileRow['paper'];
    readonly bytes: AsyncIterable<Uint8Array>;
  },
): Promise<Result<InquiryFile, Refusal>> {
  const { paper, bytes } = sent;
  const key = readInquiryKey(sent);
  // Before anything of it is read: nobody keeps the scanner and the disk busy without a question of their own.
  const open = await inTransaction(context.database, (tx) => guarded(callQuestionOpen(tx, key)));
  if (!open.ok) return open;
  const taken = await context.intake.take(bytes);
  if (!taken.ok) return taken;
  const file = taken.value;
  const { kind, byteCount, scan } = file;
  const fileId = context.ids.next('fil');
  let used = false;
  try {
    // Nobody looks at it again later, as with the papers of a case: the sender tries once more.
    if (scan.outcome !== 'clean' && scan.outcome !== 'not-scanned')
      return refuse({ code: 'materials.not-served' });
    const row = {
      ...{ ...key, fileId, paper, kind, bytes: byteCount, scan: scan.outcome },
      ...{ storedName: file.storedName, storedBytes: file.storedBytes, at: context.clock.now() },
      keySealed: context.seal.seal(Buffer.from(file.key).toString('hex')),
      contentHash: contentOf(key.secret, file.contentHash),
    };
    const done = await inTransaction(context.database, (tx) => guarded(callTakeInquiryFile(tx, row)));
    if (!done.ok) return done;
    used = done.value === fileId;
    return ok({ fileId: done.value, paper, kind, bytes: byteCount, scan: scan.outcome });
  } finally {
    if (!used) await context.files.remove(file.storedName);
  }
}

/** What was sent with a question, for whoever has its secret; anybody else is told what sending one tells them, and of no account. */
export async function listInquiryFiles(
  reader: Reader,
  shown: InquiryShown,
): Promise<Result<{ readonly items: readonly InquiryFile[]; readonly reviewed: boolean }, Refusal>> {
  const { inquiryId, secret } = readInquiryKey(shown);
  const found = await filesOfQuestion(reader, { inquiryId, secretHash: hashOf(secret) });
  if (!found) return refuse({ code: 'succession.no-question' });
  return ok({ items: found.files.map(asSent), reviewed: found.reviewed });
}

/** Takes a paper away again, while no officer has looked at the question. */
export async function dropInquiryFile(
  { database, files }: InquiryFilesContext,
  one: InquiryShown & { readonly fileId: string },
): Promise<Result<{ readonly fileId: string }, Refusal>> {
  const done = await inTransaction(database, (tx) =>
    guarded(callDropInquiryFile(tx, { ...one, ...readInquiryKey(one) })),
  );
  if (!done.ok) return done;
  if (done.value === null) return refuse({ code: 'materials.no-file' });
  await files.remove(done.value);
  return ok({ fileId: one.fileId });
}

/** What came with a question that is on record, as the officers see it. */
export async function papersOfInquiry(
  reader: Reader,
  inquiryId: string,
): Promise<Result<readonly InquiryFile[], Refusal>> {
  if (!(await inquiryById(reader, inquiryId))) return refuse({ code: 'succession.no-inquiry' });
  return ok((await inquiryFiles(reader, [inquiryId])).map(asSent));
}

function asSent({ fileId, paper, kind, bytes, scan }: InquiryFileRow): InquiryFile {
  return { fileId, paper, kind, bytes, scan };
}

/** What the officers look at, opened as it is read. */
export async function openInquiryFile(
  reader: Reader,
  { context, inquiryId, fileId }: FileAsked,
): Promise<Result<FileAnswer, Refusal>> {
  const file = (await inquiryFiles(reader, [inquiryId])).find((each) => each.fileId === fileId);
  if (!file) return refuse({ code: 'materials.no-file' });
  if ((await context.files.lengthOf(file.storedName)) !== file.storedBytes)
    return refuse({ code: 'materials.damaged' });
  return ok({
    mediaType: mediaTypes[file.kind],
    fileName: `${file.paper}-${fileId}.${extensions[file.kind][0] ?? file.kind}`,
    length: file.bytes,
    bytes: openFile(context, file),
  });
}

interface FileAsked {
  readonly context: InquiryFilesContext;
  readonly inquiryId: string;
  readonly fileId: string;
}

/**
 * What was asked and decided a year ago, or asked and never brought papers for, is erased with its papers; which officers decided
 * stays. The period is the database's own.
 */
export async function eraseInquiries({
  database,
  files,
}: Pick<InquiryFilesContext, 'database' | 'files'>): Promise<number> {
  let all = 0;
  for (;;) {
    const gone = await inTransaction(database, async (tx) => ok(await callEraseInquiries(tx, 500)));
    if (!gone.ok) return all;
    const { erased, names } = gone.value;
    // Whatever is cut off here lies in the folder without a record, and is swept.
    for (const name of names) await files.remove(name);
    all += erased;
    if (erased < 500) return all;
  }
}

/** By which the same content is found again within one question; nobody else's secret makes the same of it. */
function contentOf(secret: string, contentHash: string): Uint8Array {
  return createHash('sha256').update(`suixing inquiry file ${secret} ${contentHash}`, 'utf8').digest();
}
