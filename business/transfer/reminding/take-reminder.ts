import { ok, type Refusal, type Result } from '#basics';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import type { TransferContext } from '../context.ts';
import { transferProcesses } from '../processes.ts';
import { partnerActor, step } from '../step.ts';
import { recordWord } from '../words/record-word.ts';
import type { Effect, Word } from '../words/word.ts';

/**
 * The other agency reminds us of what it misses. Everything that we sent is delivered until it is receipted, so that nothing is
 * sent a second time for it: it becomes work for a clerk, until we have done what answers it or the clerk says that we have.
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
  const { context, file, transfer, word } = reminded;
  const kept = await recordWord(tx, reminded);
  if (!kept.ok) return kept;
  const effect = { ownerId: file.ownerId, effect: 'reminder-noted' };
  // What is over has been answered; the message that says so is on its way or was receipted.
  if (!transferProcesses[file.process]?.actions.reminded?.from.includes(file.state)) return ok(effect);
  const { missing, answerBy, count } = word.body;
  const data = { messageId: word.messageId, missing: [...missing], answerBy, count };
  const actor = partnerActor(transfer.partner);
  const noted = await step(tx, { context, file, actor, action: 'reminded', data });
  return noted.ok ? ok(effect) : noted;
}
