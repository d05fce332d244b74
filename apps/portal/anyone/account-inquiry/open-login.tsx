import { useState } from 'react';
import { useWrite } from '../../ui/asking.ts';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { homeOfMy } from '../../ui/links.ts';
import { LoginForm, nameField, passwordField } from '../../ui/login-form.tsx';
import type { Key } from './read-answer.tsx';

/** A login of one's own as a successor, with the number and the secret of a question that was confirmed. */
export function OpenLogin({ of, onBack }: { readonly of: Key; readonly onBack: () => void }) {
  const say = useSay();
  const [done, setDone] = useState(false);
  const { send, busy, problem } = useWrite('POST /logins', () => setDone(true));
  const { inquiryId, secret } = { inquiryId: of.inquiryId.trim(), secret: of.secret.trim() };
  if (done) return <Opened />;
  return (
    <main id="main" className="narrow">
      <button type="button" className="back" onClick={onBack}>
        <Icon name="back" />
        {say({ zh: '返回', en: 'Back' })}
      </button>
      <Heading>{say({ zh: '给自己开通登录名', en: 'Open a login of your own' })}</Heading>
      <p className="muted">
        {say({
          zh: '这是您自己的登录名，和逝者的账号没有关系。',
          en: 'This login is your own. It has nothing to do with one that the person who died may have had.',
        })}
      </p>
      <LoginForm
        {...{ busy, problem }}
        fields={[nameField, passwordField]}
        onward={busy ? { zh: '正在开通……', en: 'Opening…' } : { zh: '开通', en: 'Open it' }}
        onSubmit={({ loginName, password }) =>
          send({ body: { by: 'account-inquiry', inquiryId, secret, loginName, password } })
        }
      />
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
