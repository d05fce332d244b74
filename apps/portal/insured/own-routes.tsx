import type { RouteObject } from 'react-router';
import { pageOf } from '../ui/links.ts';

/** What somebody is told, holds and decides about themselves; each page comes when it is wanted. */
export const ownRoutes: RouteObject[] = [
  {
    path: pageOf.notices(),
    lazy: async () => ({ Component: (await import('./notices/notices-page.tsx')).NoticesPage }),
  },
];
