import { ok, type Refusal, type Result, refuse } from '#basics';
import { actorOf } from '#business/access/public';
import { ordersOfCase } from '#business/payments';
import {
  type CaseFile,
  decisionsOf,
  endObjection,
  objectionsOf,
  recordObjection,
  systemActor,
} from '#engines/casework';
import { objectionWorkingDays } from '#law';
import type { Tx } from '#platform/postgres';
import { type Doing, figureToday, today, type WithdrawalContext } from './context.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { standingOf } from './standing.ts';
import { step } from './step.ts';
import { announce } from './telling/announce.ts';

/**
 * Somebody does not agree with a decision and says why, in time. Other officers decide again, within a limit of its own; an
 * order that was not paid waits for the outcome.
 */
export async function objectToDecision(
  tx: Tx,
  objecting: Doing & { readonly reason: string },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen } = objecting;
  const found = await findWithdrawal(tx, objecting);
  if (!found.ok) return found;
  const file = found.value;
  const reason = objecting.reason.trim();
  if (reason === '') return refuse({ code: 'withdrawal.bad-input', problems: [noReason] });
  const standing = await standingOf(tx, { context, file });
  if (!standing.ok) return standing;
  const decision = (await decisionsOf(tx, file)).findLast(({ approval }) => approval !== null);
  const objectionId = context.ids.next('obj');
  const moved = await step(tx, {
    ...{ context, file, actor: actorOf(caller), action: 'object', met: standing.value.met, seen },
    data: {
      ...{ objectionId, objection: reason, decisionId: decision?.id ?? null },
      workingDays: figureToday(context, objectionWorkingDays),
    },
  });
  if (!moved.ok || !decision) return moved;
  const { ownerId, id: caseId } = file;
  const made = {
    ownerId,
    objectionId,
    caseId,
    decisionId: decision.id,
    by: caller.id,
    at: context.clock.now(),
  };
  const recorded = await recordObjection(tx, made);
  return recorded.ok ? moved : recorded;
}

/** Whoever objected takes it back; the decision stands as it was. */
export async function withdrawObjection(tx: Tx, doing: Doing): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen } = doing;
  const found = await findWithdrawal(tx, doing);
  if (!found.ok) return found;
  const file = found.value;
  const moved = await step(tx, { context, file, actor: actorOf(caller), action: 'withdraw-objection', seen });
  if (!moved.ok) return moved;
  const ended = await endOpenObjection(tx, { ...doing, file, outcome: 'withdrawn' });
  return ended.ok ? cameBackMeanwhile(tx, { context, file: moved.value }) : ended;
}

/**
 * A payment that came back while somebody objected to it is to be corrected and paid again once the decision stands: the case
 * does not go back to “paid”, which it was when the objection came.
 */
export async function cameBackMeanwhile(
  tx: Tx,
  { context, file }: { readonly context: WithdrawalContext; readonly file: CaseFile },
): Promise<Result<CaseFile, Refusal>> {
  if (file.state !== 'paid') return ok(file);
  const orders = await ordersOfCase(tx, { owner: file.ownerId, caseId: file.id });
  const back = orders.find(({ standing, result }) => standing === 'open' && result === 'returned');
  if (!back) return ok(file);
  const data = { orderId: back.orderId, reason: back.reason };
  const moved = await step(tx, { context, file, actor: systemActor, action: 'return-payment', data });
  if (moved.ok) await announce(tx, { context, file: moved.value, happened: { event: 'returned' } });
  return moved;
}

/** Ends the objection under way, with what follows for the payment. */
export async function endOpenObjection(
  tx: Tx,
  ending: Pick<Doing, 'context' | 'caller'> & {
    readonly file: CaseFile;
    readonly outcome: 'upheld' | 'changed' | 'withdrawn';
  },
): Promise<Result<void, Refusal>> {
  const { context, caller, file, outcome } = ending;
  const open = (await objectionsOf(tx, file)).find((each) => each.outcome === null);
  if (!open) return refuse({ code: 'casework.no-decision' });
  return endObjection(tx, {
    token: outcome === 'withdrawn' ? null : (caller.token ?? ''),
    ...{ ownerId: file.ownerId, objectionId: open.id, outcome },
    ...{ journalId: context.ids.next('jnl'), measureId: context.ids.next('msr') },
    ...{ reason: `异议审查撤销支付决定 ${file.number}`, paperReference: file.number },
    ...{ on: today(context), at: context.clock.now() },
  });
}

const noReason = {
  path: 'reason',
  detail: { zh: '请写明不同意的理由', en: 'Say why you do not agree' },
};
