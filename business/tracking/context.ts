import type { Process } from '#engines/casework';
import type { Database } from '#platform/postgres';
import type { Seal } from '#platform/seal';

/** What this folder's use cases need from the app. */
export interface TrackingContext {
  readonly database: Database;
  readonly seal: Seal;
  /** Every procedure of the agency by its process's id. */
  readonly processes: Readonly<Record<string, Process>>;
}
