import type { Clock } from '#basics';
import type { Seal } from '#platform/seal';

/** What reading one's own notices needs of an agency. */
export interface OwnNoticesContext {
  readonly clock: Clock;
  readonly seal: Seal;
}
