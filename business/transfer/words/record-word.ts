import { ok, type Refusal, type Result } from '#basics';
import type { Tx } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import type { TransferContext } from '../context.ts';
import { takePartnerWord } from './partner-words.ts';
import type { Word } from './word.ts';

/**
 * Puts on record, beside the case, what the other agency said, so that the guards of money and of the relationship can hold
 * steps to it. Its figures and whom it is about are what the gateway kept with it, not what is handed in here. A paper is on
 * record already: two officers took it in.
 */
export async function recordWord(
  tx: Tx,
  said: { readonly context: TransferContext; readonly transfer: Transfer; readonly word: Word },
): Promise<Result<unknown, Refusal>> {
  const { context, transfer, word } = said;
  if (word.channel === 'paper') return ok(null);
  const { messageId } = word;
  return takePartnerWord(tx, { owner: transfer.owner, messageId, at: context.clock.now() });
}
