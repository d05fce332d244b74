import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { type DbCommand, dbCheckDistributed, dbMigrate, dbStatus } from './db.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(
  command: (given: DbCommand) => Promise<number>,
  given: { readonly json?: boolean; readonly on?: TestDatabase; readonly app?: string } = {},
): Promise<Said> {
  const { json = false, on = db } = given;
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const database = {
    application: given.app ?? on.url('app'),
    login: on.url('login'),
    migrator: on.url('migrator'),
  };
  const code = await command({ config: { database, dataDir: '' }, lang: 'en', json, stdout, stderr });
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
}

test('a current database has nothing to migrate and nothing pending', async () => {
  expect(await run(dbMigrate)).toEqual({ code: 0, out: 'the database is up to date\n', err: '' });
  const status = await run(dbStatus, { json: true });
  expect(status.code).toBe(0);
  expect(JSON.parse(status.out)).toMatchObject({ kind: 'external', pending: [], changed: [] });
});

test('a database that lacks migrations says which', async () => {
  const behind = await testDatabase();
  await behind.superuser.rows('DELETE FROM schema_migration WHERE number > 1');
  const { code, out } = await run(dbStatus, { on: behind });
  expect(code).toBe(1);
  expect(out).toMatch(/^applied {2}0001-foundation\npending {2}0002-/);
});

test('a planted trigger is named, in words and as data, and the exit code is 1', async () => {
  expect(await run(dbCheckDistributed)).toMatchObject({ code: 0, err: '' });
  const planted = await testDatabase();
  await planted.superuser.rows(`
    CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
    CREATE TRIGGER planted BEFORE INSERT ON schema_migration FOR EACH ROW EXECUTE FUNCTION f();`);
  expect(await run(dbCheckDistributed, { on: planted })).toEqual({
    code: 1,
    out: 'the table schema_migration has a trigger, planted\n',
    err: '',
  });
  const data = JSON.parse((await run(dbCheckDistributed, { on: planted, json: true })).out);
  expect(data.findings).toMatchObject([{ code: 'trigger', table: 'schema_migration', name: 'planted' }]);
});

test('a database that cannot be used is told on standard error, not as a stack', async () => {
  const said = await run(dbStatus, { app: db.url('superuser') });
  expect(said).toMatchObject({ code: 1, out: '' });
  expect(said.err).toContain('may do too much: superuser');
});
