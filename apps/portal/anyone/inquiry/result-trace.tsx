import { citation, provision } from '#law';
import { dayAnswered } from '../../ui/checker-answers.ts';
import { answerBehind, type QuestionId } from '../../ui/checker-questions.ts';
import { showDate } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { type Finding, TraceRow } from '../../ui/trace-row.tsx';
import type { Asked } from './request-of.ts';
import { answerAlone, situationOf } from './situation.ts';
import { stepsOf } from './steps.ts';
import type { Verdict } from './verdict.ts';
import { whetherRetired } from './verdict-words.ts';

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
          <TraceRow
            finding={verdict.groundUntold ? 'undetermined' : 'met'}
            text={say(situation)}
            fact={
              verdict.groundUntold ? (
                say(whetherRetired)
              ) : (
                <Told ids={situationOf(verdict, asked)} asked={asked} finding="met" />
              )
            }
          />
          {told.map((condition) => (
            <TraceRow
              key={condition.id}
              finding={condition.finding}
              text={say(condition.text)}
              fact={<Told ids={answerBehind[condition.id] ?? []} asked={asked} finding={condition.finding} />}
              source={say(citation(condition.source))}
              remedy={steps.find(({ id }) => id === condition.id)?.title ?? null}
            />
          ))}
          {lookedUp.length > 0 && (
            <TraceRow
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

const weCheck = { zh: '由我们核对，不用您回答', en: 'We check this; you need not answer' };
const given = { zh: '由您的情况得出', en: 'Follows from your situation' };

/** What was answered, in the words in which it was offered. */
function Told(of: { readonly ids: readonly QuestionId[]; readonly asked: Asked; readonly finding: Finding }) {
  const { ids, asked, finding } = of;
  const say = useSay();
  const language = useLanguage();
  const answers = ids.flatMap((id) => {
    const day = dayAnswered(asked.answers, id);
    if (day) return [showDate(day, language)];
    const words = answerAlone(id, asked);
    return words ? [say(words)] : [];
  });
  if (answers.length === 0) return say(finding === 'undetermined' ? weCheck : given);
  return say(
    { zh: '您答：{answers}', en: 'You told us: {answers}' },
    { answers: answers.join(say({ zh: '，', en: ', ' })) },
  );
}
