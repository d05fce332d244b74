import { type Refusal, type Result, refuse, shanghaiDate } from '#basics';
import type { Tx } from '#platform/postgres';
import type { CaseFile } from '../case.ts';
import type { Outcome } from '../decision.ts';
import { proposeDecision } from '../decisions.ts';
import { type Reviewing, takenUp, takeStep, type WeighedReview } from './review.ts';

/**
 * A clerk proposes to approve or to refuse. The proposal keeps the facts, the findings, the rule version and a digest of
 * them; what the findings do not support cannot be proposed.
 */
export async function proposeOutcome(
  tx: Tx,
  proposal: Reviewing & { readonly token: string; readonly outcome: Outcome; readonly note: string },
): Promise<Result<CaseFile, Refusal>> {
  const { procedure, actor, token, outcome, note } = proposal;
  const taken = await takenUp(tx, proposal);
  if (!taken.ok) return taken;
  const file = taken.value;
  const weighed = await procedure.weigh(tx, file);
  if (!weighed.ok) return weighed;
  if (!weighed.value.supported.includes(outcome)) return notSupported(weighed.value, outcome);
  const decisionId = procedure.ids.next('dec');
  const moved = await takeStep(tx, {
    ...{ procedure, file, actor, data: { decisionId, note } },
    action: outcome === 'approve' ? 'propose-approval' : 'propose-refusal',
    met: [outcome === 'approve' ? 'approval-supported' : 'refusal-supported'],
  });
  if (!moved.ok) return moved;
  const { ruleSet, facts, findings } = weighed.value;
  const at = procedure.clock.now();
  const proposed = await proposeDecision(tx, {
    ...{ token, ownerId: file.ownerId, caseId: file.id, decisionId, outcome, subject: file.subject },
    ...{
      ruleSet: ruleSet.id,
      ruleVersion: ruleSet.version,
      decidedOn: shanghaiDate(at),
      facts,
      findings,
      at,
    },
  });
  return proposed.ok ? moved : proposed;
}

function notSupported({ obstacles }: WeighedReview, outcome: Outcome): Result<never, Refusal> {
  const figures =
    outcome === 'approve'
      ? { outcomeZh: '同意', outcomeEn: 'approve' }
      : { outcomeZh: '不同意', outcomeEn: 'refuse' };
  return refuse({ code: 'casework.not-supported', figures, problems: obstacles });
}
