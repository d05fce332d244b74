import { type FormEvent, useState } from 'react';
import type { Text } from '#basics';
import type { Problem } from '../../ui/api.ts';
import { useSigning, useWrite } from '../../ui/asking.ts';
import { useActing } from '../../ui/capacity.tsx';
import { EntryField } from '../../ui/entry-field.tsx';
import { useSay } from '../../ui/language.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { accepted } from './accepted.ts';

/** Takes on what somebody lets one do, by the code that they handed over. */
export function AcceptMandate() {
  const { signedIn } = useSigning();
  const { kind } = useActing();
  const [done, setDone] = useState(false);
  const accept = useWrite('POST /mandates/acceptance', () => {
    setDone(true);
    void signedIn();
  });
  return (
    <CodeForm
      {...accept}
      {...{ done }}
      id="mandate-code"
      label={{ zh: '委托码', en: 'Code of the mandate' }}
      onward={{ zh: '接受委托', en: 'Accept the mandate' }}
      title={{ zh: '接受委托', en: 'Accept a mandate' }}
      intro={{
        zh: '有人委托您代办的，会给您一个委托码。填上它，委托就生效：替个人代办的，您的账号多一个“代办人”身份；做单位经办人的，多一个“单位”身份。',
        en: 'Somebody who lets you act for them gives you a code. Enter it here and the mandate takes effect: your login can then act as an agent too, or as the employer.',
      }}
      success={accepted(kind)}
      onCode={(code) => accept.send({ body: { code } })}
    />
  );
}

/** Adds a person or an employer to one's login, by the code that the window handed over. */
export function AddWithCode() {
  const { signedIn } = useSigning();
  const [done, setDone] = useState(false);
  const add = useWrite('POST /sessions/current/people', () => {
    setDone(true);
    void signedIn();
  });
  return (
    <CodeForm
      {...add}
      {...{ done }}
      id="window-code"
      label={{ zh: '窗口给的码', en: 'Code from the window' }}
      onward={{ zh: '增加身份', en: 'Add it' }}
      title={{ zh: '用窗口给的码增加身份', en: 'Act as somebody else too, with a code from a window' }}
      intro={{
        zh: '单位、继承人、未成年子女的账户，由窗口核对材料后给一个码，填在这里。',
        en: 'To act for an employer, as an heir or for a child’s account, show the papers at a window and get a code. Enter it here.',
      }}
      success={{ zh: '加上了，列在上面。', en: 'Added. It is listed above.' }}
      onCode={(code) => add.send({ body: { code } })}
    />
  );
}

function CodeForm(form: {
  readonly id: string;
  readonly label: Text;
  readonly onward: Text;
  readonly title: Text;
  readonly intro: Text;
  readonly success: Text;
  readonly done: boolean;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly onCode: (code: string) => void;
}) {
  const { id, label, onward, title, intro, success, done, busy, problem, onCode } = form;
  const say = useSay();
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  function submit(event: FormEvent): void {
    event.preventDefault();
    setMissing(code.trim() === '');
    if (code.trim() !== '' && !busy) onCode(code.trim());
  }
  return (
    <section className="card pad">
      <h2>{say(title)}</h2>
      {done ? (
        <p role="status">{say(success)}</p>
      ) : (
        <>
          <p className="small muted">{say(intro)}</p>
          <ProblemBox problem={problem} />
          <form onSubmit={submit} noValidate>
            <EntryField
              {...{ id }}
              label={say(label)}
              help={say({
                zh: '16 位，例如 7K3M-9QX2-TB04-GHE5',
                en: 'Sixteen characters, such as 7K3M-9QX2-TB04-GHE5',
              })}
              autoComplete="off"
              value={code}
              problem={missing ? say({ zh: '请填上码', en: 'Enter the code' }) : null}
              onValue={setCode}
            />
            <button type="submit" className="btn" aria-disabled={busy}>
              {say(onward)}
            </button>
          </form>
        </>
      )}
    </section>
  );
}
