import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useSession, useSigning, useWrite } from './asking.ts';
import { Foot } from './bar.tsx';
import { useSay } from './language.tsx';
import { MyBar } from './my-bar.tsx';
import { PersonProvider } from './person.tsx';
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
  const was = useRef<string | null>(null);
  const [left, setLeft] = useState(false);
  const leave = useWrite('DELETE /sessions/current', () => {
    was.current = null;
    setLeft(true);
    signedOut();
  });
  const personId = session?.kind === 'insured' ? (session.personIds[0] ?? null) : null;
  const kept = personId ?? was.current;
  useEffect(() => {
    if (personId !== null) {
      was.current = personId;
      setLeft(false);
    }
  }, [personId]);
  useScrollToTop();
  const before = left ? 'left' : was.current === null ? 'came' : 'expired';
  return (
    <>
      <MyBar onSignOut={session ? () => leave.send({}) : null} />
      <ProblemBox problem={problem ?? leave.problem} />
      {session === null && shown.signIn(before)}
      {session && personId === null && <OtherCapacity />}
      {session === undefined && problem === null && <main id="main" aria-busy="true" />}
      {kept !== null && (
        <div key={kept} hidden={personId === null}>
          <PersonProvider value={kept}>{shown.children}</PersonProvider>
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

function OtherCapacity() {
  const say = useSay();
  return (
    <main id="main" className="narrow">
      <h1>{say({ zh: '这里是参保人本人的页面', en: 'These pages are for the insured person' })}</h1>
      <p className="muted">
        {say({
          zh: '这个登录名是以继承人、代办人或单位身份开通的，看不到别人的账户。代办的业务请到窗口办理。',
          en: 'This login acts as a successor, an agent or an employer and is shown nobody’s account. The window does what you came for.',
        })}
      </p>
    </main>
  );
}
