import type { Clock, Ids } from '#basics';
import type { Database } from '#platform/postgres';

/** What adjustments need of the app around them. */
export interface AdjustmentContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
}
