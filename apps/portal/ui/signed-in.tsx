import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useSession, useSigning, useWrite } from './asking.ts';
import { Foot } from './bar.tsx';
import { type Acting, ActingProvider, actingIn, capacityNames } from './capacity.tsx';
import { useForgetChosen } from './chosen.tsx';
import { useSay } from './language.tsx';
import { pageOf } from './links.ts';
import { MyBar } from './my-bar.tsx';
import { ProblemBox } from './problem-box.tsx';

/** How somebody comes to be asked to sign in. */
export type Before = 'came' | 'expired' | 'left';

/**
 * Pages for whoever has signed in. Where nobody has, the way to sign in stands in the place of the page, under its address; where
 * a session ends under somebody, their page waits behind it with what they had filled in.
 */
export function SignedIn(shown: {
  readonly signIn: (before: Before) => ReactNode;
  readonly children: ReactNode;
}) {
  const { session, problem } = useSession();
  const { signedOut } = useSigning();
  const was = useRef<Acting | null>(null);
  const [left, setLeft] = useState(false);
  const forgetChosen = useForgetChosen();
  const leave = useWrite('DELETE /sessions/current', () => {
    forgetChosen();
    was.current = null;
    setLeft(true);
    signedOut();
  });
  const acting = useMemo(() => (session ? actingIn(session) : null), [session]);
  const kept = acting ?? was.current;
  useEffect(() => {
    if (acting !== null) {
      was.current = acting;
      setLeft(false);
    }
  }, [acting]);
  useScrollToTop();
  const before = left ? 'left' : was.current === null ? 'came' : 'expired';
  return (
    <>
      <MyBar acting={acting} onSignOut={session ? () => leave.send({}) : null} />
      {acting && acting.capacities.length > 1 && <ActingAs acting={acting} />}
      <ProblemBox problem={problem ?? leave.problem} />
      {session === null && shown.signIn(before)}
      {session && acting === null && <NotForStaff />}
      {session === undefined && problem === null && <main id="main" aria-busy="true" />}
      {kept !== null && (
        <div key={`${kept.kind} ${kept.loginId}`} hidden={acting === null}>
          <ActingProvider value={kept}>{shown.children}</ActingProvider>
        </div>
      )}
      <Foot />
    </>
  );
}

/** A new page begins at its top. */
function useScrollToTop(): void {
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change of the page that matters
  useEffect(() => {
    scrollTo(0, 0);
  }, [pathname]);
}

/** As what somebody acts whose login has several capacities, and the way to another. */
function ActingAs({ acting }: { readonly acting: Acting }) {
  const say = useSay();
  return (
    <aside className="acting-as" aria-label={say({ zh: '身份', en: 'Capacity' })}>
      {say({ zh: '现在的身份：{name}', en: 'You act as {name}' }, { name: say(capacityNames[acting.kind]) })}{' '}
      <Link to={pageOf.capacities()}>{say({ zh: '换身份', en: 'Change' })}</Link>
    </aside>
  );
}

function NotForStaff() {
  const say = useSay();
  return (
    <main id="main" className="narrow">
      <h1>{say({ zh: '这里是办事人的网页', en: 'These pages are for the people we serve' })}</h1>
      <p className="muted">
        {say({
          zh: '现在登录的是工作人员账号。要看自己的账户，请退出后用本人的登录名登录。',
          en: 'A member of staff is signed in. To see an account of your own, sign out and use your own login.',
        })}
      </p>
    </main>
  );
}
