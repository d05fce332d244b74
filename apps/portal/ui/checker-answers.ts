import { isPlainDate, type PlainDate } from '#basics';
import { type QuestionId, questionIds, questions } from './checker-questions.ts';

/** What somebody has answered so far: the choice or the day, by question. */
export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

/** The answers as they stand behind the `#` of the address, which no browser sends to a server. */
export function toFragment(answers: Answers): string {
  const kept = questionIds.flatMap((id) => (answers[id] === undefined ? [] : [[id, answers[id]]]));
  return new URLSearchParams(kept).toString();
}

/** Reads a fragment; whatever is not an answer to a question of ours is left out. */
export function fromFragment(fragment: string): Answers {
  const given = new URLSearchParams(fragment.replace(/^#/, ''));
  const answers: Partial<Record<QuestionId, string>> = {};
  for (const id of questionIds) {
    const value = given.get(id);
    if (value !== null && isAnswer(id, value)) answers[id] = value;
  }
  return answers;
}

export function isAnswer(id: QuestionId, value: string): boolean {
  const { choices } = questions[id];
  return choices === null ? isPlainDate(value) : choices.some((choice) => choice.id === value);
}

/** The day of an answer that asks for one. */
export function dayAnswered(answers: Answers, id: QuestionId): PlainDate | null {
  const value = answers[id];
  return value !== undefined && isPlainDate(value) ? value : null;
}
