import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { createBrowserRouter, Navigate, Outlet, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { SignIn } from '../anyone/sign-in/sign-in.tsx';
import { Activate, Recover } from '../anyone/sign-in/with-code.tsx';
import { newQueryClient, problemOf } from '../ui/asking.ts';
import { Foot } from '../ui/bar.tsx';
import { useLanguage } from '../ui/language.tsx';
import { homeOfMy, pageOf } from '../ui/links.ts';
import { MyBar } from '../ui/my-bar.tsx';
import { ProblemBox } from '../ui/problem-box.tsx';
import { SignedIn } from '../ui/signed-in.tsx';
import { AccountPage } from './account/account-page.tsx';
import { MovementsPage } from './account/movements-page.tsx';
import { YearPage } from './account/year-page.tsx';
import { CasePage } from './cases/case-page.tsx';
import { CasesPage } from './cases/cases-page.tsx';
import { caseRoutes } from './cases/routes.tsx';
import { MonthsPage } from './record/months-page.tsx';
import { ViewingsPage } from './record/viewings-page.tsx';
import { transferRoutes } from './transfer/routes.tsx';

/** The program of whoever signs in: its pages lie below `/zh/my` and `/en/my`, and each can be opened by its address. */
export function My() {
  const language = useLanguage();
  const [client] = useState(newQueryClient);
  const [router] = useState(() => createBrowserRouter(routes, { basename: homeOfMy(language) }));
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}

function Own() {
  return (
    <SignedIn signIn={(before) => <SignIn before={before} />}>
      <Outlet />
    </SignedIn>
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
      </main>
    </>
  );
}

const toAccount = <Navigate to={pageOf.account()} replace />;

const routes: RouteObject[] = [
  {
    element: <Open />,
    errorElement: <Broken />,
    children: [
      { path: pageOf.activate(), element: <Activate /> },
      { path: pageOf.recover(), element: <Recover /> },
    ],
  },
  {
    element: <Own />,
    errorElement: <Broken />,
    // Until the program of a page is there that is loaded by itself.
    hydrateFallbackElement: <main id="main" aria-busy="true" />,
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
      { path: '*', element: toAccount },
    ],
  },
];
