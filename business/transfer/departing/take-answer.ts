import { ok, type Refusal, type Result, refuse } from '#basics';
import { ordersOfCase } from '#business/payments';
import { actionsOf, type CaseFile, systemActor } from '#engines/casework';
import { takeBackTransfer } from '#engines/ledger';
import type { Tx } from '#platform/postgres';
import { findTransfer, type Transfer } from '../acceptance.store.ts';
import { type TransferContext, today } from '../context.ts';
import { placeOf } from '../place-of.ts';
import { partnerActor, type StepContext, step } from '../step.ts';
import { wordsInTransfer } from '../words/partner-words.store.ts';
import { recordWord } from '../words/record-word.ts';
import type { Effect, Word } from '../words/word.ts';
import { accountOn } from './gather-sheet.ts';
import { goOnWithBalance, nameAccount } from './go-on-with-balance.ts';
import { payOut } from './pay-out.ts';
import { recordBalance } from './record-balance.ts';

interface Answered<Type extends Word['type']> {
  readonly context: TransferContext;
  readonly file: CaseFile;
  readonly transfer: Transfer;
  readonly word: Word<Type>;
}

/** The account that the letter lacked, or another one after the bank sent the money back. */
export async function takeAccount(
  tx: Tx,
  answered: Answered<'account-details'>,
): Promise<Result<Effect, Refusal>> {
  const { context, file, transfer, word } = answered;
  if (file.state !== 'awaiting-account' && file.state !== 'sent-back')
    return refuse({ code: 'transfer.not-expected-now' });
  const kept = await recordWord(tx, answered);
  if (!kept.ok) return kept;
  const { messageId, body } = word;
  const base = { context, file, actor: partnerActor(transfer.partner), data: { messageId } };
  const effect = { ownerId: file.ownerId, effect: 'account-told' };
  if (file.state === 'sent-back') {
    const { receivingAccount } = body;
    const named = await nameAccount(tx, { context, transfer, file, receivingAccount, messageId });
    if (!named.ok) return named;
    const moved = await step(tx, { ...base, action: 'account-corrected' });
    return moved.ok ? ok(effect) : moved;
  }
  const told = await step(tx, { ...base, action: 'account-told' });
  if (!told.ok) return told;
  const account = await accountOn(tx, { owner: file.ownerId, on: today(context) });
  const on = await goOnWithBalance(tx, { context, transfer, file: told.value, word, account });
  return on.ok ? ok(effect) : on;
}

/** The money is in the person's account over there: the balance leg is over. */
export async function takeCredited(
  tx: Tx,
  answered: Answered<'balance-credited'>,
): Promise<Result<Effect, Refusal>> {
  const { context, file, transfer, word } = answered;
  if (await isSettledBetweenUs(tx, file)) return refuse({ code: 'transfer.not-expected-now' });
  const kept = await recordWord(tx, answered);
  if (!kept.ok) return kept;
  const { messageId, body } = word;
  const { amountFen, creditedOn } = body;
  const data = { messageId, amountFen, creditedOn };
  const early = file.state === 'remitting' || file.state === 'with-bank';
  const same = amountFen === (await remittedFen(tx, file));
  const action = early ? 'credited-early' : same ? 'confirm-credited' : 'credited-otherwise';
  const actor = partnerActor(transfer.partner);
  const moved = await step(tx, { context, file, transfer, actor, action, data });
  if (!moved.ok) return moved;
  const recorded = await recordBalance(tx, {
    ...{ context, file, messageId, balance: 'accepted', evidenceOn: earlier(creditedOn, today(context)) },
  });
  return recorded.ok ? ok({ ownerId: file.ownerId, effect: action }) : recorded;
}

/** Whether both agencies have said that it is over; where a clerk closed it on proof of payment, the other has yet to be heard. */
async function isSettledBetweenUs(tx: Tx, file: CaseFile): Promise<boolean> {
  if (file.state !== 'completed') return false;
  const last = (await actionsOf(tx, file)).findLast(({ toState }) => toState === 'completed');
  return last?.action !== 'close-unconfirmed';
}

/** Where the other agency's word came before our bank's, the case goes on as soon as the bank has spoken. */
export async function confirmEarlyCredit(
  tx: Tx,
  { context, file }: { readonly context: StepContext; readonly file: CaseFile },
): Promise<Result<CaseFile, Refusal>> {
  const noted = (await actionsOf(tx, file)).findLast(({ action }) => action === 'credited-early');
  if (!noted || file.state !== 'remitted' || (await takenBack(tx, file, noted.data.messageId)))
    return ok(file);
  const { messageId = null, amountFen = null, creditedOn = null } = noted.data;
  const same = amountFen === (await remittedFen(tx, file));
  const action = same ? 'confirm-credited' : 'credited-otherwise';
  return step(tx, { context, file, actor: systemActor, action, data: { messageId, amountFen, creditedOn } });
}

/** They said it too early, and took it back before our bank had spoken. */
async function takenBack(tx: Tx, file: CaseFile, messageId: unknown): Promise<boolean> {
  const transfer = await findTransfer(tx, placeOf(file));
  const words = transfer ? await wordsInTransfer(tx, transfer) : [];
  return words.some(({ figures }) => figures.invalidates === messageId);
}

async function remittedFen(tx: Tx, file: CaseFile): Promise<string | null> {
  const settled = (await actionsOf(tx, file)).findLast(({ action }) => action === 'settle')?.data.amountFen;
  return typeof settled === 'string' ? settled : null;
}

/**
 * The balance is refused (G0.3, G4): the signed refusal is the person's evidence. What is still here goes back into the
 * account and stays held for the withdrawal that opens with it; what has left is waited for.
 */
export async function takeRefusal(
  tx: Tx,
  answered: Answered<'balance-refused'>,
): Promise<Result<Effect, Refusal>> {
  const { context, file, transfer, word } = answered;
  if (await isSettledBetweenUs(tx, file)) return refuse({ code: 'transfer.money-gone' });
  const kept = await recordWord(tx, answered);
  if (!kept.ok) return kept;
  const { messageId, body } = word;
  const { code, text, legalBasis, refusedOn } = body;
  const data = { messageId, code, text, legalBasis, refusedOn };
  // Said again once the money is on its way back, with the reference that it comes under.
  if (file.state === 'awaiting-money-back') {
    const noted = await step(tx, {
      context,
      file,
      actor: partnerActor(transfer.partner),
      action: sendingBack,
      data,
    });
    return noted.ok ? ok({ ownerId: file.ownerId, effect: sendingBack }) : noted;
  }
  const gone = ['with-bank', 'remitted', 'completed'].includes(file.state);
  const action = gone ? 'refuse-after-remittance' : 'refuse-balance';
  // Before the case is over, so that the account is held again for it and the hold can pass on.
  const back = gone ? ok(null) : await returnToAccount(tx, { context, file, messageId });
  if (!back.ok) return back;
  const moved = await step(tx, { context, file, actor: partnerActor(transfer.partner), action, data });
  if (!moved.ok) return moved;
  const recorded = await recordBalance(tx, {
    ...{ context, file, messageId, balance: 'refused', evidenceOn: earlier(refusedOn, today(context)) },
  });
  if (!recorded.ok) return recorded;
  const effect = { ownerId: file.ownerId, effect: action };
  if (gone) return ok(effect);
  const paid = await payOut(tx, { context, file: moved.value, ground: 'balance-refused' });
  return paid.ok ? ok(effect) : paid;
}

const sendingBack = 'note-sending-back';

/**
 * What was settled and is not on its way any more goes back into the account, which the case holds again: on the other
 * agency's refusal, or once the case is over without one.
 */
export async function returnToAccount(
  tx: Tx,
  asked: { readonly context: TransferContext; readonly file: CaseFile; readonly messageId: string | null },
): Promise<Result<unknown, Refusal>> {
  const { context, file, messageId } = asked;
  const [order] = await ordersOfCase(tx, placeOf(file));
  if (!order) return ok(null);
  return takeBackTransfer(tx, { ...placeOf(file), messageId, at: context.clock.now(), ids: context.ids });
}

function earlier<T extends string>(one: T, other: T): T {
  return one < other ? one : other;
}
