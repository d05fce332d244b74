import { Link } from 'react-router';
import { plainDate, type Text } from '#basics';
import { showDay } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { useSayDays } from '../../ui/say-days.ts';
import { sentence } from '../../ui/sentence.ts';
import { useToday } from '../../ui/today.ts';
import type { Place } from './cases-page.tsx';
import { DueDay } from './due-day.tsx';
import { type Milestone, type Station, stationsOf } from './two-lines.ts';

/** Where record and balance have come: two lines, a station for each thing that moved one, and where it is now. */
export function TwoLines(shown: {
  readonly milestones: readonly Milestone[];
  readonly place: Place;
  /** The case that pays out a balance which did not go; null where there is none. */
  readonly paidOut: {
    readonly number: string;
    readonly stateName: Text;
    readonly unconfirmed: boolean;
    readonly paid: { readonly on: string } | null;
  } | null;
}) {
  const { milestones, place, paidOut } = shown;
  const say = useSay();
  const stations = stationsOf(milestones, { over: place.over, toPerson: paidOut !== null });
  return (
    <section className="sec">
      <h2>{say({ zh: '两条线，各走到哪里', en: 'Two lines, and how far each has got' })}</h2>
      <p className="legs-key">
        <span>
          <i />
          {say(names.record)}
        </span>
        <span>
          <i />
          {say(names.balance)}
        </span>
      </p>
      <ol className="tl">
        {stations.map((station, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what has happened stays in its place
          <StationRow key={at} station={station} />
        ))}
        {!place.over && (
          <li className="nowli">
            <span className={`n now ${shapeOfNow(stations.at(-1))}`} />
            <time>{say({ zh: '现在', en: 'Now' })}</time>
            <b>{say(place.state)}</b>
            <p>
              {say(place.waitingFor === 'applicant' ? yours : theirs, { who: say(place.waitingName) })}
              <DueDay place={place} before=" · " />
            </p>
          </li>
        )}
        {paidOut && <PaidOut of={paidOut} />}
      </ol>
    </section>
  );
}

/** Where the line goes that turned back towards the person: it waits for their word, or is on its way. */
function PaidOut({ of }: { readonly of: NonNullable<Parameters<typeof TwoLines>[0]['paidOut']> }) {
  const { number, stateName, unconfirmed, paid } = of;
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const link = <Link to={pageOf.oneCase(number)}>{number}</Link>;
  if (paid)
    return (
      <li>
        <span className="n ci end">
          <Icon name="tick" />
        </span>
        <time dateTime={paid.on}>{showDay(plainDate(paid.on), language, today)}</time>
        <b>{say({ zh: '余额已支付', en: 'The balance was paid out' })}</b>
        <p>{link}</p>
      </li>
    );
  if (!unconfirmed)
    return (
      <li>
        <span className="n ci fut" />
        <time>{say({ zh: '接着', en: 'From here' })}</time>
        <b>{say(paidToYou)}</b>
        <p>
          {say(stateName)} · {link}
        </p>
      </li>
    );
  return (
    <>
      <li className="nowli b dot">
        <span className="n ci now" />
        <time>{say({ zh: '现在', en: 'Now' })}</time>
        <b>{say({ zh: '等您确认收款账户', en: 'You confirm where it goes' })}</b>
        <p>
          {say(yours)} · {link}
        </p>
      </li>
      <li>
        <span className="n ci fut" />
        <time>{say({ zh: '确认以后', en: 'After that' })}</time>
        <b>{say(paidToYou)}</b>
      </li>
    </>
  );
}

const paidToYou = { zh: '余额支付给本人', en: 'The balance is paid out' };

/** Over whichever lines still run. */
function shapeOfNow(last: Station | undefined): string {
  if (!last || last.record === 'none') return 'ci';
  return last.balance === 'none' ? 'sq' : 'both';
}

function StationRow({ station }: { readonly station: Station }) {
  const say = useSay();
  const sayDays = useSayDays();
  const today = useToday();
  const language = useLanguage();
  const { milestone, lines, end, recordEnds, record, balance } = station;
  const below = [
    record === 'none' ? '' : 'r',
    balance === 'none' ? '' : 'b',
    balance === 'dots' ? 'dot' : '',
  ];
  const shape = { both: 'both', record: 'sq', balance: 'ci' }[lines];
  const mark = end === 'well' ? 'end' : end === 'not' ? 'no' : recordEnds ? 'half' : '';
  const reached = (['record', 'balance'] as const).flatMap((leg) => {
    const told = milestone[leg];
    return told ? [`${say(names[leg])}${say(colon)}${sayDays(told.text)}`] : [];
  });
  return (
    <li className={below.filter(Boolean).join(' ')}>
      <span className={`n ${shape} ${mark}`}>
        {(end || recordEnds) && <Icon name={end === 'not' ? 'cross' : 'tick'} />}
      </span>
      <time dateTime={milestone.on}>{showDay(plainDate(milestone.on), language, today)}</time>
      <b>{sentence(say(milestone.name))}</b>
      {reached.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </li>
  );
}

const names = {
  record: { zh: '参保记录', en: 'Record' },
  balance: { zh: '账户余额', en: 'Balance' },
} as const;
const colon = { zh: '：', en: ': ' };
const yours = { zh: '现在在您手里', en: 'It is your move' };
const theirs = { zh: '在等：{who}', en: 'Waiting for {who}' };
