import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { type Answer, call } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { problemOf } from '../../ui/asking.ts';
import { NoLink } from './no-link.tsx';

const Secret = createContext('');
const Saved = createContext<SavedAccount>({ tail: null, keep: () => {} });

/** The end of the account number that was saved on these pages, as the answer to it told; kept no longer than they are open. */
interface SavedAccount {
  readonly tail: string | null;
  keep(tail: string): void;
}

export function LinkProvider({
  secret,
  children,
}: {
  readonly secret: string;
  readonly children: ReactNode;
}) {
  const [kept, setKept] = useState<{ readonly secret: string; readonly tail: string } | null>(null);
  const saved = useMemo(
    () => ({
      tail: kept?.secret === secret ? kept.tail : null, // another link is another heir's
      keep: (tail: string) => setKept({ secret, tail }),
    }),
    [kept, secret],
  );
  return (
    <Secret.Provider value={secret}>
      <Saved.Provider value={saved}>{children}</Saved.Provider>
    </Secret.Provider>
  );
}

export function useSavedAccount(): SavedAccount {
  return useContext(Saved);
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
    staleTime: 0, // others act in the case too
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
