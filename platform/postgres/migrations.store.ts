import type { PoolClient } from 'pg';
import type { MigrationFile } from './migration-files.ts';
import type { AppliedMigration } from './migration-state.ts';
import type { Reader } from './reader.ts';

/** An arbitrary number that means "somebody migrates this database". */
const migrationLock = 7_449_646_011;

/** Waits until nobody else migrates this database; the lock ends with the session. */
export async function takeMigrationLock(client: PoolClient): Promise<void> {
  await client.query('SET statement_timeout = 0; SET lock_timeout = 0');
  await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
}

export async function appliedMigrations(reader: Reader): Promise<readonly AppliedMigration[]> {
  const book = await reader.row<{ found: boolean }>(
    `SELECT to_regclass('public.schema_migration') IS NOT NULL AS found`,
  );
  if (!book?.found) return [];
  return reader.rows<AppliedMigration>(
    'SELECT number, name, checksum, compatible FROM public.schema_migration ORDER BY number',
  );
}

export async function applyMigration(client: PoolClient, file: MigrationFile): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(file.sql);
    await client.query(
      `INSERT INTO public.schema_migration (number, name, checksum, compatible, applied_by, applied_at)
       VALUES ($1, $2, $3, $4, current_user, clock_timestamp())`,
      [file.number, file.name, file.checksum, file.compatible],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined); // the first error is the one to tell
    throw error;
  }
}

export interface ServerFacts {
  readonly version: number;
  readonly encoding: string;
  readonly user: string;
  readonly database: string;
  readonly may_create: boolean;
}

export async function serverFacts(reader: Reader): Promise<ServerFacts> {
  const facts = await reader.row<ServerFacts>(
    `SELECT current_setting('server_version_num')::integer AS version,
            current_setting('server_encoding') AS encoding,
            current_user::text AS "user", current_database()::text AS database,
            pg_has_role(current_user, d.datdba, 'USAGE') AND has_schema_privilege(current_user, 'public', 'CREATE') AS may_create
       FROM pg_catalog.pg_database d WHERE d.datname = current_database()`,
  );
  if (!facts) throw new Error('the server does not know its own database');
  return facts;
}
