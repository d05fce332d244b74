import { type Answers, fromFragment, toFragment } from '../../ui/checker-answers.ts';
import { type QuestionId, questionIds } from '../../ui/checker-questions.ts';
import { mostToCome, nextQuestion, pathTaken } from './next-question.ts';
import type { Asked } from './request-of.ts';

/** Where somebody is: what they answered, and the question that they went back to. */
export interface Place {
  readonly answers: Answers;
  readonly at: QuestionId | null;
}

export function placeIn(fragment: string): Place {
  const at = new URLSearchParams(fragment.replace(/^#/, '')).get('at');
  return { answers: fromFragment(fragment), at: questionIds.find((id) => id === at) ?? null };
}

export function fragmentOf({ answers, at }: Place): string {
  const kept = toFragment(answers);
  return at === null ? kept : `${kept}&at=${at}`;
}

/** What is seen at a place. */
export interface Seen {
  /** Null where the answer stands. */
  readonly shown: QuestionId | null;
  /** The page before this one; null on the first. Nothing that was answered is lost by going back. */
  readonly before: QuestionId | null;
  /** Counted from 1, and the most that can come. */
  readonly step: number;
  readonly of: number;
  /** What was answered on the way here: what somebody said before they changed an answer says nothing of this way. */
  readonly counts: Answers;
}

/** A question that is not on the way, as an address typed by hand may name one, is not asked: the next one is. */
export function seenAt(asked: Asked, at: QuestionId | null): Seen {
  const taken = pathTaken(asked);
  const counts = among(asked.answers, taken);
  const place = at === null ? -1 : taken.indexOf(at);
  const here = place < 0 ? taken.length : place;
  return {
    shown: place < 0 ? nextQuestion({ ...asked, answers: counts }) : at,
    before: taken[here - 1] ?? null,
    step: here + 1,
    of: here + mostToCome({ ...asked, answers: among(asked.answers, taken.slice(0, here)) }),
    counts,
  };
}

function among(answers: Answers, ids: readonly QuestionId[]): Answers {
  return Object.fromEntries(ids.map((id) => [id, answers[id]]));
}

/** Where an answer leads: the other answers stay, as far as they are still asked for. */
export function answered(
  asked: Asked,
  { at, answer }: { readonly at: QuestionId; readonly answer: string },
): Place {
  const answers = { ...asked.answers, [at]: answer };
  const taken = pathTaken({ ...asked, answers });
  const after = taken[taken.indexOf(at) + 1];
  // Somebody who went back is shown the pages that follow again, each with what was answered.
  const changed = asked.answers[at] !== answer;
  return { answers, at: changed ? (after ?? null) : null };
}
