import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { plainDate } from '#basics';
import { objectionWorkingDays, valueOn } from '#law';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk } from '../../ui/asking.ts';
import { showDay } from '../../ui/dates.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Question } from '../../ui/question.tsx';
import { useToday } from '../../ui/today.ts';
import { WordsField } from '../../ui/words-field.tsx';
import { may } from './take-back.tsx';
import { useStep } from './use-step.ts';

/** Why somebody does not agree with a decision, in their own words. */
export function ObjectionPage() {
  const { number = '' } = useParams();
  const asked = useAsk('GET /withdrawals/{number}', { params: { number } });
  return asked.data ? (
    <Objecting view={asked.data} />
  ) : (
    <main id="main" className="narrow">
      <Asked of={asked}>{() => null}</Asked>
    </main>
  );
}

const longest = 2000;

function Objecting({ view }: { readonly view: Answer<'GET /withdrawals/{number}'> }) {
  const say = useSay();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<readonly { readonly field: string; readonly says: string }[]>([]);
  const { number, seen, remedies, actions } = view;
  const step = useStep('POST /withdrawals/{number}/objection', () => navigate(pageOf.oneCase(number)));
  const open = may(actions, 'object');
  const missing = say({ zh: '请写下您不同意什么', en: 'Say what you do not agree with' });
  function onGo() {
    const wrong = reason.trim() === '' ? [{ field: 'reason', says: missing }] : [];
    setProblems(wrong);
    if (wrong.length === 0) step.take({ params: { number }, body: { reason: reason.trim(), seen } });
  }
  return (
    <Question
      title={say({ zh: '您不同意什么？', en: 'What do you not agree with?' })}
      back={{ to: pageOf.oneCase(number), says: say({ zh: '返回这一件', en: 'Back to the case' }) }}
      problems={problems}
      onward={say({ zh: '提出异议', en: 'Object' })}
      busy={step.busy}
      onGo={onGo}
      before={remedies?.until && <Until on={remedies.until} open={open} />}
    >
      <WordsField
        id="reason"
        label={say({ zh: '写下原因', en: 'Your reasons' })}
        help={say({
          zh: '哪里不对、您认为应该怎样，照实写；提交以后还可以补交材料。',
          en: 'Say what is wrong and what you think is right. You can hand papers in afterwards.',
        })}
        value={reason}
        longest={longest}
        problem={problems[0]?.says ?? null}
        onValue={setReason}
      />
      <Follows view={view} />
      <ProblemBox problem={step.problem} />
    </Question>
  );
}

function Until({ on, open }: { readonly on: string; readonly open: boolean }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const day = showDay(plainDate(on), language, today);
  return (
    <p className="muted">
      {open
        ? say({ zh: '可以提到 {day}，只能提一次。', en: 'Until {day}, and once only.' }, { day })
        : say(
            {
              zh: '现在不能提出异议了，期限到 {day}。',
              en: 'No objection can be made now. The time ran until {day}.',
            },
            { day },
          )}
    </p>
  );
}

/** What happens once it is made. */
function Follows({ view }: { readonly view: Answer<'GET /withdrawals/{number}'> }) {
  const say = useSay();
  const today = useToday();
  const n = valueOn(objectionWorkingDays, today)?.value ?? 0;
  return (
    <section className="then">
      <h2>{say({ zh: '您提出异议以后', en: 'Once you have objected' })}</h2>
      <ol className="follows">
        <li>
          {say(
            view.payment && view.state !== 'paid'
              ? {
                  zh: '今天起付款暂停，钱留在经办机构。',
                  en: 'The payment stops today. The money stays with the agency.',
                }
              : {
                  zh: '钱留在原处，不会因为提了异议减少。',
                  en: 'The money stays where it is. It is not less because you objected.',
                },
          )}
        </li>
        <li>
          {say(
            {
              zh: '由没有办过这一件的工作人员重新审查，{n} 个工作日内书面答复您。',
              en: 'Officers who had no part in the decision look at it again and answer in writing within {n} working days.',
            },
            { n },
          )}
        </li>
        <li>
          {say({ zh: '答复以前，随时可以撤回。', en: 'You can take it back until the answer is there.' })}
        </li>
      </ol>
    </section>
  );
}
