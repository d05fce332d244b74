import { connect, type DatabaseRole } from './connect.ts';
import { databaseFault } from './database-fault.ts';
import { startEmbedded } from './embedded/start.ts';
import type { Database } from './reader.ts';
import { roleFacts } from './role-facts.store.ts';

/** Where the database is; read from the environment by `#platform/config`. */
export interface DatabaseConfig {
  /** The application's own PostgreSQL (SUIXING_DATABASE_URL); the embedded one where it is undefined. */
  readonly databaseUrl: string | undefined;
  readonly loginDatabaseUrl: string | undefined;
  readonly migratorDatabaseUrl: string | undefined;
  /** Where the embedded server stands: `.suixing` in the checkout by default. */
  readonly dataDir: string;
  /** Connections of the application at most. */
  readonly poolSize?: number | undefined;
}

export interface Databases {
  readonly app: Database;
  readonly login: Database;
  /** Undefined with an own PostgreSQL whose migrator's address this process was not given. */
  readonly migrator: Database | undefined;
  /** Where it runs, for a person to read; never with a password. */
  readonly kind: 'embedded' | 'external';
  /** Shuts the connections, and the embedded server unless another process still uses it. */
  stop(): Promise<void>;
}

/** Opens the database as configured and makes sure that each role may do what it should, and no more. */
export async function openDatabases(config: DatabaseConfig): Promise<Databases> {
  const databases = config.databaseUrl === undefined ? await openEmbedded(config) : openExternal(config);
  try {
    await requireRole(databases.app, 'app');
    await requireRole(databases.login, 'login');
    return databases;
  } catch (error) {
    await databases.stop();
    throw error;
  }
}

async function openEmbedded({ dataDir, poolSize }: DatabaseConfig): Promise<Databases> {
  const server = await startEmbedded({ dataDir });
  const open = (role: DatabaseRole, size: number): Database =>
    connect({
      connection: server.connection(role),
      role,
      size,
      ...(role === 'migrator' ? { statementTimeoutMs: 0 } : {}),
    });
  const [app, login, migrator] = [open('app', poolSize ?? 10), open('login', 3), open('migrator', 2)];
  return {
    app,
    login,
    migrator,
    kind: 'embedded',
    async stop() {
      await Promise.all([app.close(), login.close(), migrator.close()]);
      await server.stop();
    },
  };
}

function openExternal({
  databaseUrl,
  loginDatabaseUrl,
  migratorDatabaseUrl,
  poolSize,
}: DatabaseConfig): Databases {
  if (loginDatabaseUrl === undefined) throw databaseFault('postgres.login-url-missing');
  const app = connect({ url: databaseUrl, role: 'app', size: poolSize });
  const login = connect({ url: loginDatabaseUrl, role: 'login', size: 3 });
  const migrator =
    migratorDatabaseUrl === undefined
      ? undefined
      : connect({ url: migratorDatabaseUrl, role: 'migrator', size: 2, statementTimeoutMs: 0 });
  return {
    app,
    login,
    migrator,
    kind: 'external',
    async stop() {
      await Promise.all([app.close(), login.close(), migrator?.close()]);
    },
  };
}

/**
 * The guards on money are privileges, so a user who owns the tables, or is a superuser, or may open sessions while it runs
 * the application, would take them away. Before the first migration there is nothing to guard and no role to have.
 */
async function requireRole(db: Database, role: 'app' | 'login'): Promise<void> {
  const facts = await roleFacts(db).catch((error: unknown) => {
    throw databaseFault('postgres.cannot-connect', {
      role,
      words: error instanceof Error ? error.message : String(error),
    });
  });
  if (!facts) return;
  const other = role === 'app' ? 'suixing_login' : 'suixing_app';
  if (facts.superuser)
    throw databaseFault('postgres.role-too-strong', { user: facts.user, why: 'superuser' });
  if (facts.owner) throw databaseFault('postgres.role-too-strong', { user: facts.user, why: 'owner' });
  if (facts[other]) throw databaseFault('postgres.role-too-strong', { user: facts.user, why: other });
  if (!facts[`suixing_${role}`])
    throw databaseFault('postgres.role-too-weak', { user: facts.user, role: `suixing_${role}` });
}
