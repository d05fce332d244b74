import type { ReactNode } from 'react';
import { Navigate } from 'react-router';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { type Leaving, useLeaving } from '../leaving-draft.tsx';

/** A step of the report; whoever comes to it without what goes before is led to where that is asked. */
export function Step(shown: {
  readonly needs: readonly (keyof Leaving)[];
  readonly children: (leaving: Leaving) => ReactNode;
}) {
  const { leaving } = useLeaving();
  if (leaving.staff.length === 0) return <Navigate to={pageOf.employer()} replace />;
  if (shown.needs.includes('endedOn') && leaving.endedOn === null)
    return <Navigate to={pageOf.leaving('day')} replace />;
  if (shown.needs.includes('stops') && leaving.stops === null)
    return <Navigate to={pageOf.leaving('stop')} replace />;
  if (shown.needs.includes('reason') && leaving.reason === null)
    return <Navigate to={pageOf.leaving('reason')} replace />;
  return shown.children(leaving);
}

/** Of whom it is said, above each question. */
export function OfWhom({ staff }: Pick<Leaving, 'staff'>) {
  const say = useSay();
  const [first, second, third, ...rest] = staff.map(({ name }) => name);
  const some = [first, second, third].filter(Boolean).join(say({ zh: '、', en: ', ' }));
  return (
    <p className="small muted of-whom">
      {rest.length === 0
        ? some
        : say(
            { zh: '{some}等 {n} 人', en: '{some} and {more} more' },
            { some, n: staff.length, more: rest.length },
          )}
    </p>
  );
}
