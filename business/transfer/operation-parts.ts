import { ok, type Refusal, type Result } from '#basics';
import type { Caller } from '#business/access/public';
import type { CaseFile } from '#engines/casework';
import type { ReadOperation, Request, WriteOperation } from '#platform/http';
import type { Doing, TransferContext } from './context.ts';
import { transferProcesses } from './processes.ts';
import * as schemas from './schemas.ts';

/** What the operations of this folder have in common. */

export type Read = ReadOperation<TransferContext, Caller>;
export type Write = WriteOperation<TransferContext, Caller>;

export const tag = 'transfer';
export const applicants = ['insured', 'agent', 'employer', 'clerk'] as const;
export const readers = ['insured', 'agent', 'clerk', 'reviewer', 'finance', 'auditor'] as const;

/** What every step may be refused with, besides its own. */
export const stepRefusals = [
  ...(['casework.no-case', 'casework.not-now', 'casework.closed', 'casework.not-yours'] as const),
  ...(['casework.changed-meanwhile', 'casework.taken-by-other', 'signing.no-key'] as const),
];

/** The case that the address names. */
export function caseOf({ context, caller, params }: Request<TransferContext, Caller>): Doing {
  return { context, caller, number: schemas.number.parse(params).number };
}

/** What a step answers: where the case is now. */
export function shown(done: Result<CaseFile, Refusal>): Result<unknown, Refusal> {
  if (!done.ok) return done;
  const { number, process, state, actionCount, dueOn, dueProvisional } = done.value;
  const stateName = transferProcesses[process]?.states[state]?.name;
  const direction = process === 'transfer-out' ? 'out' : 'in';
  return ok({ number, direction, state, stateName, seen: actionCount, dueOn, dueProvisional });
}
