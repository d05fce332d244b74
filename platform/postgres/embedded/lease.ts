import pg from 'pg';
import type { Connection } from '../connect.ts';
import type { Secrets } from './cluster.ts';
import { ensureRoles } from './roles.store.ts';

/**
 * Every process that uses an embedded server holds one connection with a shared lock. The lock ends with the process, however
 * it ends, so the server itself always knows who still needs it: whoever can take the lock for himself alone is the last.
 */
export interface Lease {
  /** Gives the lease back; true where nobody else holds one, and nobody can take one until the connection is shut. */
  release(): Promise<boolean>;
  shut(): Promise<void>;
}

const leaseLock = 7_449_646_012;

export async function takeLease(
  connection: Connection,
  {
    secrets,
    database,
    data,
    onLost,
  }: {
    readonly secrets: Secrets;
    readonly database: string;
    readonly data: string;
    readonly onLost: () => void;
  },
): Promise<Lease> {
  const client = new pg.Client({
    ...connection,
    application_name: 'suixing-lease',
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined); // followed by `end`, which is what counts
  await client.connect();
  try {
    const { rows } = await client.query<{ folder: string }>(
      `SELECT current_setting('data_directory') AS folder`,
    );
    if (rows[0]?.folder !== data) throw new Error(`another server answers, of ${rows[0]?.folder}`);
    await client.query('SELECT pg_advisory_lock_shared($1)', [leaseLock]);
    await ensureRoles(client, { secrets, database });
  } catch (error) {
    await client.end().catch(() => undefined); // the first error is the one to tell
    throw error;
  }
  client.once('end', onLost);
  // A process that has nothing else to do may end without giving its lease back.
  hold(client).unref();
  return {
    async release() {
      hold(client).ref();
      client.removeListener('end', onLost);
      const answer = await client
        .query<{ last: boolean }>(
          `WITH given AS MATERIALIZED (SELECT pg_advisory_unlock_shared($1) AS back)
           SELECT pg_try_advisory_lock($1) AS last FROM given WHERE back`,
          [leaseLock],
        )
        .catch(() => undefined); // the server is gone: there is nothing to stop
      return answer?.rows[0]?.last ?? false;
    },
    shut: () => client.end().catch(() => undefined), // the server may have shut it already
  };
}

/** Whether the connection keeps the process alive. */
function hold(client: pg.Client): { ref(): void; unref(): void } {
  return client as unknown as { ref(): void; unref(): void }; // both are in pg and missing from its types
}
