import { Link } from 'react-router';
import { type PlainDate, plainDate } from '#basics';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { problemOf, useAsk } from '../../ui/asking.ts';
import { useActing } from '../../ui/capacity.tsx';
import { showDate, showDay } from '../../ui/dates.ts';
import { Heading } from '../../ui/heading.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { Money, yuan } from '../../ui/money.tsx';
import { MyIcon } from '../../ui/my-icons.tsx';
import { usePerson } from '../../ui/person.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { GoOn } from '../apply/go-on.tsx';
import { BalanceOffers } from '../cases/balance-offer.tsx';
import { BalanceFigure } from './balance-figure.tsx';
import { Movement } from './movement.tsx';
import { partsNow } from './parts.ts';
import { Who } from './who.tsx';
import { YearsCard } from './years-card.tsx';

export type Account = Answer<'GET /people/{personId}/account'>;
export type History = Answer<'GET /people/{personId}/account/history'>;

/** How much there is, what it is made of, how it came to be, and what moved it last. */
export function AccountPage() {
  const say = useSay();
  const personId = usePerson();
  const { kind } = useActing();
  const params = { personId };
  const account = useAsk('GET /people/{personId}/account', { params });
  const history = useAsk('GET /people/{personId}/account/history', { params });
  const none = account.error && problemOf(account.error).code === 'personal-account.none';
  return (
    <main id="main" className="wide-page">
      <div className="who">
        <Heading>
          {say(
            kind === 'agent'
              ? { zh: '个人账户', en: 'Personal account' }
              : { zh: '我的个人账户', en: 'My personal account' },
          )}
        </Heading>
        <Who />
      </div>
      <BalanceOffers />
      {none ? (
        <NoAccount />
      ) : (
        <>
          <GoOn />
          <div className="two-thirds">
            <Asked of={account}>
              {(held) => <Asked of={history}>{(told) => <Balance account={held} history={told} />}</Asked>}
            </Asked>
            <Asked of={history}>{(told) => <BalanceFigure history={told} />}</Asked>
          </div>
          <div className="two-thirds turned">
            <Asked of={history}>{(told) => <YearsCard history={told} />}</Asked>
            <Latest today={account.data ? plainDate(account.data.interestOn) : null} />
          </div>
        </>
      )}
      <ul className="others in-row">
        <li>
          <Link to={pageOf.viewings()}>
            <MyIcon name="eye" />
            {say({ zh: '谁看过我的记录', en: 'Who looked at my record' })}
          </Link>
        </li>
      </ul>
    </main>
  );
}

function NoAccount() {
  const say = useSay();
  const title = { zh: '您没有个人账户', en: 'You have no personal account' };
  return (
    <section className="card pad">
      <h2>{say(title)}</h2>
      <p className="muted">
        {say({
          zh: '二档、三档参保不设个人账户；账户余额全部领取或转走以后，账户也就没有了。缴费记录照样能查。',
          en: 'People insured at the second or third tier have no account, and an account that was paid out or moved is closed. You can still see the months you paid.',
        })}
      </p>
      <Link to={pageOf.months()}>{say({ zh: '看缴费记录', en: 'See the months paid' })}</Link>
    </section>
  );
}

/** The balance, its two parts in true proportion, what of it is free, and what is not in it yet. */
function Balance({ account, history }: { readonly account: Account; readonly history: History }) {
  const say = useSay();
  const language = useLanguage();
  const on = plainDate(account.interestOn);
  const { principal, interest } = partsNow(account, history);
  const held = account.heldBy !== null;
  return (
    <section className="bal" aria-label={say({ zh: '余额', en: 'Balance' })}>
      <span className="lab">
        {say({ zh: '余额', en: 'Balance' })} · {showDate(on, language)}
      </span>
      <Money fen={account.balanceFen} />
      <PartsBar {...{ principal, interest }} />
      <dl>
        <dt>
          <i />
          {say({ zh: '本金', en: 'Principal' })}
        </dt>
        <dd>{yuan(principal)}</dd>
        <dt>
          <i className="h" />
          {say({ zh: '利息（已入账）', en: 'Interest credited' })}
        </dt>
        <dd>{yuan(interest)}</dd>
      </dl>
      <div className="rule" />
      <dl>
        <dt>{say({ zh: '可用', en: 'Available' })}</dt>
        <dd>{yuan(held ? 0n : account.balanceFen)}</dd>
        <dt>{say({ zh: '办理中占用', en: 'Held for a case' })}</dt>
        <dd>{yuan(held ? account.balanceFen : 0n)}</dd>
      </dl>
      {held && <Link to={pageOf.cases()}>{say({ zh: '看占用它的办理', en: 'See that case' })}</Link>}
      {account.closedOn !== null ? (
        <p>{say(closedOn, { closed: showDay(plainDate(account.closedOn), language, on) })}</p>
      ) : (
        account.interestFen !== '0' && <p>{say(notYetIn, { interest: yuan(account.interestFen) })}</p>
      )}
    </section>
  );
}

const notYetIn = {
  zh: '到今天还有利息约 {interest} 没有入账，年度结息或结清时入账，现在不算在余额里。',
  en: 'About {interest} of interest has been earned but not credited yet. It is credited at the end of the year or when the account is settled, and is not part of the balance now.',
};
const closedOn = { zh: '账户已于{closed}关闭。', en: 'The account was closed on {closed}.' };

function PartsBar({ principal, interest }: { readonly principal: bigint; readonly interest: bigint }) {
  const total = principal + interest;
  if (total <= 0n) return null;
  const width = Number((principal * 10_000n) / total) / 100;
  return (
    <svg className="split" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <defs>
        <pattern id="hatch-deep" width="1.4" height="4" patternUnits="userSpaceOnUse">
          <rect className="hatch-ground" width="1.4" height="4" />
          <rect className="hatch-line" width="0.8" height="4" />
        </pattern>
      </defs>
      <rect className="of-principal" width={width} height="4" />
      {interest > 0n && <rect x={width} width={100 - width} height="4" fill="url(#hatch-deep)" />}
    </svg>
  );
}

function Latest({ today }: { readonly today: PlainDate | null }) {
  const say = useSay();
  const personId = usePerson();
  const asked = useAsk('GET /people/{personId}/account/statement', {
    params: { personId },
    query: { limit: 5 },
  });
  return (
    <section className="card pad">
      <h2>{say({ zh: '最近的进出', en: 'Latest movements' })}</h2>
      {asked.error ? (
        <ProblemBox problem={problemOf(asked.error)} />
      ) : (
        <ol className="log">
          {(asked.data?.items ?? []).map((entry) => (
            <Movement key={entry.id} {...{ entry, today }} />
          ))}
        </ol>
      )}
      <p className="small">
        <Link to={pageOf.movements()}>{say({ zh: '全部进出', en: 'All movements' })}</Link>
      </p>
    </section>
  );
}
