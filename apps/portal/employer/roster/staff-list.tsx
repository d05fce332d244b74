import type { Text } from '#basics';
import { showMonth } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { masked } from '../../ui/masked.ts';
import { type Member, mostAtOnce, useLeaving } from '../leaving-draft.tsx';

/** Some of the staff, each to be ticked, or all of those shown at once; or that there is nobody. */
export function StaffList(shown: {
  readonly staff: readonly Member[];
  readonly none: Text;
  readonly search: string;
}) {
  const say = useSay();
  const { staff, none, search } = shown;
  const { leaving, change } = useLeaving();
  const ticked = new Set(leaving.staff.map(({ personId }) => personId));
  const full = ticked.size >= mostAtOnce;
  const free = staff.filter(({ reportedIn }) => reportedIn === null);
  const open = free.filter(({ personId }) => !ticked.has(personId));
  function toggle(member: Member): void {
    const others = leaving.staff.filter(({ personId }) => personId !== member.personId);
    change({ staff: ticked.has(member.personId) ? others : [...others, member] });
  }
  function toggleAll(): void {
    const here = new Set(free.map(({ personId }) => personId));
    const others = leaving.staff.filter(({ personId }) => !here.has(personId));
    const all = [...leaving.staff, ...open].slice(0, mostAtOnce);
    change({ staff: open.length === 0 ? others : all });
  }
  if (staff.length === 0) return <p className="card pad">{say(none, { search })}</p>;
  return (
    <fieldset className="roster card">
      <legend className="vh">{say({ zh: '勾选离职的职工', en: 'Tick the people who are leaving' })}</legend>
      {free.length > 1 && (
        <p className="roster-all">
          <button type="button" className="link" aria-disabled={full && open.length > 0} onClick={toggleAll}>
            {say(open.length === 0 ? noneOfThese : allOfThese, { n: free.length })}
          </button>
        </p>
      )}
      {staff.map((member) => (
        <Row
          key={member.personId}
          {...{ member, full, ticked: ticked.has(member.personId) }}
          onToggle={() => toggle(member)}
        />
      ))}
    </fieldset>
  );
}

const allOfThese = { zh: '勾选这里列出的 {n} 人', en: 'Select the {n} listed here' };
const noneOfThese = { zh: '不选这里列出的 {n} 人', en: 'Deselect the {n} listed here' };

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
      <span className="nb number">{number === null ? '' : masked(number)}</span>
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
