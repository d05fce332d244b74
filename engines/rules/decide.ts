import { addFact, type Fact } from './fact.ts';
import type { Option } from './option.ts';
import type { Truth } from './truth.ts';

export type Status = 'open' | 'blocked' | 'undetermined';

/** What an option comes to on the facts, before it is put into words. */
export interface DecidedOption<F> {
  readonly option: Option<F>;
  readonly status: Status;
  /** Never false: an option whose trigger is certainly false is not listed. */
  readonly trigger: Truth;
  /** One for each condition, in the option's order. */
  readonly truths: readonly Truth[];
}

/** Decides one option; null where its trigger is certainly false. */
export function decideOption<F>(option: Option<F>, facts: F): DecidedOption<F> | null {
  const trigger = option.trigger.truth(facts);
  if (trigger === false) return null;
  const truths: Truth[] = [];
  let blocked = false;
  let unknown = trigger === undefined;
  for (const condition of option.conditions) {
    const truth = condition.met.truth(facts);
    truths.push(truth);
    if (truth === false) blocked = true;
    else if (truth === undefined) unknown = true;
  }
  // A condition that is not met blocks even while the trigger is unknown: no further fact could open the option.
  const status = blocked ? 'blocked' : unknown ? 'undetermined' : 'open';
  return { option, status, trigger, truths };
}

/** Decides every option of a set, in its order, and leaves out those that certainly do not apply. */
export function decideOptions<F>(options: readonly Option<F>[], facts: F): readonly DecidedOption<F>[] {
  const decided: DecidedOption<F>[] = [];
  for (const option of options) {
    const one = decideOption(option, facts);
    if (one !== null) decided.push(one);
  }
  return decided;
}

/** The best status among the options; `none` where none is listed. */
export function outcomeOf<F>(decided: readonly DecidedOption<F>[]): Status | 'none' {
  let outcome: Status | 'none' = 'none';
  for (const { status } of decided) {
    if (status === 'open') return 'open';
    if (status === 'undetermined' || outcome === 'none') outcome = status;
  }
  return outcome;
}

const none: readonly never[] = Object.freeze([]);

/**
 * The absent facts on which undetermined options still hang: those that most options hang on first, then in request
 * order. A blocked option asks nothing, since no answer could open it.
 */
export function questionsOf<F>(decided: readonly DecidedOption<F>[], facts: F): readonly Fact<F>[] {
  const asked: Fact<F>[] = [];
  const counts = new Map<Fact<F>, number>();
  for (const one of decided) {
    if (one.status !== 'undetermined') continue;
    for (const fact of hangsOn(one, facts)) {
      addFact(asked, fact);
      counts.set(fact, (counts.get(fact) ?? 0) + 1);
    }
  }
  if (asked.length < 2) return asked.length === 0 ? none : asked;
  return asked.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a.order - b.order);
}

/** The absent facts on which one option's trigger or conditions hang. */
function hangsOn<F>({ option, trigger, truths }: DecidedOption<F>, facts: F): readonly Fact<F>[] {
  const found: Fact<F>[] = [];
  if (trigger === undefined) option.trigger.hangsOn(facts, found);
  option.conditions.forEach((condition, at) => {
    if (truths[at] === undefined) condition.met.hangsOn(facts, found);
  });
  return found;
}
