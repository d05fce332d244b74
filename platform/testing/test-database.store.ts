import { randomBytes } from 'node:crypto';
import type { Database } from '#platform/postgres';

interface User {
  readonly user: string;
  readonly password: string;
}

// Names here are made by us of letters, digits and underscores, and passwords of base64url: nothing to quote.

export async function makeUsers(superuser: Database, users: readonly User[]): Promise<void> {
  for (const { user, password } of users) {
    const rights = user.endsWith('_migrator') ? 'LOGIN CREATEROLE' : 'LOGIN';
    await superuser.rows(`CREATE ROLE ${user} ${rights} PASSWORD '${password}'`);
  }
}

export async function dropUsers(superuser: Database, users: readonly User[]): Promise<void> {
  for (const { user } of users) await superuser.rows(`DROP ROLE IF EXISTS ${user}`);
}

export async function makeTemplate(
  superuser: Database,
  { name, owner }: { readonly name: string; readonly owner: string },
): Promise<void> {
  await superuser.rows(`CREATE DATABASE ${name} OWNER ${owner} TEMPLATE template0 ENCODING 'UTF8'`);
}

/** Tests live in years of their own: a hundred years either way are near enough to now. */
export async function widenClock(migrator: Database): Promise<void> {
  await migrator.rows('UPDATE business_clock SET tolerance_seconds = 3155760000');
}

/** A copy of the template, with the rights on the database itself, which a copy does not take over. */
export async function cloneTemplate(
  superuser: Database,
  { template, prefix, owner }: { readonly template: string; readonly prefix: string; readonly owner: string },
): Promise<string> {
  const name = `${prefix}_${randomBytes(5).toString('hex')}`;
  await superuser.rows(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${owner}`);
  await superuser.rows(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await superuser.rows(`GRANT CONNECT ON DATABASE ${name} TO suixing_app, suixing_login, suixing_gateway`);
  return name;
}

export async function dropDatabase(superuser: Database, name: string): Promise<void> {
  await superuser.rows(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

/** Everything that this run has left, also after failures. */
export async function dropDatabases(superuser: Database, prefix: string): Promise<void> {
  const left = await superuser.rows<{ name: string }>(
    `SELECT datname::text AS name FROM pg_database WHERE starts_with(datname::text, $1)`,
    [`${prefix}_`],
  );
  for (const { name } of left) await dropDatabase(superuser, name);
}
