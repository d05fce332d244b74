import type { Clock, Ids } from '#basics';
import type { Database } from '#platform/postgres';
import type { Seal } from '#platform/seal';

/** What the directory needs of an agency. */
export interface PartnersContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly seal: Seal;
  /** This agency's own region, which is no partner. */
  readonly region: string;
  readonly reach: {
    /** `http` to this machine: for development and demos. */
    readonly loopback: boolean;
  };
}
