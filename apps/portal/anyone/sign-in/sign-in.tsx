import { type FormEvent, type InputHTMLAttributes, useState } from 'react';
import { Link, useLocation } from 'react-router';
import type { Text } from '#basics';
import { useTypedAlong } from '../../ui/along.ts';
import { useSigning, useWrite } from '../../ui/asking.ts';
import { EntryField } from '../../ui/entry-field.tsx';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary.tsx';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { checkerIn, heirsIn, pageOf } from '../../ui/links.ts';
import { ProblemBox } from '../../ui/problem-box.tsx';
import type { Before } from '../../ui/signed-in.tsx';
import { wantsThis } from '../../ui/wanted.ts';
import { heirsTitle } from '../heirs/heirs-words.ts';

/** Signing in, in the place of the page that somebody wants: after it that page is there, with what they had filled in. */
export function SignIn({ before }: { readonly before: Before }) {
  const say = useSay();
  return (
    <main id="main" className="narrow">
      <Heading quiet={before === 'came'}>{say(headings[before])}</Heading>
      <p className="muted">{say(notes[before])}</p>
      <SignInForm />
      <Others />
    </main>
  );
}

type Field = 'login-name' | 'password' | 'totp';

function SignInForm() {
  const say = useSay();
  const { signedIn } = useSigning();
  const [typed, setTyped] = useState<Readonly<Record<Field, string>>>({
    ...nothingTyped,
    'login-name': useTypedAlong()['login-name'] ?? '',
  });
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const [withCode, setWithCode] = useState(false);
  const { send, busy, problem } = useWrite('POST /sessions', signedIn);
  const asksForCode = withCode || problem?.code === 'access.second-factor-needed';
  const fields = allFields.filter(({ id }) => id !== 'totp' || asksForCode);
  function submit(event: FormEvent): void {
    event.preventDefault();
    const lacks = fields.filter(({ id, isFilled }) => !isFilled(typed[id].trim()));
    setMissing(lacks.map(({ id, needs }) => ({ field: id, says: say(needs) })));
    if (lacks.length > 0 || busy) return;
    setWithCode(asksForCode);
    const code = asksForCode ? { totp: typed.totp.trim() } : {};
    const name = typed['login-name'].trim();
    send({ body: { as: 'person', loginName: name, password: typed.password, ...code } });
  }
  return (
    <>
      <ErrorSummary problems={missing} />
      {missing.length === 0 && <ProblemBox problem={problem} />}
      {missing.length === 0 && problem?.code === 'access.login-closed' && <AfterADeath />}
      <form onSubmit={submit} noValidate data-along>
        {fields.map(({ id, label, help, input }) => (
          <EntryField
            key={id}
            {...{ id, ...input }}
            label={say(label)}
            help={help && say(help)}
            value={typed[id]}
            problem={missing.find(({ field }) => field === id)?.says ?? null}
            onValue={(value) => setTyped({ ...typed, [id]: value })}
          />
        ))}
        <button type="submit" className="btn primary wide" aria-disabled={busy}>
          {say(busy ? { zh: '正在登录……', en: 'Signing in…' } : { zh: '登录', en: 'Sign in' })}
        </button>
      </form>
    </>
  );
}

/** Whoever tries it may be a relative: the way to what they can do. */
function AfterADeath() {
  const say = useSay();
  const language = useLanguage();
  return (
    <p>
      <a href={heirsIn(language)}>{say(heirsTitle)}</a>
    </p>
  );
}

const nothingTyped = { 'login-name': '', password: '', totp: '' };

const allFields: readonly {
  readonly id: Field;
  readonly label: Text;
  readonly help?: Text;
  readonly needs: Text;
  readonly isFilled: (typed: string) => boolean;
  readonly input: Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'type' | 'inputMode' | 'autoComplete' | 'maxLength'
  >;
}[] = [
  {
    id: 'login-name',
    label: { zh: '登录名', en: 'Login name' },
    needs: { zh: '请填登录名', en: 'Enter your login name' },
    isFilled: (typed) => typed !== '',
    input: { autoComplete: 'username' },
  },
  {
    id: 'password',
    label: { zh: '密码', en: 'Password' },
    needs: { zh: '请填密码', en: 'Enter your password' },
    isFilled: (typed) => typed !== '',
    input: { type: 'password', autoComplete: 'current-password' },
  },
  {
    id: 'totp',
    label: { zh: '动态验证码', en: 'One-time code' },
    help: { zh: '验证器应用上显示的六位数字', en: 'The six digits that your authenticator app shows' },
    needs: { zh: '请填六位数字的动态验证码', en: 'Enter the six digits of the one-time code' },
    isFilled: (typed) => /^\d{6}$/.test(typed),
    input: { inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 6 },
  },
];

function Others() {
  const say = useSay();
  const language = useLanguage();
  const state = wantsThis(useLocation());
  return (
    <ul className="others">
      <li>
        <Link to={pageOf.activate()} state={state}>
          <Icon name="next" />
          {say({ zh: '第一次来：用激活码开通', en: 'First time here: activate with a code' })}
        </Link>
      </li>
      <li>
        <Link to={pageOf.recover()} state={state}>
          <Icon name="next" />
          {say({ zh: '忘了密码：用一个码重设', en: 'Forgotten password: set a new one with a code' })}
        </Link>
      </li>
      <li>
        <a href={checkerIn(language)}>
          <Icon name="next" />
          {say({
            zh: '只想问问能不能转移或领取：不用登录',
            en: 'Only asking whether you can transfer or withdraw: no sign-in',
          })}
        </a>
      </li>
    </ul>
  );
}

const headings: Readonly<Record<Before, Text>> = {
  came: { zh: '登录', en: 'Sign in' },
  expired: { zh: '请再登录一次', en: 'Please sign in again' },
  left: { zh: '已经退出', en: 'You have signed out' },
};
const notes: Readonly<Record<Before, Text>> = {
  came: {
    zh: '请先登录。',
    en: 'Please sign in first.',
  },
  expired: {
    zh: '离开太久，登录已经失效。登录后回到刚才这一页，填过的还在。',
    en: 'You were away for a while, and your session is over. Sign in and you are back on this page, with what you had filled in.',
  },
  left: {
    zh: '这台设备上没有留下您的信息。',
    en: 'Nothing of yours is left on this device.',
  },
};
