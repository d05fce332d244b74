import { ok, type Refusal, type Result } from '#basics';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import type { TransferContext } from '../context.ts';
import { partnerActor, step } from '../step.ts';
import { recordWord } from '../words/record-word.ts';
import type { Effect, Word } from '../words/word.ts';
import { creditIfHere } from './credit-arrival.ts';

interface Arriving<Type extends Word['type']> {
  readonly context: TransferContext;
  readonly file: CaseFile;
  readonly transfer: Transfer;
  readonly word: Word<Type>;
}

/** What the other agency remitted, and under which reference: whether or not the money, or the sheet, is here already. */
export async function takeAdvice(
  tx: Tx,
  advised: Arriving<'remittance-advice'>,
): Promise<Result<Effect, Refusal>> {
  const { context, file, transfer, word } = advised;
  const kept = await recordWord(tx, advised);
  if (!kept.ok) return kept;
  const { messageId, body } = word;
  const { amountFen, reference, remittedOn } = body;
  const data = { messageId, amountFen, reference, remittedOn };
  const action = file.state === 'balance-refused' ? 'note-late-advice' : 'note-advice';
  const noted = await step(tx, { context, file, actor: partnerActor(transfer.partner), action, data });
  if (!noted.ok) return noted;
  const credited = await creditIfHere(tx, { context, transfer, file: noted.value });
  return credited.ok ? ok({ ownerId: file.ownerId, effect: 'advice-noted' }) : credited;
}

/** The other agency does not let the person go, and says every reason with its remedy. */
export async function takeDecline(
  tx: Tx,
  declined: Arriving<'transfer-declined'>,
): Promise<Result<Effect, Refusal>> {
  const { context, file, transfer, word } = declined;
  const kept = await recordWord(tx, declined);
  if (!kept.ok) return kept;
  // Taken back or over here meanwhile: both sides have come to an end.
  if (overBefore.includes(file.state)) return ok({ ownerId: file.ownerId, effect: 'over-already' });
  const { messageId, body } = word;
  const data = { messageId, reasons: [...body.reasons], supersededBy: body.supersededBy };
  const moved = await step(tx, {
    ...{ context, file, actor: partnerActor(transfer.partner), action: 'declined-there', data },
  });
  return moved.ok ? ok({ ownerId: file.ownerId, effect: 'declined' }) : moved;
}

const overBefore: readonly string[] = ['cancelled', 'declined', 'closed-by-death'];
