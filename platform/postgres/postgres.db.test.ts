import { beforeAll, expect, test } from 'vitest';
import { ok, refuse } from '#basics';
import { inTransaction } from '#platform/postgres';
import { type TestDatabase, testDatabase } from '#platform/testing';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await db.migrator.rows('CREATE TABLE note (owner_id text PRIMARY KEY, body text)');
  await db.migrator.rows('GRANT SELECT, INSERT ON note TO suixing_app');
});

test('the tests run on the server that is expected', async () => {
  const server = await db.app.row<{ version: string }>(
    `SELECT current_setting('server_version_num') AS version`,
  );
  const major = Math.floor(Number(server?.version) / 10_000);
  if (process.env.SUIXING_TEST_DATABASE_URL === undefined) expect(major).toBe(18);
  expect(major).toBeGreaterThanOrEqual(15);
  expect(major).toBeLessThanOrEqual(18);
});

test('what a transaction did stands when its result is ok', async () => {
  await inTransaction(db.app, async (tx) => {
    await tx.rows('INSERT INTO note VALUES ($1, $2)', ['psn_1', 'kept']);
    return ok(null);
  });
  expect(await db.app.row('SELECT body FROM note WHERE owner_id = $1', ['psn_1'])).toEqual({ body: 'kept' });
});

test('a refusal undoes everything that the transaction did', async () => {
  const result = await inTransaction(db.app, async (tx) => {
    await tx.rows('INSERT INTO note VALUES ($1, $2)', ['psn_2', 'gone']);
    return refuse({ code: 'test.refused' });
  });
  expect(result).toEqual({ ok: false, refusal: { code: 'test.refused' } });
  expect(await db.app.row('SELECT body FROM note WHERE owner_id = $1', ['psn_2'])).toBeUndefined();
});
