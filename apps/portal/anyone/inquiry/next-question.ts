import type { PlainDate } from '#basics';
import { type Inquiry, inquire, isProblem, scheduleOf } from '#business/inquiry/public';
import type { Answers } from '../../ui/checker-answers.ts';
import { type QuestionId, questions } from '../../ui/checker-questions.ts';
import { keptOr } from './known.ts';
import { type Asked, requestOf } from './request-of.ts';

/** More are never asked of anybody. */
export const questionsAtMost = 6;

/** What the rules say to the answers so far. */
export function inquiryOf(asked: Asked): Inquiry {
  return keptOr(asked.known?.inquiries, asked.answers, () => weighed(asked));
}

function weighed(asked: Asked): Inquiry {
  const told = inquire(requestOf(asked), { schedule: scheduleOf(asked.region) });
  if (isProblem(told)) throw new Error(`the checker asked what cannot be asked: ${JSON.stringify(told)}`);
  return told;
}

/** The next page: what the situation needs told first, then what the rules still hang on; null where the answer stands. */
export function nextQuestion(asked: Asked): QuestionId | null {
  const { answers } = asked;
  if (answers.what === undefined) return 'what';
  const first = toldFirst[answers.what];
  if (first && answers[first] === undefined) return first;
  for (const path of inquiryOf(asked).questions) {
    const next = pagesFor(path, answers).find((id) => answers[id] === undefined);
    if (next) return next;
  }
  return null;
}

/** What is not a fact that may be missing, but what the situation is about. */
const toldFirst: Readonly<Record<string, QuestionId>> = {
  settle: 'left',
  'return-home': 'left',
  elsewhere: 'filing',
  refused: 'answer',
};

/** Which pages ask for an absent fact. */
function pagesFor(path: string, { what }: Answers): readonly QuestionId[] {
  if (path === 'person.retiredOn') return [what === 'move' ? 'retired' : 'retired-then'];
  if (path === 'relationship') return what === 'move' ? ['insured'] : ['roster', 'insured'];
  if (path === 'relationship.onEmployerRoster') return ['roster'];
  if (path.startsWith('relationship.')) return ['insured'];
  return path.startsWith('succession') ? ['heirs'] : [];
}

/** The pages that lead to where somebody is, in order; what they answered to others does not count any more. */
export function pathTaken(asked: Asked): readonly QuestionId[] {
  const taken: QuestionId[] = [];
  let answers: Answers = {};
  for (;;) {
    const next = nextQuestion({ ...asked, answers });
    const answer = next && asked.answers[next];
    if (!next || answer === undefined) return taken;
    taken.push(next);
    answers = { ...answers, [next]: answer };
  }
}

/** How many more pages can come at most, whatever is answered. */
export function mostToCome(asked: Asked): number {
  return keptOr(asked.known?.most, asked.answers, () => countedToCome(asked));
}

function countedToCome(asked: Asked): number {
  const next = nextQuestion(asked);
  if (next === null) return 0;
  const answers = possibleAnswers(next, asked.today).map((answer) => ({ ...asked.answers, [next]: answer }));
  return 1 + Math.max(...answers.map((each) => mostToCome({ ...asked, answers: each })));
}

function possibleAnswers(id: QuestionId, today: PlainDate): readonly string[] {
  return questions[id].choices?.map((choice) => choice.id) ?? [today];
}
