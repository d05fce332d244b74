import { ok, type Refusal, type Result } from '#basics';
import type { Caller } from '#business/access/public';
import type { Tx } from '#platform/postgres';
import type { PaymentsContext } from './context.ts';
import { guarded } from './guarded.ts';
import { callReleaseBatch } from './guards.store.ts';
import { linesOfBatch } from './store.ts';

/**
 * Lets a batch go to the bank, by another finance officer than the one who built it; the database compares its lines with
 * those that were frozen. Every case of it moves on in the same transaction.
 */
export async function releaseBatch(
  tx: Tx,
  context: Pick<PaymentsContext, 'clock' | 'onReleased'>,
  { caller, batchId }: { readonly caller: Caller; readonly batchId: string },
): Promise<Result<{ readonly lineCount: number }, Refusal>> {
  const at = context.clock.now();
  const released = await guarded(callReleaseBatch(tx, { token: caller.token, batchId, at }));
  if (!released.ok) return released;
  const lines = await linesOfBatch(tx, batchId);
  for (const { ownerId, caseId, orderId } of lines) {
    const moved = await context.onReleased(tx, { owner: ownerId, caseId, orderId, batchId, at, by: caller });
    if (!moved.ok) return moved;
  }
  return ok({ lineCount: lines.length });
}
