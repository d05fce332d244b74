import { ok, type Refusal, type Result, refuse } from '#basics';
import { isFileName } from '#platform/documents';
import { inTransaction } from '#platform/postgres';
import type { Doing, MaterialsContext } from './context.ts';
import { findOpenCase } from './find-case.ts';
import { guarded } from './guarded.ts';
import type { TakenFile } from './intake.ts';
import { type CaseKey, callTakeFileIn } from './store.ts';

export interface Uploaded {
  readonly fileId: string;
  readonly kind: TakenFile['kind'];
  readonly bytes: number;
  readonly scan: TakenFile['scan']['outcome'];
  readonly removed: readonly string[];
  /** The person had this very content already; it lies there once. */
  readonly known: boolean;
}

/**
 * Takes a file in for a case: scanned, looked through, its metadata left out, sealed and on the disk before any record names
 * it. The same content again is the same file.
 */
export async function uploadFile(
  uploading: Doing & {
    readonly bytes: AsyncIterable<Uint8Array>;
    /** What its owner calls it; shown to people and used for nothing else. */
    readonly name: string | null;
  },
): Promise<Result<Uploaded, Refusal>> {
  const { context, bytes, name } = uploading;
  const found = await findOpenCase(context.database, uploading);
  if (!found.ok) return found;
  const taken = await context.intake.take(bytes);
  if (!taken.ok) return taken;
  const file = taken.value;
  let used = false;
  try {
    if (name !== null && !isFileName(name, file.kind)) return refuse({ code: 'materials.bad-name' });
    const kept = await keep(uploading, { file, of: found.value.file });
    if (!kept.ok) return kept;
    const { fileId, known } = kept.value;
    used = !known;
    const { kind, byteCount, scan, removed } = file;
    return ok({ fileId, kind, bytes: byteCount, scan: scan.outcome, removed, known });
  } finally {
    if (!used) await context.files.remove(file.storedName);
  }
}

async function keep(
  { context, caller, name }: Pick<Doing, 'context' | 'caller'> & { readonly name: string | null },
  { file, of }: { readonly file: TakenFile; readonly of: CaseKey },
): Promise<Result<{ readonly fileId: string; readonly known: boolean }, Refusal>> {
  const { seal, ids, clock } = context;
  const fileId = ids.next('fil');
  const row = {
    ...{ of, fileId, storedName: file.storedName, storedBytes: file.storedBytes, kind: file.kind },
    ...{
      byteCount: file.byteCount,
      removed: file.removed,
      scan: file.scan,
      uploader: caller,
      at: clock.now(),
    },
    keySealed: seal.seal(Buffer.from(file.key).toString('hex')),
    contentHashes: contentHashes(context, file.contentHash),
    contentSealed: seal.seal(file.contentHash),
    nameSealed: name === null ? null : seal.seal(name),
  };
  const done = await inTransaction(context.database, (tx) => guarded(callTakeFileIn(tx, row)));
  return done.ok ? ok({ fileId: done.value, known: done.value !== fileId }) : done;
}

/** By which a content is found again, under every key; the same content of another person hashes alike and is not looked for. */
function contentHashes({ seal }: Pick<MaterialsContext, 'seal'>, contentHash: string): readonly Uint8Array[] {
  return seal.keyedHashes(contentPurpose, contentHash);
}

export const contentPurpose = 'paper';
