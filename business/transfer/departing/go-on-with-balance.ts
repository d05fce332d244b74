import { ok, type Refusal, type Result } from '#basics';
import { nameAgencyPayee } from '#business/payments';
import { type CaseFile, caseById, casesInStates, type JsonObject, systemActor } from '#engines/casework';
import { paymentUnderWay, settleTransfer } from '#engines/ledger';
import { inTransaction, type Tx } from '#platform/postgres';
import { findTransfer, type Transfer } from '../acceptance.store.ts';
import { askFor } from '../ask-for.ts';
import { type TransferContext, today } from '../context.ts';
import type { ReceivingAccount } from '../messages/receiving-account.ts';
import { placeOf } from '../place-of.ts';
import { step } from '../step.ts';
import { stepSaying } from '../step-telling.ts';
import type { Word } from '../words/word.ts';
import { holdsNothing } from './gather-sheet.ts';
import type { SheetFacts } from './write-sheet.ts';

interface Balance {
  readonly context: TransferContext;
  readonly transfer: Transfer;
  /** In the state `accepted`. */
  readonly file: CaseFile;
}

type Lettered = Balance & {
  readonly word: Word<'contact-letter' | 'account-details'>;
  /** What is in it today, as `accountOn` tells. */
  readonly account: SheetFacts['account'];
};

/**
 * The balance leg of an accepted transfer, as far as it goes now: settled and ordered where the account is known, asked for
 * where the letter lacks it, over where there is nothing. With a card payment under way it waits, held.
 */
export async function goOnWithBalance(tx: Tx, balance: Lettered): Promise<Result<CaseFile, Refusal>> {
  const { context, file, word, account } = balance;
  if (!account) return nothing(tx, balance);
  const { receivingAccount } = word.body;
  // Nobody is asked where nothing should go.
  if (receivingAccount === null && holdsNothing(account)) return settleDeparture(tx, balance);
  if (receivingAccount === null) return askForAccount(tx, balance);
  const named = await nameAccount(tx, { ...balance, receivingAccount, messageId: word.messageId });
  if (!named.ok) return named;
  return settleDeparture(tx, { context, transfer: balance.transfer, file });
}

/** What the letter makes of the balance, as the person is told with the acceptance; null where it is settled and goes. */
export function balanceOnLetter({
  context,
  word,
  account,
}: Pick<Lettered, 'context' | 'word' | 'account'>): JsonObject | null {
  if (holdsNothing(account)) return { balance: 'none' };
  if (word.body.receivingAccount !== null) return null;
  const { answerBy } = askFor(context, { missing: 'receiving-account', refersTo: word.messageId });
  return { balance: takesNone(word) ? 'not-taken' : 'no-account', answerBy };
}

/** A letter that says so is followed by a refusal, which is what the withdrawal stands on. */
function takesNone({ body }: Lettered['word']): boolean {
  return 'acceptsBalance' in body && !body.acceptsBalance;
}

/** Settles what had to wait, for a card payment above all. To be called again and again; answers the cases that went on. */
export async function settleWaitingDepartures(context: TransferContext): Promise<readonly string[]> {
  const settled: string[] = [];
  for await (const { ownerId, id } of casesInStates(context.database, { 'transfer-out': ['accepted'] })) {
    const done = await inTransaction(context.database, async (tx) => {
      const file = await caseById(tx, ownerId, id);
      const transfer = file && (await findTransfer(tx, placeOf(file)));
      return file && transfer ? settleDeparture(tx, { context, transfer, file }) : ok(null);
    });
    if (done.ok && done.value && done.value.state !== 'accepted') settled.push(done.value.number);
  }
  return settled;
}

/** Interest to today, the whole balance to the clearing account, the order made. Waits where something is under way. */
export async function settleDeparture(tx: Tx, balance: Balance): Promise<Result<CaseFile, Refusal>> {
  const { context, file } = balance;
  // Confirmed, cancelled or expired first; the account is held, so that no other begins.
  if (await paymentUnderWay(tx, file.ownerId)) return ok(file);
  const on = today(context);
  const settled = await settleTransfer(tx, {
    ...{ owner: file.ownerId, caseId: file.id, on, at: context.clock.now(), ids: context.ids },
  });
  if (!settled.ok) return settled;
  const { amountFen, interestFen, orderId } = settled.value;
  if (orderId === null) return nothing(tx, balance);
  const data = { amountFen: `${amountFen}`, interestFen: `${interestFen}`, orderId, on };
  return step(tx, { context, file, actor: systemActor, action: 'settle', data, met: ['account-known'] });
}

/** Where the money goes, as the other agency says in a message of its own. */
export function nameAccount(
  tx: Tx,
  named: Balance & { readonly receivingAccount: ReceivingAccount; readonly messageId: string },
): Promise<Result<number, Refusal>> {
  const { context, file, receivingAccount, messageId } = named;
  const { holder: name, bankName, bankCode, accountNumber } = receivingAccount;
  const account = { name, bankName, bankCode, accountNumber };
  return nameAgencyPayee(tx, context, { ...placeOf(file), messageId, ...account });
}

function nothing(tx: Tx, { context, file }: Balance): Promise<Result<CaseFile, Refusal>> {
  return step(tx, {
    context,
    file,
    actor: systemActor,
    action: 'nothing-to-remit',
    met: ['nothing-to-remit'],
  });
}

function askForAccount(
  tx: Tx,
  { context, transfer, file, word }: Lettered,
): Promise<Result<CaseFile, Refusal>> {
  const { messageId: letter } = word;
  const body = askFor(context, { missing: 'receiving-account', refersTo: letter });
  const { answerBy } = body;
  return stepSaying(tx, {
    ...{ context, file, transfer, actor: systemActor, action: 'await-account' },
    says: { type: 'reminder', body, inReplyTo: letter },
    data: (messageId) => ({ messageId, answerBy }),
  });
}
