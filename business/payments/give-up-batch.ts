import { ok, type Refusal, type Result } from '#basics';
import type { Caller } from '#business/access/public';
import type { Tx } from '#platform/postgres';
import type { PaymentsContext } from './context.ts';
import { guarded } from './guarded.ts';
import { callGiveUpBatch } from './guards.store.ts';

export interface BatchGivenUp {
  readonly caller: Caller;
  readonly batchId: string;
  readonly reason: string;
}

/** Gives up a batch that has not left for the bank; its orders are due again. Answers how many. */
export async function giveUpBatch(
  tx: Tx,
  context: Pick<PaymentsContext, 'clock'>,
  { caller, batchId, reason }: BatchGivenUp,
): Promise<Result<{ readonly dueAgain: number }, Refusal>> {
  const asked = { token: caller.token, batchId, reason: reason.trim(), at: context.clock.now() };
  const freed = await guarded(callGiveUpBatch(tx, asked));
  return freed.ok ? ok({ dueAgain: Number(freed.value) }) : freed;
}
