import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { type Capacity, capacityNames, homes, useActing, useChangeCapacity } from './capacity.tsx';
import { Heading } from './heading.tsx';
import { useSay } from './language.tsx';
import { ProblemBox } from './problem-box.tsx';
import { wantsThis } from './wanted.ts';

/**
 * Pages that somebody sees in some capacities only. In another they are led to what is theirs, or offered to change where their
 * login has the capacity that the page needs.
 */
export function As(shown: { readonly of: readonly Capacity[]; readonly children: ReactNode }) {
  const { kind, capacities } = useActing();
  if (shown.of.includes(kind)) return shown.children;
  const other = shown.of.find((each) => capacities.includes(each));
  return other ? <NeedsOther capacity={other} /> : <Navigate to={homes[kind]()} replace />;
}

function NeedsOther({ capacity }: { readonly capacity: Capacity }) {
  const say = useSay();
  const { wanted } = wantsThis(useLocation());
  const { change, busy, problem } = useChangeCapacity();
  const name = say(capacityNames[capacity]);
  return (
    <main id="main" className="narrow">
      <Heading>
        {say({ zh: '这一页要以“{name}”的身份看', en: 'To see this page, act as {name}' }, { name })}
      </Heading>
      <p className="muted">
        {say({
          zh: '您的账号有这个身份，换过去不用重新登录。',
          en: 'Your login can do that. You need not sign in again.',
        })}
      </p>
      <ProblemBox problem={problem} />
      <button
        type="button"
        className="btn primary wide"
        aria-disabled={busy}
        onClick={() => busy || change(capacity, wanted)}
      >
        {say({ zh: '换为“{name}”', en: 'Go on as {name}' }, { name })}
      </button>
    </main>
  );
}
