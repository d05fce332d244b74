export {
  type DecidedOption,
  decideOption,
  decideOptions,
  outcomeOf,
  questionsOf,
  type Status,
} from './decide.ts';
export { all, any, type Expression, not, test } from './expression.ts';
export type { Fact, FactValue } from './fact.ts';
export { asBytes } from './fragments.ts';
export {
  type Condition,
  defineOption,
  type Material,
  type MaterialRule,
  type Option,
  type OptionRule,
} from './option.ts';
export {
  defineRuleSet,
  defineSchedule,
  type RuleSchedule,
  type RuleSet,
  ruleSetOfVersion,
  ruleSetOn,
  type ScheduledSet,
} from './rule-set.ts';
export { type ToldCondition, type ToldOption, tellOption } from './tell.ts';
export { type Finding, findingOf, type Truth } from './truth.ts';
export { writeOption, writeOptionBytes } from './write.ts';
