import type { Text } from '#basics';
import type { Expression } from './expression.ts';

/** What must hold besides the trigger for an option to be open. */
export interface Condition<F> {
  readonly id: string;
  /** The clause that demands it, by its id in the index of provisions. */
  readonly source: string;
  readonly text: Text;
  readonly met: Expression<F>;
  /** What would make it met, said to the person. */
  readonly remedy: Text;
}

/** A paper that an option needs, as an answer tells it. */
export interface Material {
  readonly id: string;
  readonly text: Text;
  /** The provisions on which demanding it rests, as cited to people. */
  readonly legalBasis: string;
  /** What may be brought instead. */
  readonly alternatives: readonly { readonly id: string; readonly text: Text }[];
}

/** A material with the provisions that it rests on, by id. */
export interface MaterialRule {
  readonly material: Material;
  readonly basis: readonly string[];
  /** Of whom alone it is asked; whoever is none of them may say so in its place. Left out where everybody needs it. */
  readonly onlyFor?: Text;
}

/** Something that a person may be entitled to: what brings it up, what it takes, what follows. */
export interface OptionRule<F> {
  readonly action: string;
  readonly ground: string;
  readonly name: Text;
  /** It is listed unless this is certainly false. */
  readonly trigger: Expression<F>;
  /** Own conditions first, then those common to every option of the set. */
  readonly conditions: readonly Condition<F>[];
  readonly materials: readonly MaterialRule[];
  readonly payee: string | null;
  /** What becomes of the relationship. */
  readonly relationship: string;
  readonly workingDays: number;
  /** The clauses that found it, by id. */
  readonly clauses: readonly string[];
}

/** An option made ready: the parts of its answer that never change, as values. */
export interface Option<F> extends OptionRule<F> {
  readonly toldMaterials: readonly Material[];
}

/** Makes an option ready. Two conditions of one name, or a paper without a legal basis, are faults of the rules. */
export function defineOption<F>(rule: OptionRule<F>): Option<F> {
  const names = new Set(rule.conditions.map((condition) => condition.id));
  if (names.size !== rule.conditions.length) throw new Error(`${rule.ground}: a condition is listed twice`);
  for (const { material, basis } of rule.materials) {
    if (basis.length === 0) throw new Error(`${rule.ground}: ${material.id} has no legal basis`);
  }
  for (const { text, remedy } of rule.conditions) deepFreeze([text, remedy]);
  const toldMaterials = deepFreeze(rule.materials.map((entry) => entry.material));
  return { ...rule, toldMaterials };
}

/** Answers share these objects, so that nobody may change one. */
function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const held of Object.values(value)) deepFreeze(held);
  }
  return value;
}
