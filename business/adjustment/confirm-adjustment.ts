import { type Clock, type Ids, ok, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import { numberInText } from '#business/registry/public';
import type { Tx } from '#platform/postgres';
import type { Adjustment, AdjustmentEffect } from './adjustment.ts';
import { guarded } from './guarded.ts';
import { adjustmentAt } from './read-adjustments.ts';
import type { AdjustmentPlace } from './request-adjustment.ts';
import { decideRow } from './store.ts';

export interface AdjustmentDecision extends AdjustmentPlace {
  readonly approved: boolean;
  /** Needed where it is declined. */
  readonly reason: string | null;
}

/**
 * The second officer approves or declines; the database refuses whoever asked for it. Approved, it is posted in this
 * transaction. Answers the adjustment with what it did to the account.
 */
export async function decideAdjustment(
  tx: Tx,
  {
    context,
    caller,
    decision,
  }: {
    readonly context: { readonly clock: Clock; readonly ids: Ids };
    readonly caller: Caller;
    readonly decision: AdjustmentDecision;
  },
): Promise<Result<Adjustment & AdjustmentEffect>> {
  const { personId, adjustmentId, approved } = decision;
  const reason = decision.reason?.trim() || null;
  if (!approved && reason === null) return refuse({ code: 'adjustment.reason-missing' });
  const problems = numberInText('reason', reason);
  if (problems.length > 0) return refuse({ code: 'adjustment.wrong', problems });
  const done = await guarded(
    decideRow(tx, {
      ...{ token: caller.token ?? '', personId, adjustmentId, approved, reason },
      journalId: context.ids.next('jnl'),
      at: context.clock.now(),
    }),
  );
  if (!done.ok) return done;
  const decided = await adjustmentAt(tx, { personId, adjustmentId });
  return decided ? ok(decided) : refuse({ code: 'adjustment.none' });
}
