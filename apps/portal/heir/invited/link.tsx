import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { type Answer, call } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { problemOf } from '../../ui/asking.ts';
import { NoLink } from './no-link.tsx';

const Secret = createContext('');

export function LinkProvider({
  secret,
  children,
}: {
  readonly secret: string;
  readonly children: ReactNode;
}) {
  return <Secret.Provider value={secret}>{children}</Secret.Provider>;
}

export function useSecret(): string {
  return useContext(Secret);
}

export type Seen = Answer<'POST /heir-links/view'>;
const viewKey = ['heir-link'];

/** What an heir sees by their link; asked again after each thing that they said. */
export function useSeenAgain(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: viewKey });
}

/** A page that needs to know whose share it is; a link that is over says what to do. */
export function WithSeen({ children }: { readonly children: (seen: Seen) => ReactNode }) {
  const secret = useSecret();
  const asked = useQuery({
    queryKey: viewKey,
    queryFn: () => call('POST /heir-links/view', { body: { secret } }),
  });
  const problem = asked.error ? problemOf(asked.error) : null;
  if (asked.data === undefined && problem && linkIsOver.has(problem.code)) return <NoLink problem={null} />;
  if (asked.data === undefined)
    return (
      <main id="main" className="narrow" aria-busy={problem === null}>
        <Asked of={asked}>{children}</Asked>
      </main>
    );
  return children(asked.data);
}

const linkIsOver: ReadonlySet<string> = new Set(['succession.link-over', 'http.bad-input']);
