import type { RouteObject } from 'react-router';

/** Moving to another region or here: where, what stands in the way, what will happen, and the receipt; loaded once somebody goes there. */
export const transferRoutes: RouteObject[] = (['away', 'here'] as const).flatMap((way) => [
  {
    path: `/transfer/${way}`,
    lazy: async () => {
      const { WherePage } = await import('./where-page.tsx');
      return { element: <WherePage way={way} key={way} /> };
    },
  },
  {
    path: `/transfer/${way}/:region`,
    lazy: async () => {
      const { CheckPage } = await import('./check-page.tsx');
      return { element: <CheckPage way={way} key={way} /> };
    },
  },
  {
    path: `/transfer/${way}/:region/confirm`,
    lazy: async () => {
      const { ConfirmPage } = await import('./confirm-page.tsx');
      return { element: <ConfirmPage way={way} key={way} /> };
    },
  },
]);

transferRoutes.push({
  path: '/transfer/receipt/:number',
  lazy: async () => ({ Component: (await import('./receipt-page.tsx')).ReceiptPage }),
});
