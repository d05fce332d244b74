import { Link } from 'react-router';
import { plainDate } from '#basics';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk, useAskPages } from '../../ui/asking.ts';
import { useActing } from '../../ui/capacity.tsx';
import { showDay } from '../../ui/dates.ts';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { checkerIn, pageOf } from '../../ui/links.ts';
import { yuan } from '../../ui/money.tsx';
import { useActedFor, usePerson } from '../../ui/person.tsx';
import { sentence } from '../../ui/sentence.ts';
import { useToday } from '../../ui/today.ts';
import { dayWords } from '../../ui/working-days.ts';
import { GoOn, useOpenDrafts } from '../apply/go-on.tsx';
import { DueDay } from './due-day.tsx';
import { askedShort, casesTitle, caseTitle, isCase } from './listed.ts';
import { StateTag } from './state-tag.tsx';

export type Place = Answer<'GET /cases/{number}/place'>;

/** Everything that is or was under way, whichever way it came in: what waits for the person first. */
export function CasesPage() {
  const say = useSay();
  const language = useLanguage();
  const personId = usePerson();
  const { kind } = useActing();
  const { pages, asked, more } = useAskPages('GET /people/{personId}/cases', { params: { personId } });
  const drafts = useOpenDrafts();
  const all = pages.flatMap(({ items }) => items).filter((place) => isCase(place, drafts));
  const mine = all.filter(({ over, waitingFor }) => !over && waitingFor === 'applicant');
  const others = all.filter(({ over, waitingFor }) => !over && waitingFor !== 'applicant');
  const over = all.filter((each) => each.over);
  return (
    <main id="main" className="reading">
      <Heading>{say(casesTitle(kind))}</Heading>
      <GoOn />
      <Asked of={asked}>
        {() => (
          <>
            {all.length === 0 && (
              <section className="card pad">
                <p>{say({ zh: '还没有办理过什么。', en: 'You have no cases yet.' })}</p>
                <a href={checkerIn(language)}>
                  {say({ zh: '看看能不能转移或领取', en: 'See whether you can transfer or withdraw' })}
                </a>
              </section>
            )}
            <Group title={say({ zh: '等您来办', en: 'Waiting for you' })} places={mine} />
            <Group title={say({ zh: '正在办理', en: 'Under way' })} places={others} />
            <Group title={say({ zh: '已经办结', en: 'Finished' })} places={over} />
            {more && (
              <button type="button" className="btn wide" onClick={more}>
                {say({ zh: '再往前看', en: 'Show more' })}
              </button>
            )}
          </>
        )}
      </Asked>
      <Begin />
    </main>
  );
}

const begun = [
  {
    process: 'withdrawal',
    to: pageOf.apply(),
    name: { zh: '领取个人账户余额', en: 'Have the balance paid out' },
    about: {
      zh: '先查符合哪一种情形，再填写',
      en: 'We find the situation that fits, and you fill in the rest',
    },
  },
  {
    process: 'transfer-out',
    to: pageOf.transferAway(),
    name: { zh: '把医保转到别处', en: 'Move the insurance away' },
    about: { zh: '先查能不能转，再提交', en: 'We check first, then you apply' },
  },
  {
    process: 'transfer-in',
    to: pageOf.transferHere(),
    name: { zh: '从别处把医保转来', en: 'Move the insurance here' },
    about: { zh: '先查能不能转，再提交', en: 'We check first, then you apply' },
  },
];

/** Where an application begins; for somebody else, what they let one begin. */
function Begin() {
  const say = useSay();
  const acted = useActedFor();
  const offered = begun.filter(({ process }) => acted === null || acted.begins.includes(process));
  if (offered.length === 0) return null;
  return (
    <section className="group">
      <h2>{say({ zh: '要办新的', en: 'Start something new' })}</h2>
      <ul className="start-list">
        {offered.map(({ to, name, about }) => (
          <li key={to} className="card">
            <Link to={to}>
              <b>{say(name)}</b>
              <span className="small muted">{say(about)}</span>
              <Icon name="next" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Group({ title, places }: { readonly title: string; readonly places: readonly Place[] }) {
  if (places.length === 0) return null;
  return (
    <section className="group">
      <h2>{title}</h2>
      <ul className="case-list">
        {places.map((place) => (
          <li key={place.number} className="card">
            <Row place={place} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ place }: { readonly place: Place }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const { number, process, stateId, over, waitingFor, waitingName } = place;
  const asked = askedShort(place);
  const { dueOn, workingDay, workingDays } = place;
  const counted = workingDay !== null && workingDays !== null ? { day: workingDay, of: workingDays } : null;
  const since = plainDate(place.since);
  return (
    <Link to={pageOf.oneCase(number)}>
      <span className="case-top">
        <b>{say(caseTitle(place))}</b>
        <StateTag place={place} />
      </span>
      <span className="small muted">
        {number} · {say(over ? closedOn : sinceDay, { day: showDay(since, language, today) })}
      </span>
      {process === 'withdrawal' && stateId === 'paid' && <HowMuch number={number} />}
      {asked && <span className="asked-of">{sentence(say(asked))}</span>}
      {!over && waitingFor !== 'applicant' && (
        <span className="small">
          {say({ zh: '现在在：{who}', en: 'With: {who}' }, { who: say(waitingName) })}
        </span>
      )}
      {!over && dueOn !== null && (
        <span className="small">
          {counted && say(...dayWords(counted))}
          <DueDay place={place} before={counted ? say({ zh: '，', en: ', ' }) : ''} />
        </span>
      )}
      <Icon name="next" />
    </Link>
  );
}

const sinceDay = { zh: '{day}起', en: 'since {day}' };
/** The day of the last state, which nothing leaves. */
const closedOn = { zh: '{day}办结', en: 'finished {day}' };

/** What was paid, on the row of what is over. */
function HowMuch({ number }: { readonly number: string }) {
  const say = useSay();
  const { payment } = useAsk('GET /withdrawals/{number}', { params: { number } }).data ?? {};
  if (!payment) return null;
  return (
    <span className="small">
      {say({ zh: '付了 {sum}', en: '{sum} was paid' }, { sum: yuan(payment.amountFen) })}
    </span>
  );
}
