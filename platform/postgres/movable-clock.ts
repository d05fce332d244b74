import { refusedByGuard } from './guard.ts';
import type { Database, MovableClock, PooledDatabase } from './reader.ts';

/**
 * The same database, whose transactions go by this clock: one that the database refuses for its time, because the clock was moved
 * meanwhile, is done again by the time as it is then.
 */
export function timedBy(db: Database, clock: MovableClock): Database {
  return { ...(db as PooledDatabase), clock } as unknown as PooledDatabase; // only `connect` makes a Database
}

/** Whether the clock that transactions go by was moved since it stood so far ahead; never where they go by none. */
export async function wasMoved(db: Database, sinceMs: number | undefined): Promise<boolean> {
  const { clock } = db as PooledDatabase; // only `connect` makes a Database
  if (!clock) return false;
  await clock.refresh();
  return clock.leadMs() !== sinceMs;
}

export function leadOf(db: Database): number | undefined {
  return (db as PooledDatabase).clock?.leadMs(); // only `connect` makes a Database
}

/** Whether the database refused the time that something was to be recorded with: as the guard said it, or as a refusal has it. */
export function isClockApart(told: unknown): boolean {
  return refusedByGuard(told) === clockApart || refusalCode(told) === clockApart;
}

const clockApart = 'postgres.clock-apart';

function refusalCode(told: unknown): unknown {
  if (typeof told !== 'object' || told === null) return undefined;
  if ('refusal' in told) return refusalCode(told.refusal);
  return 'code' in told ? told.code : undefined;
}
