import { Navigate, type RouteObject } from 'react-router';
import { pageOf } from '../ui/links.ts';

/** What somebody is told, holds and decides about themselves; each page comes when it is wanted. */
export const ownRoutes: RouteObject[] = [
  {
    path: pageOf.notices(),
    lazy: async () => ({ Component: (await import('./notices/notices-page.tsx')).NoticesPage }),
  },
  {
    path: pageOf.record(),
    lazy: async () => ({ Component: (await import('./record/record-page.tsx')).RecordPage }),
  },
  {
    path: '/record/contact/:field',
    lazy: async () => ({ Component: (await import('./record/contact-page.tsx')).ContactPage }),
  },
  {
    path: pageOf.myData(),
    lazy: async () => ({ Component: (await import('./my-data/my-data-page.tsx')).MyDataPage }),
  },
  {
    path: pageOf.filings(),
    lazy: async () => ({ Component: (await import('./filings/filings-page.tsx')).FilingsPage }),
  },
  {
    path: '/filings/new',
    lazy: async () => ({ Component: (await import('./filings/filing-draft.tsx')).FilingDraftOf }),
    children: [
      { index: true, element: <Navigate to={pageOf.newFiling()} replace /> },
      {
        path: 'where',
        lazy: async () => ({ Component: (await import('./filings/where-page.tsx')).WherePage }),
      },
      { path: 'why', lazy: async () => ({ Component: (await import('./filings/why-page.tsx')).WhyPage }) },
      { path: 'from', lazy: async () => ({ Component: (await import('./filings/day-pages.tsx')).FromPage }) },
      {
        path: 'until',
        lazy: async () => ({ Component: (await import('./filings/day-pages.tsx')).UntilPage }),
      },
      {
        path: 'check',
        lazy: async () => ({ Component: (await import('./filings/check-page.tsx')).CheckPage }),
      },
    ],
  },
  {
    path: pageOf.endFiling(),
    lazy: async () => ({ Component: (await import('./filings/end-filing-page.tsx')).EndFilingPage }),
  },
  {
    path: '/filings/receipt/:number',
    lazy: async () => ({ Component: (await import('./filings/filing-receipt-page.tsx')).FilingReceiptPage }),
  },
];

/** The way in with a code that is sent, for whoever has no code from the window. */
export const sentCodeRoutes: RouteObject[] = [
  {
    path: pageOf.activateBySent(),
    lazy: async () => ({
      Component: (await import('../anyone/sign-in/with-sent-code.tsx')).ActivateBySentCode,
    }),
  },
  {
    path: pageOf.recoverBySent(),
    lazy: async () => ({
      Component: (await import('../anyone/sign-in/with-sent-code.tsx')).RecoverBySentCode,
    }),
  },
];

/** By what anybody signs in, whoever they act for. */
export const securityRoutes: RouteObject[] = [
  {
    path: pageOf.security(),
    lazy: async () => ({ Component: (await import('./security/security-page.tsx')).SecurityPage }),
  },
];
