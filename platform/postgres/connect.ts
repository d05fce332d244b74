import pg from 'pg';
import { isLostConnection, isOutdatedPlan } from './failures.ts';
import { valueTypes } from './parsers.ts';
import type { Database, PooledDatabase, Reader } from './reader.ts';
import { type StatementNames, statementNames } from './statement-names.ts';

/**
 * The ways in: the migrator owns the tables, the login role alone opens sessions, the gateway alone keeps what other agencies
 * say, the application does the rest.
 */
export type DatabaseRole = 'app' | 'login' | 'gateway' | 'migrator' | 'superuser';

/** Where a server is: a directory of its Unix socket, or a host name. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
}

export interface ConnectOptions {
  readonly url?: string | undefined;
  readonly connection?: Connection | undefined;
  readonly role: DatabaseRole;
  /** How many connections at most; 10 where nothing is said. */
  readonly size?: number | undefined;
  /** After how long a statement is given up by the server; 30 s where nothing is said, 0 for never. */
  readonly statementTimeoutMs?: number | undefined;
  /** Commits do not wait for the disk: a crash of the server may lose the last of them, never a part of one. */
  readonly hasty?: boolean | undefined;
  /** Told of connections that broke while nobody used them; the pool replaces them by itself. */
  readonly onLostConnection?: ((error: Error) => void) | undefined;
}

/** Connections are made when they are first needed, so this neither waits nor fails. */
export function connect(options: ConnectOptions): Database {
  const pool = new pg.Pool(poolConfig(options));
  pool.on('error', (error) => options.onLostConnection?.(error));
  const names = statementNames();
  const database = { ...readerOver(eachAlone(pool)), kind: 'database', pool, names, close: () => pool.end() };
  return database as unknown as PooledDatabase; // the brand exists in the types only
}

/**
 * One statement at a time on a connection of the pool. A statement that is refused leaves its connection as it was: the pool's own
 * `query` would give it up, and the next one would have to sign in and read every table and function anew.
 */
function eachAlone(pool: pg.Pool): Askable {
  return {
    async query(sql, values) {
      const client = await pool.connect();
      let lost = false;
      // A broken connection also reports itself outside of any statement; unheard, that would end the process.
      const noteLoss = () => {
        lost = true;
      };
      client.on('error', noteLoss);
      try {
        return await client.query(sql, values);
      } catch (failure) {
        lost ||= isLostConnection(failure) || isOutdatedPlan(failure) || !(await atRest(client));
        throw failure;
      } finally {
        client.removeListener('error', noteLoss);
        client.release(lost);
      }
    },
  };
}

/** Whether nothing goes on on the connection any more; a transaction that the failed statement may have begun itself is ended. */
async function atRest(client: pg.PoolClient): Promise<boolean> {
  try {
    // What failed is told before what has become of the connection is: an empty statement's answer tells that.
    await client.query('');
    if (client.getTransactionStatus() !== 'I') await client.query('ROLLBACK');
    return client.getTransactionStatus() === 'I';
  } catch {
    return false;
  }
}

/** The pool behind a database, for this folder's own use. */
export function poolOf(db: Database): pg.Pool {
  return (db as PooledDatabase).pool; // only `connect` makes a Database
}

/** How a database's statements are called on its connections. */
export function namesOf(db: Database): StatementNames {
  return (db as PooledDatabase).names; // only `connect` makes a Database
}

/** What pools, clients and open transactions have in common. */
export interface Askable {
  query(sql: string, values?: unknown[]): Promise<{ readonly rows: unknown[] }>;
}

export function readerOver(asked: Askable): Reader {
  async function rows<R>(sql: string, values?: readonly unknown[]): Promise<R[]> {
    const answer = await asked.query(sql, values === undefined ? undefined : [...values]);
    return answer.rows as R[]; // the caller names the shape that its SQL selects
  }
  return {
    rows,
    row: async <R>(sql: string, values?: readonly unknown[]) => (await rows<R>(sql, values))[0],
  };
}

function poolConfig(options: ConnectOptions): pg.PoolConfig {
  const timeout = options.statementTimeoutMs ?? 30_000;
  return {
    ...(options.url === undefined ? options.connection : { connectionString: options.url }),
    application_name: `suixing-${options.role}`,
    max: options.size ?? 10,
    types: valueTypes,
    // Sent with the connection's first message, so that no statement ever runs without them.
    statement_timeout: timeout,
    lock_timeout: timeout === 0 ? 0 : Math.ceil(timeout / 2),
    idle_in_transaction_session_timeout: 60_000,
    options: options.hasty ? '-c TimeZone=UTC -c synchronous_commit=off' : '-c TimeZone=UTC',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  };
}
