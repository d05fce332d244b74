import { useState } from 'react';
import type { Text } from '#basics';
import { EntryField } from './entry-field.tsx';
import { useSay } from './language.tsx';
import type { MandateStep } from './mandate-step.ts';
import { Question } from './question.tsx';

/** To whom. */
export function WhoPage({ at, draft, change, go }: MandateStep) {
  const say = useSay();
  const [typed, setTyped] = useState(draft.agentName);
  const [missing, setMissing] = useState(false);
  const problem = missing ? say(at.asksWhat ? noName : noNameOfFirm) : null;
  function onward(): void {
    const agentName = typed.trim();
    setMissing(agentName === '');
    if (agentName === '') return;
    change({ agentName });
    go(at.asksWhat ? 'what' : 'until');
  }
  return (
    <Question
      title={say(at.asksWhat ? who : whoOfFirm)}
      help={say(at.asksWhat ? anybody : ofTheFirm)}
      back={{ to: at.list, says: say(at.listName) }}
      problems={problem === null ? [] : [{ field: 'agent-name', says: problem }]}
      onGo={onward}
    >
      <EntryField
        id="agent-name"
        label={say(at.asksWhat ? { zh: '姓名或名称', en: 'Name' } : { zh: '姓名', en: 'Name' })}
        autoComplete="off"
        maxLength={100}
        value={typed}
        problem={problem}
        onValue={setTyped}
      />
    </Question>
  );
}

const noName: Text = { zh: '请填代办人的姓名或名称', en: 'Enter the name of the person who is to act' };
const noNameOfFirm: Text = { zh: '请填经办人的姓名', en: 'Enter the name of the person who is to act' };
const who: Text = { zh: '委托谁', en: 'Who is to act for you' };
const whoOfFirm: Text = { zh: '请谁做经办人', en: 'Who is to act for the employer' };
const anybody: Text = {
  zh: '家人、朋友或者一个单位都可以。对方要有自己的账号；还没有的，先到窗口开通。',
  en: 'A relative, a friend or a firm. They need a login of their own, which they can get at a window.',
};
const ofTheFirm: Text = {
  zh: '经办人用自己的账号看职工名单、申报减员，办的每一步都记在本人名下。对方还没有账号的，先自行开通。',
  en: 'They use their own login to see the roster and report staff who leave, and every step is recorded under their name. If they have no login yet, they set one up first.',
};
