import type { Refusal, Result } from '#basics';
import { actorOf } from '#business/access/public';
import type { CaseFile } from '#engines/casework';
import { releaseHold } from '#engines/ledger';
import type { Tx } from '#platform/postgres';
import type { Doing } from './context.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { step } from './step.ts';

/** The applicant takes the application back, as long as nobody has proposed a decision; the account is free again. */
export async function withdrawApplication(tx: Tx, doing: Doing): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen } = doing;
  const found = await findWithdrawal(tx, doing);
  if (!found.ok) return found;
  const file = found.value;
  const moved = await step(tx, {
    context,
    file,
    actor: actorOf(caller),
    action: 'withdraw-application',
    seen,
  });
  if (!moved.ok) return moved;
  const at = context.clock.now();
  const freed = { owner: file.ownerId, caseId: file.id, by: 'withdrawal-of-application', at } as const;
  const released = await releaseHold(tx, freed);
  return released.ok ? moved : released;
}
