import { Link } from 'react-router';
import { plainDate } from '#basics';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAskPages } from '../../ui/asking.ts';
import { showDay } from '../../ui/dates.ts';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { useToday } from '../../ui/today.ts';
import { reasonName } from '../leaving/reasons.ts';
import { useEmployer } from '../of-employer.tsx';

type Item = Answer<'GET /employers/{employerId}/staff-reports'>['items'][number];

/** What the employer reported, the latest first. */
export function ReportsPage() {
  const say = useSay();
  const employerId = useEmployer();
  const { pages, asked, more } = useAskPages('GET /employers/{employerId}/staff-reports', {
    params: { employerId },
  });
  const items = pages.flatMap((page) => page.items);
  return (
    <main id="main" className="reading">
      <Heading>{say({ zh: '减员申报', en: 'Staff reported' })}</Heading>
      <Asked of={asked}>
        {() => (
          <>
            {items.length === 0 && (
              <section className="card pad">
                <p>{say({ zh: '还没有申报过。', en: 'Nothing has been reported yet.' })}</p>
                <Link to={pageOf.employer()}>
                  {say({
                    zh: '从职工名单里选离职的人',
                    en: 'Choose the people who are leaving from your staff',
                  })}
                </Link>
              </section>
            )}
            <ul className="case-list">
              {items.map((item) => (
                <li key={item.reportId} className="card">
                  <Row item={item} />
                </li>
              ))}
            </ul>
            {more && (
              <button type="button" className="btn wide" onClick={more}>
                {say({ zh: '再往前看', en: 'Show earlier ones' })}
              </button>
            )}
          </>
        )}
      </Asked>
    </main>
  );
}

function Row({ item }: { readonly item: Item }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const { reportId, madeOn, people, approved, turnedDown, takenBack, refused, waiting, statement } = item;
  return (
    <Link to={pageOf.staffReport(reportId)}>
      <span className="case-top">
        <b>
          {say(
            { zh: '{day}申报 {people} 人', en: '{people} reported on {day}' },
            { day: showDay(plainDate(madeOn), language, today), people },
          )}
        </b>
        {waiting > 0 && (
          <span className="tag wait">
            <Icon name="clock" />
            {say({ zh: '还有 {waiting} 人没办到', en: '{waiting} still to be sent' }, { waiting })}
          </span>
        )}
      </span>
      <span className="small muted">
        {say(
          { zh: '劳动关系结束日 {day}', en: 'Employment ended on {day}' },
          { day: showDay(plainDate(statement.endedOn), language, today) },
        )}
        {statement.reason && ` · ${say(reasonName(statement.reason))}`}
      </span>
      <span className="small">
        {say(
          { zh: '已减员 {approved} / {people} 人', en: '{approved} of {people} done' },
          { approved, people },
        )}
        {turnedDown > 0 &&
          say({ zh: '，未批准 {turnedDown} 人', en: ', {turnedDown} refused' }, { turnedDown })}
        {takenBack > 0 && say({ zh: '，撤回 {takenBack} 人', en: ', {takenBack} taken back' }, { takenBack })}
        {refused > 0 && say({ zh: '，办不了 {refused} 人', en: ', {refused} not possible' }, { refused })}
      </span>
      <Icon name="next" />
    </Link>
  );
}
