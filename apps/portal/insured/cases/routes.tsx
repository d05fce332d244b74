import type { RouteObject } from 'react-router';

/** What is answered in a case, each page loaded once somebody goes there. */
export const caseRoutes: RouteObject[] = [
  {
    path: '/cases/:number/objection',
    lazy: async () => ({ Component: (await import('./objection-page.tsx')).ObjectionPage }),
  },
  {
    path: '/cases/:number/papers/:materialId',
    lazy: async () => ({ Component: (await import('./paper-page.tsx')).PaperPage }),
  },
  {
    path: '/cases/:number/payee',
    lazy: async () => ({ Component: (await import('./payee-page.tsx')).PayeePage }),
  },
];
