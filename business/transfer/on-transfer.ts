import type { Refusal, Result } from '#basics';
import { actorOf } from '#business/access/public';
import type { Tx } from '#platform/postgres';
import type { Doing, TransferContext } from './context.ts';
import { type FoundTransfer, transferByNumber } from './find-transfer.ts';
import type { TransferStep } from './step.ts';

/** A transfer that somebody does something to. */
export interface AtHand extends FoundTransfer {
  /** Who takes a step in it, on what they had seen: what every step of theirs begins with. */
  readonly by: Pick<TransferStep, 'file' | 'actor' | 'seen'> & { readonly context: TransferContext };
}

/** Does something to the transfer that the caller names. Refuses `casework.no-case` where there is none that they may see. */
export async function onTransfer<T>(
  tx: Tx,
  doing: Doing,
  work: (at: AtHand) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const { context, caller, seen } = doing;
  const found = await transferByNumber(tx, doing);
  if (!found.ok) return found;
  const { file } = found.value;
  return work({ ...found.value, by: { context, file, actor: actorOf(caller), seen } });
}
