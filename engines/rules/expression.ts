import type { Text } from '#basics';
import { absentFact, addFact, type Fact } from './fact.ts';
import type { Truth } from './truth.ts';

/** A statement about facts that is true, false or not known yet, and that knows which facts it rests on. */
export interface Expression<F> {
  /** The statement in words; the generated law pages are built from these. */
  readonly says: Text;
  /** Every fact that it may look at, in request order. */
  readonly reads: readonly Fact<F>[];
  truth(facts: F): Truth;
  /** Adds the absent facts that can still change an unknown value. Only asked of an unknown expression. */
  hangsOn(facts: F, found: Fact<F>[]): void;
}

/** A single look at one or more facts; `truth` answers undefined where a fact that it needs is absent. */
export function test<F>(told: {
  readonly says: Text;
  readonly reads: readonly Fact<F>[];
  readonly truth: (facts: F) => Truth;
}): Expression<F> {
  return {
    ...told,
    hangsOn(facts, found) {
      for (const fact of told.reads) {
        if (fact.read(facts) === undefined) addFact(found, absentFact(fact, facts));
      }
    },
  };
}

/** True where all parts are; false as soon as one is false, whatever the others may turn out to be. */
export function all<F>(...parts: readonly Expression<F>[]): Expression<F> {
  return {
    says: joined(parts, { zh: '，并且', en: ', and ' }),
    reads: readsOf(parts),
    truth(facts) {
      let result: Truth = true;
      for (const part of parts) {
        const truth = part.truth(facts);
        if (truth === false) return false;
        if (truth === undefined) result = undefined;
      }
      return result;
    },
    hangsOn: (facts, found) => collect({ parts, facts, found }),
  };
}

/** True as soon as one part is; false where all are. */
export function any<F>(...parts: readonly Expression<F>[]): Expression<F> {
  const either = joined(parts, { zh: '，或者', en: ', or ' });
  return {
    says: { zh: `（${either.zh}）`, en: `(${either.en})` },
    reads: readsOf(parts),
    truth(facts) {
      let result: Truth = false;
      for (const part of parts) {
        const truth = part.truth(facts);
        if (truth === true) return true;
        if (truth === undefined) result = undefined;
      }
      return result;
    },
    hangsOn: (facts, found) => collect({ parts, facts, found }),
  };
}

/** The opposite, in its own words. */
export function not<F>(part: Expression<F>, says: Text): Expression<F> {
  return {
    says,
    reads: part.reads,
    truth(facts) {
      const truth = part.truth(facts);
      return truth === undefined ? undefined : !truth;
    },
    hangsOn: (facts, found) => part.hangsOn(facts, found),
  };
}

/** An unknown whole hangs on its unknown parts only: a known part has already had its say. */
function collect<F>(asked: {
  readonly parts: readonly Expression<F>[];
  readonly facts: F;
  readonly found: Fact<F>[];
}): void {
  for (const part of asked.parts) {
    if (part.truth(asked.facts) === undefined) part.hangsOn(asked.facts, asked.found);
  }
}

function readsOf<F>(parts: readonly Expression<F>[]): readonly Fact<F>[] {
  const facts: Fact<F>[] = [];
  for (const part of parts) for (const fact of part.reads) addFact(facts, fact);
  return facts;
}

function joined<F>(parts: readonly Expression<F>[], link: Text): Text {
  return {
    zh: parts.map((part) => part.says.zh).join(link.zh),
    en: parts.map((part) => part.says.en).join(link.en),
  };
}
