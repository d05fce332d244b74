import type { Refusal, Result } from '#basics';
import { actorOf } from '#business/access/public';
import type { Actor, CaseFile } from '#engines/casework';
import { partnerReminderWorkingDays } from '#law';
import type { Tx } from '#platform/postgres';
import type { Transfer } from './acceptance.store.ts';
import { type Doing, figureToday, type TransferContext, today } from './context.ts';
import { transferByNumber } from './find-transfer.ts';
import { highestCount } from './messages/reminder.ts';
import { step } from './step.ts';
import { stepTelling } from './step-telling.ts';
import { tellPartner } from './tell-partner.ts';
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
  const said = await tellPartner(tx, { context, transfer, file, type: 'reminder', body });
  if (!said.ok) return said;
  const data = { sent: said.value.messageId, missing: [...missing], answerBy, ...(reason ? { reason } : {}) };
  return stepTelling(tx, { context, file, actor, action, data, met, seen, told: said.value });
}

/**
 * Who was reminded in vain a clerk has spoken to, or found another way to: it is asked again, and its time and the reminders
 * begin anew. Refuses `casework.need-missing` while it is still reminded by itself.
 */
export async function askAgain(
  tx: Tx,
  doing: Doing & { readonly reason: string },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen, reason } = doing;
  const found = await transferByNumber(tx, doing);
  if (!found.ok) return found;
  const { file, transfer } = found.value;
  const awaited = await awaitedBy(tx, { context, file });
  const by = { actor: actorOf(caller), action: 'ask-again', seen } as const;
  // Where nothing is waited for in vain, the step says why it is not open.
  if (awaited === null || awaited.silentSince === null) return step(tx, { context, file, ...by, met: [] });
  return askOnceMore(tx, { context, file, transfer, awaited, ...by, reason, met: ['silent'] });
}
