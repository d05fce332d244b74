import { ok, type Refusal, type Result, refuse } from '#basics';
import { extensions, mediaTypes } from '#platform/documents';
import type { FileAnswer } from '#platform/http';
import type { Reader } from '#platform/postgres';
import { byteReader, openChunks } from '#platform/seal';
import type { Doing, MaterialsContext } from './context.ts';
import { findCaseOfPapers } from './find-case.ts';
import { pagesOf, type UploadedFile, uploadsOf } from './store.ts';

/** A file of a case, opened as it is read; what no scanner has found to be safe although one was asked is not given out. */
export async function downloadFile(
  reader: Reader,
  doing: Doing & { readonly fileId: string },
): Promise<Result<FileAnswer, Refusal>> {
  const { context, fileId } = doing;
  const found = await findCaseOfPapers(reader, doing);
  if (!found.ok) return found;
  const { file } = found.value;
  const upload = (await uploadsOf(reader, file)).find((each) => each.fileId === fileId);
  if (!upload) return refuse({ code: 'materials.no-file' });
  if (upload.erasedAt !== null) return refuse({ code: 'materials.erased' });
  if (upload.scan === 'infected' || upload.scan === 'failed') return refuse({ code: 'materials.not-served' });
  if ((await context.files.lengthOf(upload.storedName)) !== upload.storedBytes) {
    return refuse({ code: 'materials.damaged' });
  }
  const page = (await pagesOf(reader, file)).findLast((each) => each.fileId === fileId);
  const stem = page ? `${page.materialId}-${page.revision}-${page.page}` : fileId;
  return ok({
    mediaType: mediaTypes[upload.kind],
    fileName: `${stem}.${extensions[upload.kind][0] ?? upload.kind}`,
    length: upload.byteCount,
    bytes: openFile(context, upload),
  });
}

/** The content of a stored file; throws where it was altered, before the first byte that is not authentic. */
export function openFile(
  { files, seal }: Pick<MaterialsContext, 'files' | 'seal'>,
  { storedName, keySealed }: Pick<UploadedFile, 'storedName' | 'keySealed'>,
): AsyncIterable<Uint8Array> {
  if (keySealed === null) throw new Error('an erased file has no key');
  const key = Buffer.from(seal.open(keySealed), 'hex');
  return openChunks(byteReader(files.open(storedName)), key);
}
