import type { Clock, Ids } from '#basics';
import type { Database } from '#platform/postgres';

/** What supervision needs of the app around it. */
export interface SupervisionContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
}
