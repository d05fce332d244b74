import { randomBytes } from 'node:crypto';
import { type Connection, connect, migrate, startEmbedded } from '#platform/postgres';
import { removeLeftovers, removeTemporaryFolder, temporaryFolder } from './temporary-folder.ts';
import { dropDatabases, dropUsers, makeTemplate, makeUsers, widenClock } from './test-database.store.ts';

/** What a test file must know to make its own database; plain data, because it travels to the test's process. */
export interface TestServer {
  /** May do everything: creates and drops databases, tampers with tables. */
  readonly superuser: Connection;
  readonly users: Readonly<
    Record<'app' | 'login' | 'gateway' | 'migrator', { readonly user: string; readonly password: string }>
  >;
  readonly template: string;
  /** Every database of this run begins so. */
  readonly prefix: string;
}

export interface OpenTestServer {
  readonly server: TestServer;
  close(): Promise<void>;
}

export async function openTestServer(url: string | undefined): Promise<OpenTestServer> {
  return url ? openExternal(url) : openEmbedded();
}

async function openEmbedded(): Promise<OpenTestServer> {
  await removeLeftovers();
  const dataDir = temporaryFolder();
  const embedded = await startEmbedded({ dataDir, durable: false });
  async function end(): Promise<void> {
    await embedded.stop();
    await removeTemporaryFolder(dataDir);
  }
  try {
    const opened = await prepare(embedded.connection('superuser', 'postgres'));
    return { server: opened.server, close: () => opened.close().finally(end) };
  } catch (error) {
    await end();
    throw error;
  }
}

function openExternal(url: string): Promise<OpenTestServer> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  return prepare({
    host: searchParams.get('host') ?? (hostname || 'localhost'), // ?host=/directory is how an address names a socket
    port: Number(port || searchParams.get('port') || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)) || 'postgres',
  });
}

/**
 * The users of a run are its own and are only granted the product's roles, as on a server where an administrator has named
 * them; so no test can rest on a user's name.
 */
async function prepare(superuser: Connection): Promise<OpenTestServer> {
  const prefix = `suixing_t_${randomBytes(5).toString('hex')}`;
  const user = (role: string) => ({
    user: `${prefix}_${role}`,
    password: randomBytes(18).toString('base64url'),
  });
  const users = {
    app: user('app'),
    login: user('login'),
    gateway: user('gateway'),
    migrator: user('migrator'),
  };
  const server: TestServer = { superuser, users, template: `${prefix}_template`, prefix };
  const db = connect({ connection: superuser, role: 'superuser', size: 2 });
  async function close(): Promise<void> {
    await dropDatabases(db, prefix);
    await dropUsers(db, Object.values(users));
    await db.close();
  }
  try {
    await makeUsers(db, Object.values(users));
    await makeTemplate(db, { name: server.template, owner: users.migrator.user });
    await migrateTemplate(server);
    return { server, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function migrateTemplate({ superuser, users, template }: TestServer): Promise<void> {
  const grants = connect({ connection: { ...superuser, database: template }, role: 'superuser', size: 1 });
  const migrator = connect({
    connection: { ...superuser, ...users.migrator, database: template },
    role: 'migrator',
    size: 1,
  });
  try {
    await migrate(migrator);
    await widenClock(migrator);
    await grants.rows(`GRANT suixing_app TO ${users.app.user}`);
    await grants.rows(`GRANT suixing_login TO ${users.login.user}`);
    await grants.rows(`GRANT suixing_gateway TO ${users.gateway.user}`);
  } finally {
    await migrator.close();
    await grants.close();
  }
}
