import {
  type Clock,
  type Ids,
  type PlainDate,
  type RandomBytes,
  type Refusal,
  type Result,
  shanghaiDate,
} from '#basics';
import type { Caller } from '#business/access/public';
import type { Process, WorkingDays } from '#engines/casework';
import type { Database, Tx } from '#platform/postgres';
import type { Seal } from '#platform/seal';

/** What this folder's use cases need from the app. */
export interface LifeEventContext {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: RandomBytes;
  readonly seal: Seal;
  /** Counts working days by the published holiday notices. */
  readonly workingDays: WorkingDays;
  /** The agency's own region, six digits. */
  readonly region: string;
  /** Every procedure of the agency by its process's id: whose open cases are told of a death. */
  readonly processes: Readonly<Record<string, Process>>;
  /** Ends what a death ends by itself in other procedures; wired by the apps, since this folder knows none. */
  readonly endByDeath: (tx: Tx, owner: string) => Promise<Result<unknown, Refusal>>;
}

/** Who does something to which case, and when. */
export interface Doing {
  readonly context: LifeEventContext;
  readonly caller: Caller;
  readonly number: string;
  /** How many actions of the case the person had seen; where more have happened the step is refused. */
  readonly seen?: number | undefined;
}

export function today(context: Pick<LifeEventContext, 'clock'>): PlainDate {
  return shanghaiDate(context.clock.now());
}
