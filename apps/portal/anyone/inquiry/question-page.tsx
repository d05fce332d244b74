import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { breaksWithin } from '../../ui/breaks-within.ts';
import { type Answers, dayAnswered } from '../../ui/checker-answers.ts';
import type { Choice, Question } from '../../ui/checker-questions.ts';
import { DayField, dayTyped, type TypedDay, typedDay } from '../../ui/day-field.tsx';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary.tsx';
import { useSay } from '../../ui/language.tsx';
import { useSite } from '../../ui/site.tsx';
import { chooseOne, nameDay, onward } from './asking-words.ts';
import { mainOf } from './main-of.ts';
import { Top } from './question-top.tsx';

interface Asked {
  readonly question: Question;
  readonly answers: Answers;
  /** Counted from 1, and the most that can come. */
  readonly step: number;
  readonly of: number;
  /** Whether it is drawn for later, and not seen. */
  readonly ahead: boolean;
  /** Whether the page came by a step of the person: then its heading takes the focus. */
  readonly moved: boolean;
  /** Chosen or typed, and not answered yet: time to work out what would come. */
  readonly onConsider: (answer: string) => void;
  readonly onAnswer: (answer: string) => void;
  /** Null on the first page, which goes back to the home page. */
  readonly onBack: (() => void) | null;
}

/** One thing a page: the question is its heading, each answer is a whole row. */
export function QuestionPage(asked: Asked) {
  const { question, answers, step, of, ahead, moved, onConsider, onAnswer, onBack } = asked;
  const say = useSay();
  const { city } = useSite();
  const { chosen, choose, day, type, answer, form } = useGiven({ question, answers, onConsider });
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (moved) heading.current?.focus();
  }, [moved]);
  const { choices } = question;
  const title = say(question.heading, { city: say(city) });
  function go(event: SyntheticEvent): void {
    event.preventDefault();
    if (answer) onAnswer(answer);
    else setProblems([{ field: fieldOf(question, choices?.[0]), says: say(choices ? chooseOne : nameDay) }]);
  }
  return (
    <main {...mainOf(ahead)}>
      <Top step={step} of={of} onBack={onBack} />
      <ErrorSummary problems={problems} />
      {/* Until the program is there nothing is sent anywhere: what is answered stays in the browser. */}
      <form method="dialog" onSubmit={go} noValidate ref={form}>
        <fieldset aria-describedby={question.help ? `${question.id}-help` : undefined}>
          <legend>
            <h1 ref={heading} tabIndex={-1} className={breaksWithin(title)}>
              {title}
            </h1>
          </legend>
          {question.help && (
            <p className="help" id={`${question.id}-help`}>
              {say(question.help)}
            </p>
          )}
          {choices ? (
            <Choices
              question={question}
              choices={choices}
              chosen={chosen}
              problem={problems[0]?.says ?? null}
              onChoose={choose}
            />
          ) : (
            <DayField id={question.id} value={day} problem={problems[0]?.says ?? null} onChange={type} />
          )}
        </fieldset>
        <div className="go">
          <button type="submit" className="btn primary wide">
            {say(onward)}
          </button>
        </div>
      </form>
    </main>
  );
}

/** What is chosen or typed so far; whoever chose before the program was there has chosen. */
function useGiven({ question, answers, onConsider }: Pick<Asked, 'question' | 'answers' | 'onConsider'>) {
  const [chosen, setChosen] = useState(answers[question.id] ?? '');
  const [day, setDay] = useState(typedDay(dayAnswered(answers, question.id)));
  const form = useRef<HTMLFormElement>(null);
  function choose(id: string): void {
    setChosen(id);
    onConsider(id);
  }
  function type(typed: TypedDay): void {
    setDay(typed);
    const whole = dayTyped(typed);
    if (whole) onConsider(whole);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the program takes the page over
  useEffect(() => {
    const already = form.current?.querySelector<HTMLInputElement>('input:checked')?.value;
    if (already !== undefined && already !== chosen) choose(already);
  }, []);
  return { chosen, choose, day, type, form, answer: question.choices ? chosen : dayTyped(day) };
}

function fieldOf({ id }: Question, first: Choice | undefined): string {
  return first ? `${id}-${first.id}` : id;
}

function Choices(asked: {
  readonly question: Question;
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly problem: string | null;
  readonly onChoose: (id: string) => void;
}) {
  const { question, choices, chosen, problem, onChoose } = asked;
  const say = useSay();
  return (
    <div className={problem === null ? 'choices' : 'choices wrong'}>
      {problem !== null && (
        <p className="problem" id={`${question.id}-problem`}>
          {problem}
        </p>
      )}
      {choices.map(({ id, label, hint }) => (
        <label key={id} className={chosen === id ? 'opt sel' : 'opt'}>
          <input
            type="radio"
            name={question.id}
            id={`${question.id}-${id}`}
            value={id}
            checked={chosen === id}
            aria-describedby={problem === null ? undefined : `${question.id}-problem`}
            onChange={() => onChoose(id)}
          />
          <span className="r" />
          <span>
            <b>{say(label)}</b>
            {hint && <span>{say(hint)}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
