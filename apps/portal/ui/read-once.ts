/** What was filled in, under a name that no other one bears: the browser keeps the name with its page, also over a reload. */
export interface ReadOver<T> {
  readonly token: string;
  readonly value: T;
}

/** What the page that the browser is at reads over; `isStale` where it was one that is gone by now, and the fields stand there. */
export function heldBy<T>(
  filled: ReadOver<T> | null,
  state: unknown,
): { readonly value: T | null; readonly isOpen: boolean; readonly isStale: boolean } {
  const token = tokenIn(state);
  if (filled !== null && filled.token === token) return { value: filled.value, isOpen: true, isStale: false };
  return { value: null, isOpen: false, isStale: token !== null };
}

function tokenIn(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('readingOver' in state)) return null;
  return typeof state.readingOver === 'string' ? state.readingOver : null;
}
