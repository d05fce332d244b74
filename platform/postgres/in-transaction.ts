import { setTimeout as pause } from 'node:timers/promises';
import type { PoolClient, QueryResult } from 'pg';
import type { Refusal, Result } from '#basics';
import { namesOf, poolOf, readerOver } from './connect.ts';
import { isLostConnection, isOutdatedPlan, isPassing } from './failures.ts';
import { isClockApart, leadOf, wasMoved } from './movable-clock.ts';
import type { Database, PinnedTx, Snapshot, Tx } from './reader.ts';
import type { StatementNames } from './statement-names.ts';

const attemptsAtMost = 6;

// What a transaction asks is about one case or one person, whoever that is: one plan for each statement will do, where
// PostgreSQL would plan afresh each time whatever names its rows by a list.
const begin = 'BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL plan_cache_mode = force_generic_plan';

/**
 * Runs `work` in one transaction (READ COMMITTED). It commits when the result is ok; a refusal or a throw rolls everything
 * back. Serialization failures, deadlocks and connections lost before the commit was sent are tried again, and what was refused
 * for its time because the clock was moved meanwhile; so `work` must be fit to run twice: everything that it changes, it changes
 * through its `tx`, and what time it is, it asks the clock.
 */
export async function inTransaction<T, R extends Refusal>(
  db: Database,
  work: (tx: Tx) => Promise<Result<T, R>>,
): Promise<Result<T, R>> {
  for (let attempt = 1; ; attempt += 1) {
    const leadMs = leadOf(db);
    const tried = await tryOnce(db, {
      begin,
      work,
      keeps: (result) => result.ok,
      names: namesOf(db),
    });
    if (tried.apart && attempt < attemptsAtMost && (await wasMoved(db, leadMs))) continue;
    if (tried.done) return tried.result;
    if (!tried.again || attempt === attemptsAtMost) throw tried.error;
    await pause(pauseMs(attempt, tried.connection));
  }
}

/** Runs `work` on one unchanging picture of the database, which it cannot write to: for proofs, reports and exports. */
export async function inSnapshot<T>(db: Database, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  // Proofs and reports ask once, of many rows: each is planned for what it is asked.
  const tried = await tryOnce(db, {
    begin: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
    work,
    keeps: () => true,
    names: () => undefined,
  });
  if (!tried.done) throw tried.error;
  return tried.result;
}

interface Attempt<T> {
  readonly begin: string;
  readonly work: (tx: PinnedTx) => Promise<T>;
  /** Whether this result is committed. */
  readonly keeps: (result: T) => boolean;
  readonly names: StatementNames;
}

type Tried<T> = (
  | { readonly done: true; readonly result: T }
  | { readonly done: false; readonly error: unknown; readonly again: boolean; readonly connection: number }
) & {
  /** Nothing was kept, because a guard refused the time that it was to be recorded with. */
  readonly apart: boolean;
};

async function tryOnce<T>(db: Database, { begin, work, keeps, names }: Attempt<T>): Promise<Tried<T>> {
  let client: PoolClient;
  try {
    client = await poolOf(db).connect();
  } catch (error) {
    return { done: false, error, again: isPassing(error), connection: 0, apart: false };
  }
  const session = watch(client, names);
  let commitSent = false;
  try {
    await session.query(begin);
    const result = await work(session.tx);
    session.shut();
    // Whatever `work` made of it, it rests on a statement that would not have failed a moment later.
    if (isPassing(session.failure())) throw session.failure();
    commitSent = keeps(result);
    await finish(session, commitSent);
    client.release(session.lost());
    return { done: true, result, apart: !commitSent && isClockApart(session.failure()) };
  } catch (error) {
    session.shut();
    const failure = session.failure() ?? error;
    const unsure = commitSent && session.lost();
    await giveBack(client, session);
    return {
      done: false,
      error: unsure ? new Error(unknownOutcome, { cause: failure }) : error,
      again: !unsure && isPassing(failure),
      connection: connectionNumber(client),
      apart: isClockApart(failure),
    };
  } finally {
    session.unwatch();
  }
}

const unknownOutcome = 'the connection was lost while committing; whether it was committed is not known';

interface Session {
  readonly tx: PinnedTx;
  query(sql: string): Promise<{ readonly command: string }>;
  /** The first error that came over this connection: all later ones only follow from it. */
  failure(): unknown;
  lost(): boolean;
  /** After this a statement is a fault: somebody kept the transaction past its end. */
  shut(): void;
  unwatch(): void;
}

function watch(client: PoolClient, names: StatementNames): Session {
  let open = true;
  let failure: unknown;
  const note = (error: unknown): void => {
    failure ??= error;
  };
  let lost = false;
  const noteLoss = (error: Error): void => {
    note(error);
    lost = true;
  };
  // A broken connection also reports itself outside of any statement; unheard, that would end the process.
  client.on('error', noteLoss);
  async function ask(sql: string, values?: unknown[]): Promise<QueryResult> {
    try {
      const name = values && names(sql);
      return await (name ? client.query({ name, text: sql, values }) : client.query(sql, values));
    } catch (error) {
      note(error);
      throw error;
    }
  }
  function askWhileOpen(sql: string, values?: unknown[]): Promise<QueryResult> {
    if (open) return ask(sql, values);
    throw new Error('this transaction is over; a statement came after its end');
  }
  return {
    tx: { ...readerOver({ query: askWhileOpen }), kind: 'transaction', client } as unknown as PinnedTx, // the brands exist in the types only
    query: ask,
    failure: () => failure,
    // A connection whose plans are outdated is given up too: the next one plans anew.
    lost: () => lost || isLostConnection(failure) || isOutdatedPlan(failure),
    shut: () => {
      open = false;
    },
    unwatch: () => client.removeListener('error', noteLoss),
  };
}

async function finish(session: Session, keep: boolean): Promise<void> {
  const { command } = await session.query(keep ? 'COMMIT' : 'ROLLBACK');
  if (!keep || command === 'COMMIT') return;
  // PostgreSQL answers COMMIT with ROLLBACK where a statement had failed and `work` went on as if it had not.
  throw new Error('nothing was committed: a statement of this transaction had failed', {
    cause: session.failure(),
  });
}

async function giveBack(client: PoolClient, session: Session): Promise<void> {
  if (session.lost()) return client.release(true);
  try {
    await client.query('ROLLBACK');
    client.release();
  } catch {
    client.release(true); // the fault that brought us here is the one to tell
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
