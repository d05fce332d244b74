import { plainDate } from '#basics';
import type { Answers } from './answers.ts';
import { nextQuestion } from './next-question.ts';
import { questions } from './questions.ts';

export const today = plainDate('2026-11-30');
export const somebody = { region: '440300', today } as const;

/** Every way through the checker, from its first question to an answer; a day is one that is over or one to come. */
export function everyWay(answers: Answers = {}): readonly Answers[] {
  const next = nextQuestion({ ...somebody, answers });
  if (next === null) return [answers];
  const given = questions[next].choices?.map(({ id }) => id) ?? ['2026-09-15', '2027-02-01'];
  return given.flatMap((answer) => everyWay({ ...answers, [next]: answer }));
}
