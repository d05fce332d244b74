import { ok, type PlainDate, type Refusal, type Result, type Text } from '#basics';
import type { Caller } from '#business/access/public';
import {
  actionsOf,
  decisionsOf,
  firstBrokenLink,
  hex,
  type JsonObject,
  objectOf,
  type Stage,
  stagesOf,
  type Verification,
  verifyStage,
} from '#engines/casework';
import { citation, provisions } from '#law';
import type { Reader } from '#platform/postgres';
import { findingsOf, lifeEventRules, stored } from './decide-life-event.ts';
import { statementIn } from './gather-facts.ts';
import type { EventFacts, LifeEventKind } from './life-event.ts';
import { findLifeEvent } from './procedure.ts';
import { lifeEventProcesses } from './processes.ts';
import { statementSchema } from './statements.ts';

/** Why a case came out as it did: each time it was weighed, on which facts, by which rules, with which findings. */
export interface EventExplanation {
  readonly number: string;
  readonly kind: LifeEventKind;
  readonly state: string;
  readonly stateName: Text;
  readonly dueOn: PlainDate | null;
  readonly dueProvisional: boolean;
  readonly stages: readonly ExplainedEventStage[];
  /** Null unless it was asked for. */
  readonly verification: { readonly same: boolean; readonly chainWhole: boolean } | null;
}

export interface ExplainedEventStage {
  readonly stage: Stage['stage'];
  readonly outcome: Stage['told'];
  readonly on: PlainDate;
  readonly at: string;
  /** An officer's id for officers who ask, else null. */
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

export async function explainLifeEvent(
  reader: Reader,
  asked: { readonly caller: Caller; readonly number: string; readonly verify: boolean },
): Promise<Result<EventExplanation, Refusal>> {
  const { caller, verify } = asked;
  const found = await findLifeEvent(reader, asked);
  if (!found.ok) return found;
  const file = found.value;
  const kind = file.process;
  const actions = await actionsOf(reader, file);
  const inside = caller.kind === 'officer' || caller.kind === 'system';
  const stages = stagesOf(file, { actions, decisions: await decisionsOf(reader, file) }).map((stage) => ({
    ...told(stage, inside),
    verification: verify ? verifyStage(stage, (kept) => computeAgain(kind, kept)) : null,
  }));
  const chainWhole = firstBrokenLink(file, actions) === null && actions.length === file.actionCount;
  const same = chainWhole && stages.every(({ verification }) => verification?.same);
  return ok({
    ...{
      number: file.number,
      kind,
      state: file.state,
      dueOn: file.dueOn,
      dueProvisional: file.dueProvisional,
    },
    stateName: lifeEventProcesses[kind].states[file.state]?.name ?? { zh: file.state, en: file.state },
    stages,
    verification: verify ? { same, chainWhole } : null,
  });
}

/** The findings that follow from stored facts; null where the rule version is not here any more. */
function computeAgain(
  kind: LifeEventKind,
  { ruleSet, ruleVersion, facts }: Pick<Stage, 'ruleSet' | 'ruleVersion' | 'facts'>,
): JsonObject | null {
  if (ruleSet !== lifeEventRules.id || ruleVersion !== lifeEventRules.version) return null;
  const statement = statementSchema.parse(statementIn(facts));
  // Facts are stored by this folder in this form; altered beyond reading they are told by whoever compares.
  return stored(findingsOf(kind, { ...(facts as unknown as EventFacts), statement }));
}

function told(stage: Stage, inside: boolean): Omit<ExplainedEventStage, 'verification'> {
  return {
    ...{ stage: stage.stage, outcome: stage.told, on: stage.decidedOn, at: stage.at.toISOString() },
    by: inside ? stage.by : null,
    ruleSet: { id: stage.ruleSet, version: stage.ruleVersion },
    ...{ facts: stage.facts, findings: stage.findings, sources: sourcesOf(stage.findings) },
    digest: stage.digest && hex(stage.digest),
  };
}

function sourcesOf({ conditions }: JsonObject): ExplainedEventStage['sources'] {
  const listed = Array.isArray(conditions) ? conditions.map((each) => objectOf(each).source) : [];
  const ids = [...new Set(listed.filter((source) => typeof source === 'string'))];
  // A clause that we do not hold stands in findings that were altered; the verification tells it.
  const held = ids.filter((id) => provisions.some((provision) => provision.id === id));
  return held.map((id) => ({ id, citation: citation(id) }));
}
