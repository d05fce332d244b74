import type { Refusal, Result } from '#basics';
import type { Actor, CaseFile } from '#engines/casework';
import { partnerReminderWorkingDays } from '#law';
import type { Tx } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import { figureToday, type TransferContext, today, type WithReason } from '../context.ts';
import { highestCount } from '../messages/reminder.ts';
import { onTransfer } from '../on-transfer.ts';
import { step } from '../step.ts';
import { stepSaying } from '../step-telling.ts';
import { type Awaited, awaitedBy } from './waiting.ts';

/** A reminder of exactly what is missing, in a step of the case. */
export async function askOnceMore(
  tx: Tx,
  asking: {
    readonly context: TransferContext;
    readonly file: CaseFile;
    readonly transfer: Transfer;
    readonly awaited: Awaited;
    readonly actor: Actor;
    readonly action: 'remind' | 'ask-again';
    readonly met: readonly string[];
    /** What a clerk has to say about it; left out where nobody has. */
    readonly reason?: string;
    readonly seen?: number | undefined;
  },
): Promise<Result<CaseFile, Refusal>> {
  const { context, file, transfer, awaited, actor, action, met, reason, seen } = asking;
  const { missing, refersTo } = awaited;
  const days = figureToday(context, partnerReminderWorkingDays);
  const { on: answerBy } = context.workingDays.add(today(context), days);
  const count = Math.min(awaited.asked + 1, highestCount);
  const body = { missing, refersTo, answerBy, count, certificate: null };
  return stepSaying(tx, {
    ...{ context, file, transfer, actor, action, met, seen, says: { type: 'reminder', body } },
    data: (sent) => ({ sent, missing: [...missing], answerBy, ...(reason ? { reason } : {}) }),
  });
}

/**
 * Who was reminded in vain a clerk has spoken to, or found another way to: it is asked again, and its time and the reminders
 * begin anew. Refuses `casework.need-missing` while it is still reminded by itself.
 */
export function askAgain(tx: Tx, doing: WithReason): Promise<Result<CaseFile, Refusal>> {
  const { reason } = doing;
  return onTransfer(tx, doing, async ({ file, transfer, by }) => {
    const awaited = await awaitedBy(tx, { context: by.context, file });
    // Where nothing is waited for in vain, the step says why it is not open.
    if (awaited === null || awaited.silentSince === null)
      return step(tx, { ...by, action: 'ask-again', met: [] });
    return askOnceMore(tx, { ...by, transfer, awaited, action: 'ask-again', reason, met: ['silent'] });
  });
}

/**
 * The other agency was reminded in vain to say that it credited the money, which our bank has paid: closed on a reason and a paper
 * that proves it. What the other agency or the bank says later is heard all the same. Refuses `casework.need-missing`.
 */
export function closeUnconfirmed(
  tx: Tx,
  doing: WithReason & { readonly paperReference: string },
): Promise<Result<CaseFile, Refusal>> {
  const { reason, paperReference } = doing;
  return onTransfer(tx, doing, async ({ file, by }) => {
    const awaited = await awaitedBy(tx, { context: by.context, file });
    const met = awaited !== null && awaited.silentSince !== null ? ['silent'] : [];
    return step(tx, { ...by, action: 'close-unconfirmed', data: { reason, paperReference }, met });
  });
}
