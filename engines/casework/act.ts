import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Tx } from '#platform/postgres';
import { mayAct } from './available-actions.ts';
import type { CaseFile, ChainedAction, JsonObject } from './case.ts';
import { actionHash, openingHash } from './chain.ts';
import { deadlineOf, type WorkingDays } from './deadline.ts';
import { guarded } from './guarded.ts';
import { type Actor, declarationOf, type Process, targetOf } from './process.ts';
import { stateAfter } from './state-after.ts';
import { actionsOf, appendAction, caseById } from './store.ts';

export interface Act {
  /** The procedure; the case is held to the version of it under which it was opened. */
  readonly process: Process;
  readonly ownerId: string;
  readonly caseId: string;
  readonly action: string;
  readonly actor: Actor;
  readonly at: Date;
  readonly calendar: WorkingDays;
  /** What is kept with the action. `workingDays` of the action that starts the clock sets the deadline. */
  readonly data?: JsonObject;
  /** Needs that the procedure found met; required where the action's rule has any. */
  readonly met?: readonly string[];
  /** How many actions the actor had seen when deciding; where more have happened the step is refused. */
  readonly seen?: number | undefined;
}

/**
 * Does one step of a case: appends the action, chained to the one before, and moves the state and the deadline with it.
 * Refuses where the process does not allow it to this actor now, and where somebody else was quicker: the case's row moves
 * only if no action came in between.
 */
export async function act(tx: Tx, step: Act): Promise<Result<CaseFile, Refusal>> {
  const file = await caseById(tx, step.ownerId, step.caseId);
  if (!file) return refuse({ code: 'casework.no-case' });
  if (file.process !== step.process.id)
    throw new Error(`case ${file.id} does not follow the process ${step.process.id}`);
  const process = declarationOf(step.process, file);
  const before = await actionsOf(tx, file);
  if (step.seen !== undefined && step.seen !== before.length)
    return refuse({ code: 'casework.changed-meanwhile' });
  const state = stateAfter(process, before);
  const done = before.map(({ action }) => action);
  const may = mayAct(process, {
    state,
    done,
    met: step.met ?? [],
    action: step.action,
    actor: step.actor,
  });
  if (!may.ok) return may;
  const action = nextAction(file, { before, step, state, toState: targetOf(may.value, state, before) });
  const deadline = deadlineOf(process, [...before, action], step.calendar);
  const { token = null } = step.actor;
  const appended = await guarded(() => appendAction(tx, file, { action, deadline, token }));
  if (!appended.ok) return appended;
  if (!appended.value) return refuse({ code: 'casework.changed-meanwhile' });
  return ok({
    ...file,
    state: action.toState,
    actionCount: action.seq,
    dueOn: deadline.dueOn,
    dueProvisional: deadline.provisional,
  });
}

interface Next {
  readonly before: readonly ChainedAction[];
  readonly step: Act;
  readonly state: string;
  readonly toState: string;
}

function nextAction(file: CaseFile, { before, step, state, toState }: Next): ChainedAction {
  const previousHash = before.at(-1)?.hash ?? openingHash(file);
  const action = {
    seq: before.length + 1,
    action: step.action,
    fromState: state,
    toState,
    actorKind: step.actor.kind,
    actorId: step.actor.id,
    at: step.at,
    data: step.data ?? {},
  };
  return { ...action, previousHash, hash: actionHash(file, action, previousHash) };
}
