import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { newQueryClient } from '../../ui/asking.ts';
import { Bar, Foot } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { Ask } from './ask.tsx';
import { nothingTyped } from './asked-form.ts';
import { inquiryTitle } from './inquiry-words.ts';
import { Kept } from './kept.tsx';
import { type Key, ReadAnswer } from './read-answer.tsx';

const places = ['start', 'ask', 'asked', 'answer'] as const;
type Place = (typeof places)[number];

/**
 * Whether somebody who died had an account: asked with papers to follow, answered by number and secret, which then open a login of
 * one's own. What is typed goes to the agency in the body of a request and is gone with the page; the browser's back button leads
 * to the step before, with what was typed there.
 */
export function AccountInquiry() {
  const [client] = useState(newQueryClient);
  const [place, go] = usePlace();
  const [key, setKey] = useState<Key>({ inquiryId: '', secret: '' });
  const [typed, setTyped] = useState(nothingTyped);
  const sent = useRef({ question: '', secret: '' });
  const back = () => go('start');
  const told = place === 'asked' && key.secret !== '';
  return (
    <QueryClientProvider client={client}>
      <Bar path="account-inquiry" />
      {(place === 'start' || (place === 'asked' && !told)) && (
        <Start onAsk={() => go('ask')} onAnswer={() => go('answer')} />
      )}
      {place === 'ask' && (
        <Ask
          {...{ typed, setTyped, sent }}
          onBack={back}
          onAsked={(asked) => {
            setKey(asked);
            go('asked');
          }}
        />
      )}
      {told && <Kept of={key} onAnswer={() => go('answer')} />}
      {place === 'answer' && <ReadAnswer known={key} onBack={back} />}
      <Foot />
    </QueryClientProvider>
  );
}

/** Behind the `#` of the address, so that each step is one of the browser's own. */
function usePlace(): readonly [Place, (to: Place) => void] {
  const [place, setPlace] = useState<Place>('start');
  useEffect(() => {
    const follow = () => setPlace(places.find((one) => `#${one}` === location.hash) ?? 'start');
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const go = (to: Place) => {
    location.hash = to === 'start' ? '' : to;
  };
  return [place, go];
}

function Start({ onAsk, onAnswer }: { readonly onAsk: () => void; readonly onAnswer: () => void }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <main id="main" className="narrow">
      <a className="back" href={`/${language}/heirs`}>
        <Icon name="back" />
        {say({ zh: '亲人去世以后', en: 'After somebody has died' })}
      </a>
      <h1>{say(inquiryTitle)}</h1>
      <p className="gently">
        {say({
          zh: '不用着急。先告诉我们是谁、您是谁，再带材料核对一次。核对之前，我们对所有人都只说同样的话，这样谁也打听不到别人的事。',
          en: 'There is no hurry. Tell us who died and who you are, and have your papers checked once. Until then we say the same to everybody, so that nobody can pry.',
        })}
      </p>
      <ol className="numbered how">
        <li>
          {say({
            zh: '填几项，记下编号和口令。',
            en: 'Fill in a few lines, and keep the number and the secret.',
          })}
        </li>
        <li>
          {say({
            zh: '死亡证明、关系证明可以当场拍照传来，也可以带到窗口或者寄来；您的身份证件要到窗口核对一次。两名工作人员确认。',
            en: 'Photograph the proofs of the death and of your relation and send them there, or bring or post them; your identity document is shown once at a window. Two officers confirm them.',
          })}
        </li>
        <li>
          {say({
            zh: '用编号和口令看答复：有没有账户、有多少；同时给自己开通登录名。',
            en: 'Read the answer with the number and the secret: whether there is an account and what it holds. With the same two you open a login of your own.',
          })}
        </li>
      </ol>
      <div className="two-does">
        <button type="button" className="btn primary wide" onClick={onAsk}>
          {say({ zh: '开始填写', en: 'Begin' })}
        </button>
        <button type="button" className="btn wide" id="answer" onClick={onAnswer}>
          {say({ zh: '问过了，看答复', en: 'I have asked: read the answer' })}
        </button>
      </div>
    </main>
  );
}
