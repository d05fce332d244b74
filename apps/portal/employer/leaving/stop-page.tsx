import { useState } from 'react';
import { useNavigate } from 'react-router';
import { addDays, type PlainDate, type Text } from '#basics';
import { Choices } from '../../ui/choices.tsx';
import { DayField, dayTyped, dayWrong, type TypedDay, typedDay } from '../../ui/day-field.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { Question } from '../../ui/question.tsx';
import { useToday } from '../../ui/today.ts';
import { useLeaving } from '../leaving-draft.tsx';
import { OfWhom, Step } from './steps.tsx';

/** Whether insurance stops with it, and from which day. */
export function StopPage() {
  const say = useSay();
  const navigate = useNavigate();
  const today = useToday();
  const { leaving, change } = useLeaving();
  const { endedOn } = leaving;
  const [choice, setChoice] = useState(leaving.stops === null ? null : leaving.stops ? 'yes' : 'no');
  const [typed, setTyped] = useState(() => typedDay(leaving.stopOn ?? usualStop(endedOn, today)));
  const [problem, setProblem] = useState<{ readonly field: string; readonly says: Text } | null>(null);
  function go(): void {
    const stopOn = choice === 'yes' ? dayTyped(typed) : null;
    const wrong = choice === null ? unsaid : choice === 'yes' ? wrongStop(typed, { endedOn, today }) : null;
    setProblem(wrong);
    if (wrong) return;
    change({ stops: choice === 'yes', stopOn });
    void navigate(pageOf.leaving('reason'));
  }
  const says = problem && say(problem.says);
  return (
    <Step needs={['endedOn']}>
      {({ staff }) => (
        <Question
          title={say({ zh: '医保是不是同时停？', en: 'Does their insurance stop too?' })}
          help={say({
            zh: '停保后不再缴费，也不再享受统筹待遇；个人账户里的钱还是本人的。',
            en: 'No more contributions are paid, and the pooled fund no longer covers care. The money in their personal account stays theirs.',
          })}
          back={{ to: pageOf.leaving('day'), says: say({ zh: '上一步', en: 'Back' }) }}
          problems={problem && says ? [{ field: problem.field, says }] : []}
          onGo={go}
          before={<OfWhom staff={staff} />}
        >
          <Choices
            name="stops"
            chosen={choice}
            problem={problem?.field === 'stops-yes' ? says : null}
            onChoose={setChoice}
            of={[
              {
                id: 'yes',
                label: say({ zh: '停', en: 'Yes, it stops' }),
                hint: say({ zh: '离职后没有别的单位参保', en: 'They have no other employer' }),
                more: (
                  <FromDay {...{ typed, setTyped }} problem={problem?.field === 'stop-on' ? says : null} />
                ),
              },
              {
                id: 'no',
                label: say({ zh: '不停，只减员', en: 'No, they only leave our roster' }),
                hint: say({ zh: '还有别的单位给他们参保', en: 'Another employer insures them' }),
              },
            ]}
          />
        </Question>
      )}
    </Step>
  );
}

function FromDay(day: {
  readonly typed: TypedDay;
  readonly setTyped: (typed: TypedDay) => void;
  readonly problem: string | null;
}) {
  const say = useSay();
  return (
    <>
      <p className="small">{say({ zh: '从哪一天起停', en: 'From which day' })}</p>
      <DayField id="stop-on" value={day.typed} problem={day.problem} onChange={day.setTyped} />
    </>
  );
}

/** The day after the last one, or today where that has not come. */
function usualStop(endedOn: PlainDate | null, today: PlainDate): PlainDate | null {
  if (endedOn === null) return null;
  const next = addDays(endedOn, 1);
  return next > today ? today : next;
}

interface Days {
  readonly endedOn: PlainDate | null;
  readonly today: PlainDate;
}

function wrongStop(typed: TypedDay, { endedOn, today }: Days) {
  const stopOn = dayTyped(typed);
  const says = dayWrong(typed);
  if (stopOn === null || says !== null) return says && { field: 'stop-on', says };
  if (stopOn > today)
    return {
      field: 'stop-on',
      says: { zh: '这一天还没到，到了那天再报', en: 'This day is in the future: report it once it has come' },
    };
  if (endedOn !== null && stopOn < endedOn)
    return {
      field: 'stop-on',
      says: { zh: '停保日不能早于劳动关系结束日', en: 'Insurance cannot stop before the employment ended' },
    };
  return null;
}

const unsaid = {
  field: 'stops-yes',
  says: { zh: '请选医保停还是不停', en: 'Choose whether their insurance stops' },
};
