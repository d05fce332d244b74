import type { Result } from '#basics';
import type { Reader } from '#platform/postgres';
import type { Declared } from './operation.ts';

/** An answer that shows persons' records, as whoever keeps the access log is told of it. */
export interface Viewing<Who> {
  readonly caller: Who;
  readonly operation: Pick<Declared, 'id' | 'tag'>;
  /** What the header `Purpose` said; null where it said nothing. */
  readonly purpose: string | null;
  /** Whose records the answer shows. */
  readonly persons: readonly string[];
}

/** Where the door hands every viewing before it answers. */
export interface ViewingSink<Who> {
  /** Refuses a purpose that it does not understand. */
  check(purpose: string | null): Result<unknown>;
  /** Resolves when the answer may go out; a fault keeps it back. */
  note(viewing: Viewing<Who>): Promise<void>;
}

/** What an operation is asked and answers, for those that tell themselves whose records they show. */
export interface Shown {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly value: unknown;
}

/**
 * Whose records an answer shows: as the operation declares, else whoever the path names and every person whose id
 * stands in what the use case answered.
 */
export async function personsShown(
  reader: Reader,
  { shows, shown }: { readonly shows: Declared['shows']; readonly shown: Shown },
): Promise<readonly string[]> {
  if (shows === 'nobody') return [];
  if (shows) return [...new Set(await shows(reader, shown))];
  const { personId } = shown.params;
  return [...new Set([...(personId === undefined ? [] : [personId]), ...personsIn(shown.value)])];
}

/** The persons whose ids stand in a value, under whatever key and however deep. */
export function personsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^psn_\w{1,60}$/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(personsIn);
}
