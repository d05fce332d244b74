import { useLocation } from 'react-router';
import { pageOf } from './links.ts';

/** A place of the router, as far as it tells the page that somebody came for. */
export interface Place {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly state: unknown;
}

/** What the steps to a login hand on: kept with the browser's step, so that it stands in no address and reaches no server. */
export interface Wanted {
  readonly wanted: string;
}

/** This very page with what stands behind its `#`, to be come back to once there is a login. */
export function wantsThis({ pathname, search, hash }: Place): Wanted {
  return { wanted: `${pathname}${search}${hash}` };
}

/** What somebody came for before they went to get a login; the account where they came for that alone. */
export function wantedIn({ state }: Pick<Place, 'state'>): string {
  const { wanted } = (state ?? {}) as Partial<Wanted>; // any step may have left something else there
  return typeof wanted === 'string' && isOfOurs(wanted) ? wanted : pageOf.account();
}

/** A path below these pages; what a browser reads as another host begins with two slashes, of either kind. */
function isOfOurs(path: string): boolean {
  return /^\/(?![/\\])/.test(path);
}

/** The page to go on to after signing in, which a step hands on to the next as its state. */
export function useWanted(): string {
  return wantedIn(useLocation());
}
