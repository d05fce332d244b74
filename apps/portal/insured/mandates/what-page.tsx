import { useState } from 'react';
import { Choices } from '../../ui/choices.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { procedures, record } from '../../ui/mandate-draft.ts';
import type { MandateStep } from '../../ui/mandate-step.ts';
import { Question } from '../../ui/question.tsx';

/** In what: procedures, or one case that is under way; and whether what is on record may be looked at. */
export function WhatPage({ draft, change, go, cases }: MandateStep) {
  const say = useSay();
  const [problem, setProblem] = useState<string | null>(null);
  const { which, ticked } = draft;
  const toggle = (id: string) =>
    change({ ticked: ticked.includes(id) ? ticked.filter((each) => each !== id) : [...ticked, id] });
  function onward(): void {
    const wrong = which === null || (which === 'all' && ticked.length === 0);
    setProblem(wrong ? say({ zh: '请至少选一项', en: 'Choose at least one' }) : null);
    if (!wrong) go('until');
  }
  const rows = (all: readonly { readonly id: string; readonly name: { zh: string; en: string } }[]) =>
    all.map(({ id, name }) => (
      <label key={id} className="check-row">
        <input type="checkbox" checked={ticked.includes(id)} onChange={() => toggle(id)} />
        {say(name)}
      </label>
    ));
  return (
    <Question
      title={say({ zh: '委托{name}办什么？', en: 'What may {name} do?' }, { name: draft.agentName })}
      help={say(onlyThese)}
      back={{ to: pageOf.newMandate('who'), says: say({ zh: '上一步', en: 'Back' }) }}
      problems={problem === null ? [] : [{ field: 'which-all', says: problem }]}
      onGo={onward}
    >
      <Choices
        name="which"
        chosen={which}
        problem={problem}
        onChoose={(id) => change({ which: id })}
        of={[
          {
            id: 'all',
            label: say({ zh: '选定的事项', en: 'The matters ticked below' }),
            hint: say({ zh: '包括以后新办的', en: 'Including new cases' }),
            more: <div className="check-rows">{rows(procedures)}</div>,
          },
          ...cases.map(({ number, name }) => ({
            id: number,
            label: say({ zh: '只限这一件：{name}', en: 'This one case: {name}' }, { name: say(name) }),
            hint: number,
          })),
        ]}
      />
      <fieldset className="inner">
        <legend>{say({ zh: '还可以看', en: 'And may look' })}</legend>
        <p className="help">
          {say({
            zh: '申请领取要先看登记和账户，替您申请的话请勾上。',
            en: 'To apply for a withdrawal they need to see your record and account: tick this too.',
          })}
        </p>
        {rows([record])}
      </fieldset>
    </Question>
  );
}

const onlyThese = {
  zh: '只看得到、办得了您选的。',
  en: 'They can see and do only what you choose here.',
};
