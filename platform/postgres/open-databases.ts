import { connect } from './connect.ts';
import { databaseFault } from './database-fault.ts';
import { startEmbedded } from './embedded/start.ts';
import type { Database } from './reader.ts';
import { roleFacts } from './role-facts.store.ts';

/** Where the database is. `#platform/config` reads it from the environment; its `Config` fits as it is. */
export interface DatabaseConfig {
  /** An own PostgreSQL 15–18, reached by three users; null for the embedded one in `dataDir`. */
  readonly database: {
    readonly application: string;
    readonly login: string;
    readonly migrator: string;
  } | null;
  readonly dataDir: string;
  /** The application's commits do not wait for the disk; a crash may lose the last of them. Embedded only. */
  readonly hasty?: boolean;
}

export interface Databases {
  readonly app: Database;
  /** Opens and ends sessions; nothing else may use it. */
  readonly login: Database;
  /** Owns the tables: for migrations, and for checks of the catalogue. */
  readonly migrator: Database;
  readonly kind: 'embedded' | 'external';
  /** Shuts the connections, and the embedded server unless another process still uses it. */
  stop(): Promise<void>;
}

/**
 * Opens the database as configured and makes sure that each role may do what it should, and no more. A `DatabaseFault` says
 * what is wrong where it cannot be used. Migrations are not run here: call `migrate`, or `requireCurrentSchema`.
 */
export async function openDatabases({
  database,
  dataDir,
  hasty = false,
}: DatabaseConfig): Promise<Databases> {
  const databases = database === null ? await openEmbedded(dataDir, hasty) : openExternal(database);
  try {
    await requireRole(databases.app, 'app');
    await requireRole(databases.login, 'login');
    return databases;
  } catch (error) {
    await databases.stop();
    throw error;
  }
}

async function openEmbedded(dataDir: string, hasty: boolean): Promise<Databases> {
  const server = await startEmbedded({ dataDir });
  const roles = {
    app: connect({ connection: server.connection('app'), role: 'app', hasty }),
    login: connect({ connection: server.connection('login'), role: 'login', size: 3 }),
    migrator: connect({ connection: server.connection('migrator'), ...migratorOptions }),
  };
  return {
    ...roles,
    kind: 'embedded',
    async stop() {
      await closeAll(roles);
      await server.stop();
    },
  };
}

function openExternal(urls: NonNullable<DatabaseConfig['database']>): Databases {
  const roles = {
    app: connect({ url: urls.application, role: 'app' }),
    login: connect({ url: urls.login, role: 'login', size: 3 }),
    migrator: connect({ url: urls.migrator, ...migratorOptions }),
  };
  return { ...roles, kind: 'external', stop: () => closeAll(roles) };
}

/** A migration takes as long as it takes. */
const migratorOptions = { role: 'migrator', size: 2, statementTimeoutMs: 0 } as const;

async function closeAll(roles: Pick<Databases, 'app' | 'login' | 'migrator'>): Promise<void> {
  await Promise.all([roles.app.close(), roles.login.close(), roles.migrator.close()]);
}

/**
 * The guards on money are privileges, so a user who owns the tables, or is a superuser, or may open sessions while it runs
 * the application, would take them away. Before the first migration there is nothing to guard and no role to have.
 */
async function requireRole(db: Database, role: 'app' | 'login'): Promise<void> {
  const facts = await roleFacts(db).catch((error: unknown) => {
    const words = error instanceof Error ? error.message : String(error);
    throw databaseFault('postgres.cannot-connect', { role, words });
  });
  if (!facts) return;
  const { user } = facts;
  const [has, mayBeOther, other] =
    role === 'app'
      ? [facts.has_app, facts.may_be_login, 'suixing_login']
      : [facts.has_login, facts.may_be_app, 'suixing_app'];
  const why = facts.superuser ? 'superuser' : facts.owner ? 'owner' : mayBeOther ? other : undefined;
  if (why !== undefined) throw databaseFault('postgres.role-too-strong', { user, why });
  if (!has) throw databaseFault('postgres.role-too-weak', { user, role: `suixing_${role}` });
}
