import { ok, type Refusal, type Result } from '#basics';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Transfer } from './acceptance.store.ts';
import type { TransferContext } from './context.ts';
import { recordWord } from './record-word.ts';
import type { Effect, Word } from './word.ts';

/**
 * The other agency reminds us of what it misses. Everything that we sent is delivered until it is receipted, so that nothing is
 * sent a second time for it: the reminder stands in the case, where a clerk sees it.
 */
export async function takeReminder(
  tx: Tx,
  reminded: {
    readonly context: TransferContext;
    readonly file: CaseFile;
    readonly transfer: Transfer;
    readonly word: Word<'reminder'>;
  },
): Promise<Result<Effect, Refusal>> {
  const kept = await recordWord(tx, reminded);
  return kept.ok ? ok({ ownerId: reminded.file.ownerId, effect: 'reminder-noted' }) : kept;
}
