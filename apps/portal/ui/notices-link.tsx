import { NavLink } from 'react-router';
import { useAsk, useSession } from './asking.ts';
import { useSay } from './language.tsx';
import { pageOf } from './links.ts';

/** The way to what somebody was told, with how much of it they have not read. */
export function NoticesLink() {
  const say = useSay();
  const { session } = useSession();
  const personId = session?.kind === 'insured' ? session.personIds[0] : undefined;
  const { data } = useAsk(
    'GET /people/{personId}/unread-notices',
    personId === undefined ? null : { params: { personId } },
  );
  if (personId === undefined) return null;
  const unread = data?.unread ?? 0;
  return (
    <NavLink to={pageOf.notices()}>
      {say({ zh: '通知', en: 'Notices' })}
      {unread > 0 && (
        <span className="unread-count">
          {unread}
          <span className="vh">{say({ zh: ' 条未读', en: ' unread' })}</span>
        </span>
      )}
    </NavLink>
  );
}
