import { Outlet, type RouteObject } from 'react-router';
import { OwnPerson } from '../ui/own-person.tsx';

/** The pages of whoever succeeds somebody who died; a login that stands for several says of whom first. */
export const heirRoutes: RouteObject[] = [
  {
    element: (
      <OwnPerson>
        <Outlet />
      </OwnPerson>
    ),
    hydrateFallbackElement: <main id="main" aria-busy="true" />,
    children: [
      {
        path: '/heir',
        lazy: async () => ({ Component: (await import('./estate/estate-home.tsx')).EstateHome }),
      },
      {
        path: '/heir/:number',
        lazy: async () => ({ Component: (await import('./estate/estate-page.tsx')).EstatePage }),
      },
      {
        path: '/heir/:number/death',
        lazy: async () => ({ Component: (await import('./estate/death-page.tsx')).DeathPage }),
      },
      {
        path: '/heir/:number/heirs/new',
        lazy: async () => ({ Component: (await import('./estate/heir-page.tsx')).HeirPage }),
      },
      {
        path: '/heir/:number/heirs/:heir/link',
        lazy: async () => ({ Component: (await import('./estate/invite-page.tsx')).InvitePage }),
      },
      {
        path: '/heir/:number/heirs/:heir/account',
        lazy: async () => ({ Component: (await import('./estate/account-page.tsx')).AccountPage }),
      },
      {
        path: '/heir/:number/heirs/:heir/answer',
        lazy: async () => ({ Component: (await import('./estate/own-answer-page.tsx')).OwnAnswerPage }),
      },
      {
        path: '/heir/:number/shares',
        lazy: async () => ({ Component: (await import('./estate/shares-page.tsx')).SharesPage }),
      },
      {
        path: '/heir/:number/papers',
        lazy: async () => ({ Component: (await import('./estate/papers-page.tsx')).PapersPage }),
      },
      {
        path: '/heir/:number/papers/:material',
        lazy: async () => ({ Component: (await import('./estate/paper-page.tsx')).PaperPage }),
      },
      {
        path: '/heir/:number/check',
        lazy: async () => ({ Component: (await import('./estate/check-page.tsx')).CheckPage }),
      },
      {
        path: '/heir/:number/receipt',
        lazy: async () => ({ Component: (await import('./estate/receipt-page.tsx')).ReceiptPage }),
      },
    ],
  },
];
