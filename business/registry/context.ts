import type { Clock, Ids } from '#basics';
import type { Database } from '#platform/postgres';
import type { Seal } from '#platform/seal';

/** What the register needs of the app around it. */
export interface RegistryContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly seal: Seal;
}
