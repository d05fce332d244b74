import { useState } from 'react';
import { plainDate } from '#basics';
import { useWrite } from '../../ui/asking.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { showDate } from '../../ui/dates.ts';
import { DayField, dayTyped, impossible, noDay } from '../../ui/day-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { Heading } from '../../ui/heading.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Question } from '../../ui/question.tsx';
import { useToday } from '../../ui/today.ts';
import type { DeathTold } from './death-told.ts';
import { type EstateSeen, useAskedAgain, WithEstate } from './estate.tsx';
import { HandIn } from './hand-in.tsx';

/** That and when somebody died: on record already, or told here, with the proof; two officers put it on record. */
export function DeathPage() {
  return (
    <WithEstate>
      {(seen) =>
        seen.diedOn === null ? <NotOnRecord seen={seen} /> : <OnRecord seen={seen} on={seen.diedOn} />
      }
    </WithEstate>
  );
}

function OnRecord({ seen, on }: { readonly seen: EstateSeen; readonly on: string }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <main id="main" className="narrow">
      <BackTo to={pageOf.estate(seen.number)}>{say({ zh: '返回', en: 'Back' })}</BackTo>
      <Heading>{say({ zh: '去世信息', en: 'The death' })}</Heading>
      <p>
        {say(
          { zh: '{on}，已经登记，不用交证明。', en: '{on}. It is on record; no proof is needed.' },
          { on: showDate(plainDate(on), language) },
        )}
      </p>
    </main>
  );
}

function NotOnRecord({ seen }: { readonly seen: EstateSeen }) {
  const { deathTold } = seen;
  return deathTold === null ? <Tell seen={seen} /> : <Told seen={seen} told={deathTold} />;
}

const noDeath = { zh: '请填去世的日期', en: 'Enter the date of death' };

function Tell({ seen }: { readonly seen: EstateSeen }) {
  const say = useSay();
  const today = useToday();
  const again = useAskedAgain();
  const [day, setDay] = useState(noDay);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const { send, busy, problem } = useWrite('POST /life-events', () => again());
  function go(): void {
    const diedOn = dayTyped(day);
    const wrong = diedOn === null || diedOn > today;
    setProblems(wrong ? [{ field: 'died', says: say(impossible(day) ?? noDeath) }] : []);
    if (wrong || diedOn === null) return;
    send({
      body: {
        personId: seen.view.personId,
        statement: { kind: 'death-notice', diedOn, reporter: 'relative' },
      },
    });
  }
  return (
    <Question
      title={say({ zh: '是哪一天去世的？', en: 'On which day did they die?' })}
      help={say({
        zh: '和死亡证明上一样。下一步上传证明。',
        en: 'As the death certificate says. The proof comes next.',
      })}
      back={{ to: pageOf.estate(seen.number), says: say({ zh: '返回', en: 'Back' }) }}
      {...{ problems, busy }}
      onGo={go}
      after={<ProblemBox problem={problems.length === 0 ? problem : null} />}
    >
      <DayField id="died" value={day} problem={problems[0]?.says ?? null} onChange={setDay} />
    </Question>
  );
}

/** It is told; its proof is handed in to that notice, or a commitment is signed for it, and two officers decide. */
function Told({ seen, told }: { readonly seen: EstateSeen; readonly told: DeathTold }) {
  const say = useSay();
  const { notice, missing } = told;
  if (missing) return <HandIn {...{ seen }} number={notice} paper={missing} key={missing.materialId} />;
  return (
    <main id="main" className="narrow" aria-busy={missing === undefined}>
      <BackTo to={pageOf.estate(seen.number)}>{say({ zh: '返回', en: 'Back' })}</BackTo>
      <Heading>{say({ zh: '去世信息', en: 'The death' })}</Heading>
      <p>
        {say({
          zh: '我们收到了，两名工作人员核对后登记。登记好，就可以提交申请；您不用再做什么。',
          en: 'We have it. Two officers look at it and put it on record; then the application can be handed in. Nothing more is asked of you.',
        })}
      </p>
    </main>
  );
}
