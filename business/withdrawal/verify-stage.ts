import { canonicalJson } from '#basics';
import type { Facts } from '#business/registry/public';
import { decisionDigest, type Grounds, type Json, type JsonObject } from '#engines/casework';
import { type RuleSchedule, ruleSetOfVersion } from '#engines/rules';
import { type CaseFacts, findingsOf, stored } from './decide-withdrawal.ts';

/** Whether findings come out again from their facts, byte for byte. */
export interface Verification {
  readonly same: boolean;
  /** What differs, by path; the first twenty. */
  readonly differences: readonly Difference[];
}

export interface Difference {
  readonly path: string;
  readonly stored: Json;
  readonly computed: Json;
}

/**
 * Computes findings again from the stored facts by the stored rule version, and compares them and, for a decision, the
 * digest. A fact altered afterwards shows as findings that no longer follow from it, or as a digest that does not fit.
 */
export function verifyStage(
  schedule: RuleSchedule<Facts>,
  stage: Grounds & { readonly digest: Uint8Array | null },
): Verification {
  const differences = [...findingDifferences(schedule, stage), ...digestDifference(stage)];
  return { same: differences.length === 0, differences: differences.slice(0, 20) };
}

function findingDifferences(schedule: RuleSchedule<Facts>, stage: Grounds): readonly Difference[] {
  const ruleSet = ruleSetOfVersion(schedule, { id: stage.ruleSet, version: stage.ruleVersion });
  if (!ruleSet) {
    return [{ path: 'ruleSet', stored: `${stage.ruleSet} ${stage.ruleVersion}`, computed: null }];
  }
  const computed = computeAgain(() =>
    // Stored by this folder in this form; facts altered beyond reading are told, not thrown.
    stored(findingsOf(ruleSet, { ground: stage.subject, facts: stage.facts as unknown as CaseFacts })),
  );
  if (computed === null) return [{ path: 'facts', stored: stage.facts, computed: null }];
  if (canonicalJson(computed) === canonicalJson(stage.findings)) return [];
  return differencesBetween(stage.findings, computed, 'findings');
}

function computeAgain(compute: () => JsonObject): JsonObject | null {
  try {
    return compute();
  } catch {
    return null; // the facts were altered so that they cannot be read any more
  }
}

function digestDifference(stage: Grounds & { readonly digest: Uint8Array | null }): readonly Difference[] {
  if (stage.digest === null) return [];
  const computed = hex(decisionDigest(stage));
  const kept = hex(stage.digest);
  return kept === computed ? [] : [{ path: 'digest', stored: kept, computed }];
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** Where two values differ, leaf by leaf. */
function differencesBetween(kept: Json, computed: Json, path: string): readonly Difference[] {
  if (canonicalJson(kept) === canonicalJson(computed)) return [];
  if (!isContainer(kept) || !isContainer(computed)) return [{ path, stored: kept, computed }];
  const names = new Set([...Object.keys(kept), ...Object.keys(computed)]);
  return [...names]
    .sort()
    .flatMap((name) => differencesBetween(kept[name] ?? null, computed[name] ?? null, `${path}.${name}`));
}

/** Arrays are walked by their places. */
function isContainer(value: Json): value is JsonObject {
  return value !== null && typeof value === 'object';
}
