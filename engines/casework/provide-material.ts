import type { Refusal, Result } from '#basics';
import type { Tx } from '#platform/postgres';
import { type Act, act } from './act.ts';
import type { CaseFile } from './case.ts';
import { insertMaterial, materialsOf } from './store.ts';

/**
 * Records that a paper was given for a material, as an action of the case. A later paper for the same material is a new
 * revision; the earlier stays on record.
 */
export async function provideMaterial(
  tx: Tx,
  step: Omit<Act, 'data'> & { readonly materialId: string; readonly paperReference: string },
): Promise<Result<CaseFile, Refusal>> {
  const { materialId, paperReference, ownerId, caseId } = step;
  const earlier = (await materialsOf(tx, { ownerId, id: caseId })).find(
    (held) => held.materialId === materialId,
  );
  const revision = (earlier?.revision ?? 0) + 1;
  const acted = await act(tx, { ...step, data: { materialId, revision, paperReference } });
  if (!acted.ok) return acted;
  await insertMaterial(
    tx,
    { ownerId, id: caseId },
    { materialId, revision, paperReference, providedBy: step.actor.id, providedAt: step.at },
  );
  return acted;
}
