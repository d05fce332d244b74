/** Where a window keeps a word for as long as it is open. */
type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const name = 'suixing.leaving';

/** What an employer had filled in of a report before the page was loaded again, for this employer; null where nothing, or for another. */
export function leavingBefore<T>(employerId: string, kept: () => Kept = () => sessionStorage): T | null {
  try {
    const { of, leaving } = JSON.parse(kept().getItem(name) ?? '{}');
    return of === employerId ? leaving : null;
  } catch {
    return null; // a browser that keeps nothing
  }
}

/** Keeps it until the report is sent, somebody signs out, or the window is closed; null forgets it. */
export function keepLeaving(
  employerId: string,
  leaving: object | null,
  kept: () => Kept = () => sessionStorage,
): void {
  try {
    if (leaving === null) kept().removeItem(name);
    else kept().setItem(name, JSON.stringify({ of: employerId, leaving }));
  } catch {
    // it is kept as long as the page is
  }
}
