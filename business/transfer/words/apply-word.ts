import { ok, type Refusal, type Result, refuse } from '#basics';
import { caseById } from '#engines/casework';
import { isTakenBack, takeBackUnused } from '#engines/exchange';
import type { Tx } from '#platform/postgres';
import { findTransferById } from '../acceptance.store.ts';
import { takeAdvice, takeDecline } from '../arriving/take-advice.ts';
import { takeAnnouncement } from '../arriving/take-announcement.ts';
import { takeSheet } from '../arriving/take-sheet.ts';
import type { TransferContext } from '../context.ts';
import { takeAccount, takeCredited, takeRefusal } from '../departing/take-answer.ts';
import { takeContactLetter } from '../departing/take-letter.ts';
import { takeNotConfirmed } from '../departing/take-not-confirmed.ts';
import type { TransferMessageType } from '../messages/catalogue.ts';
import { takeReminder } from '../reminding/take-reminder.ts';
import { takeInvalidation } from './take-invalidation.ts';
import type { Effect, Word } from './word.ts';

/**
 * Does what another agency's message asks, once: the engine marks it as done in the same transaction. A refusal sets it aside
 * in the queue that a clerk sees, with nothing done.
 */
export async function applyWord(
  tx: Tx,
  { context, word }: { readonly context: TransferContext; readonly word: Word },
): Promise<Result<Effect, Refusal>> {
  if (word.channel === 'gateway' && (await isTakenBack(tx, word)))
    return ok({ ownerId: null, effect: 'taken-back-before' });
  if (is(word, 'contact-letter')) return takeContactLetter(tx, { context, word });
  const transfer = await findTransferById(tx, word.transferId);
  if (!transfer) return beforeThereIsACase(tx, { context, word });
  if (transfer.partner !== word.from) return refuse({ code: 'transfer.of-another-agency' });
  const file = await caseById(tx, transfer.owner, transfer.caseId);
  if (!file) throw new Error(`transfer ${transfer.transferId} has no case`);
  const base = { context, file, transfer };
  if (is(word, 'reminder')) return takeReminder(tx, { ...base, word });
  if (is(word, 'invalidate')) return takeInvalidation(tx, { ...base, word });
  if (transfer.direction === 'out') {
    if (is(word, 'account-details')) return takeAccount(tx, { ...base, word });
    if (is(word, 'balance-credited')) return takeCredited(tx, { ...base, word });
    if (is(word, 'balance-refused')) return takeRefusal(tx, { ...base, word });
    if (is(word, 'transfer-declined')) return takeNotConfirmed(tx, { ...base, word });
  } else {
    if (is(word, 'information-sheet')) return takeSheet(tx, { ...base, word });
    if (is(word, 'remittance-advice')) return takeAdvice(tx, { ...base, word });
    if (is(word, 'transfer-declined')) return takeDecline(tx, { ...base, word });
  }
  // What only the other side of a transfer sends.
  return refuse({ code: 'transfer.not-theirs-to-say' });
}

/** A person is announced, or what was said and opened no case is taken back; everything else belongs to a case. */
async function beforeThereIsACase(
  tx: Tx,
  { context, word }: { readonly context: TransferContext; readonly word: Word },
): Promise<Result<Effect, Refusal>> {
  if (is(word, 'reminder')) return takeAnnouncement(tx, { context, word });
  if (!is(word, 'invalidate')) return refuse({ code: 'transfer.unknown-transfer' });
  const { transferId, from, messageId: by } = word;
  const closed = await takeBackUnused(tx, { transferId, from, messageId: word.body.invalidates, by });
  if (!closed.ok) return closed;
  return closed.value
    ? ok({ ownerId: null, effect: 'message-invalidated' })
    : refuse({ code: 'transfer.unknown-transfer' });
}

function is<Type extends TransferMessageType>(word: Word, type: Type): word is Word<Type> {
  return word.type === type;
}

/** What passes by itself: another case lets the account go, or a reviewer decides, and the message is weighed anew. */
export const passingRefusals: ReadonlySet<string> = new Set([
  'ledger.already-held',
  'casework.changed-meanwhile',
  'transfer.awaits-reviewer',
]);
