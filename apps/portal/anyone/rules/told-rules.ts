import type { PlainDate, Text } from '#basics';
import { type Facts, hasNotDied } from '#business/registry/public';
import type { Condition, MaterialRule, OptionRule, RuleSchedule, RuleSet } from '#engines/rules';

/** A rule set as a page tells it: what every ground of withdrawal asks for once, and each option by itself. */
export interface ToldRules {
  readonly id: string;
  readonly version: string;
  /** From which day it decides; null where from the beginning. */
  readonly fromOn: PlainDate | null;
  /** What every withdrawal needs, whatever its ground; the agency looks it up. */
  readonly common: readonly CommonCondition[];
  readonly options: readonly ToldRule[];
}

export interface CommonCondition {
  readonly condition: Condition<Facts>;
  /** Whether the transfer needs it too. */
  readonly everywhere: boolean;
}

export interface ToldRule {
  /** Its anchor: the ground's own id. */
  readonly ground: string;
  readonly moves: boolean;
  readonly name: Text;
  readonly when: Text;
  /** Without the common ones, of which it has so many. */
  readonly conditions: readonly Condition<Facts>[];
  readonly common: number;
  readonly papers: readonly MaterialRule[];
  readonly workingDays: number;
  readonly payee: string | null;
  readonly relationship: string;
  /** Every clause that it rests on: what founds it first, then what its conditions and papers cite. */
  readonly clauses: readonly string[];
}

/** The sets of a region in the order in which they decide, the one that decides last first. */
export function tellSchedule(schedule: RuleSchedule<Facts>): readonly ToldRules[] {
  return schedule.map(({ fromOn, ruleSet }) => tellRules(ruleSet, fromOn)).reverse();
}

export function tellRules({ id, version, options }: RuleSet<Facts>, fromOn: PlainDate | null): ToldRules {
  const withdrawals = options.filter(({ action }) => action === 'withdraw');
  const common = (withdrawals[0]?.conditions ?? [])
    .filter((each) => withdrawals.every((option) => has(option, each)))
    .map((condition) => ({ condition, everywhere: options.every((option) => has(option, condition)) }));
  const shared = new Set(common.map(({ condition }) => condition.id));
  return { id, version, fromOn, common, options: options.map((option) => tellRule(option, shared)) };
}

function has(option: OptionRule<Facts>, condition: Condition<Facts>): boolean {
  return option.conditions.some((each) => each.id === condition.id);
}

function tellRule(option: OptionRule<Facts>, shared: ReadonlySet<string>): ToldRule {
  const { ground, name, workingDays, payee, relationship, conditions, materials } = option;
  const own = conditions.filter(({ id }) => !shared.has(id));
  const cited = [
    ...option.clauses,
    ...own.map(({ source }) => source),
    ...materials.flatMap(({ basis }) => basis),
  ];
  return {
    ...{ ground, name, workingDays, payee, relationship },
    moves: option.action === 'transfer',
    when: ofTheLiving(option.trigger.says),
    conditions: own,
    common: conditions.length - own.length,
    papers: materials,
    clauses: [...new Set(cited)],
  };
}

/** That somebody lives goes without saying: the page says of death where it is the ground. */
function ofTheLiving({ zh, en }: Text): Text {
  const { says } = hasNotDied;
  const without = (text: string, start: string) => (text.startsWith(start) ? text.slice(start.length) : text);
  const rest = without(en, `${says.en}, and `);
  // What follows has the person for its subject, which went with what was left out.
  const whole = /^(is|has|was|left)\b/.test(rest) ? `the insured person ${rest}` : rest;
  return { zh: without(zh, `${says.zh}，并且`), en: whole };
}
