import { type Clock, type PlainDate, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import type { Process, WorkingDays } from '#engines/casework';
import type { Database } from '#platform/postgres';
import type { Seal } from '#platform/seal';

/** What this folder's use cases need from the app. */
export interface WorkListContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly seal: Seal;
  readonly workingDays: WorkingDays;
  /** Every procedure of the agency by its process's id. */
  readonly processes: Readonly<Record<string, Process>>;
}

export interface Asked {
  readonly context: WorkListContext;
  readonly caller: Caller;
}

export function today({ clock }: Pick<WorkListContext, 'clock'>): PlainDate {
  return shanghaiDate(clock.now());
}
