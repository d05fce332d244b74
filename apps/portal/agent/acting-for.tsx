import { type ReactNode, useEffect } from 'react';
import { Link, Navigate, NavLink, useLocation } from 'react-router';
import { Asked } from '../ui/asked.tsx';
import { useChosen } from '../ui/chosen.tsx';
import { Heading } from '../ui/heading.tsx';
import { Icon } from '../ui/icons.tsx';
import { useSay } from '../ui/language.tsx';
import { pageOf } from '../ui/links.ts';
import { MandateTerms } from '../ui/mandate-terms.tsx';
import { ActedForProvider, PersonProvider } from '../ui/person.tsx';
import { type Principal, principalsIn, useHeldMandates } from './held-mandates.ts';

/**
 * The pages of an insured person as whoever acts for them sees them: for whom, in what and until when stands above each. Of
 * several people the agent says first which.
 */
export function ActingFor({ children }: { readonly children: ReactNode }) {
  const held = useHeldMandates();
  const { pathname } = useLocation();
  const { refetch } = held;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again with every page
  useEffect(() => {
    void refetch();
  }, [pathname]);
  return (
    <Asked of={held}>{({ items }) => <Framed principals={principalsIn(items)}>{children}</Framed>}</Asked>
  );
}

function Framed(shown: { readonly principals: readonly Principal[]; readonly children: ReactNode }) {
  const { principals, children } = shown;
  const { pathname } = useLocation();
  const { chosen } = useChosen(principals.map(({ ownerId }) => ownerId));
  const principal = principals.find(({ ownerId }) => ownerId === chosen);
  if (!principal) return <Navigate to={pageOf.actingFor()} replace />;
  return (
    <>
      <Strip principal={principal} several={principals.length > 1} />
      <PersonProvider key={principal.ownerId} value={principal.ownerId}>
        <ActedForProvider value={principal}>
          {mayOpen(principal, pathname) ? children : <NotInIt principal={principal} />}
        </ActedForProvider>
      </PersonProvider>
    </>
  );
}

/** Always in sight: an agent never takes the account of somebody else for their own. */
function Strip({ principal, several }: { readonly principal: Principal; readonly several: boolean }) {
  const say = useSay();
  const { name, mandates, sees, acts } = principal;
  return (
    <section className="acting-for" aria-label={say({ zh: '代办', en: 'Acting for somebody' })}>
      <p className="acting-who">
        <Icon name="people" />
        <b>{say({ zh: '您在替{name}办事', en: 'You act for {name}' }, { name })}</b>
        {several && <Link to={pageOf.actingFor()}>{say({ zh: '换一位', en: 'Somebody else' })}</Link>}
      </p>
      <ul className="acting-terms">
        {mandates.map((mandate) => (
          <li key={mandate.mandateId}>
            <MandateTerms mandate={mandate} />
          </li>
        ))}
      </ul>
      <nav className="places" aria-label={say({ zh: '{name}的网页', en: 'Pages of {name}' }, { name })}>
        {acts && <NavLink to={pageOf.cases()}>{say({ zh: '办理', en: 'Cases' })}</NavLink>}
        {sees && <NavLink to={pageOf.account()}>{say({ zh: '账户', en: 'Account' })}</NavLink>}
        {sees && <NavLink to={pageOf.months()}>{say({ zh: '缴费记录', en: 'Months paid' })}</NavLink>}
      </nav>
    </section>
  );
}

/**
 * What is on record, and an application that begins with it, only with a mandate for it; what is the person's own alone never. The
 * agency holds to the same for every answer.
 */
function mayOpen({ sees, acts }: Principal, pathname: string): boolean {
  const within = (paths: readonly string[]) => paths.some((path) => pathname.startsWith(path));
  if (within([pageOf.account(), pageOf.months(), pageOf.viewings()])) return sees;
  if (within([pageOf.apply()])) return sees && acts;
  return acts && within([pageOf.cases(), '/transfer']);
}

function NotInIt({ principal }: { readonly principal: Principal }) {
  const say = useSay();
  const { name } = principal;
  return (
    <main id="main" className="narrow">
      <Heading>{say({ zh: '委托里没有这一项', en: 'The mandate does not cover this' })}</Heading>
      <p className="muted">
        {say(
          {
            zh: '{name}委托您办的写在上面。要看这一页，请{name}另给一份包括这一项的委托。',
            en: 'What {name} lets you do is shown above. To see this page, ask {name} for a mandate that covers it.',
          },
          { name },
        )}
      </p>
    </main>
  );
}
