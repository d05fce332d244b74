import { type Refusal, type Result, refuse } from '#basics';
import { actorOf } from '#business/access/public';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Doing } from './context.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { step } from './step.ts';

/** The reviewer gives the case back to the clerk, with the reason; the proposal can no longer be approved. */
export async function returnToMaker(
  tx: Tx,
  returning: Doing & { readonly reason: string },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen } = returning;
  const found = await findWithdrawal(tx, returning);
  if (!found.ok) return found;
  const file = found.value;
  const reason = returning.reason.trim();
  if (reason === '') return refuse({ code: 'withdrawal.bad-input', problems: [noReason] });
  return step(tx, {
    context,
    file,
    actor: actorOf(caller),
    action: file.state === 'objection-proposed' ? 'return-objection' : 'return-to-maker',
    data: { reason },
    seen,
  });
}

const noReason = { path: 'reason', detail: { zh: '请写明退回的原因', en: 'Say why it is returned' } };
