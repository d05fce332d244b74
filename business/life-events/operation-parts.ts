import { ok, type Refusal, type Result } from '#basics';
import type { Caller } from '#business/access/public';
import type { CaseFile } from '#engines/casework';
import type { JobOperation, ReadOperation, Request, WriteOperation } from '#platform/http';
import type { Doing, LifeEventContext } from './context.ts';
import { isLifeEventKind, lifeEventProcesses } from './processes.ts';
import * as schemas from './schemas.ts';

/** What the operations of this folder have in common. */

export type Read = ReadOperation<LifeEventContext, Caller>;
export type Write = WriteOperation<LifeEventContext, Caller>;
export type Job = JobOperation<LifeEventContext, Caller>;

export const tag = 'life-events';

/** What every step may be refused with, besides its own. */
export const stepRefusals = [
  ...(['casework.no-case', 'casework.not-now', 'casework.closed', 'casework.not-yours'] as const),
  ...(['casework.changed-meanwhile', 'casework.taken-by-other', 'life-events.rule-version-unknown'] as const),
];

/** The case that the address names. */
export function caseOf({ context, caller, params }: Request<LifeEventContext, Caller>): Doing {
  return { context, caller, number: schemas.number.parse(params).number };
}

/** What a step answers: where the case is now. */
export function shown(done: Result<CaseFile, Refusal>): Result<unknown, Refusal> {
  if (!done.ok) return done;
  const { number, process: kind, state, actionCount, dueOn, dueProvisional } = done.value;
  const stateName = isLifeEventKind(kind) ? lifeEventProcesses[kind].states[state]?.name : undefined;
  return ok({ number, kind, state, stateName, seen: actionCount, dueOn, dueProvisional });
}
