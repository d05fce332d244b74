import { type Clock, type Ids, type PlainDate, type RandomBytes, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import type { Process } from '#engines/casework';
import type { Database } from '#platform/postgres';
import type { Seal } from '#platform/seal';

/** What this folder's use cases need from the app. */
export interface MandateContext {
  readonly database: Database;
  /** Connected as the login role, which alone knows logins by name. */
  readonly loginDatabase: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: RandomBytes;
  readonly seal: Seal;
  /** Every procedure of the agency by its process's id: what a mandate may name. */
  readonly processes: Readonly<Record<string, Process>>;
}

export interface Asked {
  readonly context: MandateContext;
  readonly caller: Caller;
}

export function today({ clock }: Pick<MandateContext, 'clock'>): PlainDate {
  return shanghaiDate(clock.now());
}
