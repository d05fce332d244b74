import type { Text } from '#basics';
import type { ToldCondition } from '#engines/rules';
import { citation, provision } from '#law';
import { showDate } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { type Say, useLanguage, useSay } from '../../ui/language.tsx';
import { dayAnswered } from './answers.ts';
import { type QuestionId, questions } from './questions.ts';
import type { Asked } from './request-of.ts';
import { stepsOf } from './steps.ts';
import type { Verdict } from './verdict.ts';
import { answerBehind, whetherRetired } from './verdict-words.ts';

type Finding = ToldCondition['finding'];

/** How it was found: the situation as the root, each condition with its finding, what it rests on, and the clause. */
export function Trace({ verdict, asked }: { readonly verdict: Verdict; readonly asked: Asked }) {
  const say = useSay();
  const language = useLanguage();
  const { option, name, told, lookedUp } = verdict;
  if (!option) return null;
  // Where nothing would make it so, there is another way, which stands above.
  const steps = verdict.kind === 'cannot' ? [] : stepsOf(verdict, asked);
  const clauses = [...new Set([...told, ...lookedUp].map(({ source }) => source))];
  return (
    <section className="sec">
      <h2>{say({ zh: '我们是怎么判断的', en: 'How we worked it out' })}</h2>
      <div className="card pad">
        <p className="small muted">
          {say({ zh: '适用情形：', en: 'Ground: ' })}
          <b>{name && say(name)}</b>
          {say({ zh: '。要全部符合才可以。', en: '. Every condition has to be met.' })}
        </p>
        <ol className="trace">
          <Row
            finding={verdict.groundUntold ? 'undetermined' : 'met'}
            text={say(situation)}
            fact={verdict.groundUntold ? say(whetherRetired) : <Told ids={['what', 'left']} asked={asked} />}
          />
          {told.map((condition) => (
            <Row
              key={condition.id}
              finding={condition.finding}
              text={say(condition.text)}
              fact={<Told ids={answerBehind[condition.id] ?? []} asked={asked} />}
              source={say(citation(condition.source))}
              remedy={steps.find(({ id }) => id === condition.id)?.title ?? null}
            />
          ))}
          {lookedUp.length > 0 && (
            <Row
              finding="undetermined"
              text={say(
                { zh: '由我们核对的 {n} 项', en: 'What we check ourselves ({n})' },
                { n: lookedUp.length },
              )}
              fact={lookedUp.map(({ text }) => say(text)).join(say({ zh: '；', en: '; ' }))}
            />
          )}
        </ol>
        <Clauses ids={clauses} />
        <p>
          <a href={`/${language}/rules#${option.ground}`}>
            {say({ zh: '读这种情形的全部规则', en: 'Read all rules of this situation' })}
          </a>
        </p>
      </div>
    </section>
  );
}

/** The clauses that the conditions rest on, in the law's own voice. */
function Clauses({ ids }: { readonly ids: readonly string[] }) {
  const say = useSay();
  return (
    <details>
      <summary>
        <Icon name="down" />
        {say({ zh: '看条文', en: 'Read the clauses' })}
      </summary>
      {ids.map((id) => (
        <p key={id} className="law">
          <b>{say(citation(id))}</b> {say(provision(id).says)}
        </p>
      ))}
    </details>
  );
}

const situation = { zh: '您的情况', en: 'Your situation' };

const findingWords: Readonly<Record<Finding, Text>> = {
  met: { zh: '符合', en: 'met' },
  'not-met': { zh: '不符合', en: 'not met' },
  undetermined: { zh: '待核对', en: 'to be checked' },
};

function Row(row: {
  readonly finding: Finding;
  readonly text: string;
  readonly fact: React.ReactNode;
  readonly source?: string;
  readonly remedy?: Text | null;
}) {
  const { finding, text, fact, source, remedy } = row;
  const say = useSay();
  return (
    <li>
      <span className="n">
        <Shape finding={finding} />
      </span>
      <b>{text}</b> <span className={`finding ${finding}`}>{say(findingWords[finding])}</span>
      <p>{fact}</p>
      {remedy && (
        <p className="fix">
          {say({ zh: '怎样才行：', en: 'What would do: ' })}
          {say(remedy)}
        </p>
      )}
      {source && <span className="src">{source}</span>}
    </li>
  );
}

/** Tick in a circle, cross in a square, question mark in a dashed circle: no state is told by colour alone. */
function Shape({ finding }: { readonly finding: Finding }) {
  if (finding === 'met')
    return (
      <svg viewBox="0 0 26 26" aria-hidden="true">
        <circle cx="13" cy="13" r="11" className="f-met" />
        <path className="f-tick" d="M8 13.3l3.5 3.5L18.3 10" />
      </svg>
    );
  if (finding === 'not-met')
    return (
      <svg viewBox="0 0 26 26" aria-hidden="true">
        <rect x="2" y="2" width="22" height="22" rx="4" className="f-not" />
        <path className="f-cross" d="M8.5 8.5l9 9M17.5 8.5l-9 9" />
      </svg>
    );
  return (
    <svg viewBox="0 0 26 26" aria-hidden="true">
      <circle cx="13" cy="13" r="11" className="f-und" />
      <path
        className="f-mark"
        d="M10.2 10.6c.2-1.7 1.4-2.6 2.9-2.6 1.6 0 2.8 1 2.8 2.5 0 2-2.8 2.2-2.8 4.2M13.1 17.7v.1"
      />
    </svg>
  );
}

/** What was answered, in the words in which it was offered. */
function Told({ ids, asked }: { readonly ids: readonly QuestionId[]; readonly asked: Asked }) {
  const say = useSay();
  const language = useLanguage();
  const answers = ids.flatMap((id) => {
    const day = dayAnswered(asked.answers, id);
    if (day) return [showDate(day, language)];
    const words = answerIn(id, asked, say);
    return words === null ? [] : [words];
  });
  if (answers.length === 0)
    return say({ zh: '登录后核对，不用您回答', en: 'Checked when you sign in; you need not answer' });
  return say(
    { zh: '您答：{answers}', en: 'You told us: {answers}' },
    { answers: answers.join(say({ zh: '，', en: ', ' })) },
  );
}

function answerIn(id: QuestionId, { answers }: Asked, say: Say): string | null {
  const chosen = questions[id].choices?.find((choice) => choice.id === answers[id]);
  return chosen ? say(chosen.label) : null;
}
