import { ok, type Refusal, type Result, refuse } from '#basics';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import type { TransferContext } from '../context.ts';
import { partnerActor, step } from '../step.ts';
import { recordWord } from '../words/record-word.ts';
import type { Effect, Word } from '../words/word.ts';

/** The agency to which somebody was announced says that they do not come: the case that waits for its letter is over. */
export async function takeNotConfirmed(
  tx: Tx,
  told: {
    readonly context: TransferContext;
    readonly file: CaseFile;
    readonly transfer: Transfer;
    readonly word: Word<'transfer-declined'>;
  },
): Promise<Result<Effect, Refusal>> {
  const { context, file, transfer, word } = told;
  const over = overBefore.includes(file.state);
  // Its own letter moved the case on: the two contradict each other, and a person looks at it.
  if (!over && file.state !== 'awaiting-letter') return refuse({ code: 'transfer.not-expected-now' });
  const kept = await recordWord(tx, told);
  if (!kept.ok) return kept;
  if (over) return ok({ ownerId: file.ownerId, effect: 'over-already' });
  const { messageId, body } = word;
  const actor = partnerActor(transfer.partner);
  const data = { messageId, reasons: [...body.reasons] };
  const moved = await step(tx, { context, file, transfer, actor, action: 'not-confirmed-there', data });
  return moved.ok ? ok({ ownerId: file.ownerId, effect: 'not-confirmed-there' }) : moved;
}

const overBefore: readonly string[] = ['cancelled', 'declined', 'closed-by-death'];
