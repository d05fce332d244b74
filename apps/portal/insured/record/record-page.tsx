import { Link } from 'react-router';
import type { Text } from '#basics';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk } from '../../ui/asking.ts';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { monthsOf } from '../../ui/months-of.ts';
import { usePerson } from '../../ui/person.tsx';
import { placeName } from '../filings/filing-places.ts';
import { Identity } from './identity.tsx';
import { useUntil } from './until.ts';
import { Wishes } from './wishes.tsx';

type PersonRecord = Answer<'GET /people/{personId}/record'>;
type Cards = Answer<'GET /people/{personId}/cards'>;

/** Who the person is to the agency, what is on record of them, and where to say that something is wrong. */
export function RecordPage() {
  const say = useSay();
  const personId = usePerson();
  const params = { personId };
  const record = useAsk('GET /people/{personId}/record', { params });
  const cards = useAsk('GET /people/{personId}/cards', { params });
  return (
    <main id="main" className="reading">
      <Heading>{say({ zh: '我的档案', en: 'My record' })}</Heading>
      <Identity />
      <Asked of={record}>{(told) => <Held record={told} />}</Asked>
      <Asked of={cards}>{(held) => <CardList cards={held} />}</Asked>
      <Wishes />
      <Ways />
    </main>
  );
}

function Held({ record }: { readonly record: PersonRecord }) {
  const say = useSay();
  const until = useUntil();
  const relationship = record.states.relationship?.at(-1);
  const filings = record.states['treatment-elsewhere'] ?? [];
  const status = statuses[String(relationship?.body.status)];
  const { stoppedOn } = relationship?.body ?? {};
  const sinceWhen =
    typeof stoppedOn === 'string'
      ? until(stoppedOn, null)
      : until(relationship?.from ?? null, relationship?.to ?? null);
  return (
    <section className="card pad">
      <h2>{say({ zh: '参保和单位', en: 'Insurance and employers' })}</h2>
      <dl className="facts">
        <dt>{say({ zh: '参保', en: 'Insurance' })}</dt>
        <dd>
          {say(status ?? { zh: '没有登记', en: 'Not on record' })}
          {relationship && <span className="caption block">{sinceWhen}</span>}
        </dd>
        <dt>{say({ zh: '单位', en: 'Employers' })}</dt>
        <dd>
          {record.employments.length === 0 && say({ zh: '没有登记', en: 'None on record' })}
          {record.employments.map(({ id, name, fromOn, toOn }) => (
            <span key={id} className="block">
              {name}
              <span className="caption block">{until(fromOn, toOn)}</span>
            </span>
          ))}
        </dd>
        <dt>{say({ zh: '缴费', en: 'Paid' })}</dt>
        <dd>
          <Link to={pageOf.months()}>{say(monthsOf(record.paid.months))}</Link>
        </dd>
        <dt>{say({ zh: '异地就医备案', en: 'Treatment elsewhere' })}</dt>
        <dd>
          {filings.length === 0
            ? say({ zh: '没有备案', en: 'No filing' })
            : filings.map(({ factId, body }) => (
                <span key={factId} className="block">
                  {say(filedAt(body))}
                </span>
              ))}
          <Link className="block" to={pageOf.filings()}>
            {say({ zh: '看备案、新办、取消', en: 'See, make or end a filing' })}
          </Link>
        </dd>
      </dl>
    </section>
  );
}

/** Where somebody filed to be treated. */
function filedAt(body: Readonly<Record<string, unknown>>): Text {
  const filing = body.filing as { readonly region: string } | null | undefined; // as the record keeps a filing
  return filing ? placeName(filing.region) : { zh: '已取消', en: 'Ended' };
}

function CardList({ cards }: { readonly cards: Cards }) {
  const say = useSay();
  return (
    <section className="card pad">
      <h2>{say({ zh: '社保卡', en: 'Cards' })}</h2>
      {cards.items.length === 0 ? (
        <p className="muted">{say({ zh: '没有登记的卡。', en: 'No card is on record.' })}</p>
      ) : (
        <ul className="plain-list">
          {cards.items.map(({ cardId, kind, numberTail, state }) => (
            <li key={cardId}>
              {say(cardKinds[kind])} •••• {numberTail}
              <span className={state === 'active' ? 'tag ok' : 'tag'}>
                <Icon name={state === 'active' ? 'tick' : 'cross'} />
                {say(cardStates[state])}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Ways() {
  const say = useSay();
  return (
    <nav className="ways" aria-label={say({ zh: '数据和设置', en: 'Data and settings' })}>
      {ways.map(({ to, name, tells }) => (
        <Link key={to} className="card" to={to}>
          <b>{say(name)}</b>
          <span className="caption">{say(tells)}</span>
          <Icon name="next" />
        </Link>
      ))}
    </nav>
  );
}

const ways: readonly { readonly to: string; readonly name: Text; readonly tells: Text }[] = [
  {
    to: pageOf.myData(),
    name: { zh: '下载我的全部记录', en: 'Download all my data' },
    tells: { zh: '一个带签名的文件', en: 'One signed file' },
  },
  {
    to: pageOf.viewings(),
    name: { zh: '谁看过我的记录', en: 'Who looked at my record' },
    tells: { zh: '谁、何时、为什么', en: 'Who, when and why' },
  },
  {
    to: pageOf.security(),
    name: { zh: '密码和动态验证码', en: 'Password and one-time code' },
    tells: { zh: '改密码、多一道保护', en: 'Change the password, or add a one-time code' },
  },
  {
    to: pageOf.notices(),
    name: { zh: '通知', en: 'Notices' },
    tells: { zh: '发给您的每一条，用什么语言', en: 'What we sent you, and in which language' },
  },
];

const statuses: Readonly<Record<string, Text>> = {
  active: { zh: '参保中', en: 'Insured' },
  suspended: { zh: '已停保', en: 'Cover stopped' },
  transferred: { zh: '已转出', en: 'Moved away' },
  terminated: { zh: '参保已终止', en: 'Cover ended' },
};

const cardKinds = {
  'social-security-card': { zh: '社会保障卡', en: 'Social-security card' },
  'electronic-credential': { zh: '医保电子凭证', en: 'Electronic credential' },
} satisfies Readonly<Record<Cards['items'][number]['kind'], Text>>;

const cardStates = {
  active: { zh: '在用', en: 'In use' },
  lost: { zh: '已挂失', en: 'Reported lost' },
  locked: { zh: '已锁定', en: 'Locked' },
  'lost-and-locked': { zh: '挂失并锁定', en: 'Lost and locked' },
  ended: { zh: '已停用', en: 'Ended' },
} satisfies Readonly<Record<Cards['items'][number]['state'], Text>>;
