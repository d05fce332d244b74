import type { Reader } from '#platform/postgres';
import type { Played } from './expectation.ts';
import type { playAll } from './play.ts';
import { readBooks } from './read-books.ts';

/** One scenario of those that were played, with its books; throws what kept it from coming to its end. */
export async function playedOf(
  outcomes: Awaited<ReturnType<typeof playAll>>,
  { name, database }: { readonly name: string; readonly database: Reader },
): Promise<Played> {
  const outcome = outcomes.get(name);
  if (!outcome || outcome instanceof Error) throw outcome ?? new Error(`${name} was not played`);
  return { outcome, books: await readBooks(database, outcome.personId) };
}
