import { Link } from 'react-router';
import { plainDate, type Text } from '#basics';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk } from '../../ui/asking.ts';
import { showDay } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { Money } from '../../ui/money.tsx';
import { useSayDays } from '../../ui/say-days.ts';
import { sentence } from '../../ui/sentence.ts';
import { useToday } from '../../ui/today.ts';
import { townOf } from '../../ui/town.ts';
import { Arrived } from './arrived.tsx';
import { AtTheWindow } from './asked-of-you.tsx';
import { BalanceOffer } from './balance-offer.tsx';
import { CaseHead } from './case-head.tsx';
import type { Place } from './cases-page.tsx';
import { ConfirmArrival } from './confirm-arrival.tsx';
import { Letters } from './letters.tsx';
import { answeringIn, nextOfTransfer } from './next-words.ts';
import { balanceInShort } from './paid-out.ts';
import { CancelTransfer, CancelTransferWithNothing, DenyTransfer, may } from './take-back.tsx';
import { TwoLines } from './two-lines-picture.tsx';
import { WhoseMove } from './whose-move.tsx';

export type TransferView = Answer<'GET /transfers/{number}'>;
type View = TransferView;

/** A transfer as whoever moves sees it: where the record is, where the money is, whom it waits for. */
export function Transfer({ place }: { readonly place: Place }) {
  const say = useSay();
  const asked = useAsk('GET /transfers/{number}', { params: { number: place.number } });
  return (
    <Asked of={asked}>
      {(view) => (
        <>
          <CaseHead
            {...{ place }}
            title={say(view.direction === 'out' ? leaving : coming, { partner: townOf(view.partner, say) })}
            name={view.personName}
          >
            <Legs view={view} />
          </CaseHead>
          <FollowUps view={view} />
          <YourMove {...{ place, view }} />
          <WhoseMove
            {...{ place }}
            days={view.delay}
            next={nextOfTransfer({ ...view, process: place.process })}
            partner={view.partner.name}
            ended={view.followUps.some(({ unconfirmed }) => unconfirmed) ? onlyTransferOver : null}
          />
          <Awaited view={view} />
          <TwoLines milestones={view.milestones} {...{ place }} paidOut={view.followUps.at(-1) ?? null} />
          <Sum view={view} />
          <Against view={view} />
          <Arrived view={view} />
          {place.receivedOn !== null && (
            <p className="sec receipt-of">
              <Link to={pageOf.transferReceipt(place.number)}>
                {say({ zh: '受理回执和查询码', en: 'Receipt and tracking code' })}
              </Link>
            </p>
          )}
          <Letters number={place.number} received={view.words} />
          <TakingBack view={view} />
        </>
      )}
    </Asked>
  );
}

/** What is asked of the person, answered where it stands. */
function YourMove({ place, view }: { readonly place: Place; readonly view: View }) {
  const answers = answeringIn(place.process, view.state);
  if (answers === 'confirm') return <ConfirmArrival view={view} />;
  return answers === 'window' ? <AtTheWindow place={place} /> : null;
}

function TakingBack({ view }: { readonly view: View }) {
  const say = useSay();
  const { number, seen, partner, state, actions, direction, legs } = view;
  if (!may(actions, 'cancel')) return null;
  const nothingThere = direction === 'out' && legs.balance.stage === 'none';
  const Cancel = nothingThere ? CancelTransferWithNothing : CancelTransfer;
  const TakeBack = state === 'announced' ? DenyTransfer : Cancel;
  return (
    <section className="sec last">
      <TakeBack of={{ number, seen, partner: townOf(partner, say) }} />
    </section>
  );
}

function Legs({ view }: { readonly view: View }) {
  const say = useSay();
  const sayDays = useSayDays();
  const { record, balance } = view.legs;
  const paid = (view.followUps.at(-1)?.paid ?? null) !== null;
  return (
    <div className="legs">
      <div>
        <span>{say({ zh: '参保记录', en: 'Record' })}</span>
        <b>
          <Icon name={record.stage === 'moved' ? 'tick' : 'clock'} />
          {sentence(say(record.text))}
        </b>
      </div>
      <div
        className={
          !paid && /^(refused|no-account|to-be-paid-out|sent-back)$/.test(balance.stage) ? 'yours' : ''
        }
      >
        <span>{say({ zh: '账户余额', en: 'Balance' })}</span>
        <b>
          <Icon name={paid || /^(credited|none)$/.test(balance.stage) ? 'tick' : 'clock'} />
          {sentence(sayDays(balanceInShort(balance, view.followUps)))}
        </b>
      </div>
    </div>
  );
}

/** A balance that did not go is paid out by a case of its own, which opened by itself: offered here while only the person's word is missing. */
function FollowUps({ view }: { readonly view: View }) {
  const say = useSay();
  const sayDays = useSayDays();
  return view.followUps.map(({ number, what, stateName, unconfirmed, paid }) =>
    unconfirmed ? (
      <BalanceOffer key={number} number={number} />
    ) : (
      <section key={number} className="sec">
        <div className="do">
          <h2>
            <Icon name={paid ? 'tick' : 'card'} />
            {say(paid ? wasPaid : isPaid)}
          </h2>
          <div>
            {paid && <Money fen={paid.amountFen} />}
            <p>{sayDays(what)}</p>
            <p>
              {sentence(say(stateName))} · <Link to={pageOf.oneCase(number)}>{number}</Link>
            </p>
          </div>
        </div>
      </section>
    ),
  );
}

const isPaid: Text = { zh: '没转走的余额，直接付给您', en: 'The balance that did not go is paid to you' };
const wasPaid: Text = { zh: '没转走的余额，已经付给您了', en: 'The balance was paid to you' };

/** What the other agency owes, until when, and what follows where it says nothing. */
function Awaited({ view }: { readonly view: View }) {
  const say = useSay();
  const sayDays = useSayDays();
  const today = useToday();
  const language = useLanguage();
  const { awaited, next, ended } = view;
  if (!awaited && !next && !ended?.reason) return null;
  const by = awaited ? showDay(plainDate(awaited.answerBy), language, today) : '';
  return (
    <section className="sec">
      <div className="card pad">
        {awaited && (
          <>
            <p>
              <b>{sentence(awaited.missing.map((each) => say(each)).join(say({ zh: '、', en: ', ' })))}</b>
            </p>
            <p>{say(awaited.provisional ? provisionally : until, { by })}</p>
            <p className="small muted">{sayDays(awaited.afterwards)}</p>
          </>
        )}
        {next && <p>{sayDays(next)}</p>}
        {ended?.reason && <p>{sayDays(ended.reason)}</p>}
        {ended?.goesOnIn && (
          <p>
            {say({ zh: '转到这一件继续办理：', en: 'It goes on in ' })}
            <Link to={pageOf.oneCase(ended.goesOnIn)}>{ended.goesOnIn}</Link>
          </p>
        )}
      </div>
    </section>
  );
}

function Sum({ view }: { readonly view: View }) {
  const say = useSay();
  if (!view.money) return null;
  return (
    <section className="sec">
      <h2>{say(view.direction === 'out' ? sent : came)}</h2>
      <div className="card pad sum">
        <Money fen={view.money.amountFen} />
      </div>
    </section>
  );
}

/** What was decided against the person: every reason with what can be done about it. */
function Against({ view }: { readonly view: View }) {
  const say = useSay();
  const sayDays = useSayDays();
  const { against, followUps } = view;
  if (!against) return null;
  // What became of the balance stands above, with its case.
  const told = (remedy: Text) => followUps.some(({ what }) => what.zh === remedy.zh);
  return (
    <section className="sec">
      <h2>{say({ zh: '原因和办法', en: 'Why, and what to do' })}</h2>
      <ul className="plain">
        {against.reasons.map(({ text, remedy, legalBasis }) => (
          <li key={say(text)}>
            {sayDays(text)}
            {remedy && !told(remedy) && <p className="small">{sayDays(remedy)}</p>}
            <p className="caption song">{say(legalBasis)}</p>
          </li>
        ))}
      </ul>
      {against.remedies && <p className="law">{sayDays(against.remedies)}</p>}
    </section>
  );
}

const onlyTransferOver: Text = {
  zh: '转移办结了，余额还等您确认收款账户',
  en: 'The transfer is over; the balance waits for your account',
};
const leaving: Text = { zh: '转移医保到{partner}', en: 'Moving your insurance to {partner}' };
const coming: Text = { zh: '从{partner}转移医保过来', en: 'Moving your insurance here from {partner}' };
const until: Text = { zh: '最晚 {by}答复。', en: 'The answer is due by {by}.' };
const provisionally: Text = {
  zh: '暂定最晚 {by}答复：那一年的放假安排还没公布。',
  en: 'The answer is provisionally due by {by}: that year’s holidays are not published yet.',
};
const sent: Text = { zh: '划转的金额', en: 'What goes to the other agency' };
const came: Text = { zh: '转来的金额', en: 'What came from the other agency' };
