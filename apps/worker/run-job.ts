import type { BusinessClock } from '#apps/agency';
import type { Log } from '#platform/log';
import { isClockApart } from '#platform/postgres';

/** A job, and what it runs on. */
export interface RunnableJob<On> {
  readonly name: string;
  readonly run: (on: On, log: Log) => Promise<void>;
}

/**
 * Runs a job once. What goes wrong is logged and stops nobody. False where it is to run again with the next round, because the
 * clock was moved while it ran and the database did not take the time that it had read: in a demo that is nothing to be told of.
 */
export async function runJob<On extends { readonly clock: BusinessClock }>(
  on: On,
  { name, run }: RunnableJob<On>,
  log: Log,
): Promise<boolean> {
  const leadMs = on.clock.leadMs();
  try {
    await run(on, log);
  } catch (fault) {
    if (isClockApart(fault) && (await wasMoved(on.clock, leadMs))) {
      log.info({ job: name }, 'the clock was moved while a job ran: it runs again');
      return false;
    }
    log.error({ job: name, err: fault }, 'a job failed');
  }
  return true;
}

async function wasMoved(clock: BusinessClock, sinceMs: number): Promise<boolean> {
  await clock.refresh().catch(() => undefined); // the database may be what went wrong
  return clock.leadMs() !== sinceMs;
}
