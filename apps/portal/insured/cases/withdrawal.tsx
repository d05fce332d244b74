import { Link } from 'react-router';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk } from '../../ui/asking.ts';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { Money, yuan } from '../../ui/money.tsx';
import { AskedOfYou } from './asked-of-you.tsx';
import { CaseHead } from './case-head.tsx';
import type { Place } from './cases-page.tsx';
import { Timeline } from './happened.tsx';
import { Letters } from './letters.tsx';
import { WhoseMove } from './whose-move.tsx';

type View = Answer<'GET /withdrawals/{number}'>;

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
          <CaseHead {...{ place }} title={say(place.procedure)} name={view.personName}>
            <p className="muted">{say(view.groundName)}</p>
          </CaseHead>
          <AskedOfYou place={place} />
          <WhoseMove {...{ place }} days={view.delay} />
          <Sum view={view} />
          {view.remedies && (
            <section className="sec">
              <h2>{say({ zh: '不同意怎么办', en: 'If you do not agree' })}</h2>
              <p className="law">{say(view.remedies.text)}</p>
            </section>
          )}
          <Asked of={history}>
            {({ items }) => <Timeline {...{ items }} now={{ state: place.state, over: place.over }} />}
          </Asked>
          <Others numbers={[...(view.follows ? [view.follows] : []), ...view.followedBy]} />
          <Letters number={place.number} />
        </>
      )}
    </Asked>
  );
}

/** What is paid and where it is; until it is settled, what it would be today. */
function Sum({ view }: { readonly view: View }) {
  const say = useSay();
  const { payment, payee, money } = view;
  if (!payment && !money) return null;
  return (
    <section className="sec">
      <h2>{say(payment ? { zh: '钱', en: 'The money' } : { zh: '多少', en: 'How much' })}</h2>
      <div className="card pad sum">
        {payment && (
          <>
            <Money fen={payment.amountFen} />
            <p>{say(payment.where)}</p>
            {payee && (
              <p className="small muted">
                {payee.name} · {payee.bankName} •••• {payee.accountTail}
              </p>
            )}
          </>
        )}
        {!payment && money && (
          <>
            <Money fen={money.totalFen} />
            <p>{say(ofItInterest, { interest: yuan(money.interestFen) })}</p>
          </>
        )}
      </div>
    </section>
  );
}

const ofItInterest = {
  zh: '其中到今天的利息 {interest}；同意后算到结清那天。',
  en: 'Of it {interest} is interest to today. It is counted to the day of settlement.',
};

/** Cases that came before it or after it. */
function Others({ numbers }: { readonly numbers: readonly string[] }) {
  const say = useSay();
  if (numbers.length === 0) return null;
  return (
    <section className="sec">
      <h2>{say({ zh: '相关的办理', en: 'Cases that belong to it' })}</h2>
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
