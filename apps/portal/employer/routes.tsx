import type { RouteObject } from 'react-router';
import { pageOf } from '../ui/links.ts';

/** What an employer sees. */
export const employerRoutes: RouteObject[] = [
  {
    path: pageOf.employer(),
    lazy: async () => ({ Component: (await import('./at-window.tsx')).EmployerAtWindow }),
  },
];
