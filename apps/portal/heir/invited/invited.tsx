import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { createBrowserRouter, Outlet, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { newQueryClient } from '../../ui/asking.ts';
import { Bar, Foot } from '../../ui/bar.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { invitedIn, invitedPage } from '../../ui/links.ts';
import { AccountPage } from './account-page.tsx';
import { AnswerPage } from './answer-page.tsx';
import { ContactPage } from './contact-page.tsx';
import { InvitedHome } from './home.tsx';
import { LinkProvider } from './link.tsx';
import { NoLink } from './no-link.tsx';

/** The pages of an heir without a login. The secret is in no address; each page asks with it in the body of its requests. */
export function Invited({ secret }: { readonly secret: string | null }) {
  const language = useLanguage();
  const [client] = useState(newQueryClient);
  const [router] = useState(() => createBrowserRouter(routes, { basename: invitedIn(language) }));
  return (
    <QueryClientProvider client={client}>
      <Bar path="heir" />
      {secret === null ? (
        <NoLink problem={null} />
      ) : (
        <LinkProvider secret={secret}>
          <RouterProvider router={router} />
        </LinkProvider>
      )}
      <Foot />
    </QueryClientProvider>
  );
}

const routes: RouteObject[] = [
  {
    element: <Outlet />,
    children: [
      { path: invitedPage.home(), element: <InvitedHome /> },
      { path: invitedPage.answer(), element: <AnswerPage /> },
      { path: invitedPage.account(), element: <AccountPage /> },
      { path: invitedPage.contact(), element: <ContactPage /> },
      { path: '*', element: <InvitedHome /> },
    ],
  },
];
