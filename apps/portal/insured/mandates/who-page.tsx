import { useState } from 'react';
import { EntryField } from '../../ui/entry-field.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { Question } from '../../ui/question.tsx';
import type { MandateStep } from './new-mandate.tsx';

/** To whom. */
export function WhoPage({ draft, change, go }: MandateStep) {
  const say = useSay();
  const [typed, setTyped] = useState(draft.agentName);
  const [missing, setMissing] = useState(false);
  const problem = missing ? say({ zh: '请填代办人的姓名', en: 'Enter the name of who is to act' }) : null;
  function onward(): void {
    const agentName = typed.trim();
    setMissing(agentName === '');
    if (agentName === '') return;
    change({ agentName });
    go('what');
  }
  return (
    <Question
      title={say({ zh: '委托谁', en: 'Who is to act for you' })}
      help={say({
        zh: '家人、朋友或者一个单位都可以。对方要有自己的账号；还没有的，先到窗口开通。',
        en: 'Family, a friend or a firm. They need a login of their own; who has none gets one at the window.',
      })}
      back={{ to: pageOf.mandates(), says: say({ zh: '委托代办', en: 'People who act for me' }) }}
      problems={problem === null ? [] : [{ field: 'agent-name', says: problem }]}
      onGo={onward}
    >
      <EntryField
        id="agent-name"
        label={say({ zh: '姓名或名称', en: 'Name' })}
        autoComplete="off"
        maxLength={100}
        value={typed}
        problem={problem}
        onValue={setTyped}
      />
    </Question>
  );
}
