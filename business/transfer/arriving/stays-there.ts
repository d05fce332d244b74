/** Why a balance that was told of stays at the agency that the person left. */
export type StaysThere = 'no-account' | 'not-offered-any-more';

interface Done {
  readonly action: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Of a sheet without a balance, by what happened before it. An agency asks for an account only where there is a balance, and pays out
 * only after a reminder of it; else the sheet before told of a balance, and why it does not go the message does not say. Null where
 * there never was one.
 */
export function staysThere(done: readonly Done[]): StaysThere | null {
  const told = done.findLastIndex(({ action }) => action === 'tell-account');
  const asked = done.slice(told + 1).filter(asksForAccount);
  if (asked.some(({ data }) => Number(data.count) > 1)) return 'no-account';
  const offered = done.some(({ action }) => action === 'record-months' || action === 'let-pass');
  return offered || asked.length > 0 ? 'not-offered-any-more' : null;
}

function asksForAccount({ action, data }: Done): boolean {
  return action === 'reminded' && Array.isArray(data.missing) && data.missing.includes('receiving-account');
}
