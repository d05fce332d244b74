import { ok, type PlainDate, type Refusal, type Result, shanghaiDate, type Text } from '#basics';
import type { Caller } from '#business/access/public';
import {
  actionsOf,
  type CaseFile,
  type ChainedAction,
  type Decision,
  decisionsOf,
  firstBrokenLink,
  type Grounds,
  type Json,
  type JsonObject,
} from '#engines/casework';
import { citation, interestRule, provisions } from '#law';
import type { Reader } from '#platform/postgres';
import type { WithdrawalContext } from './context.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { hex, type Verification, verifyStage } from './verify-stage.ts';
import { withdrawalProcess } from './withdrawal.ts';

/** Why a case came out as it did: each time it was assessed, on which facts, by which rules, with which findings. */
export interface Explanation {
  readonly number: string;
  readonly ground: string;
  readonly state: string;
  readonly stateName: Text;
  readonly dueOn: PlainDate | null;
  readonly dueProvisional: boolean;
  readonly stages: readonly ExplainedStage[];
  readonly settlement: ExplainedSettlement | null;
  /** Null unless it was asked for. */
  readonly verification: { readonly same: boolean; readonly chainWhole: boolean } | null;
}

export interface ExplainedStage {
  readonly stage: 'application' | 'proposal' | 'approval';
  readonly outcome: 'approve' | 'refuse' | null;
  readonly on: PlainDate;
  readonly at: string;
  /** Who: an officer's id for officers who ask, else null. */
  readonly by: string | null;
  readonly ruleSet: { readonly id: string; readonly version: string };
  readonly facts: JsonObject;
  readonly findings: JsonObject;
  /** The clauses that the findings cite. */
  readonly sources: readonly { readonly id: string; readonly citation: Text }[];
  /** SHA-256 in hexadecimal; null for the application, which the chain of actions seals. */
  readonly digest: string | null;
  readonly verification: Verification | null;
}

export interface ExplainedSettlement {
  readonly on: Json;
  readonly interestFen: Json;
  readonly amountFen: Json;
  /** The dated rates in force, with the grade of their source. */
  readonly rates: Json;
  readonly note: Text;
}

export async function explainWithdrawal(
  reader: Reader,
  asked: {
    readonly context: Pick<WithdrawalContext, 'schedule'>;
    readonly caller: Caller;
    readonly number: string;
    readonly verify: boolean;
  },
): Promise<Result<Explanation, Refusal>> {
  const found = await findWithdrawal(reader, asked);
  if (!found.ok) return found;
  const file = found.value;
  const actions = await actionsOf(reader, file);
  const raw = [...applications(file, actions), ...(await decisionsOf(reader, file)).flatMap(decided)];
  const inside = asked.caller.kind === 'officer' || asked.caller.kind === 'system';
  const stages = raw.map((stage) => ({
    ...told(stage, inside),
    verification: asked.verify ? verifyStage(asked.context.schedule, stage) : null,
  }));
  const chainWhole = firstBrokenLink(file, actions) === null && actions.length === file.actionCount;
  const same = chainWhole && stages.every(({ verification }) => verification?.same);
  return ok({
    number: file.number,
    ground: file.subject,
    state: file.state,
    stateName: withdrawalProcess.states[file.state]?.name ?? { zh: file.state, en: file.state },
    dueOn: file.dueOn,
    dueProvisional: file.dueProvisional,
    stages,
    settlement: settlementOf(actions),
    verification: asked.verify ? { same, chainWhole } : null,
  });
}

interface RawStage extends Grounds {
  readonly stage: ExplainedStage['stage'];
  readonly told: 'approve' | 'refuse' | null;
  readonly at: Date;
  readonly by: string;
  readonly digest: Uint8Array | null;
}

function applications(file: CaseFile, actions: readonly ChainedAction[]): readonly RawStage[] {
  return actions
    .filter(({ action }) => action === 'submit')
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

function decided(decision: Decision): readonly RawStage[] {
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

function told(stage: RawStage, inside: boolean): Omit<ExplainedStage, 'verification'> {
  return {
    stage: stage.stage,
    outcome: stage.told,
    on: stage.decidedOn,
    at: stage.at.toISOString(),
    by: inside ? stage.by : null,
    ruleSet: { id: stage.ruleSet, version: stage.ruleVersion },
    facts: stage.facts,
    findings: stage.findings,
    sources: sourcesOf(stage.findings),
    digest: stage.digest && hex(stage.digest),
  };
}

function sourcesOf(findings: JsonObject): ExplainedStage['sources'] {
  const { conditions } = objectOf(findings.option);
  const listed = Array.isArray(conditions) ? conditions.map((each) => objectOf(each).source) : [];
  const ids = [...new Set(listed.filter((source) => typeof source === 'string'))];
  // A clause that we do not hold stands in findings that were altered; the verification tells it.
  const held = ids.filter((id) => provisions.some((provision) => provision.id === id));
  return held.map((id) => ({ id, citation: citation(id) }));
}

function settlementOf(actions: readonly ChainedAction[]): ExplainedSettlement | null {
  const data = actions.find(({ action }) => action === 'settle')?.data;
  if (!data) return null;
  const { on = null, interestFen = null, amountFen = null, rates = null } = data;
  return { on, interestFen, amountFen, rates, note: interestRule.note };
}

function objectOf(value: Json | undefined): JsonObject {
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
  return isObject ? (value as JsonObject) : {}; // checked on the line above
}
