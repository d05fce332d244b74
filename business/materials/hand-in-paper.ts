import { createHash } from 'node:crypto';
import { ok, type Refusal, type Result, refuse } from '#basics';
import { type CaseFile, type GivenPaper, materialsOf } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Doing } from './context.ts';
import { findOpenCase } from './find-case.ts';
import { guarded } from './guarded.ts';
import { callKeepPages, type UploadedFile, uploadsOf } from './store.ts';

/** Hands uploaded files in as the pages of a paper, in their order. A later paper for the same material is a new revision. */
export async function handInUploads(
  tx: Tx,
  doing: Doing & { readonly materialId: string; readonly fileIds: readonly string[] },
): Promise<Result<CaseFile, Refusal>> {
  const found = await findOpenCase(tx, doing);
  if (!found.ok) return found;
  const { file, procedure } = found.value;
  const provide = (paper: GivenPaper) => procedure.provide(tx, { ...doing, paper });
  const done = await handInTo(tx, { ...doing, file, provide, mark: null });
  return done.ok ? ok(done.value.file) : done;
}

/**
 * The same for a case that is at hand, by the procedure's own step; with the mark of what was signed along with it before the
 * reference. No pages only where there is such a mark.
 */
export async function handInTo(
  tx: Tx,
  handing: {
    readonly file: CaseFile;
    readonly materialId: string;
    readonly fileIds: readonly string[];
    readonly mark: string | null;
    readonly provide: (paper: GivenPaper) => Promise<Result<CaseFile, Refusal>>;
  },
): Promise<Result<{ readonly file: CaseFile; readonly revision: number }, Refusal>> {
  const { materialId, fileIds, mark } = handing;
  const uploads = await uploadsOf(tx, handing.file);
  const pages = fileIds.map((fileId) => uploads.find((upload) => upload.fileId === fileId));
  if (!pages.every((page) => page !== undefined)) return refuse({ code: 'materials.no-file' });
  const reference = pages.length > 0 ? referenceOf(pages) : null;
  const paperReference = [mark, reference].filter((part) => part !== null).join('+');
  const provided = await handing.provide({ materialId, paperReference });
  if (!provided.ok) return provided;
  const file = provided.value;
  const revision =
    (await materialsOf(tx, file)).find((held) => held.materialId === materialId)?.revision ?? 1;
  if (fileIds.length > 0) {
    const kept = await guarded(callKeepPages(tx, file, { materialId, revision, fileIds }));
    if (!kept.ok) return kept;
  }
  return ok({ file, revision });
}

/**
 * What the case's chain of actions says of an uploaded paper: one hash over the names of its files, which are hashes of what
 * lies there, and how many pages it has.
 */
export function referenceOf(pages: readonly Pick<UploadedFile, 'storedName'>[]): string {
  const hash = createHash('sha256').update(pages.map(({ storedName }) => storedName).join('\n'), 'utf8');
  return `E-${hash.digest('hex')}/${pages.length}`;
}
