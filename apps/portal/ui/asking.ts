import {
  QueryCache,
  QueryClient,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { type Answer, call, type Given, newKey, type Problem, Refused, type Route } from './api.ts';
import { problemOf } from './problem-of.ts';
import { type SentOnce, sentOnce } from './sent-once.ts';
import { learnToday } from './today.ts';

export { problemOf };

const sessionKey = ['session'] as const;
/** What an agent was let do; asked of nobody else while their pages are open. */
const mandatesKey = ['GET /mandates'] as const;
export type Session = Answer<'GET /sessions/current'>;

/** What was asked is kept while the pages are open, and nowhere else. A session that is over is known from the first answer that says so. */
export function newQueryClient(): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        networkMode: 'always',
        retry: (count, error) => count < 2 && isPassing(error),
      },
      // What was sent, a password too, is not kept once it is done.
      mutations: { gcTime: 0, networkMode: 'always', retry: (count, error) => count < 2 && isPassing(error) },
    },
    queryCache: new QueryCache({
      onError(error, { queryKey }) {
        if (isSignedOut(error)) expire(client);
        if (isOtherCapacity(error)) void client.refetchQueries({ queryKey: sessionKey });
        if (queryKey[0] !== mandatesKey[0]) checkMandates(client, error);
      },
    }),
  });
  return client;
}

/** A read, kept under what was asked; of what changes under the page, how soon it is asked again. */
export function useAsk<R extends Route>(
  route: R,
  given: Given<R> | null,
  again: { readonly staleTime?: number; readonly refetchInterval?: number | false } = {},
): UseQueryResult<Answer<R>, Error> {
  return useQuery({
    ...again,
    queryKey: [route, given],
    // not asked while it is null
    queryFn: ({ client }) =>
      call(route, given as Given<R>, undefined, (headers) => learnToday(client, headers)),
    enabled: given !== null,
  });
}

/** What tells where its next page begins. */
type InPages = { readonly next: string | null } | { readonly nextCursor: string | null };

/** A read in pages: what came so far, and how to have more. */
export function useAskPages<R extends Route>(
  route: Answer<R> extends InPages ? R : never,
  given: Given<R> | null,
): {
  readonly pages: readonly Answer<R>[];
  readonly asked: UseQueryResult<unknown, Error>;
  readonly more: (() => void) | null;
} {
  const asked = useInfiniteQuery({
    queryKey: [route, given, 'pages'],
    initialPageParam: null as string | null, // the first page has no cursor
    enabled: given !== null,
    queryFn: ({ pageParam }) => {
      const parts = given as { readonly query?: object; readonly body?: object }; // any operation's are such; not asked while null
      const at = pageParam === null ? {} : { cursor: pageParam };
      const where = parts.body === undefined ? 'query' : 'body'; // a search has it where its words are
      return call<R>(route, { ...parts, [where]: { ...parts[where], ...at } } as Given<R>); // the same with its cursor
    },
    getNextPageParam: (page) => {
      const told = page as unknown as InPages; // by the type of `route`
      return 'next' in told ? told.next : told.nextCursor;
    },
  });
  return {
    pages: asked.data?.pages ?? [],
    asked: asked as unknown as UseQueryResult<unknown, Error>, // its pages are read above
    more: asked.hasNextPage ? () => void asked.fetchNextPage() : null,
  };
}

/** Who is signed in; null where nobody is, undefined until that is known. */
export function useSession(): {
  readonly session: Session | null | undefined;
  readonly problem: Problem | null;
} {
  const asked = useQuery({
    queryKey: sessionKey,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: 'always', // another window may have signed out or changed the capacity
    queryFn: async ({ client }): Promise<Session | null> => {
      try {
        return await call('GET /sessions/current', {}, undefined, (headers) => learnToday(client, headers));
      } catch (error) {
        if (isSignedOut(error)) return null;
        throw error;
      }
    },
  });
  return { session: asked.data, problem: asked.error ? problemOf(asked.error) : null };
}

/** What follows when somebody has signed in or out: what was asked before is asked again, or forgotten. */
export function useSigning(): { readonly signedIn: () => void; readonly signedOut: () => void } {
  const client = useQueryClient();
  const others = {
    predicate: ({ queryKey }: { readonly queryKey: readonly unknown[] }) => queryKey[0] !== sessionKey[0],
  };
  return {
    async signedIn() {
      await client.refetchQueries({ queryKey: sessionKey });
      await client.resetQueries(others);
    },
    signedOut() {
      client.setQueryData(sessionKey, null);
      client.removeQueries(others);
    },
  };
}

/**
 * A write. Sent again with the same content it carries the same key, so that a connection that dropped after it was done does not
 * do it twice; while it is on its way, pressing again sends nothing.
 */
export function useWrite<R extends Route>(route: R, onDone: (answer: Answer<R>) => void) {
  const client = useQueryClient();
  const sent = useRef<SentOnce>(null);
  sent.current ??= sentOnce(newKey);
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: ({ given, key }: Written<R>) => call(route, given, key),
    onSuccess: (answer, { content }) => {
      sent.current?.end(content, 'done');
      onDone(answer);
    },
    onError: (failed, { content }) => {
      sent.current?.end(content, 'failed');
      if (isSignedOut(failed)) expire(client);
      checkMandates(client, failed);
    },
  });
  function send(given: Given<R>, then: { readonly onSuccess?: () => unknown } = {}): void {
    const content = JSON.stringify(given);
    const key = sent.current?.begin(content) ?? null;
    if (key !== null) mutate({ given, content, key }, then);
  }
  return { send, busy: isPending, problem: error ? problemOf(error) : null, reset };
}

/** A write on its way. Its retries are the same write: its key is made once. */
interface Written<R extends Route> {
  readonly given: Given<R>;
  readonly content: string;
  readonly key: string;
}

/** Asks outside of a page's reads and writes, as saving by itself does; a session that is over is known from it too. */
export function useCall(): typeof call {
  const client = useQueryClient();
  return useCallback(
    async (...asked) => {
      try {
        return await call(...asked);
      } catch (error) {
        if (isSignedOut(error)) expire(client);
        throw error;
      }
    },
    [client],
  );
}

/** An agent who is refused is told at once where that is because a mandate has ended. */
function checkMandates(client: QueryClient, error: unknown): void {
  if (error instanceof Refused && !isPassing(error)) void client.invalidateQueries({ queryKey: mandatesKey });
}

function expire(client: QueryClient): void {
  client.setQueryData(sessionKey, null);
}

function isSignedOut(error: unknown): boolean {
  return error instanceof Refused && ['http.not-signed-in', 'access.no-session'].includes(error.problem.code);
}

/** The session acts in a capacity that may not ask this: it was changed in another window. */
function isOtherCapacity(error: unknown): boolean {
  return error instanceof Refused && error.problem.code === 'http.not-allowed';
}

/** What may be over in a moment: no connection, a server that starts. */
function isPassing(error: Error): boolean {
  return error instanceof Refused && /^portal\.(offline|no-answer)$/.test(error.problem.code);
}
