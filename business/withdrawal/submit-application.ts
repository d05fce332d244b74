import { ok, type Refusal, type Result, refuse } from '#basics';
import { actorOf } from '#business/access/public';
import type { CaseFile } from '#engines/casework';
import { setRuleVersion } from '#engines/casework';
import { placeHold } from '#engines/ledger';
import type { Tx } from '#platform/postgres';
import { type Doing, rulesInForce, today } from './context.ts';
import { type Findings, findingsOf, optionOf, stored } from './decide-withdrawal.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { gatherFacts } from './gather-facts.ts';
import { step } from './step.ts';
import { obstacles } from './tell-findings.ts';
import { announce } from './telling/announce.ts';

/** Submits a draft: it is assessed, the account is held, and the deadline begins. */
export async function submitApplication(
  tx: Tx,
  submission: Doing & { readonly applyAnyway: boolean },
): Promise<Result<CaseFile, Refusal>> {
  const found = await findWithdrawal(tx, submission);
  return found.ok ? submitFile(tx, { ...submission, file: found.value }) : found;
}

/**
 * The case is decided by the rule version in force on the day of its application; a draft had none yet. Where the findings
 * are against it, a citizen is told first and must confirm; a clerk may open the case so that a lawful refusal can be
 * issued.
 */
export async function submitFile(
  tx: Tx,
  submission: Omit<Doing, 'number'> & { readonly file: CaseFile; readonly applyAnyway: boolean },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, file, applyAnyway, seen } = submission;
  const rules = rulesInForce(context);
  if (!rules.ok) return rules;
  const ruleSet = rules.value;
  const on = today(context);
  const { facts, competingNumber } = await gatherFacts(tx, { context, file, on, applicantKind: caller.kind });
  if (competingNumber !== null) {
    return refuse({ code: 'withdrawal.competing-case', figures: { number: competingNumber } });
  }
  const findings = findingsOf(ruleSet, { ground: file.subject, facts });
  if (findings.status !== 'open' && caller.kind !== 'officer' && !applyAnyway) return notOpen(findings);
  const option = optionOf(ruleSet, file.subject);
  const data = { workingDays: option.workingDays, facts: stored(facts), findings: stored(findings) };
  const moved = await step(tx, { context, file, actor: actorOf(caller), action: 'submit', data, seen });
  if (!moved.ok) return moved;
  const kept = { ...moved.value, ruleSet: ruleSet.id, ruleVersion: ruleSet.version };
  await setRuleVersion(tx, kept);
  await announce(tx, { context, file: kept, happened: { event: 'received', findings } });
  if (facts.money === null) return ok(kept); // no account, so nothing to hold: the case can only be refused
  const held = await placeHold(tx, { owner: file.ownerId, caseId: file.id, at: context.clock.now() });
  return held.ok ? ok(kept) : held;
}

/** Papers and the payee can follow; what is on record and what the law says cannot be waited away. */
function notOpen(findings: Findings): Result<never, Refusal> {
  const against = obstacles(findings).filter(
    ({ path }) => path === 'status' || path.startsWith('conditions.'),
  );
  return refuse({ code: 'withdrawal.not-open', problems: against });
}
