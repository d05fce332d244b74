import { Link } from 'react-router';
import { holidays, valueOn, withdrawalWorkingDays } from '#law';
import { workingCalendar } from '#platform/calendar/public';
import type { Answer } from '../../ui/api.ts';
import { useAsk } from '../../ui/asking.ts';
import { showDay } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { Money, yuan } from '../../ui/money.tsx';
import { usePerson } from '../../ui/person.tsx';
import { Phrases } from '../../ui/phrases.tsx';
import { Said } from '../../ui/said.tsx';
import { useSite } from '../../ui/site.tsx';
import { useToday } from '../../ui/today.ts';
import { townOf } from '../../ui/town.ts';

type View = Answer<'GET /withdrawals/{number}'>;

const calendar = workingCalendar(holidays);
/** Grounds of balances that a transfer left behind. */
const leftBehind: ReadonlySet<string> = new Set(['balance-refused', 'no-receiving-account']);

/** Everything that waits for nothing but the person's word to whom it is paid, wherever it came from. */
export function BalanceOffers() {
  const personId = usePerson();
  const { data } = useAsk('GET /withdrawals', { query: { state: 'awaiting-confirmation', limit: 10 } });
  // Who acts for several is shown whose page it is.
  const own = (data?.items ?? []).filter((item) => item.personId === personId);
  return own.map(({ number }) => <BalanceOffer key={number} number={number} />);
}

/** A withdrawal that opened by itself and can be paid as soon as the person says to which account. */
export function BalanceOffer({ number }: { readonly number: string }) {
  const { data: view } = useAsk('GET /withdrawals/{number}', { params: { number } });
  return view && view.state === 'awaiting-confirmation' ? <Offer view={view} /> : null;
}

function Offer({ view }: { readonly view: View }) {
  const say = useSay();
  const { city } = useSite();
  const { number, follows, money, ground } = view;
  const after = leftBehind.has(ground) ? follows : null;
  const { data: transfer } = useAsk('GET /transfers/{number}', after ? { params: { number: after } } : null);
  if (after && !transfer) return null;
  const partner = transfer ? townOf(transfer.partner, say) : '';
  const title = !after ? late : ground === 'balance-refused' ? refused : noAccount;
  return (
    <section className="offer" aria-labelledby={`offer-${number}`}>
      <h2 id={`offer-${number}`}>
        <Phrases>{say(title, { partner })}</Phrases>
      </h2>
      {money && (
        <>
          <Money fen={money.totalFen} />
          <p className="small muted">{say(withInterest, { interest: yuan(money.interestFen) })}</p>
        </>
      )}
      <div className="rule" />
      <ul>
        {after && (
          <li>
            <Icon name="shield" />
            {say(
              { zh: '钱一直在{city}，没有离开过。', en: 'The money never left {city}.' },
              { city: say(city) },
            )}
          </li>
        )}
        <li>
          <Icon name="document" />
          {after
            ? say(noPapers, { partner })
            : say({ zh: '不用再申请，也不用再交材料。', en: 'No application and no further papers.' })}
        </li>
        <li>
          <Icon name="clock" />
          <span>
            <WhenPaid />
          </span>
        </li>
      </ul>
      <Link className="btn primary wide" to={pageOf.payeeOf(number)}>
        {say({ zh: '确认收款账户', en: 'Confirm where it goes' })}
      </Link>
      <Later />
    </section>
  );
}

/** Nobody is hurried. */
function Later() {
  const say = useSay();
  return (
    <details>
      <summary>
        <Icon name="down" />
        {say({ zh: '先不领会怎样？', en: 'What if I leave it for now?' })}
      </summary>
      <p>
        {say({
          zh: '钱留在您的个人账户里，照样计息，不会过期。什么时候确认都可以，确认以前不计办理时间。',
          en: 'The money stays in your account and earns interest. It does not lapse, and you can confirm whenever you like.',
        })}
      </p>
    </details>
  );
}

/** By when it is there at the latest, if it is confirmed today. */
function WhenPaid() {
  const language = useLanguage();
  const today = useToday();
  const n = valueOn(withdrawalWorkingDays, today)?.value ?? 0;
  const { on, provisional } = calendar.deadline(today, n);
  return (
    <Said
      text={provisional ? provisionally : firmly}
      parts={{ on: <b className="nb">{showDay(on, language, today)}</b>, n }}
    />
  );
}

const refused = {
  zh: '{partner}不收余额，这笔钱可以直接发给您',
  en: '{partner} does not take the balance, so it can be paid to you',
};
const noAccount = {
  zh: '{partner}没有给收款账户，这笔钱可以直接发给您',
  en: '{partner} named no account, so the balance can be paid to you',
};
const late = { zh: '又有一笔钱到了，可以发给您', en: 'More money has come, and it can be paid to you' };
const withInterest = {
  zh: '其中到今天的利息 {interest}；算到结清那天。',
  en: '{interest} of it is interest to today. It is counted to the day of settlement.',
};
const noPapers = {
  zh: '不用再交材料，{partner}的答复就是依据。',
  en: 'No papers are needed: what {partner} answered is enough.',
};
const firmly = {
  zh: '今天确认，最晚 {on}到账，共 {n} 个工作日。',
  en: 'Confirmed today, it is paid by {on} at the latest: {n} working days.',
};
const provisionally = {
  zh: '今天确认，暂定最晚 {on}到账，共 {n} 个工作日；那一年的放假安排还没公布。',
  en: 'Confirmed today, it is provisionally paid by {on}: {n} working days. That year’s holidays are not published yet.',
};
