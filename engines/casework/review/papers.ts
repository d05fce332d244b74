import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Tx } from '#platform/postgres';
import type { CaseFile } from '../case.ts';
import { type AskedMaterial, missingOf, namesOf, reasonsOf, requestAnswered } from '../checklist.ts';
import { provideMaterial } from '../provide-material.ts';
import { actionsOf } from '../store.ts';
import { type Reviewing, stepBase, systemActor, takenUp, takeStep } from './review.ts';

/** A paper by its reference: the number under which the window filed it, or the uploaded document. */
export interface GivenPaper {
  readonly materialId: string;
  readonly paperReference: string;
}

/** Hands in a paper that the case asks for. When the last one that was asked for is there, the review goes on by itself. */
export async function handInPaper(
  tx: Tx,
  giving: Reviewing & { readonly paper: GivenPaper },
): Promise<Result<CaseFile, Refusal>> {
  const { procedure, file, paper } = giving;
  const weighed = await procedure.weigh(tx, file);
  if (!weighed.ok) return weighed;
  const { materials } = weighed.value;
  const { materialId } = paper;
  if (!materials.some((material) => namesOf(material).includes(materialId))) {
    return refuse({ code: 'casework.unknown-material', figures: { material: materialId } });
  }
  const paperReference = paper.paperReference.trim();
  if (paperReference.length < 1 || paperReference.length > 120) {
    return refuse({ code: 'casework.bad-reference' });
  }
  const base = stepBase(giving);
  const given = await provideMaterial(tx, {
    ...base,
    action: 'provide-material',
    materialId,
    paperReference,
  });
  if (!given.ok || given.value.state !== 'awaiting-materials') return given;
  return goOnIfComplete(tx, { ...giving, file: given.value, materials });
}

/**
 * Asks, once, for everything that is missing: what the list of papers lacks, and papers that were given but do not serve.
 * The agency's clock stands still until they are there.
 */
export async function askForMissing(
  tx: Tx,
  request: Reviewing & {
    /** Materials whose papers do not serve (unreadable, expired …) and must come again. */
    readonly again: readonly string[];
    /** What the applicant is told besides; empty for nothing. */
    readonly note: string;
  },
): Promise<Result<CaseFile, Refusal>> {
  const { procedure, again, note } = request;
  const taken = await takenUp(tx, request);
  if (!taken.ok) return taken;
  const file = taken.value;
  const weighed = await procedure.weigh(tx, file);
  if (!weighed.ok) return weighed;
  const { papers } = weighed.value;
  const listed = papers.map(({ materialId }) => materialId);
  const strange = again.find((id) => !listed.includes(id));
  if (strange !== undefined) {
    return refuse({ code: 'casework.unknown-material', figures: { material: strange } });
  }
  const missing = missingOf(papers);
  const materials = listed.filter((id) => missing.includes(id) || again.includes(id));
  if (materials.length === 0) return refuse({ code: 'casework.nothing-missing' });
  const { actor } = request;
  return takeStep(tx, {
    ...{ procedure, file, actor, action: 'request-materials' },
    ...{ data: { materials, note, ...reasonsOf(papers) }, met: ['something-missing'] },
  });
}

async function goOnIfComplete(
  tx: Tx,
  waiting: Reviewing & { readonly materials: readonly AskedMaterial[] },
): Promise<Result<CaseFile, Refusal>> {
  const { procedure, file, materials } = waiting;
  const actions = await actionsOf(tx, file);
  const request = actions.findLast(({ action }) => action === 'request-materials');
  const givenSince = actions
    .filter(({ action, seq }) => action === 'provide-material' && seq > (request?.seq ?? 0))
    .map(({ data }) => String(data.materialId));
  const asked = Array.isArray(request?.data.materials) ? request.data.materials.map(String) : [];
  if (!requestAnswered(asked, { materials, givenSince })) return ok(file);
  const met = ['requested-papers-given'];
  return takeStep(tx, { procedure, file, actor: systemActor, action: 'complete-materials', met });
}
