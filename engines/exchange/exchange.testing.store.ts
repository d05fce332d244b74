import { ok, type Result } from '#basics';
import type { Database, Tx } from '#platform/postgres';
import type { TestDatabase } from '#platform/testing';
import type { AppliedAs, ReceivedMessage } from './message.ts';

/** A table in which a test's handler leaves what it did, so that an effect that came twice or out of turn shows. */
export async function makeEffects(db: TestDatabase): Promise<void> {
  await db.superuser.rows(
    'CREATE TABLE test_effect (place bigint GENERATED ALWAYS AS IDENTITY, transfer_id text, from_region text, sequence integer)',
  );
  await db.superuser.rows('GRANT INSERT, SELECT ON test_effect TO suixing_app');
}

export async function leaveEffect(tx: Tx, message: ReceivedMessage): Promise<Result<AppliedAs>> {
  await tx.rows('INSERT INTO test_effect (transfer_id, from_region, sequence) VALUES ($1, $2, $3)', [
    message.transferId,
    message.from,
    message.sequence,
  ]);
  return ok({ ownerId: null, effect: 'left' });
}

/** The sequences of a sender's messages in a transfer, in the order in which they took effect. */
export async function effectsOf(db: TestDatabase, transferId: string): Promise<readonly number[]> {
  const rows = await db.app.rows<{ sequence: number }>(
    'SELECT sequence FROM test_effect WHERE transfer_id = $1 ORDER BY place',
    [transferId],
  );
  return rows.map(({ sequence }) => sequence);
}

export async function statesOf(db: TestDatabase, transferId: string): Promise<readonly string[]> {
  const rows = await db.app.rows<{ state: string }>(
    'SELECT state FROM exchange_received WHERE owner_id = $1 ORDER BY sequence',
    [transferId],
  );
  return rows.map(({ state }) => state);
}

/** What stands in clear beside what a partner said. */
export async function clearOf(db: TestDatabase, transferId: string): Promise<readonly unknown[]> {
  return db.app.rows(
    `SELECT figures, subject_hashes AS "subjectHashes", subject_hash AS "subjectHash" FROM exchange_received
      WHERE owner_id = $1 ORDER BY sequence`,
    [transferId],
  );
}

export async function sentRows(
  db: TestDatabase,
  transferId: string,
): Promise<
  readonly { sequence: number; state: string; attempts: number; result: string | null; ownerId: string }[]
> {
  return db.app.rows(
    `SELECT sequence, state, attempts, result, owner_id AS "ownerId" FROM exchange_sent
      WHERE transfer_id = $1 ORDER BY sequence`,
    [transferId],
  );
}

export async function countOf(db: TestDatabase, table: string, transferId: string): Promise<bigint> {
  const row = await db.app.row<{ n: bigint }>(`SELECT count(*) AS n FROM ${table} WHERE owner_id = $1`, [
    transferId,
  ]);
  return row?.n ?? 0n;
}

export async function rejections(db: TestDatabase): Promise<readonly unknown[]> {
  return db.app.rows('SELECT code, region, times FROM exchange_rejection ORDER BY code, region');
}

/** As somebody who may do everything. */
export async function tamper(db: TestDatabase, sql: string): Promise<void> {
  await db.superuser.rows(sql);
}

/** Whether the role of a connection may do this at all. */
export async function attempt(on: Database, sql: string): Promise<string> {
  try {
    await on.rows(sql);
    return 'done';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
