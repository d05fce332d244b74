/** What was filled in, under a name that no other one bears: the browser keeps the name with its page, also over a reload. */
export interface ReadOver<T> {
  readonly token: string;
  readonly value: T;
}

/** What the page that the browser is at reads over; `isGone` where it was one that is gone by now: the fields lie one step back. */
export function heldBy<T>(
  filled: ReadOver<T> | null,
  state: unknown,
): { readonly value: T | null; readonly isOpen: boolean; readonly isGone: boolean } {
  const token = tokenIn(state);
  if (filled !== null && filled.token === token) return { value: filled.value, isOpen: true, isGone: false };
  return { value: null, isOpen: false, isGone: token !== null };
}

function tokenIn(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('readingOver' in state)) return null;
  return typeof state.readingOver === 'string' ? state.readingOver : null;
}
