import type { RouteObject } from 'react-router';
import { pageOf } from '../../ui/links.ts';

/** While the first page of somebody who opens it by its address is on its way. */
const waiting = { hydrateFallbackElement: <main id="main" aria-busy="true" /> };

/** Applying for the balance to be paid out, from the ground to the receipt; each page comes when it is wanted. */
export const applyRoutes: RouteObject[] = [
  {
    path: pageOf.apply(),
    ...waiting,
    lazy: async () => ({ Component: (await import('./start-page.tsx')).StartPage }),
  },
  {
    path: '/apply/received/:number',
    ...waiting,
    lazy: async () => ({ Component: (await import('./receipt-page.tsx')).ReceiptPage }),
  },
  {
    path: '/apply/:draftId',
    ...waiting,
    lazy: async () => ({ Component: (await import('./draft.tsx')).DraftOf }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./tasks-page.tsx')).TasksPage }) },
      { path: 'ground', lazy: async () => ({ Component: (await import('./ground-page.tsx')).GroundPage }) },
      { path: 'before', lazy: async () => ({ Component: (await import('./before-page.tsx')).BeforePage }) },
      {
        path: 'papers/:materialId',
        lazy: async () => ({ Component: (await import('./paper-page.tsx')).PaperPage }),
      },
      { path: 'payee', lazy: async () => ({ Component: (await import('./payee-page.tsx')).PayeePage }) },
      { path: 'check', lazy: async () => ({ Component: (await import('./check-page.tsx')).CheckPage }) },
    ],
  },
];
