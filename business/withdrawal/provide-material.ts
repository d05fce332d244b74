import { ok, type Problem, type Refusal, type Result, refuse } from '#basics';
import { actorOf } from '#business/access/public';
import { isOwnReference, ownReference } from '#business/materials/public';
import {
  actionsOf,
  type CaseFile,
  namesOf,
  provideMaterial,
  requestAnswered,
  systemActor,
} from '#engines/casework';
import type { Material } from '#engines/rules';
import type { Tx } from '#platform/postgres';
import { type Doing, rulesOf } from './context.ts';
import { roundsOf } from './correction-round.ts';
import { optionOf } from './decide-withdrawal.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { step, stepBase } from './step.ts';

/** A paper by its reference: the number under which the window filed it, or the uploaded document. */
export interface NewPaper {
  readonly materialId: string;
  readonly paperReference: string;
}

/** Hands in a paper by the number under which somebody filed it, which is none of those that the program gives itself. */
export async function filePaper(
  tx: Tx,
  giving: Doing & { readonly paper: NewPaper },
): Promise<Result<CaseFile, Refusal>> {
  const typed = typedReference(giving.paper.paperReference);
  return typed.ok ? providePaper(tx, giving) : typed;
}

/** Refuses a number that would read as pages uploaded, a commitment signed or a paper that does not apply. */
export function typedReference(reference: string): Result<string, Refusal> {
  return isOwnReference(reference)
    ? refuse({ code: 'withdrawal.bad-input', problems: [ownReference] })
    : ok(reference);
}

/** Hands in a paper. When the last one that was asked for is there, the review goes on by itself. */
export async function providePaper(
  tx: Tx,
  giving: Doing & { readonly paper: NewPaper },
): Promise<Result<CaseFile, Refusal>> {
  const found = await findWithdrawal(tx, giving);
  return found.ok ? providePaperOf(tx, { ...giving, file: found.value }) : found;
}

export async function providePaperOf(
  tx: Tx,
  giving: Omit<Doing, 'number'> & { readonly file: CaseFile; readonly paper: NewPaper },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, file, paper, seen } = giving;
  const rules = rulesOf(context, file);
  if (!rules.ok) return rules;
  const materials = optionOf(rules.value, file.subject).toldMaterials;
  const { materialId } = paper;
  if (!materials.some((material) => namesOf(material).includes(materialId))) {
    return refuse({ code: 'withdrawal.unknown-material', figures: { material: materialId } });
  }
  const paperReference = paper.paperReference.trim();
  if (paperReference.length < 1 || paperReference.length > 120) {
    return refuse({ code: 'withdrawal.bad-input', problems: [badReference] });
  }
  const base = stepBase({ context, file, actor: actorOf(caller) });
  const given = await provideMaterial(tx, {
    ...base,
    action: 'provide-material',
    materialId,
    paperReference,
    seen,
  });
  if (!given.ok || given.value.state !== 'awaiting-materials') return given;
  return goOnIfComplete(tx, { context, file: given.value, materials });
}

async function goOnIfComplete(
  tx: Tx,
  waiting: Pick<Doing, 'context'> & { readonly file: CaseFile; readonly materials: readonly Material[] },
): Promise<Result<CaseFile, Refusal>> {
  const { context, file, materials } = waiting;
  const actions = await actionsOf(tx, file);
  const request = roundsOf(actions).at(-1);
  const since = actions.filter(
    ({ action, seq }) => action === 'provide-material' && seq > (request?.seq ?? 0),
  );
  const givenSince = since.map(({ data }) => String(data.materialId));
  if (!requestAnswered(request?.materials ?? [], { materials, givenSince })) return ok(file);
  return step(tx, {
    context,
    file,
    actor: systemActor,
    action: 'complete-materials',
    met: ['requested-papers-given'],
  });
}

const badReference: Problem = {
  path: 'paperReference',
  detail: { zh: '请填写材料编号，不超过 120 个字', en: 'Give the paper’s reference, 120 characters at most' },
};
