import pg, { type ClientBase } from 'pg';
import type { Secrets } from './cluster.ts';

/** The database of an embedded server that holds one agency. */
export const usualDatabase = 'suixing';

const roles = ['migrator', 'login', 'gateway', 'app'] as const;
const rolesLock = 7_449_646_013;

/** Makes the four roles and the database where they are missing; one question where they are there. */
export async function ensureRoles(
  superuser: ClientBase,
  { secrets, database }: { readonly secrets: Secrets; readonly database: string },
): Promise<void> {
  if (await complete(superuser, database)) return;
  await superuser.query('SELECT pg_advisory_lock($1)', [rolesLock]);
  try {
    for (const role of roles)
      await ensureRole(superuser, { name: `suixing_${role}`, password: secrets[role] });
    // What failed in a statement may hold somebody's name: the server's log gets the error, not the row.
    await superuser.query(`ALTER ROLE ALL SET log_error_verbosity = 'terse'`);
    if (!(await databaseExists(superuser, database))) {
      const name = pg.escapeIdentifier(database);
      await superuser.query(`CREATE DATABASE ${name} OWNER suixing_migrator`);
    }
  } finally {
    await superuser.query('SELECT pg_advisory_unlock($1)', [rolesLock]);
  }
}

async function complete(superuser: ClientBase, database: string): Promise<boolean> {
  const { rows } = await superuser.query<{ count: number }>(
    `SELECT count(*)::integer AS count FROM pg_roles WHERE rolname IN ('suixing_migrator', 'suixing_login', 'suixing_gateway', 'suixing_app')`,
  );
  return rows[0]?.count === roles.length && (await databaseExists(superuser, database));
}

async function ensureRole(
  superuser: ClientBase,
  { name, password }: { readonly name: string; readonly password: string },
): Promise<void> {
  const { rowCount } = await superuser.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  const verb = rowCount ? 'ALTER' : 'CREATE';
  await superuser.query(
    `${verb} ROLE ${pg.escapeIdentifier(name)} LOGIN PASSWORD ${pg.escapeLiteral(password)}`,
  );
}

async function databaseExists(superuser: ClientBase, database: string): Promise<boolean> {
  const { rowCount } = await superuser.query('SELECT FROM pg_database WHERE datname = $1', [database]);
  return rowCount === 1;
}

/** Throws a database of the server away for good, whoever is connected to it. */
export async function dropDatabase(superuser: ClientBase, database: string): Promise<void> {
  await superuser.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(database)} WITH (FORCE)`);
}
