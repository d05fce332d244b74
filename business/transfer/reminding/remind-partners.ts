import { ok, type Refusal, type Result } from '#basics';
import { type CaseFile, caseById, systemActor } from '#engines/casework';
import { partnerAnswerWorkingDays, partnerRemindersAtMost, partnerReminderWorkingDays } from '#law';
import { inTransaction, type Tx } from '#platform/postgres';
import { findTransfer } from '../acceptance.store.ts';
import { figureToday, type TransferContext, today } from '../context.ts';
import { payOut } from '../departing/pay-out.ts';
import { recordBalance } from '../departing/record-balance.ts';
import { stepWithoutBalance } from '../departing/sheet-again.ts';
import { returnToAccount } from '../departing/take-answer.ts';
import type { FoundTransfer } from '../find-transfer.ts';
import { placeOf } from '../place-of.ts';
import { step } from '../step.ts';
import { casesToRemind } from '../store.ts';
import { askOnceMore } from './ask-once-more.ts';
import { type Awaited, awaitedBy } from './waiting.ts';

/** Which cases wait for another agency, by process. */
const waiting: Readonly<Record<string, readonly string[]>> = {
  'transfer-out': ['awaiting-letter', 'awaiting-account', 'sent-back', 'remitted', 'awaiting-money-back'],
  'transfer-in': ['awaiting-sheet', 'awaiting-correction', 'awaiting-balance'],
};

export interface ReminderRun {
  readonly reminded: readonly string[];
  /** Whose balance can be paid out because no account came. */
  readonly noAccount: readonly string[];
  /** Who was reminded as often as anybody is, and has not answered. */
  readonly silent: readonly string[];
}

/**
 * Goes through the cases that wait for another agency: reminds it when its time is over, naming exactly what is missing; where
 * no account came after a reminder, the balance can be paid out (G4); and where reminders are in vain, a clerk has it. To be
 * called again and again.
 */
export async function remindPartners(context: TransferContext): Promise<ReminderRun> {
  const run = { reminded: [] as string[], noAccount: [] as string[], silent: [] as string[] };
  const late = { waiting, today: today(context), untoldBefore: shortestTimeAgo(context) };
  for (const { ownerId, id } of await casesToRemind(context.database, late)) {
    const done = await inTransaction(context.database, (tx) => remindOne(tx, { context, ownerId, id }));
    if (!done.ok || done.value === null) continue;
    run[done.value.as].push(done.value.number);
  }
  return run;
}

/** So many working days take at least as many days of the calendar. */
function shortestTimeAgo(context: TransferContext): Date {
  const days = Math.min(
    figureToday(context, partnerAnswerWorkingDays),
    figureToday(context, partnerReminderWorkingDays),
  );
  return new Date(context.clock.now().getTime() - days * 86_400_000);
}

/** What was done with a case. */
interface Gone {
  readonly as: keyof ReminderRun;
  readonly number: string;
}

async function remindOne(
  tx: Tx,
  asked: { readonly context: TransferContext; readonly ownerId: string; readonly id: string },
): Promise<Result<Gone | null, Refusal>> {
  const { context, ownerId, id } = asked;
  const file = await caseById(tx, ownerId, id);
  const transfer = file && (await findTransfer(tx, placeOf(file)));
  const awaited = file && (await awaitedBy(tx, { context, file }));
  if (!file || !transfer || !awaited?.passed || awaited.silentSince !== null) return ok(null);
  const base = { context, file, transfer };
  const accountMissing = awaited.missing.includes('receiving-account');
  if (accountMissing && awaited.reminded > 0) return gone(await neverCame(tx, base), 'noAccount');
  if (awaited.reminded >= figureToday(context, partnerRemindersAtMost))
    return gone(await noteSilence(tx, { ...base, awaited }), 'silent');
  const again = { actor: systemActor, action: 'remind', met: ['answer-day-passed'] } as const;
  return gone(await askOnceMore(tx, { ...base, awaited, ...again }), 'reminded');
}

function gone(done: Result<CaseFile, Refusal>, as: Gone['as']): Result<Gone, Refusal> {
  return done.ok ? ok({ as, number: done.value.number }) : done;
}

/** Reminded as often as anybody is: no more go out, the person is told once, and what can be done is work for a clerk. */
function noteSilence(
  tx: Tx,
  told: { readonly context: TransferContext; readonly file: CaseFile; readonly awaited: Awaited },
): Promise<Result<CaseFile, Refusal>> {
  const { context, file, awaited } = told;
  const data = { reminded: awaited.reminded, missing: [...awaited.missing] };
  return step(tx, { context, file, actor: systemActor, action: 'note-silence', data, met: ['silent'] });
}

/** Asked for, reminded of, and never given: the request and the reminder are the evidence (G4). */
async function neverCame(
  tx: Tx,
  told: FoundTransfer & { readonly context: TransferContext },
): Promise<Result<CaseFile, Refusal>> {
  const { context, file } = told;
  const moved = await stepWithoutBalance(tx, {
    ...{ ...told, actor: systemActor, action: 'account-never-came', met: ['reminded-in-vain'] },
  });
  if (!moved.ok) return moved;
  const back = await returnToAccount(tx, { context, file, messageId: null });
  if (!back.ok) return back;
  const recorded = await recordBalance(tx, {
    ...{ context, file, messageId: null, balance: 'no-account-information', evidenceOn: today(context) },
  });
  if (!recorded.ok) return recorded;
  return payOut(tx, { context, file: moved.value, ground: 'no-receiving-account' });
}
