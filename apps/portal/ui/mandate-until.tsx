import { useState } from 'react';
import { Choices } from './choices.tsx';
import { showDate } from './dates.ts';
import { DayField, dayTyped, impossible } from './day-field.tsx';
import { useLanguage, useSay } from './language.tsx';
import { lastDay, type MandateDraft, spans } from './mandate-draft.ts';
import type { MandateStep } from './mandate-step.ts';
import { Question } from './question.tsx';
import { useToday } from './today.ts';

const notYetOver = { zh: '请填今天或以后的一天', en: 'Enter today or a later day' };

/** Until when; a mandate that is given here always has an end. */
export function UntilPage({ at, draft, change, go }: MandateStep) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const [problem, setProblem] = useState<{ readonly field: string; readonly says: string } | null>(null);
  const { until, day } = draft;
  function onward(): void {
    const typed = until === 'day' ? dayTyped(day) : null;
    const wrong =
      until === null
        ? { field: 'until-month', says: say({ zh: '请选到哪天为止', en: 'Choose until when' }) }
        : until === 'day' && (typed === null || typed < today)
          ? { field: 'until-on', says: say(impossible(day) ?? notYetOver) }
          : null;
    setProblem(wrong);
    if (!wrong) go('check');
  }
  const of = [
    ...spans.map(({ id, months, name }) => ({
      ...{ id, label: say(name) },
      hint: say(
        { zh: '到{day}为止', en: 'Until {day}' },
        { day: showDate(lastDay(months, today), language) },
      ),
    })),
    {
      id: 'day',
      label: say({ zh: '到另一天', en: 'Until another day' }),
      more: (
        <DayField
          id="until-on"
          value={day}
          problem={problem?.field === 'until-on' ? problem.says : null}
          onChange={(changed) => change({ day: changed })}
        />
      ),
    },
  ];
  return (
    <Question
      title={say({ zh: '到哪天为止', en: 'Until when' })}
      help={say({
        zh: '到期自动失效；在那以前，您随时可以终止。',
        en: 'It ends by itself on that day, and you can end it earlier at any time.',
      })}
      back={{ to: at.step(at.asksWhat ? 'what' : 'who'), says: say({ zh: '上一步', en: 'Back' }) }}
      problems={problem ? [problem] : []}
      onGo={onward}
    >
      <Choices
        {...{ of, name: 'until', chosen: until }}
        problem={problem?.field === 'until-month' ? problem.says : null}
        onChoose={(id) => change({ until: id as MandateDraft['until'] })} // one of those offered above
      />
    </Question>
  );
}
