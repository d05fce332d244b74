import type { Refusal, Result } from '#basics';
import { actorOf } from '#business/access/public';
import { type CaseFile, type Outcome, proposeDecision } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { type Doing, today } from './context.ts';
import { stored, supports } from './decide-withdrawal.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { proposeOnObjection } from './propose-on-objection.ts';
import { mayNow, step } from './step.ts';
import { takeUp } from './take-up.ts';
import { notSupported } from './tell-findings.ts';
import { weigh } from './weigh.ts';

/**
 * A clerk proposes to approve or to refuse. The proposal keeps the facts, the findings, the rule version and a digest of
 * them; what the findings do not support cannot be proposed.
 */
export async function proposeWithdrawalDecision(
  tx: Tx,
  proposal: Doing & { readonly outcome: Outcome; readonly note: string },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, outcome, note } = proposal;
  const found = await findWithdrawal(tx, proposal);
  if (!found.ok) return found;
  const taken = await takeUp(tx, { ...proposal, file: found.value });
  if (!taken.ok) return taken;
  const file = taken.value;
  const may = mayNow(file, { caller, actions: ['propose-approval', 'propose-to-uphold'] });
  if (!may.ok) return may;
  if (file.state === 'objection') return proposeOnObjection(tx, { ...proposal, file });
  const weighed = await weigh(tx, { context, file });
  if (!weighed.ok) return weighed;
  const { ruleSet, facts, findings, papersAsked } = weighed.value;
  if (!supports(findings, { outcome, papersAsked })) return notSupported(findings, outcome);
  const decisionId = context.ids.next('dec');
  const moved = await step(tx, {
    context,
    file,
    actor: actorOf(caller),
    action: outcome === 'approve' ? 'propose-approval' : 'propose-refusal',
    data: { decisionId, note },
    met: [outcome === 'approve' ? 'approval-supported' : 'refusal-supported'],
  });
  if (!moved.ok) return moved;
  const proposed = await proposeDecision(tx, {
    token: caller.token ?? '',
    ownerId: file.ownerId,
    caseId: file.id,
    decisionId,
    outcome,
    subject: file.subject,
    ruleSet: ruleSet.id,
    ruleVersion: ruleSet.version,
    decidedOn: today(context),
    facts: stored(facts),
    findings: stored(findings),
    at: context.clock.now(),
  });
  return proposed.ok ? moved : proposed;
}
