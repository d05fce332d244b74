import type { Text } from '#basics';
import { type Facts, facts as factNames, readFacts } from '#business/registry/public';
import { decideOptions, outcomeOf, questionsOf, type ToldOption, tellOption } from '#engines/rules';
import { type Assessment, type AssessOptions, hasRulesIn, ruleSetFor } from './assess.ts';
import { badRequest, type ProblemDocument } from './problems.ts';
import { explain } from './wording.ts';

/** The answer to somebody who is not logged in: an assessment, and what was taken for granted in it. */
export interface Inquiry extends Assessment {
  /** Paths of the facts that were assumed, since only our records can tell them. */
  readonly assumed: readonly string[];
}

/**
 * Answers the public inquiry: the same request, of which a person fills in what a person knows. What only the agency
 * knows is assumed in the person's favour (the account is there and holds money, nothing is open, the application is made
 * on the day asked about), the answer says so, and none of it is asked.
 */
export function inquire(request: unknown, options: AssessOptions = {}): Inquiry | ProblemDocument {
  const reading = readFacts(request, hasRulesIn(options));
  if (!reading.ok) return badRequest(reading.problems);
  const facts = inFavour(reading.facts);
  const ruleSet = ruleSetFor(facts, options);
  const decided = decideOptions(ruleSet.options, facts);
  const outcome = outcomeOf(decided);
  return {
    ruleSet: ruleSet.told,
    onDate: facts.onDate,
    outcome,
    options: decided.map((one) => withoutAssumed(tellOption(one, facts))),
    questions: questionsOf(decided, facts).map((fact) => fact.path),
    why: outcome === 'open' ? yesIf(explain(decided)) : explain(decided),
    assumed,
  };
}

const assumed: readonly string[] = [
  factNames.accountExists,
  factNames.balanceFen,
  factNames.transferAppliedOn,
  factNames.openClaims,
  factNames.openRecoveries,
  factNames.openInvestigation,
  factNames.competingCase,
].map((fact) => fact.path);

function inFavour(facts: Facts): Facts {
  return {
    ...facts,
    account: true,
    accountExists: true,
    balanceFen: '1', // any amount above nothing; it is never shown
    transferAppliedOn: facts.transfer === true ? facts.onDate : facts.transferAppliedOn,
    openClaims: false,
    openRecoveries: false,
    openInvestigation: false,
    competingCase: false,
  };
}

/** An assumed figure is not shown as if it were known. */
function withoutAssumed(option: ToldOption): ToldOption {
  const conditions = option.conditions.map((condition) => {
    const known = Object.entries(condition.figures).filter(([path]) => !assumed.includes(path));
    return { ...condition, figures: Object.fromEntries(known) };
  });
  return { ...option, conditions };
}

function yesIf(why: Text): Text {
  return {
    zh: `可以，前提是我们核对后确认账户在、有余额，并且没有未办结的事项。${why.zh}`,
    en: `Yes, if our check finds the account and nothing open. ${why.en}`,
  };
}
