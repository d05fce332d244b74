import type { PoolClient } from 'pg';
import { poolOf, readerOver } from './connect.ts';
import { databaseFault } from './database-fault.ts';
import { type MigrationFile, readMigrations, shippedMigrations } from './migration-files.ts';
import { type AppliedMigration, compareMigrations, type SchemaState } from './migration-state.ts';
import { appliedMigrations, applyMigration, serverFacts, takeMigrationLock } from './migrations.store.ts';
import type { Database, Reader } from './reader.ts';
import { isMarked } from './restore-mark.store.ts';

/** Another folder than this release's own; for tests. */
interface MigrationFolder {
  readonly folder?: string;
}

interface MigrationOptions extends MigrationFolder {
  /** Set by a restore only, which may work on a database that is being restored. */
  readonly restoring?: boolean;
  /** The number of the last migration to apply: as far as a backup's own structure. */
  readonly upTo?: number;
}

export interface MigrationRun {
  /** Names of what was applied now, in order; empty where the database was current. */
  readonly applied: readonly string[];
}

/**
 * Brings a database to the state of this release's migrations: forward only, each in a transaction of its own, refusing
 * where an applied file was changed or is missing. Two that run at once wait for one another. `migrator` must be a direct
 * connection (not through a transaction pooler), because the lock belongs to the session.
 */
export async function migrate(
  migrator: Database,
  { folder = shippedMigrations, restoring = false, upTo = Infinity }: MigrationOptions = {},
): Promise<MigrationRun> {
  const files = await readMigrations(folder);
  const client = await poolOf(migrator).connect();
  try {
    await refuseUnfitServer(readerOver(client));
    await takeMigrationLock(client);
    if (!restoring) await refuseHalfRestored(readerOver(client));
    const state = compareMigrations(files, await appliedMigrations(readerOver(client)));
    refuseBrokenHistory(state);
    const due = state.pending.filter(({ number }) => number <= upTo);
    for (const file of due) await applyOne(client, file);
    return { applied: due.map(({ name }) => name) };
  } finally {
    client.release(true); // ends the session, and with it the lock
  }
}

/** How a database stands to this release's migrations. */
export async function migrationStatus(
  reader: Reader,
  { folder = shippedMigrations }: MigrationFolder = {},
): Promise<SchemaState> {
  return compareMigrations(await readMigrations(folder), await appliedMigrations(reader));
}

/** A fault unless this release may run on the database as it stands; for the start of an app and for `/readyz`. */
export async function requireCurrentSchema(
  reader: Reader,
  { folder = shippedMigrations }: MigrationFolder = {},
): Promise<void> {
  await refuseHalfRestored(reader);
  const state = await migrationStatus(reader, { folder });
  refuseBrokenHistory(state);
  const [first] = state.pending;
  if (first)
    throw databaseFault('postgres.migrations-pending', { count: state.pending.length, first: first.name });
}

/** A fault where a restore is under way or was cut short: what stands there is not what was backed up. */
export async function refuseHalfRestored(reader: Reader): Promise<void> {
  if (await isMarked(reader)) throw databaseFault('postgres.restore-unfinished');
}

async function applyOne(client: PoolClient, file: MigrationFile): Promise<void> {
  try {
    await applyMigration(client, file);
  } catch (error) {
    const { message, hint } = error as Error & { hint?: string }; // pg adds it to errors of the server
    const words = hint === undefined ? message : `${message} – ${hint}`;
    throw databaseFault('postgres.migration-failed', { file: `${file.name}.sql`, words });
  }
}

function refuseBrokenHistory(state: SchemaState): void {
  const [changed] = state.changed;
  if (changed) throw databaseFault('postgres.migration-changed', { file: `${changed.name}.sql` });
  const [missing] = state.missing;
  if (missing) throw databaseFault('postgres.migration-missing', { file: `${missing.name}.sql` });
  const barred = state.newer.find(({ compatible }: AppliedMigration) => !compatible);
  if (barred) throw databaseFault('postgres.newer-database', { name: barred.name });
}

async function refuseUnfitServer(reader: Reader): Promise<void> {
  const facts = await serverFacts(reader);
  const major = Math.floor(facts.version / 10_000);
  if (major < 15 || major > 18) throw databaseFault('postgres.server-version', { found: major });
  if (facts.encoding !== 'UTF8') throw databaseFault('postgres.not-utf8', { found: facts.encoding });
  if (!facts.may_create) {
    throw databaseFault('postgres.migrator-cannot-create', { user: facts.user, database: facts.database });
  }
}
