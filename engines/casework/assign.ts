import { type Refusal, type Result, refuse } from '#basics';
import type { Tx } from '#platform/postgres';
import { type Act, act } from './act.ts';
import type { CaseFile } from './case.ts';
import { clerkByLoginName } from './holders.store.ts';
import { caseById } from './store.ts';

/** A change of who has a case in hand, with what the next one should know. */
export type Assigning = Omit<Act, 'action' | 'data'> & { readonly note: string };

/** A clerk takes a case over, from whoever has it. */
export function takeOver(tx: Tx, assigning: Assigning): Promise<Result<CaseFile, Refusal>> {
  return assign(tx, assigning, 'take-over');
}

/** Whoever has the case, or a reviewer, puts it back for any clerk to take. */
export function release(tx: Tx, assigning: Assigning): Promise<Result<CaseFile, Refusal>> {
  return assign(tx, assigning, 'release');
}

/** Whoever has the case, or a reviewer, hands it to a clerk by their login name. */
export async function handOver(
  tx: Tx,
  handing: Assigning & { readonly to: string },
): Promise<Result<CaseFile, Refusal>> {
  const { to, note, ...step } = handing;
  const clerk = await clerkByLoginName(tx, to);
  if (!clerk) return refuse({ code: 'casework.no-such-clerk' });
  const file = await caseById(tx, step.ownerId, step.caseId);
  if (file?.assignedTo === clerk.id) {
    const figures = { holder: clerk.loginName, holderZh: clerk.nameZh, holderEn: clerk.nameEn };
    return refuse({ code: 'casework.has-it-already', figures });
  }
  return act(tx, { ...step, action: 'hand-over', data: { note, assignedTo: clerk.id } });
}

function assign(
  tx: Tx,
  { note, ...step }: Assigning,
  action: 'take-over' | 'release',
): Promise<Result<CaseFile, Refusal>> {
  return act(tx, { ...step, action, data: { note } });
}
