import type { Clock } from '#basics';
import type { MovableClock, Reader } from '#platform/postgres';
import { readLeadSeconds } from './store.ts';

/**
 * The time that business runs by. In a demo it may stand ahead of the machine's, by what the database says, so that every
 * process of the demo agrees and the database's own guards do too; elsewhere it is the machine's.
 */
export interface BusinessClock extends Clock, MovableClock {
  /** Reads the lead again; a running server calls it now and then, since another process may have moved it. */
  refresh(): Promise<void>;
}

export async function businessClock(reader: Reader, movable: boolean): Promise<BusinessClock> {
  let leadMs = 0;
  const refresh = async (): Promise<void> => {
    if (movable) leadMs = (await readLeadSeconds(reader)) * 1000;
  };
  await refresh();
  return { now: () => new Date(Date.now() + leadMs), leadMs: () => leadMs, refresh };
}
