import type { Clock } from '#basics';
import type { Guessing } from '#business/access';
import type { Process, WorkingDays } from '#engines/casework';
import type { Database } from '#platform/postgres';
import type { Seal } from '#platform/seal';

/** What this folder's use cases need from the app. */
export interface TrackingContext {
  readonly database: Database;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly workingDays: WorkingDays;
  /** How evenly a question is answered, by which a case might be guessed; as usual where left out. */
  readonly guessing?: Guessing;
  /** Every procedure of the agency by its process's id. */
  readonly processes: Readonly<Record<string, Process>>;
}
