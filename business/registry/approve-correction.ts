import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import type { Tx } from '#platform/postgres';
import type { RegistryContext } from './context.ts';
import { callDecideCorrection } from './correction.store.ts';
import { guarded } from './guarded.ts';
import { mindingDeath } from './minding-death.ts';
import { numberInText } from './number-in-text.ts';
import { lockRecords } from './record.store.ts';
import type { CorrectionPlace } from './request-correction.ts';

export interface CorrectionDecision extends CorrectionPlace {
  readonly approved: boolean;
  /** Needed where it is declined. */
  readonly reason: string | null;
}

/**
 * Another officer approves or declines a correction; the database refuses the one who requested it. Approved, what was wrong
 * is voided and what is right takes its place in the same moment. Refuses `registry.correction-overtaken` where the record
 * has moved on since the request.
 */
export async function decideCorrection(
  tx: Tx,
  asked: {
    readonly context: Pick<RegistryContext, 'clock' | 'onDeath'>;
    readonly caller: Caller;
    readonly decision: CorrectionDecision;
  },
): Promise<Result<CorrectionDecision, Refusal>> {
  const { context, caller, decision } = asked;
  const { personId: ownerId, correctionId: id, approved } = decision;
  const reason = decision.reason?.trim() || null;
  if (!approved && reason === null) return refuse({ code: 'registry.reason-missing' });
  const problems = numberInText('reason', reason);
  if (problems.length > 0) return refuse({ code: 'registry.change-wrong', problems });
  await lockRecords(tx, ownerId);
  const given = { token: caller.token ?? '', ownerId, id, approved, reason, at: context.clock.now() };
  const told = await mindingDeath(tx, { context, owner: ownerId }, () =>
    guarded(callDecideCorrection(tx, given)),
  );
  return told.ok ? ok({ ...decision, reason }) : told;
}
