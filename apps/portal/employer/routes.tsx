import type { RouteObject } from 'react-router';
import { pageOf } from '../ui/links.ts';
import { OfEmployer } from './of-employer.tsx';

/** What an employer sees: its staff, those who leave, and what became of its reports. */
export const employerRoutes: RouteObject[] = [
  {
    element: <OfEmployer />,
    children: [
      {
        path: pageOf.employer(),
        lazy: async () => ({ Component: (await import('./roster/roster-page.tsx')).RosterPage }),
      },
      {
        path: pageOf.leaving('day'),
        lazy: async () => ({ Component: (await import('./leaving/day-page.tsx')).DayPage }),
      },
      {
        path: pageOf.leaving('stop'),
        lazy: async () => ({ Component: (await import('./leaving/stop-page.tsx')).StopPage }),
      },
      {
        path: pageOf.leaving('reason'),
        lazy: async () => ({ Component: (await import('./leaving/reason-page.tsx')).ReasonPage }),
      },
      {
        path: pageOf.leaving('check'),
        lazy: async () => ({ Component: (await import('./leaving/check-page.tsx')).CheckPage }),
      },
      {
        path: pageOf.staffAgents(),
        lazy: async () => ({ Component: (await import('./people/people-page.tsx')).PeoplePage }),
      },
      {
        path: '/employer/people/new/:step',
        lazy: async () => ({ Component: (await import('./people/new-agent.tsx')).NewAgent }),
      },
      {
        path: pageOf.staffReports(),
        lazy: async () => ({ Component: (await import('./reports/reports-page.tsx')).ReportsPage }),
      },
      {
        path: '/employer/reports/:reportId',
        lazy: async () => ({ Component: (await import('./reports/report-page.tsx')).ReportPage }),
      },
    ],
  },
];
