import { type FormEvent, useState } from 'react';
import type { Text } from '#basics';
import { useWrite } from '../../ui/asking.ts';
import { EntryField } from '../../ui/entry-field.tsx';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary.tsx';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { homeOfMy } from '../../ui/links.ts';
import { ProblemBox } from '../../ui/problem-box.tsx';
import type { Key } from './read-answer.tsx';

/** Whoever has a login of their own already signs in with it, and it stands for the person who died, too. */
export function AddToLogin({ of, onBack }: { readonly of: Key; readonly onBack: () => void }) {
  const say = useSay();
  const language = useLanguage();
  const [typed, setTyped] = useState({ loginName: '', password: '', totp: '' });
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const add = useWrite('POST /sessions/current/people', () => location.assign(`${homeOfMy(language)}/heir`));
  const signIn = useWrite('POST /sessions', () =>
    add.send({ body: { inquiryId: of.inquiryId.trim(), secret: of.secret.trim() } }),
  );
  const busy = signIn.busy || add.busy;
  // Once it was asked for it stays, also while a wrong one is taken out.
  const [codeAsked, setCodeAsked] = useState(false);
  const asksForCode = codeAsked || signIn.problem?.code === 'access.second-factor-needed';
  const fields = allFields.filter(({ part }) => part !== 'totp' || asksForCode);
  function submit(event: FormEvent): void {
    event.preventDefault();
    const lacks = fields.filter(({ part }) => typed[part].trim() === '');
    setMissing(lacks.map(({ part, needs }) => ({ field: part, says: say(needs) })));
    if (lacks.length > 0 || busy) return;
    setCodeAsked(asksForCode);
    const { password } = typed;
    const code = asksForCode ? { totp: typed.totp.trim() } : {};
    signIn.send({ body: { as: 'person', loginName: typed.loginName.trim(), password, ...code } });
  }
  return (
    <main id="main" className="narrow">
      <button type="button" className="back" onClick={onBack}>
        <Icon name="back" />
        {say({ zh: '返回', en: 'Back' })}
      </button>
      <ErrorSummary problems={missing} />
      {missing.length === 0 && <ProblemBox problem={signIn.problem ?? add.problem} />}
      <Heading>{say({ zh: '用我自己的登录名', en: 'With the login that I have' })}</Heading>
      <p className="muted">
        {say({
          zh: '登录以后，它除了您自己的医保，也能办这件事。',
          en: 'You can then use it for this too, besides your own insurance.',
        })}
      </p>
      <form method="dialog" onSubmit={submit} noValidate>
        {fields.map(({ part, label, needs: _, ...input }) => (
          <EntryField
            key={part}
            id={part}
            {...input}
            label={say(label)}
            value={typed[part]}
            problem={missing.find(({ field }) => field === part)?.says ?? null}
            onValue={(value) => setTyped({ ...typed, [part]: value })}
          />
        ))}
        <button type="submit" className="btn primary wide" aria-disabled={busy}>
          {say(
            busy ? { zh: '正在登录……', en: 'Signing in…' } : { zh: '登录并加上', en: 'Sign in and add it' },
          )}
        </button>
      </form>
    </main>
  );
}

const allFields = [
  {
    part: 'loginName',
    label: { zh: '登录名', en: 'Login name' },
    needs: { zh: '请填登录名', en: 'Enter your login name' },
    ...{ autoComplete: 'username', type: 'text' },
  },
  {
    part: 'password',
    label: { zh: '密码', en: 'Password' },
    needs: { zh: '请填密码', en: 'Enter your password' },
    ...{ autoComplete: 'current-password', type: 'password' },
  },
  {
    part: 'totp',
    label: { zh: '动态验证码', en: 'One-time code' },
    needs: { zh: '请填六位数字的动态验证码', en: 'Enter the six digits of the one-time code' },
    ...{ autoComplete: 'one-time-code', type: 'text' },
  },
] as const satisfies readonly {
  readonly part: 'loginName' | 'password' | 'totp';
  readonly label: Text;
  readonly needs: Text;
  readonly autoComplete: string;
  readonly type: string;
}[];
