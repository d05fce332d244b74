import { type Fen, plainDate } from '#basics';
import { showDay } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { yuan } from '../../ui/money.tsx';
import { sentence } from '../../ui/sentence.ts';
import { StandingTag } from '../../ui/share-bar.tsx';
import { useToday } from '../../ui/today.ts';
import { AccountShown } from '../account-shown.tsx';
import { untilWhen } from '../until.ts';
import { Does } from './does-for-heir.tsx';
import { type EstateSeen, type Heir, ordersOf, standingIn } from './estate.tsx';
import { isSpokenForInSilence } from './own-ward.ts';
import { paymentTag } from './payment-tag.ts';
import { isOut } from './words-said.ts';

/** One heir: who they are, what they get, how they stand to it, where their money is, and what can be done. */
export function OneHeir(one: { readonly of: EstateSeen; readonly heir: Heir; readonly amount: Fen | null }) {
  const { of, heir, amount } = one;
  const say = useSay();
  const payments = ordersOf(of.heirs, heir);
  const standing = standingIn(of.heirs, heir);
  const unseen = heir.word === 'waive' && heir.channel === 'invited';
  const before = heir.word === 'agree' && heir.agreement === 'lacking';
  const ward = isSpokenForInSilence(of.heirs.heirs, heir);
  const instead = unseen ? waivedUnseen : before ? agreedBefore : ward ? youSpeak : null;
  return (
    <li>
      <span className={`dot of-${standing}`} aria-hidden="true" />
      <span>
        <b>{heir.name}</b>{' '}
        <span className="small muted">
          {sentence(say(heir.relationName))}
          {heir.yours && say({ zh: '，您本人', en: ', yourself' })}
          {heir.minor && say({ zh: '，未成年', en: ', a minor' })}
        </span>
      </span>
      <span className="fen">{amount !== null && yuan(amount)}</span>
      {payments.length === 0 && (
        <span className="stands">
          <StandingTag {...{ standing }} {...(instead && { text: instead })} />
          {ward ? <span>{say(noneNeeded)}</span> : <Since heir={heir} />}
        </span>
      )}
      {payments.map(({ orderId, amountFen, paidOn, where, ...payment }) => (
        <span className="stands" key={orderId}>
          <b>{yuan(amountFen)}</b>
          <PaymentTag {...payment} />
          {paidOn === null ? <span>{say(where)}</span> : <PaidOn day={paidOn} />}
        </span>
      ))}
      {heir.account && !isOut(heir) && (
        <AccountShown
          account={heir.account}
          self={heir.yours && !heir.minor}
          applies={of.view.state === 'draft'}
          ofChild={heir.minor}
          paid={payments.length > 0 && payments.every(({ result }) => result === 'paid')}
        />
      )}
      <Does {...{ of, heir }} />
    </li>
  );
}

const youSpeak = { zh: '由您代表', en: 'You speak for the child' };
const noneNeeded = {
  zh: '您是监护人；份额均等，不另外答复就是接受',
  en: 'You are the guardian. Where the shares are equal, no answer accepts them',
};
const agreedBefore = { zh: '份额改过，要再同意一次', en: 'To agree again: the shares changed' };
const waivedUnseen = { zh: '表示放弃，待本人确认', en: 'Waived, still to be confirmed' };

function PaidOn({ day }: { readonly day: string }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const on = showDay(plainDate(day), language, today);
  return <span>{say({ zh: '{on}付到收款账户', en: 'Paid to the account on {on}' }, { on })}</span>;
}

/** Whether a share has arrived, waits, came back, or is on its way. */
function PaymentTag(payment: Parameters<typeof paymentTag>[0]) {
  const say = useSay();
  const { look, icon, text } = paymentTag(payment);
  return (
    <span className={`tag ${look}`}>
      <Icon name={icon} />
      {say(text)}
    </span>
  );
}

/** When and how they said so. */
function Since({ heir }: { readonly heir: Heir }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const { saidOn, linkUntil, channel, word, yours } = heir;
  if (word !== null && saidOn !== null) {
    const how = channel === 'window' ? atWindow : yours || channel === 'login' ? signedIn : byLink;
    return <span>{say(how, { on: showDay(plainDate(saidOn), language, today) })}</span>;
  }
  if (linkUntil !== null) {
    return (
      <span>
        {say(
          { zh: '链接有效期至 {on}', en: 'The link is good until {on}' },
          { on: untilWhen(linkUntil, language) },
        )}
      </span>
    );
  }
  return yours ? <span>{say({ zh: '您提出的申请', en: 'You apply' })}</span> : null;
}

const atWindow = { zh: '{on}，在窗口', en: '{on}, at a window' };
const signedIn = { zh: '{on}，登录后', en: '{on}, signed in' };
const byLink = { zh: '{on}，用链接', en: '{on}, by the link' };
