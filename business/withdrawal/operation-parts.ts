import { ok, type Refusal, type Result } from '#basics';
import type { Caller } from '#business/access/public';
import type { CaseFile } from '#engines/casework';
import type { JobOperation, ReadOperation, Request, WriteOperation } from '#platform/http';
import type { Doing, WithdrawalContext } from './context.ts';
import * as schemas from './schemas.ts';
import { withdrawalProcess } from './withdrawal.ts';

/** What the operations of this folder have in common. */

export type Read = ReadOperation<WithdrawalContext, Caller>;
export type Write = WriteOperation<WithdrawalContext, Caller>;
export type Job = JobOperation<WithdrawalContext, Caller>;

export const tag = 'withdrawal';
export const applicants = ['insured', 'successor', 'agent', 'clerk'] as const;

/** What every step may be refused with, besides its own. */
export const stepRefusals = [
  ...(['casework.no-case', 'casework.not-now', 'casework.closed', 'casework.not-yours'] as const),
  ...(['casework.changed-meanwhile', 'casework.taken-by-other', 'withdrawal.rule-version-unknown'] as const),
];

/** The case that the address names. */
export function caseOf({ context, caller, params }: Request<WithdrawalContext, Caller>): Doing {
  return { context, caller, number: schemas.number.parse(params).number };
}

/** What a step answers: where the case is now. */
export function shown(done: Result<CaseFile, Refusal>): Result<unknown, Refusal> {
  if (!done.ok) return done;
  const { number, state, actionCount, dueOn, dueProvisional } = done.value;
  const stateName = withdrawalProcess.states[state]?.name;
  return ok({ number, state, stateName, seen: actionCount, dueOn, dueProvisional });
}
