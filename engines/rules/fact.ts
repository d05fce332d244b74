import type { Text } from '#basics';

/** A fact's value as it was given. Null means that it has not happened or does not exist. */
export type FactValue = string | number | boolean | null;

/** One thing that rules may ask about the facts `F`. */
export interface Fact<F> {
  /** Dotted name in the request, `person.diedOn`. */
  readonly path: string;
  /** Its place in the request; questions are asked in this order. */
  readonly order: number;
  /** The object that holds it, where that object may itself be null: it is asked for first. */
  readonly within: Fact<F> | null;
  /** The question as a person is asked it. */
  readonly question: Text;
  /** Its value; undefined where it is absent, which is unknown. An object that is there reads as true. */
  read(facts: F): FactValue | undefined;
}

/** The fact to ask for where `fact` is absent: the absent object, where null would be allowed for it. */
export function absentFact<F>(fact: Fact<F>, facts: F): Fact<F> {
  return fact.within !== null && fact.within.read(facts) === undefined ? fact.within : fact;
}

/** Adds a fact to a list in request order, once. The lists are short, so that a scan beats a set. */
export function addFact<F>(list: Fact<F>[], fact: Fact<F>): void {
  let at = list.length;
  while (at > 0) {
    const before = list[at - 1];
    if (before === undefined || before.order < fact.order) break;
    if (before === fact) return;
    at -= 1;
  }
  list.splice(at, 0, fact);
}
