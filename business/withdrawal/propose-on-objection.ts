import { type Refusal, type Result, refuse } from '#basics';
import { actorOf } from '#business/access/public';
import { type CaseFile, decisionsOf, type Grounds, type Outcome, proposeDecision } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { type Doing, today } from './context.ts';
import { stored } from './decide-withdrawal.ts';
import { type Standing, standingOf } from './standing.ts';
import { step } from './step.ts';
import { notSupported } from './tell-findings.ts';

/**
 * A clerk who had no part in the decision proposes what becomes of an objection to it: the same outcome upholds it, the other
 * one changes it. What was refused is weighed on the facts as they are now; a payment stands on those that it was approved on.
 */
export async function proposeOnObjection(
  tx: Tx,
  proposal: Doing & { readonly file: CaseFile; readonly outcome: Outcome; readonly note: string },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, file, outcome, note } = proposal;
  const standing = await standingOf(tx, { context, file });
  if (!standing.ok) return standing;
  const { contested, met, weighed } = standing.value;
  const action = outcome === contested?.outcome ? 'propose-to-uphold' : 'propose-to-change';
  const need = action === 'propose-to-uphold' ? 'uphold-supported' : 'change-supported';
  if (contested && !met.includes(need)) return notSupported(weighed.findings, outcome);
  const decisionId = context.ids.next('dec');
  const moved = await step(tx, {
    ...{ context, file, actor: actorOf(caller), action, met, data: { decisionId, note } },
  });
  if (!moved.ok) return moved;
  const grounds = await groundsOf(tx, { file, standing: standing.value });
  if (!grounds) return refuse({ code: 'casework.no-decision' });
  const proposed = await proposeDecision(tx, {
    ...{ token: caller.token ?? '', ownerId: file.ownerId, caseId: file.id, decisionId, outcome },
    ...{ subject: file.subject, decidedOn: today(context), at: context.clock.now() },
    ...grounds,
  });
  return proposed.ok ? moved : proposed;
}

/** What a decision on an objection rests on. */
export async function groundsOf(
  tx: Tx,
  { file, standing }: { readonly file: CaseFile; readonly standing: Standing },
): Promise<Pick<Grounds, 'ruleSet' | 'ruleVersion' | 'facts' | 'findings'> | null> {
  const { contested, weighed } = standing;
  if (contested?.outcome === 'refuse') {
    const { ruleSet, facts, findings } = weighed;
    return {
      ruleSet: ruleSet.id,
      ruleVersion: ruleSet.version,
      facts: stored(facts),
      findings: stored(findings),
    };
  }
  const decision = (await decisionsOf(tx, file)).find(({ id }) => id === contested?.decisionId);
  if (!decision?.approval) return null;
  const { facts, findings } = decision.approval;
  return { ruleSet: decision.ruleSet, ruleVersion: decision.ruleVersion, facts, findings };
}
