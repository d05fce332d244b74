import { Link } from 'react-router';
import { isPlainDate, plainDate, shanghaiDate } from '#basics';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk, useAskPages } from '../../ui/asking.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { showClock, showDate, showDay } from '../../ui/dates.ts';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { usePerson } from '../../ui/person.tsx';
import { useToday } from '../../ui/today.ts';
import { StateTag } from '../cases/state-tag.tsx';
import { useStep } from '../cases/use-step.ts';
import { useUntil } from '../record/until.ts';
import { placeName } from './filing-places.ts';
import { groupName } from './filing-words.ts';

type Told = NonNullable<Answer<'GET /people/{personId}/record'>['states'][string]>[number];

/** What is filed of long-term treatment elsewhere: what holds, what is on its way, and to file or end one. */
export function FilingsPage() {
  const say = useSay();
  const params = { personId: usePerson() };
  const record = useAsk('GET /people/{personId}/record', { params });
  const { pages } = useAskPages('GET /people/{personId}/cases', { params });
  const cases = pages.flatMap(({ items }) => items).filter(({ process }) => process === 'treatment-filing');
  const open = cases.find(({ over }) => !over);
  return (
    <main id="main" className="reading">
      <BackTo to={pageOf.record()}>{say({ zh: '我的档案', en: 'My record' })}</BackTo>
      <Heading>{say({ zh: '异地就医备案', en: 'Treatment elsewhere' })}</Heading>
      <p className="muted">
        {say({
          zh: '长期住在外地的，备案以后在那边看病可以直接结算。备案也是领取个人账户的一种情形。',
          en: 'If you live in another city long-term, make a filing, and treatment there is settled directly. A filing can also be a ground for having your account paid out.',
        })}
      </p>
      <Asked of={record}>
        {({ states }) => (
          <Held filings={states['treatment-elsewhere'] ?? []} canChange={open === undefined} />
        )}
      </Asked>
      {cases.length > 0 && (
        <section className="group">
          <h2>{say({ zh: '办理过的', en: 'Earlier applications' })}</h2>
          <ul className="case-list">
            {cases.map((place) => (
              <li key={place.number} className="card">
                <Link to={pageOf.oneCase(place.number)}>
                  <span className="case-top">
                    <b>{say(place.procedure)}</b>
                    <StateTag place={place} />
                  </span>
                  <span className="small muted">{place.number}</span>
                  {place.asked && <span className="asked-of">{say(place.asked)}</span>}
                  <Icon name="next" />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

function Held({ filings, canChange }: { readonly filings: readonly Told[]; readonly canChange: boolean }) {
  const say = useSay();
  const personId = usePerson();
  const { data: draft } = useAsk('GET /people/{personId}/filing-draft', { params: { personId } });
  const begun = draft && draft.version > 0 ? draft : null;
  const last = filings.at(-1);
  const holds = last !== undefined && last.to === null && filingOf(last) !== null;
  return (
    <>
      {filings.every((told) => filingOf(told) === null) && (
        <section className="card pad">
          <p>{say({ zh: '现在没有备案。', en: 'You have no filing at present.' })}</p>
        </section>
      )}
      {filings.map((told) => (
        <Filing key={told.factId} told={told} />
      ))}
      {canChange && begun && <Begun draft={begun} />}
      <div className="end-row">
        {canChange && !begun && (
          <Link className="btn primary" to={pageOf.newFiling()}>
            {say(
              holds
                ? { zh: '改到另一个地方', en: 'Change to another place' }
                : { zh: '新办备案', en: 'Make a filing' },
            )}
          </Link>
        )}
        {canChange && holds && (
          <Link className="btn" to={pageOf.endFiling()}>
            {say({ zh: '取消备案', en: 'End the filing' })}
          </Link>
        )}
        {!canChange && (
          <p className="small muted">
            {say({
              zh: '有一件还在办，办完才能再办下一件；也可以在那一件里撤回。',
              en: 'One is under way. You can make another once it is finished, or take that one back on its own page.',
            })}
          </p>
        )}
      </div>
    </>
  );
}

/** A filing that was begun and not sent: to go on with, or to throw away. */
function Begun({ draft }: { readonly draft: Answer<'GET /people/{personId}/filing-draft'> }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const params = { personId: usePerson() };
  const { version, savedAt, keptUntil } = draft;
  const discard = useStep('POST /people/{personId}/filing-draft/discarding');
  if (savedAt === null || keptUntil === null) return null;
  const when = {
    day: showDay(plainDate(shanghaiDate(new Date(savedAt))), language, today),
    time: showClock(savedAt),
    until: showDay(plainDate(keptUntil), language, today),
  };
  return (
    <section className="card begun">
      <b>{say({ zh: '您有一份没填完的备案', en: 'You have a filing that is not sent yet' })}</b>
      <p className="small muted">{say(savedThen, when)}</p>
      <div className="pair">
        <Link className="btn primary" to={pageOf.newFiling()}>
          {say({ zh: '接着填', en: 'Go on with it' })}
          <Icon name="arrow" />
        </Link>
        <button
          type="button"
          className="btn"
          aria-disabled={discard.busy}
          onClick={() => confirm(say(sure)) && discard.take({ params, body: { version } })}
        >
          {say({ zh: '删除', en: 'Discard' })}
        </button>
      </div>
    </section>
  );
}

const savedThen = {
  zh: '{day} {time} 保存，留到{until}，每保存一次重新算',
  en: 'Saved on {day} at {time}. Kept until {until}; each saving starts the time again',
};
const sure = { zh: '删除填过的内容？', en: 'Discard what you filled in?' };

interface Kept {
  readonly region: string;
  readonly group?: string;
  readonly confirmedOn: string | null;
}

/** As the record keeps a filing; null where the entry says that it ended. */
function filingOf({ body }: Told): Kept | null {
  const filing = (body.filing ?? null) as Kept | null; // as `registry` records it
  return filing;
}

function Filing({ told }: { readonly told: Told }) {
  const say = useSay();
  const language = useLanguage();
  const until = useUntil();
  const filing = filingOf(told);
  if (filing === null) return null;
  const { confirmedOn } = filing;
  const group = groupName(filing.group);
  return (
    <section className="card pad filing">
      <h2>
        {say(placeName(filing.region))}{' '}
        <span className={confirmedOn === null ? 'tag info' : 'tag ok'}>
          <Icon name={confirmedOn === null ? 'clock' : 'tick'} />
          {say(
            confirmedOn === null
              ? { zh: '待确认', en: 'Not confirmed yet' }
              : { zh: '已确认', en: 'Confirmed' },
          )}
        </span>
      </h2>
      <dl className="facts">
        {confirmedOn !== null && (
          <>
            <dt>{say({ zh: '期间', en: 'When' })}</dt>
            <dd>{until(told.from, told.to) || say({ zh: '没有写', en: 'Not given' })}</dd>
          </>
        )}
        {group && (
          <>
            <dt>{say({ zh: '情形', en: 'Why' })}</dt>
            <dd>{say(group)}</dd>
          </>
        )}
        {confirmedOn !== null && isPlainDate(confirmedOn) && (
          <>
            <dt>{say({ zh: '确认日期', en: 'Confirmed on' })}</dt>
            <dd>{showDate(confirmedOn, language)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
