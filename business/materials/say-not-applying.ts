import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import type { CaseFile, GivenPaper } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Doing, MaterialsContext, TitledMaterial } from './context.ts';
import { findOpenCase } from './find-case.ts';
import { guarded } from './guarded.ts';
import { handInTo } from './hand-in-paper.ts';
import { callKeepNotApplying } from './store.ts';
import { notApplyingMark } from './told-reference.ts';

export interface NotApplying {
  readonly materialId: string;
  /** Why, in the words of whoever says so. */
  readonly reason: string;
}

/** Instead of a paper that is asked of some people only: why it is not asked of this one. A clerk looks at it like at a paper. */
export async function sayNotApplying(tx: Tx, doing: Doing & NotApplying): Promise<Result<CaseFile, Refusal>> {
  const found = await findOpenCase(tx, doing);
  if (!found.ok) return found;
  const { file, procedure } = found.value;
  const asked = await procedure.papersOf(tx, file, doing.caller);
  if (!asked.ok) return asked;
  const material = asked.value.materials.find(({ id }) => id === doing.materialId);
  const provide = (paper: GivenPaper) => procedure.provide(tx, { ...doing, paper });
  return notApplyingFor(tx, { ...doing, file, material, provide });
}

/** The same for a case that is at hand, by the procedure's own step. */
export async function notApplyingFor(
  tx: Tx,
  doing: NotApplying & {
    readonly context: Pick<MaterialsContext, 'clock' | 'seal'>;
    readonly caller: Caller;
    readonly file: CaseFile;
    /** The paper as the rule asks for it. */
    readonly material: Pick<TitledMaterial, 'onlyFor'> | undefined;
    readonly provide: (paper: GivenPaper) => Promise<Result<CaseFile, Refusal>>;
  },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, materialId, material } = doing;
  const reason = doing.reason.trim();
  if (!material?.onlyFor) return refuse({ code: 'materials.everybody-needs-it' });
  if (reason === '') return refuse({ code: 'materials.not-applying-why' });
  const done = await handInTo(tx, { ...doing, fileIds: [], mark: notApplyingMark });
  if (!done.ok) return done;
  const { file, revision } = done.value;
  const said = {
    ...{ materialId, revision, saidKind: caller.kind, saidBy: caller.id, saidAt: context.clock.now() },
    reasonSealed: context.seal.seal(reason),
  };
  const kept = await guarded(callKeepNotApplying(tx, file, said));
  return kept.ok ? ok(file) : kept;
}
