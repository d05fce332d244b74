import type { RouteObject } from 'react-router';
import { pageOf } from '../../ui/links.ts';

/** Whom somebody lets act for them: those they gave, and a new one. */
export const mandateRoutes: RouteObject[] = [
  {
    path: pageOf.mandates(),
    lazy: async () => ({ Component: (await import('./mandates-page.tsx')).MandatesPage }),
  },
  {
    path: '/mandates/new/:step',
    lazy: async () => ({ Component: (await import('./new-mandate.tsx')).NewMandate }),
  },
];
