import { connect } from './connect.ts';
import { databaseFault } from './database-fault.ts';
import { startEmbedded } from './embedded/start.ts';
import type { Database } from './reader.ts';
import { type RoleFacts, roleFacts } from './role-facts.store.ts';

/** Where the database is. `#platform/config` reads it from the environment; its `Config` fits as it is. */
export interface DatabaseConfig {
  /** An own PostgreSQL 15–18, reached by a user for each role; null for the embedded one in `dataDir`. */
  readonly database: {
    readonly application: string;
    readonly login: string;
    readonly migrator: string;
    /** Absent where no gateway is run here. */
    readonly gateway?: string | null;
  } | null;
  readonly dataDir: string;
  /** The folder whose embedded server is meant; `dataDir` where left out. */
  readonly clusterDir?: string;
  /** The database in the embedded server; the usual one where left out. */
  readonly databaseName?: string;
  /** The application's commits do not wait for the disk; a crash may lose the last of them. Embedded only. */
  readonly hasty?: boolean;
  /** How many connections the application may have at most, and the gateway; an own PostgreSQL only. */
  readonly connections?: number;
}

export interface Databases {
  readonly app: Database;
  /** Opens and ends sessions; nothing else may use it. */
  readonly login: Database;
  /** Keeps what other agencies say; nothing else may use it. Null where no gateway is run. */
  readonly gateway: Database | null;
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
export async function openDatabases(config: DatabaseConfig): Promise<Databases> {
  const { database } = config;
  const databases =
    database === null ? await openEmbedded(config) : openExternal(database, config.connections);
  try {
    await requireRole(databases.app, 'app');
    await requireRole(databases.login, 'login');
    if (databases.gateway) await requireRole(databases.gateway, 'gateway');
    return databases;
  } catch (error) {
    await databases.stop();
    throw error;
  }
}

async function openEmbedded({
  dataDir,
  clusterDir = dataDir,
  databaseName,
  hasty = false,
}: DatabaseConfig): Promise<Databases> {
  const server = await startEmbedded({
    dataDir: clusterDir,
    ...(databaseName === undefined ? {} : { database: databaseName }),
  });
  const roles = {
    app: connect({ connection: server.connection('app'), role: 'app', hasty }),
    login: connect({ connection: server.connection('login'), role: 'login', size: 3 }),
    gateway: connect({ connection: server.connection('gateway'), role: 'gateway', size: 8 }),
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

function openExternal(urls: NonNullable<DatabaseConfig['database']>, size?: number): Databases {
  const roles = {
    app: connect({ url: urls.application, role: 'app', size }),
    login: connect({ url: urls.login, role: 'login', size: 3 }),
    gateway: urls.gateway ? connect({ url: urls.gateway, role: 'gateway', size: size ?? 8 }) : null,
    migrator: connect({ url: urls.migrator, ...migratorOptions }),
  };
  return { ...roles, kind: 'external', stop: () => closeAll(roles) };
}

/** A migration takes as long as it takes. */
const migratorOptions = { role: 'migrator', size: 2, statementTimeoutMs: 0 } as const;

async function closeAll(roles: Pick<Databases, 'app' | 'login' | 'gateway' | 'migrator'>): Promise<void> {
  const { app, login, gateway, migrator } = roles;
  await Promise.all([app.close(), login.close(), gateway?.close(), migrator.close()]);
}

/**
 * The guards on money are privileges, so a user who owns the tables, or is a superuser, or may open sessions while it runs
 * the application, would take them away. Before the first migration there is nothing to guard and no role to have.
 */
async function requireRole(db: Database, role: OwnRole): Promise<void> {
  const facts = await factsOf(db, role);
  if (!facts) return;
  const { user } = facts;
  const others = {
    suixing_app: role !== 'app' && facts.may_be_app,
    suixing_login: role !== 'login' && facts.may_be_login,
    suixing_gateway: role !== 'gateway' && facts.may_be_gateway,
  };
  const other = Object.entries(others).find(([, mayBe]) => mayBe)?.[0];
  const why = facts.superuser ? 'superuser' : facts.owner ? 'owner' : other;
  const has = { app: facts.has_app, login: facts.has_login, gateway: facts.has_gateway }[role];
  if (why !== undefined) throw databaseFault('postgres.role-too-strong', { user, why });
  if (!has) throw databaseFault('postgres.role-too-weak', { user, role: `suixing_${role}` });
}

type OwnRole = 'app' | 'login' | 'gateway';

/** Before the migration that makes it, nobody has the gateway's role. */
async function factsOf(db: Database, role: OwnRole): Promise<RoleFacts | undefined> {
  try {
    const facts = await roleFacts(db);
    return facts && (role !== 'gateway' || facts.gateway_exists) ? facts : undefined;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw databaseFault('postgres.cannot-connect', { role, words });
  }
}
