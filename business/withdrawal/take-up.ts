import { ok, type Refusal, type Result, refuse } from '#basics';
import { actorOf } from '#business/access/public';
import { type CaseFile, decisionsOf, setAsideApproval } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Doing } from './context.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { step } from './step.ts';

/** A clerk begins the review, so that the applicant sees in whose hands the case is. */
export async function takeUpWithdrawal(tx: Tx, doing: Doing): Promise<Result<CaseFile, Refusal>> {
  const found = await findWithdrawal(tx, doing);
  return found.ok ? begin(tx, { ...doing, file: found.value }) : found;
}

/** The first thing that a clerk does to a submitted case takes it up; `seen` is checked here, before anything moves. */
export async function takeUp(
  tx: Tx,
  doing: Omit<Doing, 'number'> & { readonly file: CaseFile },
): Promise<Result<CaseFile, Refusal>> {
  const { file, seen } = doing;
  if (file.state === 'submitted' || file.state === 'came-back') return begin(tx, doing);
  if (seen !== undefined && seen !== file.actionCount) return refuse({ code: 'casework.changed-meanwhile' });
  return ok(file);
}

async function begin(
  tx: Tx,
  doing: Omit<Doing, 'number'> & { readonly file: CaseFile },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, file, seen } = doing;
  const moved = await step(tx, { context, file, actor: actorOf(caller), action: 'take-up', seen });
  if (!moved.ok || file.state !== 'came-back') return moved;
  const aside = await setAside(tx, doing);
  return aside.ok ? moved : aside;
}

/** A case that came back is decided anew: what was approved no longer counts. */
async function setAside(
  tx: Tx,
  { context, caller, file }: Omit<Doing, 'number'> & { readonly file: CaseFile },
): Promise<Result<void, Refusal>> {
  const approved = (await decisionsOf(tx, file)).findLast(({ approval }) => approval !== null);
  if (!approved) return refuse({ code: 'casework.no-decision' });
  const token = caller.token ?? '';
  return setAsideApproval(tx, {
    token,
    ownerId: file.ownerId,
    decisionId: approved.id,
    at: context.clock.now(),
  });
}
