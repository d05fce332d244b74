import { type Refusal, type Result, refuse } from '#basics';
import { actorOf } from '#business/access/public';
import type { CaseFile } from '#engines/casework';
import { releaseHold } from '#engines/ledger';
import type { Tx } from '#platform/postgres';
import type { Doing } from './context.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { standingOf } from './standing.ts';
import { step } from './step.ts';
import { noticeOf } from './telling/announce.ts';

/**
 * A clerk goes on without the papers that were asked for: their day has passed, or they are not needed any more. What is
 * still missing then speaks against an approval, and a lawful refusal can be proposed; the clock runs on.
 */
export async function stopWaiting(tx: Tx, doing: Doing): Promise<Result<CaseFile, Refusal>> {
  return afterWaiting(tx, { ...doing, action: 'stop-waiting', data: {} });
}

/** A clerk ends a case whose papers did not come although the applicant was reminded; the account is free again. */
export async function closeNotCompleted(
  tx: Tx,
  closing: Doing & { readonly reason: string },
): Promise<Result<CaseFile, Refusal>> {
  const reason = closing.reason.trim();
  if (reason === '') return refuse({ code: 'withdrawal.bad-input', problems: [noReason] });
  const closed = await afterWaiting(tx, {
    ...closing,
    action: 'close-not-completed',
    data: { closedBecause: reason },
  });
  if (!closed.ok) return closed;
  const { ownerId: owner, id: caseId } = closed.value;
  const at = closing.context.clock.now();
  const released = await releaseHold(tx, { owner, caseId, by: 'not-completed', at });
  if (!released.ok) return released;
  await noticeOf(tx, { context: closing.context, file: closed.value, happened: 'closed' });
  return closed;
}

async function afterWaiting(
  tx: Tx,
  waited: Doing & { readonly action: string; readonly data: Readonly<Record<string, string>> },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen, action, data } = waited;
  const found = await findWithdrawal(tx, waited);
  if (!found.ok) return found;
  const file = found.value;
  const standing = await standingOf(tx, { context, file });
  if (!standing.ok) return standing;
  return step(tx, { context, file, actor: actorOf(caller), action, data, seen, met: standing.value.met });
}

const noReason = { path: 'reason', detail: { zh: '请写明终止的原因', en: 'Say why it is closed' } };
