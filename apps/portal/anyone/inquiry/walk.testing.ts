import { addDays, type PlainDate, plainDate } from '#basics';
import type { Answers } from '../../ui/checker-answers.ts';
import { toFragment } from '../../ui/checker-answers.ts';
import { type QuestionId, questions } from '../../ui/checker-questions.ts';
import { type Language, sayIn } from '../../ui/languages.ts';
import { nextQuestion, pathTaken } from './next-question.ts';
import { verdictOf } from './verdict.ts';
import { headingOf } from './verdict-words.ts';

export const today = plainDate('2026-11-30');
export const somebody = { region: '440300', today } as const;

/** Every way through the checker, from its first question to an answer; a day is one that is over or one to come. */
export function everyWay(answers: Answers = {}, on: PlainDate = today): readonly Answers[] {
  const next = nextQuestion({ ...somebody, today: on, answers });
  if (next === null) return [answers];
  const given = questions[next].choices?.map(({ id }) => id) ?? [addDays(on, -76), addDays(on, 63)];
  return given.flatMap((answer) => everyWay({ ...answers, [next]: answer }, on));
}

/** A question with what was answered before, one of its answers, and what must be shown after that. */
export interface Press {
  /** Behind the `#` of the question’s page. */
  readonly from: string;
  /** What stands behind the `#` where the question is shown that comes next, or the answer. */
  readonly to: string;
  /** Finds the answer on the page; a day is typed. */
  readonly choose: string | readonly [year: string, month: string, day: string];
  /** The heading that comes. */
  readonly heading: string;
  /** By which ground and how it ends; null where another question comes. */
  readonly outcome: string | null;
}

/** Every answer to every question that can be come to, once each: whoever can press them all comes to the end of every way. */
export function everyPress(language: Language, on: PlainDate): readonly Press[] {
  const presses = everyWay({}, on).flatMap((way) => {
    const asked = { ...somebody, today: on };
    const path = pathTaken({ ...asked, answers: way });
    return path.map((id, at) =>
      pressOf(language, { asked, id, way: taken(way, path.slice(0, at)) }, way[id] ?? ''),
    );
  });
  return [...new Map(presses.map((press) => [press.to, press])).values()];
}

function taken(way: Answers, path: readonly QuestionId[]): Answers {
  return Object.fromEntries(path.map((id) => [id, way[id]]));
}

interface Where {
  readonly asked: { readonly region: string; readonly today: PlainDate };
  readonly id: QuestionId;
  readonly way: Answers;
}

function pressOf(language: Language, { asked, id, way }: Where, answer: string): Press {
  const say = sayIn(language);
  const answers = { ...way, [id]: answer };
  const next = nextQuestion({ ...asked, answers });
  const verdict = next === null ? verdictOf({ ...asked, answers }) : null;
  const { text, figures } = verdict
    ? headingOf(verdict)
    : { text: questions[next ?? 'what'].heading, figures: {} };
  const [year = '', month = '', day = ''] = answer.split('-').map((part) => part.replace(/^0/, ''));
  return {
    ...{ from: toFragment(way), to: toFragment(answers) },
    choose: questions[id].choices ? `#${id}-${answer}` : [year, month, day],
    heading: say(text, { city: say({ zh: '深圳市', en: 'Shenzhen' }), ...figures }),
    outcome: verdict && `${verdict.kind} ${verdict.option?.ground ?? ''}`,
  };
}
