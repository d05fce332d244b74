import { Link } from 'react-router';
import type { Text } from '#basics';
import { showDate } from '../../ui/dates.ts';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { invitedPage } from '../../ui/links.ts';
import { yuan } from '../../ui/money.tsx';
import { sentence } from '../../ui/sentence.ts';
import { shanghaiDay } from '../../ui/shanghai-day.ts';
import { TaskList } from '../../ui/task-list.tsx';
import { toTheDay } from '../to-the-day.ts';
import { untilWhen } from '../until.ts';
import { headingOf } from './heading.ts';
import { Letters } from './letters.tsx';
import { type Seen, useSavedAccount, WithSeen } from './link.tsx';
import { Objected } from './objected.tsx';
import { OwnAccount } from './own-account.tsx';
import { tasksOf } from './own-tasks.ts';
import { SharesSeen } from './shares-seen.tsx';
import { afterwardsFor, gentleAt, leftOut, meanwhileFor, shareOf, stageOf, youAre } from './stage.ts';

/** What an invited heir is told first: the shares in plain words, and the three things that they may do, in any order. */
export function InvitedHome() {
  return <WithSeen>{(seen) => <Home seen={seen} />}</WithSeen>;
}

function Home({ seen }: { readonly seen: Seen }) {
  const say = useSay();
  const language = useLanguage();
  const { tail } = useSavedAccount();
  const { relation, guardianSpeaks, expiresAt, decided } = seen;
  const hidden = leftOut(seen);
  return (
    <main id="main" className="narrow">
      <header className="heirs-head">
        <Heading quiet>{sentence(say(headingOf(seen)))}</Heading>
        <p className="gently">
          {say(gentleAt[stageOf(seen)], {
            who: seen.deceasedName,
            you: say(youAre(relation, guardianSpeaks)),
            share: say(shareOf(guardianSpeaks)),
          })}
          {hidden && say({ zh: '{text}', en: ' {text}' }, { text: say(hidden) })}
        </p>
        {guardianSpeaks && (
          <p className="gently">
            {say({
              zh: '继承人未成年，由您作为监护人表示。监护人可以同意或者提出异议，不能代为放弃。',
              en: 'The heir is a minor, and you speak as the guardian. You may agree or object; nobody can waive for a minor.',
            })}
          </p>
        )}
      </header>
      {seen.unconfirmed && (
        <section className="keep">
          <h2>{say({ zh: '还要确认一次', en: 'To be confirmed once more' })}</h2>
          <p>{say(howConfirmed)}</p>
        </section>
      )}
      <Objected of={seen} />
      {(seen.ownShare.length > 0 || seen.ownAmount) && <OwnShare of={seen} />}
      <OwnAccount of={seen} />
      {seen.shares.length > 0 && <SharesSeen of={seen} />}
      <section className="sec">
        <h2>{say({ zh: '您可以做的', en: 'What you can do' })}</h2>
        <TaskList of={tasksOf(seen, { say, tail })} />
        <Contact of={seen} />
      </section>
      <Letters />
      <section className="calm">
        <h2>
          <Icon name="clock" />
          {say(decided ? { zh: '接下来', en: 'From here' } : { zh: '不用急着决定', en: 'There is no hurry' })}
        </h2>
        <p>
          {say(decided ? afterwardsFor(seen) : meanwhile, {
            until: untilWhen(expiresAt, language),
          })}
          {!decided && meanwhileFor(seen).map((text) => <span key={text.en}> {say(text)}</span>)}
        </p>
      </section>
    </main>
  );
}

/** In which language they are written to, and where: theirs to say, unless it stands already. */
function Contact({ of: { contactStands: stands } }: { readonly of: Seen }) {
  const say = useSay();
  if (stands) return <p className="small muted">{say(contactStands)}</p>;
  return (
    <p className="does-row">
      <Link to={invitedPage.contact()}>
        {say({
          zh: '用什么语言、发到哪个邮箱（可以不填）',
          en: 'Language and e-mail for letters, if you like',
        })}
      </Link>
    </p>
  );
}

/** What their own share comes to, where it is, and once it is paid, when and how much. */
function OwnShare({ of: { ownShare, ownAmount, guardianSpeaks } }: { readonly of: Seen }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <section className="card pad">
      <h2>{sentence(say(shareOf(guardianSpeaks)))}</h2>
      {ownAmount && (
        <>
          <p>{say(comesTo, { sum: yuan(ownAmount.amountFen), whole: yuan(ownAmount.ofFen) })}</p>
          {ownAmount.provisional && <p className="small muted">{say(toTheDay)}</p>}
        </>
      )}
      {ownShare.map(({ paidOn, amountFen, where }) => (
        <p key={`${paidOn} ${where.en}`}>
          {paidOn === null || amountFen === null
            ? say(where)
            : say(guardianSpeaks ? paidForChild : paidThen, {
                on: showDate(shanghaiDay(paidOn), language),
                sum: yuan(amountFen),
              })}
        </p>
      ))}
    </section>
  );
}

const howConfirmed: Text = {
  zh: '您说的已经记下，但还不算数：这个链接是家人转给您的，我们要确认是您本人的意思。请带身份证件到任一窗口，签一份书面表示；工作人员登记以后就算数。改了主意的，也请到窗口告诉我们。',
  en: 'What you said is noted but does not count yet: a relative passed this link on to you, and we need to be sure that it is your own wish. Bring your identity document to any window and sign a statement there; it counts once we have recorded it. If you have changed your mind, tell us at the window too.',
};
const meanwhile: Text = {
  zh: '链接有效期至 {until}，可以先看、先问，改天再答。链接只给您一个人用，请不要转发。',
  en: 'This link is good until {until}. Read it, ask, and answer another day. It is for you alone: do not pass it on.',
};
const comesTo: Text = { zh: '{sum}，总额 {whole}', en: '{sum} of {whole}' };
const paidThen: Text = { zh: '{on}已付到您的账户：{sum}', en: 'Paid to your account on {on}: {sum}' };
const paidForChild: Text = {
  zh: '{on}已付到为孩子填的账户：{sum}',
  en: 'Paid on {on} to the account named for the child: {sum}',
};
const contactStands: Text = {
  zh: '信函用的语言和邮箱，用这个链接不能再改；要改，请带身份证件到窗口。',
  en: 'Language and e-mail for letters cannot be changed with this link any more. To change them come to a window with your identity document.',
};
