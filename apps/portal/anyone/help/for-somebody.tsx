import { useSay } from '../../ui/language.tsx';
import { Section } from '../../ui/plain-page.tsx';
import { topics } from './help-words.ts';

/** How somebody acts for another: by a mandate that says what for and until when. */
export function ForSomebody() {
  const say = useSay();
  return (
    <Section id="for-somebody" title={say(topics['for-somebody'])}>
      <div className="card pad">
        <ol className="numbered">
          <li>
            {say({
              zh: '本人登录后在“委托代办”里写明：委托谁、办什么（可以只限这一件）、到哪天为止，页面给出一个委托码，只显示一次。',
              en: 'The person signs in and says under “Who acts for me” who acts, in what (one case only, if they like), and until when. The page shows a code, once.',
            })}
          </li>
          <li>
            {say({
              zh: '本人上不了网的，带委托书和双方的有效身份证件到窗口：两位工作人员先后核对，再给委托码。',
              en: 'Whoever cannot do that online brings a written mandate and both identity documents to a window: two officers check it, one after the other, and hand the code over.',
            })}
          </li>
          <li>
            {say({
              zh: '代办人用自己的账号接受委托。此后办的每一步都记在代办人名下，本人随时看得到。',
              en: 'Whoever acts accepts it under their own login. Each step is on record as theirs, and the person can see it at any time.',
            })}
          </li>
        </ol>
        <ul className="plain">
          <li>
            {say({
              zh: '不用、也不要把自己的密码交给别人。',
              en: 'Nobody needs your password; keep it to yourself.',
            })}
          </li>
          <li>
            {say({
              zh: '委托随时可以终止，马上生效；委托人去世的，自动终止。',
              en: 'A mandate can be ended at any time, at once. It ends by itself when the person dies.',
            })}
          </li>
          <li>
            {say({
              zh: '钱只付到本人（或者继承人本人）的账户，不付给代办人。',
              en: 'Money goes to the person’s own account, or the heir’s own, never to whoever acts for them.',
            })}
          </li>
        </ul>
      </div>
    </Section>
  );
}
