import { useState } from 'react';
import type { PlainDate } from '#basics';
import { isOfLeaving, saidLeftOn } from '#business/withdrawal/public';
import { DayField, dayTyped, typedDay } from '../../ui/day-field.tsx';
import { useSay } from '../../ui/language.tsx';
import { useDraft } from './draft.tsx';
import type { Content } from './drafted.ts';

/** The content with another day of leaving, or none. */
export function withLeftOn(content: Content, left: PlainDate | null): Content {
  const { left: _, ...others } = content.answers ?? {};
  return { ...content, answers: left === null ? others : { ...others, left } };
}

/** The day of leaving of an application that is about it, as the checker was told: it can be put right, and need not be said. */
export function LeftOn() {
  const say = useSay();
  const { content, autosave } = useDraft();
  const [typed, setTyped] = useState(typedDay(saidLeftOn(content)));
  if (!isOfLeaving(content.ground)) return null;
  return (
    <fieldset className="left-on">
      <legend>{say(dayOfLeaving)}</legend>
      <p className="help">
        {say({
          zh: '还没走的，填打算走的那天；说不准可以空着。以登记的为准。',
          en: 'If you have not left yet, the day on which you mean to. Leave it empty if you are not sure; our record is what counts.',
        })}
      </p>
      <DayField
        id="left-on"
        value={typed}
        problem={null}
        onChange={(day) => {
          setTyped(day);
          autosave.write(withLeftOn(autosave.content(), dayTyped(day)));
        }}
      />
    </fieldset>
  );
}

export const dayOfLeaving = { zh: '离境的日子', en: 'Day of leaving the country' };
