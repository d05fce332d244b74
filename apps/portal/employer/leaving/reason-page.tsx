import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Choices } from '../../ui/choices.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { Question } from '../../ui/question.tsx';
import { useLeaving } from '../leaving-draft.tsx';
import { reasons } from './reasons.ts';
import { OfWhom, Step } from './steps.tsx';

/** Why they leave. */
export function ReasonPage() {
  const say = useSay();
  const navigate = useNavigate();
  const { leaving, change } = useLeaving();
  const [missing, setMissing] = useState(false);
  const problem = missing ? say({ zh: '请选离职原因', en: 'Choose why they are leaving' }) : null;
  function go(): void {
    setMissing(leaving.reason === null);
    if (leaving.reason !== null) void navigate(pageOf.leaving('check'));
  }
  return (
    <Step needs={['endedOn', 'stops']}>
      {({ staff, reason }) => (
        <Question
          title={say({ zh: '为什么离职？', en: 'Why are they leaving?' })}
          help={say({
            zh: '几个人原因不同的，请分开申报。',
            en: 'Report people with different reasons separately.',
          })}
          back={{ to: pageOf.leaving('stop'), says: say({ zh: '上一步', en: 'Back' }) }}
          problems={problem === null ? [] : [{ field: 'reason-resigned', says: problem }]}
          onGo={go}
          before={<OfWhom staff={staff} />}
        >
          <Choices
            name="reason"
            of={reasons.map(({ id, name }) => ({ id, label: say(name) }))}
            chosen={reason}
            problem={problem}
            onChoose={(id) => change({ reason: reasons.find((each) => each.id === id)?.id ?? null })}
          />
        </Question>
      )}
    </Step>
  );
}
