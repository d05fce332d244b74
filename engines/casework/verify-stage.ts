import { canonicalJson } from '#basics';
import type { Json, JsonObject } from './case.ts';
import { decisionDigest, type Grounds } from './decision.ts';

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
 * Computes findings again from the stored facts, and compares them and, for a decision, the digest. A fact altered
 * afterwards shows as findings that no longer follow from it, or as a digest that does not fit. `compute` answers null
 * where the rule version is not here any more.
 */
export function verifyStage(
  stage: Grounds & { readonly digest: Uint8Array | null },
  compute: (stage: Grounds) => JsonObject | null,
): Verification {
  const differences = [...findingDifferences(stage, compute), ...digestDifference(stage)];
  return { same: differences.length === 0, differences: differences.slice(0, 20) };
}

function findingDifferences(
  stage: Grounds,
  compute: (stage: Grounds) => JsonObject | null,
): readonly Difference[] {
  let computed: JsonObject | null;
  try {
    computed = compute(stage);
  } catch {
    return [{ path: 'facts', stored: stage.facts, computed: null }]; // altered so that they cannot be read any more
  }
  if (computed === null) {
    return [{ path: 'ruleSet', stored: `${stage.ruleSet} ${stage.ruleVersion}`, computed: null }];
  }
  if (canonicalJson(computed) === canonicalJson(stage.findings)) return [];
  return differencesBetween(stage.findings, computed, 'findings');
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
