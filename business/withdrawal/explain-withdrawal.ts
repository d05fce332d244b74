import { ok, type PlainDate, type Refusal, type Result, type Text } from '#basics';
import type { Caller } from '#business/access/public';
import {
  actionsOf,
  type ChainedAction,
  decisionsOf,
  firstBrokenLink,
  hex,
  type Json,
  type JsonObject,
  objectOf,
  type Stage,
  stagesOf,
  type Verification,
} from '#engines/casework';
import { citation, provisions, regionPack } from '#law';
import type { Reader } from '#platform/postgres';
import { apartOf } from './apart.ts';
import type { WithdrawalContext } from './context.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { verifyWithdrawalStage } from './verify-stage.ts';
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
    readonly context: Pick<WithdrawalContext, 'schedule' | 'region'>;
    readonly caller: Caller;
    readonly number: string;
    readonly verify: boolean;
  },
): Promise<Result<Explanation, Refusal>> {
  const found = await findWithdrawal(reader, asked);
  if (!found.ok) return found;
  const file = found.value;
  const actions = await actionsOf(reader, file);
  const raw = stagesOf(file, { actions, decisions: await decisionsOf(reader, file) });
  const inside = asked.caller.kind === 'officer' || asked.caller.kind === 'system';
  const stages = raw.map((stage) => ({
    ...told(stage, inside),
    verification: asked.verify ? verifyWithdrawalStage(asked.context.schedule, stage) : null,
  }));
  const chainWhole = firstBrokenLink(file, actions) === null && actions.length === file.actionCount;
  const apart = await apartOf(reader, file);
  const same = chainWhole && stages.every(({ verification }) => verification?.same);
  return ok({
    number: file.number,
    ground: file.subject,
    state: file.state,
    stateName: apart?.state ??
      withdrawalProcess.states[file.state]?.name ?? { zh: file.state, en: file.state },
    dueOn: apart?.resting ? null : file.dueOn,
    dueProvisional: !apart?.resting && file.dueProvisional,
    stages,
    settlement: settlementOf(actions, asked.context.region),
    verification: asked.verify ? { same, chainWhole } : null,
  });
}

function told(stage: Stage, inside: boolean): Omit<ExplainedStage, 'verification'> {
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

function settlementOf(actions: readonly ChainedAction[], region: string): ExplainedSettlement | null {
  const data = actions.find(({ action }) => action === 'settle')?.data;
  if (!data) return null;
  const { on = null, interestFen = null, amountFen = null, rates = null } = data;
  return { on, interestFen, amountFen, rates, note: regionPack(region).interest.note };
}
