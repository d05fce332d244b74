import { type Clock, ok, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import { numberInText } from '#business/registry/public';
import type { Tx } from '#platform/postgres';
import { guarded } from './guarded.ts';
import type { StepPlace } from './propose-step.ts';
import { decideMeasureRow } from './store.ts';

export interface StepDecision extends StepPlace {
  readonly confirmed: boolean;
  /** Needed where it is rejected. */
  readonly reason: string | null;
}

/**
 * The second officer confirms or rejects what a clerk proposed; the database refuses whoever proposed it. A flag stops money
 * from this moment on, also where a payment was approved already.
 */
export async function decideStep(
  tx: Tx,
  {
    context,
    caller,
    decision,
  }: {
    readonly context: { readonly clock: Clock };
    readonly caller: Caller;
    readonly decision: StepDecision;
  },
): Promise<Result<StepDecision>> {
  const { personId, stepId, confirmed } = decision;
  const reason = decision.reason?.trim() || null;
  if (!confirmed && reason === null) return refuse({ code: 'supervision.reason-missing' });
  const problems = numberInText('reason', reason);
  if (problems.length > 0) return refuse({ code: 'supervision.wrong', problems });
  const told = { token: caller.token ?? '', personId, stepId, confirmed, reason, at: context.clock.now() };
  const done = await guarded(decideMeasureRow(tx, told));
  return done.ok ? ok({ personId, stepId, confirmed, reason }) : done;
}
