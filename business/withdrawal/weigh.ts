import { ok, type Refusal, type Result } from '#basics';
import type { Facts } from '#business/registry/public';
import { actionsOf, type CaseFile } from '#engines/casework';
import type { RuleSet } from '#engines/rules';
import type { Reader } from '#platform/postgres';
import type { Applicant } from './applicant-seen.ts';
import { rulesOf, today, type WithdrawalContext } from './context.ts';
import { type CaseFacts, type Findings, findingsOf } from './decide-withdrawal.ts';
import { gatherFacts } from './gather-facts.ts';

/** A case weighed today by the rule version that it began with. */
export interface WeighedCase {
  readonly ruleSet: RuleSet<Facts>;
  readonly facts: CaseFacts;
  readonly findings: Findings;
  /** Whether the applicant was asked for papers before. */
  readonly papersAsked: boolean;
}

export async function weigh(
  reader: Reader,
  asked: {
    readonly context: WithdrawalContext;
    readonly file: CaseFile;
    /** Who applies, where the case is a draft and does not tell it yet. */
    readonly applicant?: Applicant | undefined;
  },
): Promise<Result<WeighedCase, Refusal>> {
  const { context, file } = asked;
  const rules = rulesOf(context, file);
  if (!rules.ok) return rules;
  const { facts } = await gatherFacts(reader, { ...asked, on: today(context) });
  const findings = findingsOf(rules.value, { ground: file.subject, facts });
  const actions = await actionsOf(reader, file);
  const papersAsked = actions.some(({ action }) => action === 'request-materials');
  return ok({ ruleSet: rules.value, facts, findings, papersAsked });
}
