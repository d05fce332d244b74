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

/** A login of one's own as a successor, with the number and the secret of a question that was confirmed. */
export function OpenLogin({ of, onBack }: { readonly of: Key; readonly onBack: () => void }) {
  const say = useSay();
  const [typed, setTyped] = useState({ loginName: '', password: '' });
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const [done, setDone] = useState(false);
  const { send, busy, problem } = useWrite('POST /logins', () => setDone(true));
  function submit(event: FormEvent): void {
    event.preventDefault();
    const lacks = fields.filter(({ part }) => typed[part].trim() === '');
    setMissing(lacks.map(({ part, needs }) => ({ field: part, says: say(needs) })));
    if (lacks.length > 0 || busy) return;
    const { inquiryId, secret } = { inquiryId: of.inquiryId.trim(), secret: of.secret.trim() };
    const { password } = typed;
    send({ body: { by: 'account-inquiry', inquiryId, secret, loginName: typed.loginName.trim(), password } });
  }
  if (done) return <Opened />;
  return (
    <main id="main" className="narrow">
      <button type="button" className="back" onClick={onBack}>
        <Icon name="back" />
        {say({ zh: '返回', en: 'Back' })}
      </button>
      <ErrorSummary problems={missing} />
      {missing.length === 0 && <ProblemBox problem={problem} />}
      <Heading>{say({ zh: '给自己开通登录名', en: 'Open a login of your own' })}</Heading>
      <p className="muted">
        {say({
          zh: '这是您自己的登录名，和逝者的账号没有关系。',
          en: 'This login is your own. It has nothing to do with one that the person who died may have had.',
        })}
      </p>
      <form method="dialog" onSubmit={submit} noValidate>
        {fields.map(({ part, label, help, needs: _, ...input }) => (
          <EntryField
            key={part}
            id={part}
            {...input}
            label={say(label)}
            help={say(help)}
            value={typed[part]}
            problem={missing.find(({ field }) => field === part)?.says ?? null}
            onValue={(value) => setTyped({ ...typed, [part]: value })}
          />
        ))}
        <button type="submit" className="btn primary wide" aria-disabled={busy}>
          {say(busy ? { zh: '正在开通……', en: 'Opening…' } : { zh: '开通', en: 'Open it' })}
        </button>
      </form>
    </main>
  );
}

function Opened() {
  const say = useSay();
  const language = useLanguage();
  return (
    <main id="main" className="narrow">
      <Heading>{say({ zh: '开通好了', en: 'Your login is ready' })}</Heading>
      <p className="muted">
        {say({
          zh: '现在可以登录。不着急，什么时候办都可以，填过的会保存。',
          en: 'You can sign in now. There is no hurry, and what you fill in is kept.',
        })}
      </p>
      <a className="btn primary wide" href={`${homeOfMy(language)}/heir`}>
        {say({ zh: '去登录', en: 'Sign in' })}
      </a>
    </main>
  );
}

const fields = [
  {
    part: 'loginName',
    label: { zh: '登录名', en: 'Login name' },
    help: {
      zh: '以后用它登录；不要用证件号码',
      en: 'You sign in with it from now on. Do not use an identity number',
    },
    needs: { zh: '请起一个登录名', en: 'Choose a login name' },
    autoComplete: 'username',
    type: 'text',
  },
  {
    part: 'password',
    label: { zh: '密码', en: 'Password' },
    help: {
      zh: '至少 15 个字符，一句好记的话就行',
      en: 'At least 15 characters; a sentence that is easy to remember is good',
    },
    needs: { zh: '请设一个密码', en: 'Choose a password' },
    autoComplete: 'new-password',
    type: 'password',
  },
] as const satisfies readonly {
  readonly part: 'loginName' | 'password';
  readonly label: Text;
  readonly help: Text;
  readonly needs: Text;
  readonly autoComplete: string;
  readonly type: string;
}[];
