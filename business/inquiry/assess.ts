import type { PlainDate, Text } from '#basics';
import { type Facts, type HasRules, readFacts } from '#business/registry/public';
import {
  decideOptions,
  outcomeOf,
  questionsOf,
  type RuleSchedule,
  type RuleSet,
  ruleSetOn,
  type Status,
  type ToldOption,
  tellOption,
  writeOption,
  writeOptionBytes,
} from '#engines/rules';
import { badRequest, type ProblemDocument } from './problems.ts';
import { shippedSchedule } from './rule-sets.ts';
import { explain } from './wording.ts';

/** What a person may do on a day, with every finding. The order of the keys is part of the contract. */
export interface Assessment {
  readonly ruleSet: { readonly id: string; readonly version: string };
  readonly onDate: PlainDate;
  readonly outcome: Status | 'none';
  readonly options: readonly ToldOption[];
  /** Paths of the absent facts that undetermined options hang on, the most telling first. */
  readonly questions: readonly string[];
  readonly why: Text;
}

export interface AssessOptions {
  /** Which set decides where and when; what is shipped by default. */
  readonly schedule?: RuleSchedule<Facts>;
  /** The set that a case began with; it decides whatever the schedule says for the day. */
  readonly ruleSet?: RuleSet<Facts>;
}

/**
 * Assesses one request (an `AssessmentRequest`, not checked yet). Answers a problem document where the request cannot be
 * read; `isProblem` tells the two apart. `JSON.stringify` of it is what the CLI and the HTTP door answer.
 */
export function assess(request: unknown, options: AssessOptions = {}): Assessment | ProblemDocument {
  const reading = readFacts(request, hasRulesIn(options));
  if (!reading.ok) return badRequest(reading.problems);
  return assessFacts(reading.facts, ruleSetFor(reading.facts, options));
}

/** Assesses facts that were read before, by the set given. */
export function assessFacts(facts: Facts, ruleSet: RuleSet<Facts>): Assessment {
  const decided = decideOptions(ruleSet.options, facts);
  return {
    ruleSet: ruleSet.told,
    onDate: facts.onDate,
    outcome: outcomeOf(decided),
    options: decided.map((one) => tellOption(one, facts)),
    questions: questionsOf(decided, facts).map((fact) => fact.path),
    why: explain(decided),
  };
}

/** The same answer as compact JSON, byte for byte, without making the objects first. */
export function assessToJson(request: unknown, options: AssessOptions = {}): string {
  return writeAnswer(request, options).json;
}

/** An answer as JSON, and whether it is a problem. */
export interface WrittenAnswer {
  readonly json: string;
  readonly bad: boolean;
}

export function writeAnswer(request: unknown, options: AssessOptions): WrittenAnswer {
  return write(request, { options, option: writeOption, spell: (text) => text });
}

/** The same, with one character for each byte of its UTF-8; `spell` is asked for the summing-up, which repeats. */
export function writeAnswerBytes(
  request: unknown,
  { options, spell }: { readonly options: AssessOptions; readonly spell: (text: string) => string },
): WrittenAnswer {
  return write(request, { options, option: writeOptionBytes, spell });
}

interface Writing {
  readonly options: AssessOptions;
  readonly option: typeof writeOption;
  readonly spell: (text: string) => string;
}

function write(request: unknown, { options, option, spell }: Writing): WrittenAnswer {
  const reading = readFacts(request, hasRulesIn(options));
  if (!reading.ok) return { json: spell(JSON.stringify(badRequest(reading.problems))), bad: true };
  const { facts } = reading;
  const ruleSet = ruleSetFor(facts, options);
  const decided = decideOptions(ruleSet.options, facts);
  const told = spell(JSON.stringify(ruleSet.told));
  let json = `{"ruleSet":${told},"onDate":"${facts.onDate}","outcome":"${outcomeOf(decided)}","options":[`;
  for (let at = 0; at < decided.length; at += 1) {
    const one = decided[at];
    if (one) json += at === 0 ? option(one, facts) : `,${option(one, facts)}`;
  }
  const questions = questionsOf(decided, facts).map((fact) => fact.path);
  json += `],"questions":${JSON.stringify(questions)},"why":${spell(JSON.stringify(explain(decided)))}}`;
  return { json, bad: false };
}

export function hasRulesIn({ schedule = shippedSchedule, ruleSet }: AssessOptions): HasRules {
  if (ruleSet) return () => true;
  return (region, onDate) =>
    onDate === null
      ? schedule.some((entry) => entry.region === region)
      : ruleSetOn(schedule, { region, onDate }) !== null;
}

export function ruleSetFor(
  facts: Facts,
  { schedule = shippedSchedule, ruleSet }: AssessOptions,
): RuleSet<Facts> {
  const found = ruleSet ?? ruleSetOn(schedule, facts);
  if (!found)
    throw new Error(`no rule set for ${facts.region} on ${facts.onDate}, though the request was read`);
  return found;
}
