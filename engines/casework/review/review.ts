import { type Clock, type Ids, ok, type Problem, type Refusal, type Result, refuse } from '#basics';
import type { Reader, Tx } from '#platform/postgres';
import { act } from '../act.ts';
import type { CaseFile, JsonObject } from '../case.ts';
import type { AskedMaterial, PaperState } from '../checklist.ts';
import type { WorkingDays } from '../deadline.ts';
import type { Outcome } from '../decision.ts';
import type { Actor, Process } from '../process.ts';

/** What the steps of a review need of the procedure whose case it is. */
export interface Procedure {
  readonly process: Process;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly calendar: WorkingDays;
  /** Weighs the case on what is known now, by the rules that it began with. */
  readonly weigh: (reader: Reader, file: CaseFile) => Promise<Result<WeighedReview, Refusal>>;
}

/** A case as it stands when it is weighed. Facts and findings are kept with every decision. */
export interface WeighedReview {
  readonly ruleSet: { readonly id: string; readonly version: string };
  readonly facts: JsonObject;
  readonly findings: JsonObject;
  readonly materials: readonly AskedMaterial[];
  readonly papers: readonly PaperState[];
  /** Which outcomes the findings support; neither while something cannot be told. */
  readonly supported: readonly Outcome[];
  /** What speaks against an approval, everything at once. */
  readonly obstacles: readonly Problem[];
  /** What would follow from an approval, as the proposal must say it too; null for nothing. */
  readonly consequence: JsonObject | null;
}

/** Somebody at work on one case of a procedure. */
export interface Reviewing {
  readonly procedure: Procedure;
  readonly file: CaseFile;
  readonly actor: Actor;
  /** How many actions of the case the person had seen; where more have happened the step is refused. */
  readonly seen?: number | undefined;
}

/** The machine itself, where it goes on without anybody. */
export const systemActor: Actor = { kind: 'system', id: 'system', roles: [] };

/** One step of the case, at this moment. */
export function takeStep(
  tx: Tx,
  step: Reviewing & {
    readonly action: string;
    readonly data?: JsonObject;
    readonly met?: readonly string[];
  },
): Promise<Result<CaseFile, Refusal>> {
  const { action, data, met } = step;
  return act(tx, { ...stepBase(step), action, ...(data ? { data } : {}), ...(met ? { met } : {}) });
}

export function stepBase({ procedure, file, actor, seen }: Reviewing) {
  return {
    ...{ process: procedure.process, calendar: procedure.calendar, at: procedure.clock.now() },
    ...{ ownerId: file.ownerId, caseId: file.id, actor, seen },
  };
}

/** The first thing that a clerk does to a case takes it up; `seen` is checked here, before anything moves. */
export async function takenUp(tx: Tx, reviewing: Reviewing): Promise<Result<CaseFile, Refusal>> {
  const { file, seen } = reviewing;
  if (file.state === 'submitted') return takeStep(tx, { ...reviewing, action: 'take-up' });
  if (seen !== undefined && seen !== file.actionCount) return refuse({ code: 'casework.changed-meanwhile' });
  return ok(file);
}
