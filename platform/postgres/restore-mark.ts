import type { PoolClient } from 'pg';
import { poolOf, readerOver } from './connect.ts';
import { takeMigrationLock } from './migrations.store.ts';
import type { Database, Tx } from './reader.ts';
import {
  dropMark,
  hasTables,
  isRestoredFrom,
  lockMark,
  makeMark,
  readMark,
  setStep,
} from './restore-mark.store.ts';

/** How far a restore has come: only the structure, or the rows as well. */
export type RestoreStep = 'structure' | 'rows';

/** Which backup is being restored into a database. While the mark stands, nobody else may use the database. */
export interface RestoreMark {
  readonly backup: string;
  readonly step: RestoreStep;
}

/**
 * Marks an empty database as being restored, or finds the mark of a restore that was cut short. Answers null where the
 * database is not empty and is not being restored either. Whoever migrates at the same moment waits, and finds the mark.
 */
export async function beginRestore(migrator: Database, backup: string): Promise<RestoreMark | null> {
  const client = await poolOf(migrator).connect();
  try {
    await takeMigrationLock(client);
    return await markEmpty(client, backup);
  } finally {
    client.release(true); // ends the session, and with it the lock
  }
}

async function markEmpty(client: PoolClient, backup: string): Promise<RestoreMark | null> {
  const reader = readerOver(client);
  const found = await readMark(reader);
  if (found) return found;
  if (await hasTables(reader)) return null;
  await makeMark(reader, backup);
  return { backup, step: 'structure' };
}

/**
 * To be called first in the transactions that load the rows and that end the restore: of two that restore at once one
 * waits here. Undefined where the other has brought the restore to its end.
 */
export async function lockRestore(tx: Tx): Promise<RestoreStep | undefined> {
  return (await lockMark(tx))?.step;
}

/** Belongs to the transaction that has loaded the rows. */
export function rowsRestored(tx: Tx): Promise<void> {
  return setStep(tx, 'rows');
}

/** Lets everybody in, once the transaction that has locked the restore commits. */
export function endRestore(tx: Tx): Promise<void> {
  return dropMark(tx);
}

/** Whether this database holds what was restored from this backup, whole. */
export function isRestored(migrator: Database, backup: string): Promise<boolean> {
  return isRestoredFrom(migrator, backup);
}
