import { answerBehind, type QuestionId, questions } from '../../ui/checker-questions.ts';
import type { Asked } from './request-of.ts';
import type { Verdict } from './verdict.ts';

/** Questions whose answers make the situation what it is. */
const decides: readonly QuestionId[] = ['what', 'left', 'retired', 'retired-then'];

/** Of these the ones that somebody answered, and that no condition tells of by itself. */
export function situationOf({ told }: Pick<Verdict, 'told'>, { answers }: Asked): readonly QuestionId[] {
  const elsewhere = new Set(told.flatMap(({ id }) => answerBehind[id] ?? []));
  return decides.filter((id) => answers[id] !== undefined && !elsewhere.has(id));
}

/** An answer in words that stand without their question. */
export function answerAlone(id: QuestionId, { answers }: Asked) {
  const chosen = questions[id].choices?.find((choice) => choice.id === answers[id]);
  return chosen && (retirement.has(id) ? (chosen.short ?? chosen.label) : chosen.label);
}

const retirement: ReadonlySet<QuestionId> = new Set(['retired', 'retired-then']);
