import { useState } from 'react';
import { useNavigate } from 'react-router';
import { DayField, dayTyped, dayWrong, noDay, typedDay } from '../../ui/day-field.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { Question } from '../../ui/question.tsx';
import { useToday } from '../../ui/today.ts';
import { useLeaving } from '../leaving-draft.tsx';
import { OfWhom, Step } from './steps.tsx';

/** The last day on which they worked; a day that has come. */
export function DayPage() {
  const say = useSay();
  const today = useToday();
  const navigate = useNavigate();
  const { leaving, change } = useLeaving();
  const [typed, setTyped] = useState(leaving.endedOn ? typedDay(leaving.endedOn) : noDay);
  const [problem, setProblem] = useState<string | null>(null);
  function go(): void {
    const endedOn = dayTyped(typed);
    const wrong = dayWrong(typed) ?? (endedOn !== null && endedOn > today ? notCome : null);
    setProblem(wrong && say(wrong));
    if (wrong || endedOn === null) return;
    const early = leaving.stopOn !== null && leaving.stopOn < endedOn;
    change({ endedOn, ...(early ? { stops: null, stopOn: null } : {}) });
    void navigate(pageOf.leaving('stop'));
  }
  return (
    <Step needs={[]}>
      {({ staff }) => (
        <Question
          title={say({ zh: '劳动关系哪一天结束？', en: 'On which day did the employment end?' })}
          help={say({
            zh: '解除或者终止劳动合同的那一天，不一定是最后上班的一天。几个人不是同一天的，请分开申报。',
            en: 'The day on which the contract ended, which need not be the last one at work. Report people with different days separately.',
          })}
          back={{ to: pageOf.employer(), says: say({ zh: '职工名单', en: 'Our staff' }) }}
          problems={problem === null ? [] : [{ field: 'ended-on', says: problem }]}
          onGo={go}
          before={<OfWhom staff={staff} />}
        >
          <DayField id="ended-on" value={typed} problem={problem} onChange={setTyped} />
        </Question>
      )}
    </Step>
  );
}

const notCome = {
  zh: '这一天还没到，到了那天再报',
  en: 'This day is in the future: report it once it has come',
};
