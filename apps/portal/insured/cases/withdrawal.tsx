import { Link } from 'react-router';
import { plainDate } from '#basics';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk } from '../../ui/asking.ts';
import { showDay } from '../../ui/dates.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { Money, yuan } from '../../ui/money.tsx';
import { sentence } from '../../ui/sentence.ts';
import { useToday } from '../../ui/today.ts';
import { AccountOf } from './account-of.tsx';
import { AskedOfYou, AtTheWindow } from './asked-of-you.tsx';
import { BalanceOffer } from './balance-offer.tsx';
import { CaseHead } from './case-head.tsx';
import type { Place } from './cases-page.tsx';
import { Draft } from './draft.tsx';
import { Timeline } from './happened.tsx';
import { Letters } from './letters.tsx';
import { caseTitle } from './listed.ts';
import { answeringIn, endsWell, nextOfShares, nextWords } from './next-words.ts';
import { Objection } from './objection.tsx';
import { PapersHeld } from './papers-held.tsx';
import { SentBack } from './sent-back.tsx';
import { Against, StillToCome } from './still-to-come.tsx';
import { may, TakeBackWithdrawal, TurnDownOffer } from './take-back.tsx';
import { WhoseMove } from './whose-move.tsx';
import { Why } from './why.tsx';

export type WithdrawalView = Answer<'GET /withdrawals/{number}'>;

/** A withdrawal as whoever waits for it sees it. */
export function Withdrawal({ place }: { readonly place: Place }) {
  const say = useSay();
  const params = { number: place.number };
  const asked = useAsk('GET /withdrawals/{number}', { params });
  const history = useAsk('GET /withdrawals/{number}/history', { params });
  return (
    <Asked of={asked}>
      {(view) => (
        <>
          <CaseHead {...{ place }} title={say(caseTitle(place))} name={view.personName}>
            <p className="muted">{sentence(say(view.groundName))}</p>
          </CaseHead>
          <YourMove {...{ place, view }} />
          <WhoseMove
            {...{ place }}
            days={view.delay}
            next={nextWords('withdrawal', nextOfShares(place, view.state))}
          />
          <Sum view={view} />
          <Changed view={view} />
          <Against of={view} />
          <Objection view={view} />
          <section className="sec">
            <PapersHeld number={place.number} open={may(view.actions, 'provide-material')} />
            <Why route="GET /withdrawals/{number}/explanation" number={place.number} />
          </section>
          <Asked of={history}>
            {({ items }) => (
              <Timeline
                {...{ items }}
                now={{ state: place.state, over: place.over, well: endsWell(view.state) }}
              />
            )}
          </Asked>
          <Others numbers={[...(view.follows ? [view.follows] : []), ...view.followedBy]} />
          <Letters number={place.number} />
          {may(view.actions, 'withdraw-application') && (
            <section className="sec last">
              <TakeBack view={view} />
            </section>
          )}
        </>
      )}
    </Asked>
  );
}

/** Nobody applied for what is offered, so that it is turned down and not taken back. */
function TakeBack({ view }: { readonly view: WithdrawalView }) {
  const offered = answeringIn('withdrawal', view.state) === 'name-payee';
  return offered ? <TurnDownOffer of={view} /> : <TakeBackWithdrawal of={view} />;
}

/** What is asked of the person, answered where it stands. */
function YourMove({ place, view }: { readonly place: Place; readonly view: WithdrawalView }) {
  const answers = answeringIn('withdrawal', view.state);
  if (answers === 'name-payee') return <BalanceOffer number={view.number} />;
  if (answers === 'correct-payee')
    return may(view.actions, 'correct-payee') ? <SentBack view={view} /> : <AtTheWindow place={place} />;
  if (answers === 'hand-in') return <Draft view={view} />;
  if (answers === 'window') return <AtTheWindow place={place} />;
  const { answerBy = null, reminded = false, note = '' } = view.waitingFor ?? {};
  if (place.asked !== null) return <AskedOfYou {...{ place, answerBy, reminded, note }} />;
  return <StillToCome of={view} />;
}

/** How much, when it was paid and to which account; until it is settled, what it would be today. */
function Sum({ view }: { readonly view: WithdrawalView }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const { payment, payee, money, state } = view;
  // What waits for a payee is offered at the top, and the account of a draft stands where it is filled in.
  const account = payee !== null && state !== 'draft';
  if (state === 'awaiting-confirmation' || (!payment && !money && !account)) return null;
  return (
    <section className="sec">
      <h2>{say(payment ? theMoney : money ? howMuch : theAccount)}</h2>
      <div className="card pad sum">
        {payment && (
          <>
            <Money fen={payment.amountFen} />
            {payment.paidOn ? (
              <p>
                <b>{say(paid, { on: showDay(plainDate(payment.paidOn), language, today) })}</b>
              </p>
            ) : (
              <p>{say(payment.where)}</p>
            )}
          </>
        )}
        {!payment && money && (
          <>
            <Money fen={money.totalFen} />
            <p>{say(ofItInterest, { interest: yuan(money.interestFen) })}</p>
          </>
        )}
        {account && <AccountOf view={view} />}
      </div>
    </section>
  );
}

const theMoney = { zh: '钱', en: 'The money' };
const howMuch = { zh: '多少', en: 'How much' };
const theAccount = { zh: '收款账户', en: 'Account for the payment' };
const paid = { zh: '{on}已付到收款账户', en: 'Paid to the account on {on}' };
const ofItInterest = {
  zh: '其中到今天的利息 {interest}；同意后算到结清那天。',
  en: 'This includes {interest} of interest up to today; it is counted to the day of settlement.',
};

/** What changed after it was decided, where it came back; and another case that stands in the way. */
function Changed({ view }: { readonly view: WithdrawalView }) {
  const say = useSay();
  const { cameBack, standsInTheWay } = view;
  if (!cameBack?.length && !standsInTheWay) return null;
  return (
    <section className="sec">
      <div className="card pad">
        {cameBack && cameBack.length > 0 && (
          <>
            <h3>{say({ zh: '有变化，要重新核对', en: 'Something changed and is being checked again' })}</h3>
            <ul className="plain">
              {cameBack.map(({ path, text }) => (
                <li key={path}>{say(text)}</li>
              ))}
            </ul>
          </>
        )}
        {standsInTheWay && (
          <p>
            {say({
              zh: '同一个账户上另有一件在办，那一件办完或者撤回，这一件才能往下办。',
              en: 'Another case is holding the account. This one goes on once that one is finished or taken back.',
            })}{' '}
            {standsInTheWay.number && (
              <Link to={pageOf.oneCase(standsInTheWay.number)}>{standsInTheWay.number}</Link>
            )}
          </p>
        )}
      </div>
    </section>
  );
}

/** Cases that came before it or after it. */
function Others({ numbers }: { readonly numbers: readonly string[] }) {
  const say = useSay();
  if (numbers.length === 0) return null;
  return (
    <section className="sec">
      <h2>{say({ zh: '相关的办理', en: 'Related cases' })}</h2>
      <ul className="plain">
        {numbers.map((number) => (
          <li key={number}>
            <Link to={pageOf.oneCase(number)}>{number}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
