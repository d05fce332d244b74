import { shanghaiDate } from '#basics';
import type { CaseFile, ChainedAction, Json, JsonObject } from './case.ts';
import type { Decision, Grounds, Outcome } from './decision.ts';

/** Each time a case was weighed: on which facts, by which rules, with which findings, by whom. */
export interface Stage extends Grounds {
  readonly stage: 'application' | 'proposal' | 'approval';
  /** What was decided; null for the application, which decides nothing. */
  readonly told: Outcome | null;
  readonly at: Date;
  readonly by: string;
  /** Null for the application, which the chain of actions seals. */
  readonly digest: Uint8Array | null;
}

/** The stages of a case, oldest first. */
export function stagesOf(
  file: CaseFile,
  {
    actions,
    decisions,
  }: { readonly actions: readonly ChainedAction[]; readonly decisions: readonly Decision[] },
): readonly Stage[] {
  return [...applications(file, actions), ...decisions.flatMap(decided)];
}

function applications(file: CaseFile, actions: readonly ChainedAction[]): readonly Stage[] {
  return actions
    .filter(({ data }) => data.facts !== undefined)
    .map(({ at, actorId, data }) => ({
      stage: 'application' as const,
      told: null,
      outcome: 'approve' as const, // what is applied for; an application decides nothing
      subject: file.subject,
      ruleSet: file.ruleSet,
      ruleVersion: file.ruleVersion,
      decidedOn: shanghaiDate(at),
      at,
      by: actorId,
      facts: objectOf(data.facts),
      findings: objectOf(data.findings),
      digest: null,
    }));
}

function decided(decision: Decision): readonly Stage[] {
  const { outcome, subject, ruleSet, ruleVersion, approval } = decision;
  const common = { told: outcome, outcome, subject, ruleSet, ruleVersion };
  const { decidedOn, facts, findings, digest, makerId, madeAt } = decision;
  const proposal = { ...common, decidedOn, facts, findings, digest, at: madeAt, by: makerId };
  if (!approval) return [{ stage: 'proposal', ...proposal }];
  const { checkerId, approvedAt, ...own } = approval;
  return [
    { stage: 'proposal', ...proposal },
    { stage: 'approval', ...common, ...own, at: approvedAt, by: checkerId },
  ];
}

/** A stored value as the object that it should be; an empty one where it was altered into something else. */
export function objectOf(value: Json | undefined): JsonObject {
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
  return isObject ? (value as JsonObject) : {}; // checked on the line above
}
