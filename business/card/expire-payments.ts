import type { Clock } from '#basics';
import { ok } from '#basics';
import { type Database, inTransaction } from '#platform/postgres';
import { expireRow, runOut } from './payment.store.ts';

/**
 * Lets go what merchants neither confirmed nor cancelled in time, each in its own transaction; answers how many. To be called
 * again and again: one that was cut off goes on with what is left.
 */
export async function expireCardPayments(context: {
  readonly database: Database;
  readonly clock: Clock;
}): Promise<number> {
  const { database, clock } = context;
  const at = clock.now();
  let expired = 0;
  for (const place of await runOut(database, { at, limit: 500 })) {
    const done = await inTransaction(database, async (tx) => ok(await expireRow(tx, { ...place, at })));
    if (done.ok && done.value) expired += 1;
  }
  return expired;
}
