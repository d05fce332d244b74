import { setTimeout as pause } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { Refusal, Result } from '#basics';
import { poolOf, readerOver } from './connect.ts';
import { failedBeforeAnyEffect, isLostConnection, isRetryable } from './failures.ts';
import type { Database, Reader, Tx } from './reader.ts';

const attemptsAtMost = 6;

/**
 * Runs `work` in one transaction (READ COMMITTED). It commits when the result is ok; a refusal or a throw rolls everything
 * back. Serialization failures, deadlocks and connections lost before the commit was sent are tried again, so `work` must
 * be fit to run twice: everything that it changes, it changes through its `tx`.
 */
export async function inTransaction<T, R extends Refusal>(
  db: Database,
  work: (tx: Tx) => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  for (let attempt = 1; ; attempt += 1) {
    const tried = await tryOnce(db, {
      begin: 'BEGIN ISOLATION LEVEL READ COMMITTED',
      work,
      keeps: (result) => result.ok,
    });
    if (tried.done) return tried.result;
    if (!tried.again || attempt === attemptsAtMost) throw tried.error;
    await pause(pauseMs(attempt, tried.connection));
  }
}

/** Runs `work` on one unchanging picture of the database, which it cannot write to: for proofs, reports and exports. */
export async function inSnapshot<T>(db: Database, work: (reader: Reader) => Promise<T>): Promise<T> {
  const begin = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
  const tried = await tryOnce(db, { begin, work, keeps: () => true });
  if (!tried.done) throw tried.error;
  return tried.result;
}

interface Attempt<T> {
  readonly begin: string;
  readonly work: (tx: Tx) => Promise<T>;
  /** Whether this result is committed. */
  readonly keeps: (result: T) => boolean;
}

type Tried<T> =
  | { readonly done: true; readonly result: T }
  | { readonly done: false; readonly error: unknown; readonly again: boolean; readonly connection: number };

async function tryOnce<T>(db: Database, { begin, work, keeps }: Attempt<T>): Promise<Tried<T>> {
  let client: PoolClient;
  try {
    client = await poolOf(db).connect();
  } catch (error) {
    return { done: false, error, again: failedBeforeAnyEffect(error), connection: 0 };
  }
  const { tx, end } = openTx(client);
  const loss = noteLoss(client);
  let commitSent = false;
  try {
    await client.query(begin);
    const result = await work(tx);
    end();
    commitSent = keeps(result);
    await finish(client, commitSent);
    loss.release();
    return { done: true, result };
  } catch (error) {
    end();
    const lost = loss.happened() || isLostConnection(error);
    await giveBack(client, { lost, release: loss.release });
    // Once the commit is on its way, a lost connection no longer tells whether it was carried out.
    return {
      done: false,
      error,
      again: lost ? !commitSent : isRetryable(error),
      connection: connectionNumber(client),
    };
  }
}

/** Hands out the transaction's door, and shuts it: whoever kept it past the end gets a fault, not a stray statement. */
function openTx(client: PoolClient): { readonly tx: Tx; readonly end: () => void } {
  let open = true;
  const guarded = readerOver({
    query: ((sql: string, values?: unknown[]) => {
      if (!open) throw new Error('this transaction is over; a statement came after its end');
      return client.query(sql, values);
    }) as PoolClient['query'], // readerOver calls it in this one way
  });
  const tx = { ...guarded, kind: 'transaction' } as Tx; // the brand exists in the types only
  return {
    tx,
    end: () => {
      open = false;
    },
  };
}

async function finish(client: PoolClient, keep: boolean): Promise<void> {
  const { command } = await client.query(keep ? 'COMMIT' : 'ROLLBACK');
  // PostgreSQL answers COMMIT with ROLLBACK where a statement had failed and `work` went on as if it had not.
  if (keep && command !== 'COMMIT')
    throw new Error('nothing was committed: a statement of this transaction had failed');
}

/** A broken connection reports itself outside of any statement; without a listener that would end the process. */
function noteLoss(client: PoolClient): {
  readonly happened: () => boolean;
  readonly release: (broken?: boolean) => void;
} {
  let lost = false;
  const note = (): void => {
    lost = true;
  };
  client.on('error', note);
  return {
    happened: () => lost,
    release: (broken = false) => {
      client.removeListener('error', note);
      client.release(broken || lost);
    },
  };
}

async function giveBack(
  client: PoolClient,
  { lost, release }: { readonly lost: boolean; readonly release: (broken?: boolean) => void },
): Promise<void> {
  if (lost) return release(true);
  try {
    await client.query('ROLLBACK');
    release();
  } catch {
    release(true); // the fault that brought us here is the one to tell
  }
}

/** Longer each time, and different from connection to connection, so that two who collided do not collide again. */
function pauseMs(attempt: number, connection: number): number {
  return 10 * 2 ** attempt + (connection % 17);
}

function connectionNumber(client: PoolClient): number {
  const { processID } = client as PoolClient & { processID?: number }; // set by pg, missing from its types
  return processID ?? 0;
}
