import { beforeAll, expect, test } from 'vitest';
import { connect, openDatabases } from '#platform/postgres';
import { type TestDatabase, testDatabase } from '#platform/testing';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});

test('the tests run on the server that is expected', async () => {
  const server = await db.app.row<{ version: string }>(
    `SELECT current_setting('server_version_num') AS version`,
  );
  const major = Math.floor(Number(server?.version) / 10_000);
  const expected = process.env.SUIXING_TEST_DATABASE_URL === undefined ? [18] : [15, 16, 17, 18];
  expect(expected).toContain(major);
});

test('money comes as bigint, a date as its day, an instant as a Date, and nothing loses a digit', async () => {
  const row = await db.app.row(`
    SELECT 9007199254740993::bigint AS fen, ARRAY[1, NULL]::bigint[] AS many, date '2022-06-30' AS day,
           ARRAY[date '2022-06-30'] AS days, 0.10::numeric AS rate, ARRAY[0.10]::numeric[] AS rates,
           timestamptz '2022-06-30 00:00+08' AS at, '{"a": [1]}'::jsonb AS held, 7::integer AS count`);
  expect(row).toEqual({
    fen: 9_007_199_254_740_993n,
    many: [1n, null],
    day: '2022-06-30',
    days: ['2022-06-30'],
    rate: '0.10',
    rates: ['0.10'],
    at: new Date('2022-06-29T16:00:00Z'),
    held: { a: [1] },
    count: 7,
  });
});

test('values travel to the server as they are meant', async () => {
  const row = await db.app.row(
    'SELECT $1::bigint AS fen, $2::date AS day, $3::timestamptz AS at, $4::jsonb AS held, $5::bigint[] AS many',
    [9_007_199_254_740_993n, '2022-06-30', new Date('2022-06-30T01:02:03.456Z'), { a: 'x' }, [1n, 2n]],
  );
  expect(row).toEqual({
    fen: 9_007_199_254_740_993n,
    day: '2022-06-30',
    at: new Date('2022-06-30T01:02:03.456Z'),
    held: { a: 'x' },
    many: [1n, 2n],
  });
});

test('a statement that takes too long is ended by the server', async () => {
  const hasty = connect({ connection: db.connection('app'), role: 'app', statementTimeoutMs: 50 });
  await expect(hasty.rows('SELECT pg_sleep(5)')).rejects.toThrow('statement timeout');
  await hasty.close();
});

test('a statement that is refused leaves its connection as it was, and nothing that it began goes on', async () => {
  const one = connect({ connection: db.connection('app'), role: 'app', size: 1 });
  const who = () => one.row('SELECT pg_backend_pid() AS pid');
  const before = await who();
  await expect(one.rows('SELECT 1 / 0')).rejects.toThrow('division by zero');
  expect(await who()).toEqual(before);
  await expect(one.rows('BEGIN; SELECT 1 / 0')).rejects.toThrow('division by zero');
  expect(await who()).toEqual(before);
  await one.close();
});

test('a connection that the server ended is replaced by another', async () => {
  const one = connect({ connection: db.connection('app'), role: 'app', size: 1 });
  const who = () => one.row<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const before = await who();
  const asleep = expect(one.rows('SELECT pg_sleep(20)')).rejects.toThrow();
  await expect
    .poll(() =>
      db.superuser.rows(`SELECT FROM pg_stat_activity WHERE pid = $1 AND state = 'active'`, [before?.pid]),
    )
    .toHaveLength(1);
  await db.superuser.rows('SELECT pg_terminate_backend($1)', [before?.pid]);
  await asleep;
  expect((await who())?.pid).not.toBe(before?.pid);
  await one.close();
});

test('connections say on the server who they are, and live in UTC', async () => {
  const row = await db.app.row(
    `SELECT current_setting('application_name') AS name, current_setting('TimeZone') AS zone`,
  );
  expect(row).toEqual({ name: 'suixing-app', zone: 'UTC' });
});

test('the application may neither create, nor keep temporary tables, nor read what is not granted', async () => {
  await expect(db.app.rows('CREATE TABLE t (id text)')).rejects.toThrow(
    'permission denied for schema public',
  );
  await expect(db.app.rows('CREATE TEMPORARY TABLE t (id text)')).rejects.toThrow('permission denied');
  await expect(db.app.rows(`INSERT INTO schema_migration DEFAULT VALUES`)).rejects.toThrow(
    'permission denied',
  );
});

test('a new function may be called by nobody until that is granted', async () => {
  await db.migrator.rows(`CREATE FUNCTION answer() RETURNS integer LANGUAGE sql AS 'SELECT 42'`);
  await expect(db.app.rows('SELECT answer()')).rejects.toThrow('permission denied for function answer');
});

/** Opens with these users and tells the code of what is wrong. */
async function openedAs(application: string, login: string, gateway = db.url('gateway')): Promise<string> {
  const database = { application, login, gateway, migrator: db.url('migrator') };
  try {
    await (await openDatabases({ database, dataDir: '' })).stop();
    return 'opened';
  } catch (error) {
    return (error as { refusal: { code: string } }).refusal.code; // every refusal of the database has one
  }
}

test('an own PostgreSQL opens for users who have just their role', async () => {
  expect(await openedAs(db.url('app'), db.url('login'))).toBe('opened');
});

test('users who may do too much, too little or cannot come in are told at the start', async () => {
  expect(await openedAs(db.url('superuser'), db.url('login'))).toBe('postgres.role-too-strong');
  expect(await openedAs(db.url('migrator'), db.url('login'))).toBe('postgres.role-too-strong');
  expect(await openedAs(db.url('app'), db.url('app'))).toBe('postgres.role-too-strong');
  expect(await openedAs(db.url('login'), db.url('login'))).toBe('postgres.role-too-strong');
  expect(await openedAs(db.url('gateway'), db.url('login'))).toBe('postgres.role-too-strong');
  expect(await openedAs(db.url('app'), db.url('login'), db.url('app'))).toBe('postgres.role-too-strong');
  const stranger = db.url('app').replace(/\/\/[^@]+@/, '//nobody-knows:x@');
  expect(await openedAs(stranger, db.url('login'))).toBe('postgres.cannot-connect');
});

test('a user without a role is told which one is missing', async () => {
  const { user, password } = { user: `${db.connection('app').database}_bare`, password: 'bare' };
  await db.superuser.rows(`CREATE ROLE ${user} LOGIN PASSWORD '${password}'`);
  await db.superuser.rows(`GRANT CONNECT ON DATABASE ${db.connection('app').database} TO ${user}`);
  const bare = db.url('app').replace(/\/\/[^@]+@/, `//${user}:${password}@`);
  expect(await openedAs(bare, db.url('login'))).toBe('postgres.role-too-weak');
  await db.superuser.rows(`DROP OWNED BY ${user}`);
  await db.superuser.rows(`DROP ROLE ${user}`);
});
