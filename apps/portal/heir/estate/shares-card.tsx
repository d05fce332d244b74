import { Link } from 'react-router';
import { type Fen, plainDate, shanghaiDate, type Text } from '#basics';
import { useWrite } from '../../ui/asking.ts';
import { showDay } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { Money, yuan } from '../../ui/money.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { sentence } from '../../ui/sentence.ts';
import { amountsOf, type BarPart, LeftOver, ShareBar, StandingTag, SumLine } from '../../ui/share-bar.tsx';
import { useToday } from '../../ui/today.ts';
import { useDivideEqually } from './divide.ts';
import {
  barOf,
  type EstateSeen,
  type Heir,
  isDraft,
  livingIn,
  mayChange,
  settledOf,
  standingIn,
  totalOf,
  useAskedAgain,
} from './estate.tsx';
import { lookAlike, whoMayBeMe } from './which-is-me.ts';

/** The account, the shares in true proportion, and each heir with what they get and how they stand to it. */
export function SharesCard({ of }: { readonly of: EstateSeen }) {
  const say = useSay();
  const { view, heirs, number } = of;
  const parts = barOf(heirs);
  const total = totalOf(view);
  const settled = heirs.shares.some(({ payment }) => payment !== null);
  const amounts = settled || total === null ? new Map<string, Fen>() : amountsOf(parts, total);
  const whole = settled ? settledOf(heirs) : total;
  const living = livingIn(heirs);
  const gone = heirs.heirs.filter(({ predeceasedOn, word }) => predeceasedOn !== null && word !== 'struck');
  return (
    <div className="card pad">
      {whole !== null && (
        <div className="share-total">
          <Money fen={whole} />
          <span className="small muted">
            {say(
              settled
                ? { zh: '结清的总额，含利息', en: 'Settled in all, with interest' }
                : { zh: '今天的余额，含利息', en: 'Today, with interest' },
            )}
          </span>
        </div>
      )}
      {parts.length > 0 && <ShareBar parts={parts} />}
      {living.length > 0 ? (
        <ol className="heirs-list">
          {living.map((heir) => (
            <OneHeir
              key={heir.successorId}
              {...{ of, heir }}
              amount={amounts.get(heir.successorId) ?? null}
            />
          ))}
        </ol>
      ) : (
        <p className="muted">{say({ zh: '还没有写下继承人。', en: 'No heir is written down yet.' })}</p>
      )}
      {gone.length > 0 && (
        <p className="small muted">
          {say({ zh: '先去世、由后代代位的：', en: 'Died before, their descendants take their place: ' })}
          {gone.map(({ name }) => name).join(say({ zh: '、', en: ', ' }))}
        </p>
      )}
      {maySayWhichIsMe(of) && lookAlike(whoMayBeMe(living)) && (
        <p className="small muted">{say(whichIsMe)}</p>
      )}
      {parts.length > 0 && <Sum {...{ parts, settled, total }} remainder={heirs.remainder} />}
      {mayChange(view) && <ChangeThem {...{ number }} heirs={living.length} />}
    </div>
  );
}

/** That the parts are one, to the fen, and who gets what does not divide evenly. */
function Sum(summed: {
  readonly parts: readonly BarPart[];
  readonly settled: boolean;
  readonly total: Fen | null;
  readonly remainder: Text;
}) {
  const { parts, settled, total, remainder } = summed;
  const say = useSay();
  return (
    <>
      <SumLine parts={parts} totalFen={settled ? null : total} />
      <p className="small muted">
        {settled || total === null ? (
          say(remainder)
        ) : (
          <>
            <LeftOver {...{ parts }} totalFen={total} /> {say(toTheDay)}
          </>
        )}
      </p>
    </>
  );
}

function ChangeThem({ number, heirs }: { readonly number: string; readonly heirs: number }) {
  const say = useSay();
  return (
    <p className="does-row">
      <Link className={heirs === 0 ? 'btn primary' : undefined} to={pageOf.ofEstate(number, 'heirs/new')}>
        {say(
          heirs === 0
            ? { zh: '写下继承人', en: 'Write down the heirs' }
            : { zh: '还有别的继承人？', en: 'Is there another heir?' },
        )}
      </Link>
      {heirs > 1 && (
        <Link to={pageOf.ofEstate(number, 'shares')}>{say({ zh: '改份额', en: 'Change the shares' })}</Link>
      )}
    </p>
  );
}

const toTheDay = {
  zh: '利息算到结清那天，按同样的份额分。',
  en: 'Interest is counted to the day of settlement and shared in the same way.',
};

function OneHeir(one: { readonly of: EstateSeen; readonly heir: Heir; readonly amount: Fen | null }) {
  const { of, heir, amount } = one;
  const say = useSay();
  const paid = of.heirs.shares.filter(
    ({ successorId, payment }) => payment !== null && successorId === heir.successorId,
  );
  const standing = standingIn(of.heirs, heir);
  const unseen = heir.word === 'waive' && heir.channel === 'invited';
  const before = heir.word === 'agree' && heir.agreement === 'lacking';
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
      {paid.length === 0 && (
        <span className="stands">
          <StandingTag
            {...{ standing }}
            {...(unseen ? { text: waivedUnseen } : before ? { text: agreedBefore } : {})}
          />
          <Since heir={heir} />
        </span>
      )}
      {paid.map(
        ({ payment, amountFen }) =>
          payment && (
            <span className="stands" key={payment.orderId}>
              <b>{yuan(amountFen)}</b>
              <PaymentTag {...payment} />
              {payment.paidOn === null ? <span>{say(payment.where)}</span> : <PaidOn day={payment.paidOn} />}
            </span>
          ),
      )}
      <Does {...{ of, heir }} />
    </li>
  );
}

const agreedBefore = { zh: '份额改过，要再同意一次', en: 'To agree again: the shares changed' };
const waivedUnseen = { zh: '表示放弃，待本人确认', en: 'Waived, still to be confirmed' };

function PaidOn({ day }: { readonly day: string }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const on = showDay(plainDate(day), language, today);
  return <span>{say({ zh: '{on}付到收款账户', en: 'Paid to the account on {on}' }, { on })}</span>;
}

/** Whether a share has arrived, waits, or is on its way. */
function PaymentTag({ standing, result }: { readonly standing: string; readonly result: string | null }) {
  const say = useSay();
  const { look, icon, text } =
    standing === 'held' ? payments.held : result === 'paid' ? payments.paid : payments.open;
  return (
    <span className={`tag ${look}`}>
      <Icon name={icon} />
      {say(text)}
    </span>
  );
}

const payments = {
  held: { look: 'stop', icon: 'warn', text: { zh: '留存待定', en: 'Kept back' } },
  paid: { look: 'ok', icon: 'tick', text: { zh: '已到账', en: 'Paid' } },
  open: { look: 'info', icon: 'clock', text: { zh: '付款中', en: 'Being paid' } },
} as const;

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
    const until = plainDate(shanghaiDate(new Date(linkUntil)));
    return (
      <span>
        {say(
          { zh: '链接 {on} 前有效', en: 'The link is good until {on}' },
          { on: showDay(until, language, today) },
        )}
      </span>
    );
  }
  return yours ? <span>{say({ zh: '您提出的申请', en: 'You apply' })}</span> : null;
}

const atWindow = { zh: '{on}，在窗口', en: '{on}, at a window' };
const signedIn = { zh: '{on}，登录后', en: '{on}, signed in' };
const byLink = { zh: '{on}，用链接', en: '{on}, by the link' };

/** What whoever looks may do about one heir. */
function Does({ of, heir }: { readonly of: EstateSeen; readonly heir: Heir }) {
  const say = useSay();
  const { number, view } = of;
  const { successorId, yours, mayStrike, word, minor, account } = heir;
  const to = (part: string) => pageOf.ofEstate(number, `heirs/${successorId}/${part}`);
  const out = word === 'waive' || word === 'disqualified';
  const mayName = mayChange(view) && !out && (yours || minor);
  return (
    <span className="does">
      {!yours && !out && !over.has(view.state) && (
        <Link to={to('link')}>
          {say({ zh: '发链接', en: 'Send a link' })}
          <span className="vh">{heir.name}</span>
        </Link>
      )}
      {mayName && (
        <Link to={to('account')}>
          {say(account ? { zh: '改账户', en: 'Change account' } : { zh: '填账户', en: 'Name an account' })}
          <span className="vh">{heir.name}</span>
        </Link>
      )}
      {yours && !out && !over.has(view.state) && (
        <Link to={to('answer')}>{say({ zh: '我的答复', en: 'My answer' })}</Link>
      )}
      {maySayWhichIsMe(of) && whoMayBeMe(of.heirs.heirs).includes(heir) && <ThisIsMe {...{ of, heir }} />}
      {mayStrike && isDraft(view) && <Strike {...{ of, heir }} />}
    </span>
  );
}

const over: ReadonlySet<string> = new Set([
  ...['paid', 'refused', 'withdrawn-by-applicant', 'not-completed', 'draft-ended'],
]);

function maySayWhichIsMe({ view, heirs }: EstateSeen): boolean {
  return mayChange(view) && !heirs.heirs.some(({ yours }) => yours);
}

const whichIsMe = {
  zh: '名字只显示一部分。分不清哪一位是您的，请带身份证件到窗口，工作人员当场帮您选。',
  en: 'Names are shown in part. If you cannot tell which one is you, come to a window with your identity document, and it is done for you there.',
};

/** Whoever has signed in says which of the heirs they are, where the window or a relative wrote them down. */
function ThisIsMe({ of, heir }: { readonly of: EstateSeen; readonly heir: Heir }) {
  const say = useSay();
  const again = useAskedAgain();
  const { send, busy, problem } = useWrite('POST /withdrawals/{number}/heirs/{successorId}/self', () =>
    again(),
  );
  const params = { number: of.number, successorId: heir.successorId };
  return (
    <>
      <button type="button" className="link" aria-disabled={busy} onClick={() => !busy && send({ params })}>
        {say({ zh: '这就是我', en: 'This is me' })}
        <span className="vh">{heir.name}</span>
      </button>
      <ProblemBox problem={problem} />
    </>
  );
}

function Strike({ of, heir }: { readonly of: EstateSeen; readonly heir: Heir }) {
  const say = useSay();
  const again = useAskedAgain();
  const divide = useDivideEqually();
  const { send, busy, problem } = useWrite(
    'POST /withdrawals/{number}/heirs/{successorId}/own-word',
    async () => {
      if (of.heirs.division === null || of.heirs.division.basis === 'equal') await divide(of.number);
      await again();
    },
  );
  const params = { number: of.number, successorId: heir.successorId };
  return (
    <>
      <button
        type="button"
        className="link"
        aria-disabled={busy}
        onClick={() => !busy && send({ params, body: { word: 'struck' } })}
      >
        {say({ zh: '写错了，划去', en: 'A mistake: strike out' })}
        <span className="vh">{heir.name}</span>
      </button>
      <ProblemBox problem={problem} />
    </>
  );
}
