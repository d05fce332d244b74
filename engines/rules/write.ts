import type { DecidedOption } from './decide.ts';
import type { ConditionFragments } from './fragments.ts';
import type { Condition } from './option.ts';
import { needsOf } from './tell.ts';
import { findingOf, type Truth } from './truth.ts';

/** The same text as `JSON.stringify(tellOption(…))`, joined from ready pieces. A test holds the two together. */
export function writeOption<F>({ option, status, trigger, truths }: DecidedOption<F>, facts: F): string {
  const { head, conditions, tail } = option.fragments;
  let text = trigger === undefined ? head[status].undetermined : head[status].met;
  for (let at = 0; at < conditions.length; at += 1) {
    const condition = option.conditions[at];
    const fragments = conditions[at];
    if (condition === undefined || fragments === undefined) continue;
    if (at > 0) text += ',';
    text += writeCondition({ condition, fragments, truth: truths[at], facts });
  }
  return text + tail;
}

function writeCondition<F>(told: {
  readonly condition: Condition<F>;
  readonly fragments: ConditionFragments<F>;
  readonly truth: Truth;
  readonly facts: F;
}): string {
  const { condition, fragments, truth, facts } = told;
  const finding = findingOf(truth);
  const needs = truth === undefined ? JSON.stringify(needsOf(condition, facts)) : '[]';
  return `${fragments.head[finding]}${writeFigures(fragments, facts)}},"needs":${needs}${fragments.tail[finding]}`;
}

function writeFigures<F>(fragments: ConditionFragments<F>, facts: F): string {
  let text = '';
  let last = '';
  for (const { fact, key, absentObject } of fragments.figures) {
    let figure: string;
    if (fact.within !== null && fact.within.read(facts) === null) figure = absentObject;
    else {
      const value = fact.read(facts);
      if (value === undefined) continue;
      figure = key + (typeof value === 'boolean' ? `${value}` : JSON.stringify(value));
    }
    if (figure === last) continue; // two facts of one object that is null are one figure
    last = figure;
    text += text === '' ? figure : `,${figure}`;
  }
  return text;
}
