import type { DecidedOption } from './decide.ts';
import {
  asBytes,
  asText,
  type ConditionFragments,
  type OptionFragments,
  optionFragments,
  type Spelling,
} from './fragments.ts';
import type { Option } from './option.ts';
import { needsOf } from './tell.ts';
import { findingOf } from './truth.ts';

/** The same text as `JSON.stringify(tellOption(…))`, joined from ready pieces. A test holds the two together. */
export function writeOption<F>(decided: DecidedOption<F>, facts: F): string {
  return join(decided, { facts, fragments: asTexts(decided.option), spell: asText });
}

/** The same, with one character for each byte of its UTF-8. */
export function writeOptionBytes<F>(decided: DecidedOption<F>, facts: F): string {
  return join(decided, { facts, fragments: inBytes(decided.option), spell: asBytes });
}

// Made when an option is first written, and once: a browser weighs options and writes none.
const asTexts = spelledOnce(asText);
const inBytes = spelledOnce(asBytes);

function spelledOnce(spell: Spelling): <F>(option: Option<F>) => OptionFragments<F> {
  const made = new WeakMap<object, unknown>();
  return <F>(option: Option<F>): OptionFragments<F> => {
    const before = made.get(option);
    if (before !== undefined) return before as OptionFragments<F>; // only what was made of this option is kept by it
    const fragments = optionFragments(option, spell);
    made.set(option, fragments);
    return fragments;
  };
}

interface Writing<F> {
  readonly facts: F;
  readonly fragments: OptionFragments<F>;
  readonly spell: Spelling;
}

function join<F>({ option, status, trigger, truths }: DecidedOption<F>, writing: Writing<F>): string {
  const { head, conditions, tail } = writing.fragments;
  let text = trigger === undefined ? head[status].undetermined : head[status].met;
  for (let at = 0; at < conditions.length; at += 1) {
    const condition = option.conditions[at];
    const fragments = conditions[at];
    if (condition === undefined || fragments === undefined) continue;
    if (at > 0) text += ',';
    const truth = truths[at];
    const finding = findingOf(truth);
    const needs = truth === undefined ? JSON.stringify(needsOf(condition, writing.facts)) : '[]';
    text += `${fragments.head[finding]}${writeFigures(fragments, writing)}},"needs":${needs}${fragments.tail[finding]}`;
  }
  return text + tail;
}

function writeFigures<F>(fragments: ConditionFragments<F>, { facts, spell }: Writing<F>): string {
  let text = '';
  let last = '';
  for (const { fact, key, absentObject } of fragments.figures) {
    let figure: string;
    if (fact.within !== null && fact.within.read(facts) === null) figure = absentObject;
    else {
      const value = fact.read(facts);
      if (value === undefined) continue;
      figure = key + (typeof value === 'boolean' ? `${value}` : spell(JSON.stringify(value)));
    }
    if (figure === last) continue; // two facts of one object that is null are one figure
    last = figure;
    text += text === '' ? figure : `,${figure}`;
  }
  return text;
}
