import { useState } from 'react';
import { Link } from 'react-router';
import type { Text } from '#basics';
import type { Problem } from '../../ui/api.ts';
import { useWrite } from '../../ui/asking.ts';
import { Heading } from '../../ui/heading.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import {
  type LoginField,
  LoginForm,
  type LoginTyped,
  nameField,
  passwordField,
} from '../../ui/login-form.tsx';
import { useWanted } from '../../ui/wanted.ts';
import { Done } from './done.tsx';

/** A login of one's own with the code that the window handed over. */
export function Activate() {
  const [done, setDone] = useState(false);
  const { send, busy, problem } = useWrite('POST /logins', () => setDone(true));
  if (done) return <Done title={activated} />;
  return (
    <CodeForm
      {...{ busy, problem }}
      title={{ zh: '开通网上服务', en: 'Activate your login' }}
      intro={{
        zh: '带有效证件到窗口，工作人员核对后给您一个激活码。填上激活码，再起一个登录名和密码。',
        en: 'The window gives you a code once it has seen your identity document. Enter it here, and choose a login name and a password.',
      }}
      names
      onSubmit={({ code, loginName, password }) =>
        send({ body: { by: 'window-code', code, loginName, password } })
      }
    />
  );
}

/** A new password with a code from the window. */
export function Recover() {
  const say = useSay();
  const [loginName, setLoginName] = useState<string | null>(null);
  const { send, busy, problem } = useWrite('POST /logins/recovery', (answer) =>
    setLoginName(answer.loginName),
  );
  if (loginName !== null)
    return (
      <Done
        title={{ zh: '新密码已经生效', en: 'Your new password is set' }}
        name={`${say({ zh: '登录名', en: 'Login name' })} ${loginName}`}
      />
    );
  return (
    <CodeForm
      {...{ busy, problem }}
      title={{ zh: '重设密码', en: 'Set a new password' }}
      intro={{
        zh: '带有效证件到窗口，工作人员核对后给您一个码。填上它，再设新密码。',
        en: 'The window gives you a code once it has seen your identity document. Enter it here, and choose a new password.',
      }}
      names={false}
      onSubmit={({ code, password }) => send({ body: { by: 'window-code', code, password } })}
    />
  );
}

function CodeForm(form: {
  readonly title: Text;
  readonly intro: Text;
  readonly names: boolean;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly onSubmit: (typed: LoginTyped) => void;
}) {
  const { title, intro, names, ...of } = form;
  const say = useSay();
  return (
    <main id="main" className="narrow">
      <Heading>{say(title)}</Heading>
      <p className="muted">{say(intro)}</p>
      <LoginForm
        {...of}
        fields={names ? [codeField, nameField, passwordField] : [codeField, passwordField]}
        onward={{ zh: '确定', en: 'Confirm' }}
      />
      <Otherwise names={names} />
    </main>
  );
}

function Otherwise({ names }: { readonly names: boolean }) {
  const say = useSay();
  const wanted = useWanted();
  return (
    <ul className="others">
      <li>
        <Link to={names ? pageOf.activateBySent() : pageOf.recoverBySent()} state={{ wanted }}>
          {say({
            zh: '没有码：发到登记的手机或邮箱',
            en: 'No code yet: have one sent to the telephone or e-mail on record',
          })}
        </Link>
      </li>
      <li>
        <Link to={wanted}>{say({ zh: '已有登录名，去登录', en: 'I have a login: sign in' })}</Link>
      </li>
    </ul>
  );
}

const activated: Text = { zh: '开通好了', en: 'Your login is ready' };

const codeField: LoginField = {
  part: 'code',
  label: { zh: '窗口给的码', en: 'Code from the window' },
  help: { zh: '16 位，例如 7K3M-9QX2-TB04-GHE5', en: 'Sixteen characters, such as 7K3M-9QX2-TB04-GHE5' },
  needs: { zh: '请填窗口给的码', en: 'Enter the code from the window' },
  of: { autoComplete: 'off' },
};
