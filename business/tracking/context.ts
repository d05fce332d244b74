import type { Clock } from '#basics';
import type { Process, WorkingDays } from '#engines/casework';
import type { Database } from '#platform/postgres';
import type { Seal } from '#platform/seal';

/** What this folder's use cases need from the app. */
export interface TrackingContext {
  readonly database: Database;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly workingDays: WorkingDays;
  /** Every procedure of the agency by its process's id. */
  readonly processes: Readonly<Record<string, Process>>;
}
