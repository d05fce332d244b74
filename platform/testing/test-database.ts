import { afterAll, inject } from 'vitest';
import { type Connection, connect, type Database, type DatabaseRole } from '#platform/postgres';
import { cloneTemplate, dropDatabase } from './test-database.store.ts';
import type { TestServer } from './test-server.ts';

/** A database of a test file's own: empty, migrated, dropped when the file is done. */
export interface TestDatabase {
  readonly app: Database;
  readonly login: Database;
  readonly gateway: Database;
  readonly migrator: Database;
  /** May do everything, to show that tampering is found. */
  readonly superuser: Database;
  /** The same, for a process of its own (a child, another pool). */
  connection(role: DatabaseRole): Connection;
  /** Addresses as the environment variables take them. */
  url(role: DatabaseRole): string;
  drop(): Promise<void>;
}

/** To be called in `beforeAll` or at the top of a file. `bare`: without a table, as before the first migration. */
export async function testDatabase({
  bare = false,
}: {
  readonly bare?: boolean;
} = {}): Promise<TestDatabase> {
  const server = inject('suixingTestServer');
  const administrator = connect({ connection: server.superuser, role: 'superuser', size: 1 });
  const { prefix, users } = server;
  const template = bare ? 'template0' : server.template;
  const name = await cloneTemplate(administrator, { template, prefix, owner: users.migrator.user });
  const made = open(server, name);
  let dropped = false;
  async function drop(): Promise<void> {
    if (dropped) return;
    dropped = true;
    await Promise.all(
      [made.app, made.login, made.gateway, made.migrator, made.superuser].map((db) => db.close()),
    );
    await dropDatabase(administrator, name);
    await administrator.close();
  }
  afterAll(drop);
  return { ...made, drop };
}

function open(server: TestServer, database: string): Omit<TestDatabase, 'drop'> {
  function connection(role: DatabaseRole): Connection {
    const user = role === 'superuser' ? {} : server.users[role];
    return { ...server.superuser, ...user, database };
  }
  const db = (role: DatabaseRole) => connect({ connection: connection(role), role });
  return {
    app: db('app'),
    login: db('login'),
    gateway: db('gateway'),
    migrator: db('migrator'),
    superuser: db('superuser'),
    connection,
    url: (role) => urlOf(connection(role)),
  };
}

function urlOf({ host, port, database, user, password }: Connection): string {
  const who = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  return host.startsWith('/')
    ? `postgresql://${who}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
    : `postgresql://${who}@${host}:${port}/${database}`;
}
