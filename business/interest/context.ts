import type { Clock, Ids } from '#basics';
import type { Database } from '#platform/postgres';

/** What interest needs of the app around it. */
export interface InterestContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The agency’s own region, whose rates are the law’s here. */
  readonly region: string;
}
