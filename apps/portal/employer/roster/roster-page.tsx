import { type FormEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Asked } from '../../ui/asked.tsx';
import { useAskPages } from '../../ui/asking.ts';
import { showMonth } from '../../ui/dates.ts';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { type Member, useLeaving } from '../leaving-draft.tsx';
import { useEmployer } from '../of-employer.tsx';

/** As many as a report takes. */
const most = 200;

/** Everybody who works for the employer by what is on record; whoever leaves is ticked here. */
export function RosterPage() {
  const say = useSay();
  const [search, setSearch] = useState('');
  const { pages, asked, more } = useRoster(search);
  const staff = pages.flatMap(({ items }) => items);
  const employer = pages[0]?.employer;
  return (
    <main id="main" className="reading roster-page">
      <Heading>{say({ zh: '职工名单', en: 'Our staff' })}</Heading>
      {employer && (
        <p className="muted">
          {employer.name} · {employer.creditCode}
        </p>
      )}
      <Search onSearch={setSearch} />
      <Asked of={asked}>
        {() => (
          <>
            <Staff {...{ staff, search }} />
            {more && (
              <button type="button" className="btn wide" onClick={more}>
                {say({ zh: '再列一些', en: 'Show more' })}
              </button>
            )}
          </>
        )}
      </Asked>
      <Onward />
    </main>
  );
}

/** Everybody, or those of a name, which stands in no address. */
function useRoster(search: string) {
  const params = { employerId: useEmployer() };
  const all = useAskPages('GET /employers/{employerId}/roster', search === '' ? { params } : null);
  const named = useAskPages(
    'POST /employers/{employerId}/roster/search',
    search === '' ? null : { params, body: { search } },
  );
  return search === '' ? all : named;
}

/** Those found, each to be ticked; or that there is nobody. */
function Staff({ staff, search }: { readonly staff: readonly Member[]; readonly search: string }) {
  const say = useSay();
  const { leaving, change } = useLeaving();
  const isTicked = ({ personId }: Member) => leaving.staff.some((one) => one.personId === personId);
  function toggle(member: Member): void {
    const others = leaving.staff.filter(({ personId }) => personId !== member.personId);
    change({ staff: isTicked(member) ? others : [...others, member] });
  }
  if (staff.length === 0)
    return <p className="card pad">{say(search === '' ? nobody : nobodyCalled, { search })}</p>;
  return (
    <fieldset className="roster card">
      <legend className="vh">{say({ zh: '勾选离职的职工', en: 'Tick the people who are leaving' })}</legend>
      {staff.map((member) => (
        <Row
          key={member.personId}
          {...{ member, ticked: isTicked(member), full: leaving.staff.length >= most }}
          onToggle={() => toggle(member)}
        />
      ))}
    </fieldset>
  );
}

const nobody = { zh: '名单上没有人。', en: 'Nobody is on your roster.' };
const nobodyCalled = {
  zh: '名单上没有姓名里带“{search}”的人。',
  en: 'Nobody on your roster is called “{search}”.',
};

function Search({ onSearch }: { readonly onSearch: (words: string) => void }) {
  const say = useSay();
  const [typed, setTyped] = useState('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    onSearch(typed.trim());
  }
  return (
    <search>
      <form className="roster-search" onSubmit={submit}>
        <label htmlFor="roster-name">{say({ zh: '按姓名查找', en: 'Find by name' })}</label>
        <input
          id="roster-name"
          type="search"
          autoComplete="off"
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            if (currentTarget.value === '') onSearch('');
          }}
        />
        <button type="submit" className="btn">
          {say({ zh: '查找', en: 'Find' })}
        </button>
      </form>
    </search>
  );
}

function Row({
  member,
  ticked,
  full,
  onToggle,
}: {
  readonly member: Member;
  readonly ticked: boolean;
  readonly full: boolean;
  readonly onToggle: () => void;
}) {
  const say = useSay();
  const language = useLanguage();
  const { name, number, since, reportedIn } = member;
  const words = (
    <>
      <b>{name}</b>
      <span className="nb number">{number === null ? '' : number.replace(/\*+/, ' •••• ')}</span>
      <span className="small muted">
        {say({ zh: '{month}入职', en: 'Since {month}' }, { month: showMonth(since.slice(0, 7), language) })}
      </span>
    </>
  );
  if (reportedIn !== null)
    return (
      <p className="roster-row reported">
        <span />
        <span className="roster-words">{words}</span>
        <span className="tag wait">
          <Icon name="clock" />
          {say({ zh: '已申报减员', en: 'Reported' })}
        </span>
      </p>
    );
  return (
    <label className={ticked ? 'roster-row ticked' : 'roster-row'}>
      <input type="checkbox" checked={ticked} disabled={full && !ticked} onChange={onToggle} />
      <span className="roster-words">{words}</span>
    </label>
  );
}

/** How many were ticked, always in sight, and the way on. */
function Onward() {
  const say = useSay();
  const navigate = useNavigate();
  const { leaving, change } = useLeaving();
  const n = leaving.staff.length;
  return (
    <div className={n === 0 ? 'roster-go' : 'roster-go some'}>
      {n === 0 ? (
        <p className="muted">
          {say({
            zh: '有人离职的，勾选后在这里申报减员。以前申报的在“减员申报”里。',
            en: 'Tick the people who are leaving and report them here. What you reported before is under “Staff reported”.',
          })}{' '}
          <Link to={pageOf.staffReports()}>{say({ zh: '减员申报', en: 'Staff reported' })}</Link>
        </p>
      ) : (
        <>
          <p aria-live="polite">
            <b>{say({ zh: '选了 {n} 人', en: '{n} selected' }, { n })}</b>
            {n >= most && <span className="small">{say(asMany)}</span>}
            <button type="button" className="link" onClick={() => change({ staff: [] })}>
              {say({ zh: '全部取消', en: 'Clear' })}
            </button>
          </p>
          <button type="button" className="btn primary" onClick={() => void navigate(pageOf.leaving('day'))}>
            {say({ zh: '申报减员', en: 'Report them as leaving' })}
          </button>
        </>
      )}
    </div>
  );
}

const asMany = { zh: '（一次最多 200 人）', en: ' (200 at most at a time)' };
