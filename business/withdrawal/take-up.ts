import { ok, type Refusal, type Result } from '#basics';
import { actorOf } from '#business/access/public';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Doing } from './context.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { step } from './step.ts';

/** A clerk begins the review, so that the applicant sees in whose hands the case is. */
export async function takeUpWithdrawal(tx: Tx, doing: Doing): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen } = doing;
  const found = await findWithdrawal(tx, doing);
  if (!found.ok) return found;
  return step(tx, { context, file: found.value, actor: actorOf(caller), action: 'take-up', seen });
}

/** The first thing that a clerk does to a submitted case takes it up; `seen` is checked here, before anything moves. */
export async function takeUp(
  tx: Tx,
  doing: Omit<Doing, 'number'> & { readonly file: CaseFile },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, file, seen } = doing;
  if (file.state === 'submitted') {
    return step(tx, { context, file, actor: actorOf(caller), action: 'take-up', seen });
  }
  if (seen !== undefined && seen !== file.actionCount) {
    return { ok: false, refusal: { code: 'casework.changed-meanwhile' } };
  }
  return ok(file);
}
