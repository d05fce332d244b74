import type { PlainDate, Text } from '#basics';
import { actionsOf, type CaseFile } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import { type Passing, passingOf, type SheetDoubt, shownDoubts } from '../arriving/sheet-doubts.ts';
import { offersBalance } from '../arriving/take-sheet.ts';
import { takesWhatCame } from '../arriving/tell-account.ts';
import { type TransferContext, today } from '../context.ts';
import { type NotPaidOut, notPaidOut } from '../departing/pay-out.ts';
import { missingThings } from '../messages/missing-things.ts';
import { placeOf } from '../place-of.ts';
import { transferProcesses } from '../processes.ts';
import { type Silence, silenceOf } from '../reminding/in-silence.ts';
import { openReminder } from '../reminding/reminded.ts';
import type { Awaited } from '../reminding/waiting.ts';
import { adviceOf, type LineHere, linesOfTransfer } from '../store.ts';
import { type FinanceWork, financeWork } from './finance-work.ts';
import { type KeptSheet, keptSheet } from './kept-sheet.ts';
import { type OpenProposal, openProposal, type ProposalKind } from './proposals.store.ts';

/** What officers see of a transfer beside the rest: what they have to decide, and on what. */
export interface TransferDeskView {
  /** What the other agency reminds us of and is not answered; null where nothing is. */
  readonly reminder: {
    readonly missing: readonly Text[];
    readonly answerBy: PlainDate;
    /** As its message numbers it, the first request counted. */
    readonly count: number;
    /** How often it reminded, which the first request is not. */
    readonly reminded: number;
    /** The day to answer by has passed. */
    readonly overdue: boolean;
  } | null;
  /** That the other agency was reminded in vain, and what can be done; null where it was not. */
  readonly silence: Silence | null;
  /** What a clerk proposed and a reviewer has not decided yet; null where nothing waits. */
  readonly proposal: {
    readonly kind: ProposalKind;
    /** Login name of who proposed it. */
    readonly by: string;
    readonly at: Date;
    readonly code: string | null;
    readonly text: Text | null;
    readonly legalBasis: string | null;
    readonly sentBackReference: string | null;
    readonly reason: string | null;
  } | null;
  /** The sheet that is being checked, with everything that does not fit; null where none is. */
  readonly sheet: {
    /** The message whose sheet it is: who decides on it names it, so that nobody decides on another. */
    readonly messageId: string;
    /** Which version of the sheet, as the other agency counts. */
    readonly revision: number;
    readonly months: number;
    /** The balance that it tells of; null where it tells of none. */
    readonly balanceFen: string | null;
    readonly doubts: readonly SheetDoubt[];
    /** Who may let it pass all the same. */
    readonly passing: Passing;
    /** Whether a balance comes with it; what becomes of it is another step. */
    readonly balanceComes: boolean;
  } | null;
  /** What the other agency advised last; null where it has advised nothing. */
  readonly advised: { readonly amountFen: string; readonly reference: string } | null;
  /** Money of this transfer that stands in suspense, by its reference. */
  readonly money: readonly MoneyHere[];
  /** What finance officers do about its money, and where. */
  readonly finance: readonly FinanceWork[];
  /** Why a balance that did not go is not paid out yet, and what to do; null where it is not about that. */
  readonly notPaidOut: NotPaidOut | null;
}

export interface MoneyHere {
  /** As finance names it: `bnk_1a2b3c4d_20260701-3`. */
  readonly lineId: string;
  readonly bookedOn: PlainDate;
  readonly amountFen: string;
  readonly reference: string;
}

export async function readDesk(
  reader: Reader,
  asked: {
    readonly context: TransferContext;
    readonly file: CaseFile;
    readonly transfer: Transfer;
    readonly awaited: Awaited | null;
  },
): Promise<TransferDeskView> {
  const { context, file, transfer, awaited } = asked;
  const done = await actionsOf(reader, file);
  // What is over is answered: nobody has anything left to do about it.
  const over = transferProcesses[file.process]?.states[file.state]?.final === true;
  const reminder = over ? null : openReminder(done);
  const sheet = await keptSheet(reader, asked);
  const proposal = await openProposal(reader, placeOf(file));
  const advice = await adviceOf(reader, transfer);
  const lines = await linesOfTransfer(reader, transfer);
  const money = lines.map(moneyHere);
  const advised = lines.filter(({ adviceStands }) => adviceStands).map(moneyHere);
  return {
    reminder: reminder && {
      missing: reminder.missing.map((thing) => missingThings[thing]),
      ...{ answerBy: reminder.answerBy, count: reminder.count, reminded: reminder.count - 1 },
      overdue: reminder.answerBy < today(context),
    },
    silence: silenceOf(awaited, file.state),
    proposal: proposal ? shown(proposal) : null,
    sheet: sheet ? await sheetShown(reader, { ...asked, sheet }) : null,
    notPaidOut: await notPaidOut(reader, asked),
    advised: advice ? { amountFen: advice.amountFen, reference: advice.reference } : null,
    money,
    finance: await financeWork(reader, { file, money, advised, taken: takesWhatCame(context, done) }),
  };
}

function moneyHere({ bankOwner, lineNo, bookedOn, amountFen, reference }: LineHere): MoneyHere {
  return { lineId: `${bankOwner}-${lineNo}`, bookedOn, amountFen, reference };
}

function shown({ kind, makerName, madeAt, content, reason }: OpenProposal): TransferDeskView['proposal'] {
  const { text, code, legalBasis, sentBackReference } = content;
  const told = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    ...{ kind, by: makerName, at: madeAt, reason },
    ...{ code: told(code), legalBasis: told(legalBasis), sentBackReference: told(sentBackReference) },
    text: (text ?? null) as Text | null, // as a clerk proposed it, and the guard kept it
  };
}

/** Which needs of the process are met, as far as a list of buttons has to know. */
export function metAtDesk(desk: TransferDeskView): readonly string[] {
  const { money, sheet, reminder, silence, notPaidOut: stuck } = desk;
  return [
    ...(silence ? ['silent'] : []),
    ...(reminder ? ['reminded'] : []),
    ...(stuck?.why === null ? ['can-be-paid-out'] : []),
    ...(money.length === 0 ? ['no-money-here'] : []),
    ...(sheet?.passing === 'clerk' ? ['sheet-fits'] : []),
    ...(sheet?.passing === 'two-officers' ? ['name-in-doubt'] : []),
    ...(sheet?.balanceComes ? ['balance-comes'] : ['no-balance-comes']),
  ];
}

async function sheetShown(
  reader: Reader,
  asked: { readonly transfer: Transfer; readonly sheet: KeptSheet },
): Promise<TransferDeskView['sheet']> {
  const { transfer } = asked;
  const { word, doubts } = asked.sheet;
  const { body } = word;
  return {
    messageId: word.messageId,
    revision: body.revision,
    months: body.paidMonths + body.deemedMonths,
    balanceFen: body.account?.balanceFen ?? null,
    doubts: shownDoubts(doubts),
    passing: passingOf(doubts),
    balanceComes: await offersBalance(reader, { transfer, sheet: body }),
  };
}
