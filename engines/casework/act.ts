import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Tx } from '#platform/postgres';
import { assigneeAfter, assignmentData, changesAssignee, type Holder } from './assignment.ts';
import { mayAct } from './available-actions.ts';
import type { CaseFile, ChainedAction, JsonObject } from './case.ts';
import { actionHash, openingHash } from './chain.ts';
import { type Deadline, deadlineOf, type WorkingDays } from './deadline.ts';
import { guarded } from './guarded.ts';
import { holderOf } from './holders.store.ts';
import { type ActionRule, type Actor, declarationOf, type Process, targetOf } from './process.ts';
import { stateAfter } from './state-after.ts';
import { actionsOf, appendAction, caseById, projectAssignment } from './store.ts';

export interface Act {
  /** The procedure; the case is held to the version of it under which it was opened. */
  readonly process: Process;
  readonly ownerId: string;
  readonly caseId: string;
  /** The case as this transaction has read it already; it is read where left out. */
  readonly file?: CaseFile | undefined;
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
 * Does one step of a case: appends the action, chained to the one before, and moves the state, the deadline and who has it in
 * hand with it. Refuses where the process does not allow it to this actor now, and where somebody else was quicker: the
 * case's row moves only if no action came in between.
 */
export async function act(tx: Tx, step: Act): Promise<Result<CaseFile, Refusal>> {
  const file = step.file ?? (await caseById(tx, step.ownerId, step.caseId));
  if (!file) return refuse({ code: 'casework.no-case' });
  if (file.process !== step.process.id)
    throw new Error(`case ${file.id} does not follow the process ${step.process.id}`);
  const process = declarationOf(step.process, file);
  const before = await actionsOf(tx, file);
  // What was read and weighed before somebody else's step is not decided on after it.
  if (file.actionCount !== before.length || (step.seen !== undefined && step.seen !== before.length))
    return refuse({ code: 'casework.changed-meanwhile' });
  const state = stateAfter(process, before);
  const holder = await holderOf(tx, { assignedTo: assigneeAfter(before) });
  const may = mayAct(process, {
    state,
    done: before.map(({ action }) => action),
    met: step.met ?? [],
    action: step.action,
    actor: step.actor,
    holder,
  });
  if (!may.ok) return may;
  const action = nextAction(file, { before, step, state, rule: may.value, holder });
  return append(tx, { file, process, before, action, step });
}

async function append(
  tx: Tx,
  done: {
    readonly file: CaseFile;
    readonly process: Process;
    readonly before: readonly ChainedAction[];
    readonly action: ChainedAction;
    readonly step: Act;
  },
): Promise<Result<CaseFile, Refusal>> {
  const { file, process, before, action, step } = done;
  const deadline: Deadline = deadlineOf(process, [...before, action], step.calendar);
  const { token = null } = step.actor;
  const appended = await guarded(appendAction(tx, file, { action, deadline, token }));
  if (!appended.ok) return appended;
  if (!appended.value) return refuse({ code: 'casework.changed-meanwhile' });
  if (changesAssignee(action.data)) {
    const projected = await guarded(projectAssignment(tx, file));
    if (!projected.ok) return projected;
  }
  return ok({
    ...file,
    state: action.toState,
    actionCount: action.seq,
    dueOn: deadline.dueOn,
    dueProvisional: deadline.provisional,
    assignedTo: assigneeAfter([...before, action]),
  });
}

interface Next {
  readonly before: readonly ChainedAction[];
  readonly step: Act;
  readonly state: string;
  readonly rule: ActionRule;
  readonly holder: Holder | null;
}

function nextAction(file: CaseFile, { before, step, state, rule, holder }: Next): ChainedAction {
  const previousHash = before.at(-1)?.hash ?? openingHash(file);
  const action = {
    seq: before.length + 1,
    action: step.action,
    fromState: state,
    toState: targetOf(rule, state, before),
    actorKind: step.actor.kind,
    actorId: step.actor.id,
    at: step.at,
    data: {
      ...step.data,
      ...(step.actor.language ? { language: step.actor.language } : {}),
      ...assignmentData(rule, { actor: step.actor, holder }),
    },
  };
  return { ...action, previousHash, hash: actionHash(file, action, previousHash) };
}
