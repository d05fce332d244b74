import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { type Member, mostAtOnce, useLeaving } from '../leaving-draft.tsx';

/** How many were ticked, always in sight, whom, and the way on. */
export function RosterGo(shown: { readonly looking: boolean; readonly onLook: () => void }) {
  const say = useSay();
  const navigate = useNavigate();
  const { looking, onLook } = shown;
  const { leaving, change } = useLeaving();
  const [cleared, setCleared] = useState<readonly Member[]>([]);
  const n = leaving.staff.length;
  function clear(): void {
    setCleared(leaving.staff);
    change({ staff: [] });
  }
  if (n === 0 && !looking)
    return (
      <div className="roster-go">
        {cleared.length > 0 && (
          <p>
            <button type="button" className="btn" onClick={() => change({ staff: cleared })}>
              {say({ zh: '重新选上刚才的 {n} 人', en: 'Tick those {n} again' }, { n: cleared.length })}
            </button>
          </p>
        )}
        <p className="muted">
          {say({
            zh: '有人离职的，勾选后在这里申报减员。以前申报的在“减员申报”里。',
            en: 'Tick the people who are leaving and report them here. What you reported before is under “Staff reported”.',
          })}{' '}
          <Link to={pageOf.staffReports()}>{say({ zh: '减员申报', en: 'Staff reported' })}</Link>
        </p>
      </div>
    );
  return (
    <div className="roster-go some">
      <p aria-live="polite">
        <b>{say({ zh: '选了 {n} 人', en: '{n} selected' }, { n })}</b>
        {n >= mostAtOnce && <span className="small">{say(asMany, { n: mostAtOnce })}</span>}
        <button type="button" className="link" onClick={onLook}>
          {say(looking ? { zh: '回到名单', en: 'Back to everybody' } : { zh: '看选了谁', en: 'Show them' })}
        </button>
        {!looking && (
          <button type="button" className="link" onClick={clear}>
            {say({ zh: '全部取消', en: 'Clear' })}
          </button>
        )}
      </p>
      {n > 0 && (
        <button type="button" className="btn primary" onClick={() => void navigate(pageOf.leaving('day'))}>
          {say({ zh: '申报减员', en: 'Report them as leaving' })}
        </button>
      )}
    </div>
  );
}

const asMany = { zh: '（一次最多 {n} 人）', en: ' ({n} at most at a time)' };
