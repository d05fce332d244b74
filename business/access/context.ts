import type { Clock, Ids, RandomBytes } from '#basics';
import type { Database } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { Guessing } from './guessing.ts';

/** What signing in needs. Expiry and lock-out go by the database server's clock, which no demo moves. */
export interface AccessContext {
  readonly database: Database;
  /** Connected as the login role, the only one that may write sessions and what proves who somebody is. */
  readonly loginDatabase: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Must be the system's own secure randomness wherever anybody relies on it. */
  readonly random: RandomBytes;
  readonly seal: Seal;
  /** What guessing costs; as usual where left out, and always in production. */
  readonly guessing?: Guessing;
  readonly mode: 'production' | 'development' | 'demo';
}
