import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWrite } from '../../ui/asking.ts';
import { Choices } from '../../ui/choices.tsx';
import { EntryField } from '../../ui/entry-field.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { invitedPage } from '../../ui/links.ts';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Question } from '../../ui/question.tsx';
import { useSecret, useSeenAgain } from './link.tsx';

/** In which language an heir is written to, and where notices go. */
export function ContactPage() {
  const say = useSay();
  const page = useLanguage();
  const navigate = useNavigate();
  const again = useSeenAgain();
  const secret = useSecret();
  const [language, setLanguage] = useState<'zh' | 'en'>(page);
  const [email, setEmail] = useState('');
  const { send, busy, problem } = useWrite('POST /heir-links/contact', async () => {
    await again();
    await navigate(invitedPage.home());
  });
  return (
    <Question
      title={say({ zh: '我们怎么告诉您？', en: 'How should we contact you?' })}
      help={say({
        zh: '信函随时可以用这个链接看；填了邮箱的，有新消息会发一封通知。',
        en: 'You can read your letters with this link at any time. If you give an e-mail address, we tell you when there is something new.',
      })}
      back={{ to: invitedPage.home(), says: say({ zh: '返回', en: 'Back' }) }}
      problems={[]}
      busy={busy}
      onward={say({ zh: '保存', en: 'Save' })}
      onGo={() => send({ body: { secret, language, email: email.trim() === '' ? null : email.trim() } })}
      after={<ProblemBox problem={problem} />}
    >
      <Choices
        name="language"
        of={[
          { id: 'zh', label: '中文' },
          { id: 'en', label: 'English' },
        ]}
        chosen={language}
        problem={null}
        onChoose={(id) => setLanguage(id === 'en' ? 'en' : 'zh')}
      />
      <EntryField
        id="email"
        type="email"
        label={say({ zh: '电子邮箱（可以不填）', en: 'E-mail (optional)' })}
        value={email}
        maxLength={254}
        autoComplete="email"
        problem={null}
        onValue={setEmail}
      />
    </Question>
  );
}
