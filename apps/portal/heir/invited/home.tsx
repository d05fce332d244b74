import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Text } from '#basics';
import { type Answer, call } from '../../ui/api.ts';
import { useWrite } from '../../ui/asking.ts';
import { showDate } from '../../ui/dates.ts';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { invitedPage } from '../../ui/links.ts';
import { yuan } from '../../ui/money.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { sentence } from '../../ui/sentence.ts';
import { shanghaiDay } from '../../ui/shanghai-day.ts';
import { type Task, TaskList } from '../../ui/task-list.tsx';
import { type Seen, useSecret, WithSeen } from './link.tsx';
import { SharesSeen } from './shares-seen.tsx';
import { afterwardsAt, answerStands, gentleAt, meanwhileFor, stageOf } from './stage.ts';

/** What an invited heir is told first: the shares in plain words, and the three things that they may do, in any order. */
export function InvitedHome() {
  return <WithSeen>{(seen) => <Home seen={seen} />}</WithSeen>;
}

function Home({ seen }: { readonly seen: Seen }) {
  const say = useSay();
  const language = useLanguage();
  const { relation, guardianSpeaks, expiresAt, decided } = seen;
  return (
    <main id="main" className="narrow">
      <header className="heirs-head">
        <Heading quiet>{say(headingOf(seen))}</Heading>
        <p className="gently">
          {say(gentleAt[stageOf(seen)], {
            who: seen.deceasedName,
            relation: say(relation).toLocaleLowerCase(),
          })}
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
      {seen.ownShare.length > 0 && <OwnShare of={seen} />}
      {seen.shares.length > 0 && <SharesSeen of={seen} />}
      <section className="sec">
        <h2>{say({ zh: '您可以做的', en: 'What you can do' })}</h2>
        <TaskList of={tasksOf(seen, say)} />
        <Contact of={seen} />
      </section>
      <Letters />
      <section className="calm">
        <h2>
          <Icon name="clock" />
          {say(decided ? { zh: '接下来', en: 'From here' } : { zh: '不用急着决定', en: 'There is no hurry' })}
        </h2>
        <p>
          {say(decided ? afterwardsAt[stageOf(seen)] : meanwhile, {
            until: showDate(shanghaiDay(expiresAt), language),
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

/** Where their own share is, and once it is paid, when and how much. */
function OwnShare({ of: { ownShare } }: { readonly of: Seen }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <section className="card pad">
      <h2>{say({ zh: '您的一份', en: 'Your share' })}</h2>
      {ownShare.map(({ paidOn, amountFen, where }) => (
        <p key={`${paidOn} ${where.en}`}>
          {paidOn === null || amountFen === null
            ? say(where)
            : say(paidThen, { on: showDate(shanghaiDay(paidOn), language), sum: yuan(amountFen) })}
        </p>
      ))}
    </section>
  );
}

function tasksOf(seen: Seen, say: ReturnType<typeof useSay>): readonly Task[] {
  const { word, yourWord, accountNamed, decided, shares, guardianSpeaks } = seen;
  const out = word === 'waive';
  const nothingYet = shares.length === 0;
  return [
    {
      ...{ id: 'answer', to: invitedPage.answer() },
      title: say({ zh: '您的答复', en: 'Your answer' }),
      hint: yourWord
        ? sentence(say(yourWord))
        : say(
            guardianSpeaks
              ? { zh: '同意，或者有异议', en: 'Agree or object' }
              : { zh: '同意、放弃，或者有异议', en: 'Agree, waive or object' },
          ),
      state: out
        ? { is: 'over', says: say({ zh: '已表示', en: 'Answered' }), why: say(waivedAlready) }
        : nothingYet
          ? { is: 'not-yet', why: say({ zh: '等份额提出来', en: 'Once shares are proposed' }) }
          : answerState(seen, say),
    },
    {
      ...{ id: 'account', to: invitedPage.account() },
      title: say(
        guardianSpeaks
          ? { zh: '孩子那一份的收款账户', en: 'The account for the child’s share' }
          : { zh: '您的收款账户', en: 'The account for your share' },
      ),
      hint: say(
        guardianSpeaks
          ? { zh: '孩子那一份直接付到这里', en: 'The child’s share is paid there directly' }
          : { zh: '您那一份直接付到这里', en: 'Your share is paid there directly' },
      ),
      state:
        out || decided || seen.accountStands
          ? accountOver(seen, say)
          : { is: accountNamed ? 'done' : 'to-do' },
    },
  ];
}

/** Done only once it counts. */
function answerState(seen: Seen, say: ReturnType<typeof useSay>): Task['state'] {
  const stands = answerStands(seen);
  if (stands === 'to-confirm')
    return { is: 'waiting', who: say({ zh: '您到窗口确认', en: 'you to confirm it at a window' }) };
  return { is: stands === 'given' ? 'done' : 'to-do' };
}

/** After a waiver or the decision no account is named here any more. */
function accountOver(seen: Seen, say: ReturnType<typeof useSay>): Task['state'] {
  if (seen.word === 'waive')
    return { is: 'over', says: say({ zh: '不用填', en: 'Not needed' }), why: say(nothingToPay) };
  if (seen.ended) return { is: 'over', says: say({ zh: '不用填', en: 'Not needed' }), why: say(noPayment) };
  const paid = stageOf(seen) === 'paid';
  if (!seen.decided) return { is: 'over', says: say({ zh: '已填好', en: 'Named' }), why: say(accountStands) };
  return {
    is: 'over',
    says: say(seen.accountNamed ? { zh: '已填好', en: 'Named' } : { zh: '请到窗口', en: 'At a window' }),
    why: say(paid ? alreadyPaid : seen.accountNamed ? atTheWindow : nameAtTheWindow),
  };
}

type LetterList = Answer<'POST /heir-links/letters'>['items'];

/** The letters to this heir, and nobody else's. */
function Letters() {
  const say = useSay();
  const language = useLanguage();
  const secret = useSecret();
  const listed = useQuery({
    queryKey: ['heir-link', 'letters'],
    queryFn: () => call('POST /heir-links/letters', { body: { secret } }),
  });
  const { send, busy, problem } = useWrite(
    'POST /heir-links/letters/print',
    ({ base64, mediaType, fileName }) => save({ base64, mediaType, fileName }),
  );
  const letters: LetterList = listed.data?.items ?? [];
  if (letters.length === 0) return null;
  return (
    <section className="sec">
      <h2>{say({ zh: '写给您的信', en: 'Letters to you' })}</h2>
      <ProblemBox problem={problem} />
      <ul className="card contents">
        {letters.map(({ number, title, issuedAt }) => (
          <li key={number}>
            <button
              type="button"
              className="letter-row"
              aria-disabled={busy}
              onClick={() => !busy && send({ body: { secret, letter: number, language, form: 'pdf' } })}
            >
              <Icon name="document" />
              <span>
                <b>{say(title)}</b>
                <span className="small muted">{showDate(shanghaiDay(String(issuedAt)), language)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function save(file: {
  readonly base64: string;
  readonly mediaType: string;
  readonly fileName: string;
}): void {
  const bytes = Uint8Array.from(atob(file.base64), (each) => each.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }));
  const link = document.createElement('a');
  Object.assign(link, { href: address, download: file.fileName });
  link.click();
  URL.revokeObjectURL(address);
}

function headingOf(seen: Seen): Text {
  const { word, unconfirmed, decided } = seen;
  if (word === null && stageOf(seen) === 'unshared') return notYet;
  if (word === null && decided) return { zh: '您的一份', en: 'Your share' };
  const stands = answerStands(seen);
  if (stands === 'again') return changed;
  if (stands === 'to-confirm') return word === 'waive' ? waivedUnseen : agreedUnseen;
  return word === 'waive' && unconfirmed ? waivedUnseen : (headings[word ?? ''] ?? opening);
}

const notYet: Text = { zh: '怎样分，还没有提出来', en: 'No shares are proposed yet' };
const opening: Text = { zh: '这样分，您同意吗？', en: 'Do you agree to these shares?' };
const headings: Readonly<Record<string, Text>> = {
  agree: { zh: '您已同意这样分', en: 'You have agreed to these shares' },
  waive: { zh: '您已放弃自己的一份', en: 'You have waived your share' },
  object: { zh: '您提出了异议', en: 'You have objected' },
};
const waivedUnseen: Text = {
  zh: '您表示放弃，还要确认一次',
  en: 'You said that you waive; it is still to be confirmed',
};
const agreedUnseen: Text = {
  zh: '您表示同意，还要确认一次',
  en: 'You said that you agree; it is still to be confirmed',
};
const changed: Text = {
  zh: '份额改过了，这样分您同意吗？',
  en: 'The shares have changed. Do you agree to these?',
};
const howConfirmed: Text = {
  zh: '您说的已经记下，但还不算数：这个链接是家人转给您的，我们要确认是您本人的意思。请带身份证件到任一窗口，签一份书面表示；工作人员登记以后就算数。改了主意的，也请到窗口告诉我们。',
  en: 'What you said is noted but does not count yet: a relative passed this link on to you, and we need to be sure that it is your own wish. Please bring your identity document to any window and sign a statement there; it counts once we have recorded it. If you have changed your mind, tell us at the window too.',
};
const meanwhile: Text = {
  zh: '这个链接到 {until} 有效，可以先看、先问，改天再答。链接只给您一个人用，请不要转发。',
  en: 'This link is good until {until}. Read it, ask, and answer another day. It is for you alone: please do not pass it on.',
};
const paidThen: Text = { zh: '{on}已付到您的账户：{sum}', en: 'Paid to your account on {on}: {sum}' };
const accountStands: Text = {
  zh: '本人已经登记过账户，家人转的链接不能更改；要改，请带身份证件到窗口。',
  en: 'You have named an account already, and a link that a relative passed on does not change it. To change it come to a window with your identity document.',
};
const contactStands: Text = {
  zh: '信函用的语言和邮箱，本人已经登记过；要改，请带身份证件到窗口。',
  en: 'Language and e-mail for letters are on record already. To change them come to a window with your identity document.',
};
const waivedAlready: Text = {
  zh: '放弃以后不能用链接收回；要改，请到窗口，或者由法院决定。',
  en: 'A waiver is not taken back by a link. To change it come to a window; a court may decide.',
};
const nothingToPay: Text = {
  zh: '放弃以后，没有要付给您的钱。',
  en: 'After a waiver nothing is paid to you.',
};
const noPayment: Text = {
  zh: '申请已经结束，没有付款。',
  en: 'The application has ended without a payment.',
};
const alreadyPaid: Text = { zh: '您的一份已经付到这里。', en: 'Your share has been paid there.' };
const nameAtTheWindow: Text = {
  zh: '已经决定；还没有填账户的，请到窗口填。',
  en: 'It has been decided: come to a window to name an account.',
};
const atTheWindow: Text = {
  zh: '已经决定，账户要改请到窗口。',
  en: 'It has been decided: come to a window to change the account.',
};
