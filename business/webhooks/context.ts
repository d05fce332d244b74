import type { Ids, RandomBytes } from '#basics';
import type { Database } from '#platform/postgres';
import type { Seal } from '#platform/seal';

/** What webhooks need of an agency. */
export interface WebhooksContext {
  readonly database: Database;
  readonly ids: Ids;
  readonly random: RandomBytes;
  readonly seal: Seal;
  readonly reach: Reach;
}

/** Which addresses may be told. */
export interface Reach {
  /** `http` to this machine: for development and demos. */
  readonly loopback: boolean;
  /** Private networks that may be reached all the same, as `10.0.0.0/8`. */
  readonly networks: readonly string[];
}
