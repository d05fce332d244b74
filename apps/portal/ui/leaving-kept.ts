import { type Kept, keep, readKept } from './window-kept.ts';

const name = 'suixing.leaving';

/** What an employer had filled in of a report before the page was loaded again, for this employer; null where nothing, or for another. */
export function leavingBefore<T>(employerId: string, kept?: () => Kept): T | null {
  const { of, leaving } = JSON.parse(readKept(name, kept) ?? '{}');
  return of === employerId ? leaving : null;
}

/** Keeps it until the report is sent, somebody signs out, or the window is closed. */
export function keepLeaving(employerId: string, leaving: object, kept?: () => Kept): void {
  keep(name, JSON.stringify({ of: employerId, leaving }), kept);
}

export function forgetLeaving(kept?: () => Kept): void {
  keep(name, null, kept);
}
