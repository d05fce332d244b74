import { fen, type Refusal, type Result, refuse, shanghaiDate } from '#basics';
import { actorOf } from '#business/access/public';
import { actionsOf, type CaseAction, type CaseFile } from '#engines/casework';
import { partnerAnswerWorkingDays } from '#law';
import type { Tx } from '#platform/postgres';
import { type Doing, figureToday, today } from './context.ts';
import { gatherSheet } from './departing/gather-sheet.ts';
import { type SheetFacts, writeSheet } from './departing/write-sheet.ts';
import { transferByNumber } from './find-transfer.ts';
import { partnerName } from './partner-name.ts';
import { openReminder } from './reminded.ts';
import { step } from './step.ts';
import { stepTelling } from './step-telling.ts';
import { tellPartner } from './tell-partner.ts';

/** The sheet that was sent was wrong: the record was corrected, and the whole of it goes out again in its place. */
export async function sendSheetAgain(
  tx: Tx,
  doing: Doing & { readonly reason: string },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen, reason } = doing;
  const found = await transferByNumber(tx, doing);
  if (!found.ok) return found;
  const { file, transfer } = found.value;
  const done = await actionsOf(tx, file);
  const sheets = done.flatMap(({ data }) => (typeof data.sheet === 'string' ? [data.sheet] : []));
  const accepted = done.findLast(({ action }) => action === 'accept');
  const replaces = sheets.at(-1);
  if (!accepted || replaces === undefined) return refuse({ code: 'transfer.not-accepted' });
  const facts = await gatherSheet(tx, {
    ...{ context, transfer, partnerName: await partnerName(tx, { context, region: transfer.partner }) },
    endedOn: shanghaiDate(accepted.at),
  });
  // What was settled has left the account, and is on its way to them all the same.
  const account = settledAccount(done) ?? facts.account;
  const body = {
    ...writeSheet({ ...facts, account }, { revision: sheets.length + 1, replaces }),
    preparedOn: today(context),
  };
  const said = await tellPartner(tx, { context, transfer, file, type: 'information-sheet', body });
  if (!said.ok) return said;
  const data = { sheet: said.value.messageId, replaces, reason };
  return stepTelling(tx, {
    ...{ context, file, actor: actorOf(caller), action: 'send-sheet-again', data, seen },
    told: said.value,
  });
}

function settledAccount(done: readonly CaseAction[]): SheetFacts['account'] {
  const { amountFen, interestFen } = done.findLast(({ action }) => action === 'settle')?.data ?? {};
  if (typeof amountFen !== 'string' || typeof interestFen !== 'string') return null;
  const interest = fen(BigInt(interestFen));
  return { principalFen: fen(BigInt(amountFen) - interest), interestFen: interest };
}

/** The sheet does not fit: the other agency is asked for a corrected one, in words. */
export async function askForCorrection(
  tx: Tx,
  doing: Doing & { readonly reason: string },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen, reason } = doing;
  const found = await transferByNumber(tx, doing);
  if (!found.ok) return found;
  const { file, transfer } = found.value;
  const refersTo = (await actionsOf(tx, file)).findLast(({ action }) => action === 'receive-sheet')?.data
    .messageId;
  const days = figureToday(context, partnerAnswerWorkingDays);
  const { on: answerBy } = context.workingDays.add(today(context), days);
  const body = {
    ...{ missing: ['sheet-correction'], refersTo: refersTo ?? null, answerBy, count: 1, certificate: null },
  };
  const said = await tellPartner(tx, { context, transfer, file, type: 'reminder', body });
  if (!said.ok) return said;
  const data = { sent: said.value.messageId, answerBy, reason };
  return stepTelling(tx, {
    ...{ context, file, actor: actorOf(caller), action: 'ask-correction', data, seen },
    told: said.value,
  });
}

/** What the other agency reminded us of is dealt with; how, the clerk says. */
export async function answerReminder(
  tx: Tx,
  doing: Doing & { readonly reason: string },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen, reason } = doing;
  const found = await transferByNumber(tx, doing);
  if (!found.ok) return found;
  const { file } = found.value;
  const open = openReminder(await actionsOf(tx, file));
  const data = { reason, missing: [...(open?.missing ?? [])] };
  return step(tx, {
    ...{ context, file, actor: actorOf(caller), action: 'answer-reminder', data, seen },
    met: open ? ['reminded'] : [],
  });
}

/** The other agency credited another amount, and it is cleared up: nothing moves here any more. */
export async function closeDifference(
  tx: Tx,
  doing: Doing & { readonly reason: string },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen, reason } = doing;
  const found = await transferByNumber(tx, doing);
  if (!found.ok) return found;
  const { file } = found.value;
  const actor = actorOf(caller);
  return step(tx, { context, file, actor, action: 'close-difference', data: { reason }, seen });
}
