import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ok } from '#basics';
import {
  beginRestore,
  type Database,
  endRestore,
  inTransaction,
  lockRestore,
  migrate,
} from '#platform/postgres';
import { testDatabase } from '#platform/testing';

const backup = '0'.repeat(32);

test('of two restores that come to their end at once one ends it, and the other finds it ended', async () => {
  const fresh = await testDatabase({ bare: true });
  await beginRestore(fresh.migrator, backup);
  await migrate(fresh.migrator, { restoring: true });
  const looking = inTransaction(fresh.superuser, async (tx) => {
    await tx.rows('SELECT backup FROM restore_under_way');
    await bothWait(fresh.superuser);
    return ok(undefined);
  });
  await pause(20); // a looker that comes too late would only make the test easier
  const ended = await Promise.all([end(fresh.migrator), end(fresh.migrator), looking]);
  expect(ended.slice(0, 2).sort()).toEqual(['ended', 'found ended']);
});

async function end(migrator: Database): Promise<string> {
  const result = await inTransaction(migrator, async (tx) => {
    if ((await lockRestore(tx)) === undefined) return ok('found ended');
    await endRestore(tx);
    return ok('ended');
  });
  return result.ok ? result.value : result.refusal.code;
}

async function bothWait(reader: Database): Promise<void> {
  const waiting =
    'SELECT DISTINCT pid FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())';
  while ((await reader.rows(waiting)).length < 2) await pause(5);
}
