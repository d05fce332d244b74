import { useState } from 'react';
import { Busy } from '../../ui/ask-once.tsx';
import { Choices } from '../../ui/choices.tsx';
import { useSay } from '../../ui/language.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { townOf } from '../../ui/town.ts';
import { Wanted } from './asked-of-you.tsx';
import { type Category, categories } from './categories.ts';
import type { TransferView } from './transfer.tsx';
import { useStep } from './use-step.ts';

/** The other agency says that somebody moves here: they say why, and the letter goes. */
export function ConfirmArrival({ view }: { readonly view: TransferView }) {
  const say = useSay();
  const [category, setCategory] = useState<Category>('employment');
  const step = useStep('POST /transfers/{number}/confirmation');
  const { number, seen, partner } = view;
  return (
    <Wanted>
      <p>
        {say(
          {
            zh: '{partner}告诉我们：您申请把医保转到这里。确认以后，我们马上发联系函；没有申请过的，不要确认。',
            en: '{partner} says that you applied to move your insurance here. Once you confirm, our letter goes out at once. If you did not apply, do not confirm.',
          },
          { partner: townOf(partner, say) },
        )}
      </p>
      <fieldset className="inner">
        <legend>{say({ zh: '因为什么转来', en: 'Why you are moving' })}</legend>
        <Choices
          name="category"
          of={categories.map(({ id, label }) => ({ id, label: say(label) }))}
          chosen={category}
          problem={null}
          onChoose={(id) => setCategory(categories.find((each) => each.id === id)?.id ?? 'employment')}
        />
      </fieldset>
      <ProblemBox problem={step.problem} />
      <button
        type="button"
        className="btn primary wide"
        aria-disabled={step.busy}
        onClick={() => step.take({ params: { number }, body: { category, seen } })}
      >
        <Busy busy={step.busy}>{say({ zh: '确认转来，发联系函', en: 'Confirm, and send the letter' })}</Busy>
      </button>
    </Wanted>
  );
}
