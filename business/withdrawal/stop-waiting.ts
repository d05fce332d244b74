import type { Refusal, Result } from '#basics';
import { actorOf } from '#business/access/public';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Doing } from './context.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { step } from './step.ts';

/**
 * A clerk goes on without the papers that were asked for: they did not come, or are not needed any more. What is still
 * missing then speaks against an approval, and a lawful refusal can be proposed; the clock runs on.
 */
export async function stopWaiting(tx: Tx, doing: Doing): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen } = doing;
  const found = await findWithdrawal(tx, doing);
  if (!found.ok) return found;
  return step(tx, { context, file: found.value, actor: actorOf(caller), action: 'stop-waiting', seen });
}
