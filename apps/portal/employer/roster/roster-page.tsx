import { useRef, useState } from 'react';
import { Asked } from '../../ui/asked.tsx';
import { Heading } from '../../ui/heading.tsx';
import { useSay } from '../../ui/language.tsx';
import { type Member, useLeaving } from '../leaving-draft.tsx';
import { RosterGo } from './roster-go.tsx';
import { RosterTurn, useRosterPages } from './roster-pages.tsx';
import { RosterSearch } from './roster-search.tsx';
import { StaffList } from './staff-list.tsx';

/** Everybody who works for the employer by what is on record; whoever leaves is ticked here. */
export function RosterPage() {
  const say = useSay();
  const { leaving } = useLeaving();
  const [search, setSearch] = useState('');
  // Those who were ticked as somebody began to look at them: whoever is unticked there can be ticked again.
  const [looked, setLooked] = useState<readonly Member[] | null>(null);
  const pages = useRosterPages(search);
  const top = useRef<HTMLElement>(null);
  const toTop = () => {
    top.current?.focus({ preventScroll: true });
    top.current?.scrollIntoView();
  };
  const employer = pages.asked.data?.employer;
  function look(): void {
    setLooked(looked === null ? leaving.staff : null);
    toTop();
  }
  return (
    <main id="main" className="reading roster-page">
      <Heading>{say({ zh: '职工名单', en: 'Our staff' })}</Heading>
      {employer && (
        <p className="muted">
          {employer.name} · {employer.creditCode}
        </p>
      )}
      <div hidden={looked !== null}>
        <RosterSearch onSearch={setSearch} />
      </div>
      <section
        tabIndex={-1}
        ref={top}
        className="roster-top"
        aria-label={say(looked === null ? thisPage : theChosen, { at: pages.at })}
      >
        {looked === null ? (
          <Asked of={pages.asked}>
            {({ items }) => (
              <StaffList staff={items} search={search} none={search === '' ? nobody : nobodyCalled} />
            )}
          </Asked>
        ) : (
          <>
            <h2>{say(theChosen)}</h2>
            <StaffList staff={looked} search="" none={nobody} />
          </>
        )}
      </section>
      {looked === null && <RosterTurn pages={pages} onTurn={toTop} />}
      <RosterGo looking={looked !== null} onLook={look} />
    </main>
  );
}

const thisPage = { zh: '名单第 {at} 页', en: 'Our staff, page {at}' };
const theChosen = { zh: '选中的职工', en: 'Those selected' };
const nobody = { zh: '名单上没有人。', en: 'Nobody is on your roster.' };
const nobodyCalled = {
  zh: '名单上没有姓名里带“{search}”的人。',
  en: 'Nobody on your roster is called “{search}”.',
};
