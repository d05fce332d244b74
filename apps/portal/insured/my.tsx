import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { createBrowserRouter, Navigate, Outlet, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { ActingFor } from '../agent/acting-for.tsx';
import { agentRoutes } from '../agent/routes.tsx';
import { SignIn } from '../anyone/sign-in/sign-in.tsx';
import { Activate, Recover } from '../anyone/sign-in/with-code.tsx';
import { employerRoutes } from '../employer/routes.tsx';
import { heirRoutes } from '../heir/routes.tsx';
import { AlongProvider, takeAlong } from '../ui/along.ts';
import { As } from '../ui/as.tsx';
import { newQueryClient, problemOf } from '../ui/asking.ts';
import { Foot } from '../ui/bar.tsx';
import { type Capacity, homes, useActing } from '../ui/capacity.tsx';
import { ChosenProvider } from '../ui/chosen.tsx';
import { useLanguage, useSay } from '../ui/language.tsx';
import { homeOfMy, pageOf } from '../ui/links.ts';
import { MyBar } from '../ui/my-bar.tsx';
import { onceThere } from '../ui/once-there.ts';
import { OwnPerson } from '../ui/own-person.tsx';
import { ProblemBox } from '../ui/problem-box.tsx';
import { SignedIn } from '../ui/signed-in.tsx';
import { AccountPage } from './account/account-page.tsx';
import { MovementsPage } from './account/movements-page.tsx';
import { YearPage } from './account/year-page.tsx';
import { applyRoutes } from './apply/routes.tsx';
import { CapacitiesPage } from './capacities/capacities-page.tsx';
import { CasePage } from './cases/case-page.tsx';
import { CasesPage } from './cases/cases-page.tsx';
import { caseRoutes } from './cases/routes.tsx';
import { mandateRoutes } from './mandates/routes.tsx';
import { NoSuchPage } from './no-such-page.tsx';
import { ownRoutes, securityRoutes, sentCodeRoutes } from './own-routes.tsx';
import { MonthsPage } from './record/months-page.tsx';
import { ViewingsPage } from './record/viewings-page.tsx';
import { transferRoutes } from './transfer/routes.tsx';

/** The program of whoever signs in: its pages lie below `/zh/my` and `/en/my`, and each can be opened by its address. */
export function My() {
  const language = useLanguage();
  const [client] = useState(newQueryClient);
  const [{ router, typed }] = useState(() => opened(homeOfMy(language)));
  return (
    <QueryClientProvider client={client}>
      <ChosenProvider>
        <AlongProvider value={typed}>
          <RouterProvider router={router} />
        </AlongProvider>
      </ChosenProvider>
    </QueryClientProvider>
  );
}

/** The pages below an address, as somebody comes to them who had begun in the other language. */
function opened(basename: string) {
  const { state, typed } = takeAlong(location.pathname);
  if (state !== null) history.replaceState({ usr: state }, ''); // where the router looks for what a step handed on
  return { router: createBrowserRouter(onceThere(routes), { basename }), typed };
}

/** Pages of one capacity, or of everybody who has signed in where none is named. */
function Own({ of }: { readonly of?: readonly Capacity[] }) {
  return (
    <SignedIn signIn={(before) => <SignIn before={before} />}>
      {of ? <As of={of}>{of.includes('insured') ? <OfPerson /> : <Outlet />}</As> : <Outlet />}
    </SignedIn>
  );
}

/** What is the insured's own is shown to whom they let look at it, too. */
function OfPerson() {
  return useActing().kind === 'agent' ? (
    <ActingFor>
      <Outlet />
    </ActingFor>
  ) : (
    <OwnPerson>
      <Outlet />
    </OwnPerson>
  );
}

function Open() {
  return (
    <>
      <MyBar onSignOut={null} />
      <Outlet />
      <Foot />
    </>
  );
}

/** In the place of a page that went wrong, which is a fault of ours. */
function Broken() {
  return (
    <>
      <MyBar onSignOut={null} />
      <main id="main" className="narrow">
        <ProblemBox problem={problemOf(new Error('a page broke'))} />
        <Reload />
      </main>
    </>
  );
}

/** Also brings the files of a newer version, where this one's are gone. */
function Reload() {
  const say = useSay();
  return (
    <button type="button" className="btn" onClick={() => location.reload()}>
      {say({ zh: '刷新', en: 'Reload' })}
    </button>
  );
}

/** The first page of whoever comes without naming one: where a login has several capacities, to choose among them. */
function First() {
  const { kind, capacities } = useActing();
  return <Navigate to={capacities.length > 1 ? pageOf.capacities() : homes[kind]()} replace />;
}

/** Until the program of a page is there that is loaded by itself. */
const coming = <main id="main" aria-busy="true" />;

const routes: RouteObject[] = [
  {
    element: <Open />,
    errorElement: <Broken />,
    hydrateFallbackElement: coming,
    children: [
      { path: pageOf.activate(), element: <Activate /> },
      { path: pageOf.recover(), element: <Recover /> },
      ...sentCodeRoutes,
    ],
  },
  {
    element: <Own of={['insured', 'agent']} />,
    errorElement: <Broken />,
    hydrateFallbackElement: coming,
    children: [
      { path: pageOf.account(), element: <AccountPage /> },
      { path: pageOf.movements(), element: <MovementsPage /> },
      { path: '/account/:year', element: <YearPage /> },
      { path: pageOf.months(), element: <MonthsPage /> },
      { path: pageOf.viewings(), element: <ViewingsPage /> },
      { path: pageOf.cases(), element: <CasesPage /> },
      { path: '/cases/:number', element: <CasePage /> },
      ...caseRoutes,
      ...transferRoutes,
      ...applyRoutes,
    ],
  },
  {
    element: <Own of={['insured']} />,
    errorElement: <Broken />,
    hydrateFallbackElement: coming,
    children: [...mandateRoutes, ...ownRoutes],
  },
  {
    element: <Own of={['successor']} />,
    errorElement: <Broken />,
    hydrateFallbackElement: coming,
    children: heirRoutes,
  },
  {
    element: <Own of={['agent']} />,
    errorElement: <Broken />,
    hydrateFallbackElement: coming,
    children: agentRoutes,
  },
  {
    element: <Own of={['employer']} />,
    errorElement: <Broken />,
    hydrateFallbackElement: coming,
    children: employerRoutes,
  },
  {
    element: <Own />,
    errorElement: <Broken />,
    hydrateFallbackElement: coming,
    children: [
      { path: pageOf.capacities(), element: <CapacitiesPage /> },
      ...securityRoutes,
      { path: '/', element: <First /> },
      { path: '*', element: <NoSuchPage /> },
    ],
  },
];
