import type { Refusal, Result } from '#basics';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { TransferContext } from './context.ts';
import { guarded } from './guarded.ts';
import type { TransferMessageType } from './messages/catalogue.ts';
import { identityHash } from './same-person.ts';
import { callRecordWord, type Transfer } from './store.ts';
import type { Word } from './word.ts';

/**
 * Puts on record, beside the case, what the other agency said: its type, its figures and whom it is about, so that the guards
 * of money and of the relationship can hold steps to it. Its text stays with the kept message.
 */
export function recordWord(
  tx: Tx,
  said: {
    readonly context: TransferContext;
    readonly file: CaseFile;
    readonly transfer: Transfer;
    readonly word: Word;
  },
): Promise<Result<void, Refusal>> {
  const { context, transfer, word } = said;
  const { messageId, type, channel, sentAt, from, body } = word;
  const subject = 'person' in body ? identityHash(context.seal, body.person) : null;
  return guarded(
    callRecordWord(tx, {
      ...{ ownerId: transfer.ownerId, messageId, transferId: transfer.transferId, from, to: context.region },
      ...{ type, figures: figuresOf(word), subject, channel, sentAt, at: context.clock.now() },
    }),
  );
}

/** What of a message says nothing of the person, and guards compare. */
export function figuresOf({ type, body }: Word): Readonly<Record<string, string | boolean | number>> {
  const told = body as Readonly<Record<string, unknown>>; // each key is looked at for what it is
  const figures: Record<string, string | boolean | number> = {};
  for (const key of figuresIn[type]) {
    const value = told[key];
    if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') figures[key] = value;
  }
  if (type === 'contact-letter') figures.hasAccount = told.receivingAccount !== null;
  if (type === 'information-sheet') figures.hasBalance = told.account !== null;
  return figures;
}

const figuresIn: Readonly<Record<TransferMessageType, readonly string[]>> = {
  'contact-letter': ['acceptsBalance', 'enrolledOn'],
  'information-sheet': ['paidMonths', 'deemedMonths', 'revision', 'endedOn'],
  'remittance-advice': ['amountFen', 'principalFen', 'interestFen', 'reference', 'remittedOn'],
  'balance-credited': ['amountFen', 'reference', 'receivedOn', 'creditedOn'],
  'balance-refused': ['code', 'refusedOn', 'money', 'amountFen', 'sentBackReference'],
  'account-details': ['validFrom'],
  'transfer-declined': ['declinedOn'],
  reminder: ['answerBy', 'count'],
  invalidate: ['invalidates', 'reason'],
};
