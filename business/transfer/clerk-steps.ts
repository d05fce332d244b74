import { fen, type Refusal, type Result, refuse } from '#basics';
import { actionsOf, type CaseAction, type CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { askFor } from './ask-for.ts';
import type { WithReason } from './context.ts';
import { sheetAgain } from './departing/sheet-again.ts';
import type { SheetFacts } from './departing/write-sheet.ts';
import { onTransfer } from './on-transfer.ts';
import { openReminder } from './reminding/reminded.ts';
import { step } from './step.ts';
import { stepSaying } from './step-telling.ts';

/** The sheet that was sent was wrong: the record was corrected, and the whole of it goes out again in its place. */
export function sendSheetAgain(tx: Tx, doing: WithReason): Promise<Result<CaseFile, Refusal>> {
  const { context, reason } = doing;
  return onTransfer(tx, doing, async ({ file, transfer, by }) => {
    // What was settled has left the account, and is on its way to them all the same.
    const account = settledAccount(await actionsOf(tx, file)) ?? undefined;
    const again = await sheetAgain(tx, { context, file, transfer, account });
    if (again === null) return refuse({ code: 'transfer.not-accepted' });
    const { body, replaces } = again;
    return stepSaying(tx, {
      ...{ ...by, transfer, action: 'send-sheet-again', says: { type: 'information-sheet', body } },
      data: (sheet) => ({ sheet, replaces, reason }),
    });
  });
}

function settledAccount(done: readonly CaseAction[]): SheetFacts['account'] {
  const { amountFen, interestFen } = done.findLast(({ action }) => action === 'settle')?.data ?? {};
  if (typeof amountFen !== 'string' || typeof interestFen !== 'string') return null;
  const interest = fen(BigInt(interestFen));
  return { principalFen: fen(BigInt(amountFen) - interest), interestFen: interest };
}

/** The sheet does not fit: the other agency is asked for a corrected one. Why, the case keeps. */
export function askForCorrection(tx: Tx, doing: WithReason): Promise<Result<CaseFile, Refusal>> {
  const { context, reason } = doing;
  return onTransfer(tx, doing, async ({ file, transfer, by }) => {
    const received = (await actionsOf(tx, file)).findLast(({ action }) => action === 'receive-sheet');
    const sheet = received?.data.messageId;
    const refersTo = typeof sheet === 'string' ? sheet : null;
    const body = askFor(context, { missing: 'sheet-correction', refersTo });
    return stepSaying(tx, {
      ...{ ...by, transfer, action: 'ask-correction', says: { type: 'reminder', body } },
      data: (sent) => ({ sent, answerBy: body.answerBy, reason }),
    });
  });
}

/**
 * While a corrected sheet is waited for, the one that is here is looked at again as things are on record by now: where the person's
 * other document was put on record it fits, and where only the name is in doubt two officers can let it pass.
 */
export function lookAgain(tx: Tx, doing: WithReason): Promise<Result<CaseFile, Refusal>> {
  const { reason } = doing;
  return onTransfer(tx, doing, ({ by }) => step(tx, { ...by, action: 'look-again', data: { reason } }));
}

/** What the other agency reminded us of is dealt with; how, the clerk says. */
export function answerReminder(tx: Tx, doing: WithReason): Promise<Result<CaseFile, Refusal>> {
  const { reason } = doing;
  return onTransfer(tx, doing, async ({ file, by }) => {
    const open = openReminder(await actionsOf(tx, file));
    const data = { reason, missing: [...(open?.missing ?? [])] };
    return step(tx, { ...by, action: 'answer-reminder', data, met: open ? ['reminded'] : [] });
  });
}

/** The other agency credited another amount, and it is cleared up: nothing moves here any more. */
export function closeDifference(tx: Tx, doing: WithReason): Promise<Result<CaseFile, Refusal>> {
  const { reason } = doing;
  return onTransfer(tx, doing, ({ by }) => step(tx, { ...by, action: 'close-difference', data: { reason } }));
}
