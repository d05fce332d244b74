import type { RouteObject } from 'react-router';
import { pageOf } from '../ui/links.ts';

/** What an agent sees besides the pages of those for whom they act. */
export const agentRoutes: RouteObject[] = [
  {
    path: pageOf.actingFor(),
    lazy: async () => ({ Component: (await import('./whom-page.tsx')).WhomPage }),
  },
];
