import { ok, type Refusal, type Result } from '#basics';
import type { Tx } from '#platform/postgres';
import type { CaseFile } from './case.ts';
import { guarded } from './guarded.ts';
import { type Opening, openCase } from './open-case.ts';
import { insertParent } from './parent.store.ts';
import { insertMaterial, materialsOf } from './store.ts';

/** Opens a case that follows another. Of two for the same cause the second is refused (`casework.changed-meanwhile`). */
export async function openFollowUp(
  tx: Tx,
  { parent, cause, ...opening }: Opening & { readonly parent: CaseFile; readonly cause: string | null },
): Promise<Result<CaseFile, Refusal>> {
  const file = await openCase(tx, opening);
  const link = { ownerId: file.ownerId, caseId: file.id, parentId: parent.id, cause, at: file.openedAt };
  const linked = await guarded(insertParent(tx, link));
  return linked.ok ? ok(file) : linked;
}

/** Takes the papers of the earlier case over that count in another, each as it counts there; answers their materials. */
export async function carryMaterials(
  tx: Tx,
  {
    from,
    to,
    at,
    counts,
  }: {
    readonly from: CaseFile;
    readonly to: CaseFile;
    readonly at: Date;
    readonly counts: (paperReference: string) => boolean;
  },
): Promise<readonly string[]> {
  const held = (await materialsOf(tx, from)).filter(({ paperReference }) => counts(paperReference));
  for (const material of held) await insertMaterial(tx, to, { ...material, revision: 1, providedAt: at });
  return held.map(({ materialId }) => materialId);
}
