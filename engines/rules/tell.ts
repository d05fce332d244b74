import type { Text } from '#basics';
import type { DecidedOption, Status } from './decide.ts';
import type { Fact, FactValue } from './fact.ts';
import type { Condition, Material } from './option.ts';
import { type Finding, findingOf, type Truth } from './truth.ts';

/** A condition's finding with what it rests on and, where it is not met, what would make it met. */
export interface ToldCondition {
  readonly id: string;
  readonly finding: Finding;
  readonly source: string;
  readonly text: Text;
  /** The known facts that it rests on, by path. */
  readonly figures: Readonly<Record<string, FactValue>>;
  /** The absent facts that it hangs on, as paths. */
  readonly needs: readonly string[];
  readonly remedy: Text | null;
}

/** An option as an answer tells it. The order of the keys is part of the contract. */
export interface ToldOption {
  readonly action: string;
  readonly ground: string;
  readonly status: Status;
  readonly trigger: 'met' | 'undetermined';
  readonly payee: string | null;
  readonly relationship: string;
  readonly conditions: readonly ToldCondition[];
  readonly materials: readonly Material[];
  readonly workingDays: number;
}

/** Puts a decided option into words, as a value. */
export function tellOption<F>({ option, status, trigger, truths }: DecidedOption<F>, facts: F): ToldOption {
  const conditions: ToldCondition[] = [];
  for (let at = 0; at < option.conditions.length; at += 1) {
    const condition = option.conditions[at];
    if (condition) conditions.push(tellCondition({ condition, truth: truths[at], facts }));
  }
  return {
    action: option.action,
    ground: option.ground,
    status,
    trigger: trigger === undefined ? 'undetermined' : 'met',
    payee: option.payee,
    relationship: option.relationship,
    conditions,
    materials: option.toldMaterials,
    workingDays: option.workingDays,
  };
}

const noNeeds: readonly string[] = Object.freeze([]);

function tellCondition<F>(told: {
  readonly condition: Condition<F>;
  readonly truth: Truth;
  readonly facts: F;
}): ToldCondition {
  const { condition, truth, facts } = told;
  return {
    id: condition.id,
    finding: findingOf(truth),
    source: condition.source,
    text: condition.text,
    figures: figuresOf(condition, facts),
    needs: truth === undefined ? needsOf(condition, facts) : noNeeds,
    remedy: truth === false ? condition.remedy : null,
  };
}

function figuresOf<F>(condition: Condition<F>, facts: F): Readonly<Record<string, FactValue>> {
  const figures: Record<string, FactValue> = {};
  for (const fact of condition.met.reads) {
    if (fact.within !== null && fact.within.read(facts) === null) figures[fact.within.path] = null;
    else {
      const value = fact.read(facts);
      if (value !== undefined) figures[fact.path] = value;
    }
  }
  return figures;
}

/** The paths of the absent facts that an unknown condition hangs on, in request order. */
export function needsOf<F>(condition: Condition<F>, facts: F): readonly string[] {
  const found: Fact<F>[] = [];
  condition.met.hangsOn(facts, found);
  return found.map((fact) => fact.path);
}
