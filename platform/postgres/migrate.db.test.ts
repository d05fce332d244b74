import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { isDatabaseFault, migrate, migrationStatus, requireCurrentSchema } from '#platform/postgres';
import { type TestDatabase, testDatabase } from '#platform/testing';

const shipped = fileURLToPath(new URL('../../migrations', import.meta.url));

let db: TestDatabase;
let folder: string;
let next: number;
beforeAll(async () => {
  const template = await testDatabase();
  next = (await migrationStatus(template.app, { folder: shipped })).applied.length + 1;
  await template.drop();
});
beforeEach(async () => {
  db = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'suixing-migrations-'));
  cpSync(shipped, folder, { recursive: true });
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await db.drop();
});

function fileName(offset: number, name: string): string {
  return `${String(next + offset).padStart(4, '0')}-${name}.sql`;
}

function add(name: string, sql: string, offset = 0): void {
  writeFileSync(join(folder, fileName(offset, name)), sql);
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => undefined).catch((caught: unknown) => caught);
  return isDatabaseFault(error) ? error.refusal.code : String(error);
}

test('the template stands where the migrations of this release are', async () => {
  expect((await migrate(db.migrator, { folder })).applied).toEqual([]);
  expect(await codeOf(requireCurrentSchema(db.app, { folder }))).toBe('undefined');
});

test('a new migration is applied once, and until then the application does not start', async () => {
  add('more', '-- compatible: yes\nCREATE TABLE more (id text PRIMARY KEY);');
  expect(await codeOf(requireCurrentSchema(db.app, { folder }))).toBe('postgres.migrations-pending');
  expect((await migrate(db.migrator, { folder })).applied).toEqual([fileName(0, 'more').slice(0, -4)]);
  expect((await migrate(db.migrator, { folder })).applied).toEqual([]);
});

test('two who migrate at once do not apply anything twice', async () => {
  add('slow', '-- compatible: yes\nSELECT pg_sleep(0.2); CREATE TABLE slow (id text PRIMARY KEY);');
  const runs = await Promise.all([migrate(db.migrator, { folder }), migrate(db.migrator, { folder })]);
  expect(runs.flatMap(({ applied }) => applied)).toHaveLength(1);
});

test('a migration that fails leaves nothing behind, and those before it stand', async () => {
  add('good', '-- compatible: yes\nCREATE TABLE good (id text PRIMARY KEY);');
  add('bad', '-- compatible: yes\nCREATE TABLE half (id text PRIMARY KEY); SELECT 1 / 0;', 1);
  await expect(migrate(db.migrator, { folder })).rejects.toThrow(/-bad\.sql failed.*division by zero/);
  const row = await db.migrator.row(
    `SELECT to_regclass('good') IS NOT NULL AS good, to_regclass('half') IS NOT NULL AS half`,
  );
  expect(row).toEqual({ good: true, half: false });
});

test('a migration and its entry in the book stand or fall together', async () => {
  const entry = `INSERT INTO schema_migration VALUES (${next}, 'x', repeat('0', 64), true, 'x', now());`;
  add('doubled', `-- compatible: yes\nCREATE TABLE doubled (id text PRIMARY KEY); ${entry}`);
  await expect(migrate(db.migrator, { folder })).rejects.toThrow('duplicate key');
  const row = await db.migrator.row(`SELECT to_regclass('doubled') IS NOT NULL AS made`);
  expect(row).toEqual({ made: false });
});

test('a migration that was altered after it had been applied is refused, by migrator and application', async () => {
  const first = join(folder, '0001-foundation.sql');
  writeFileSync(first, '-- compatible: yes\nSELECT 1;');
  expect(await codeOf(migrate(db.migrator, { folder }))).toBe('postgres.migration-changed');
  expect(await codeOf(requireCurrentSchema(db.app, { folder }))).toBe('postgres.migration-changed');
});

test('line ends of another system are not an alteration', async () => {
  add('lines', '-- compatible: yes\r\nCREATE TABLE lines (id text PRIMARY KEY);\r\n');
  await migrate(db.migrator, { folder });
  add('lines', '-- compatible: yes\nCREATE TABLE lines (id text PRIMARY KEY);\n');
  expect(await codeOf(migrate(db.migrator, { folder }))).toBe('undefined');
});

test('a missing migration is refused', async () => {
  rmSync(join(folder, '0001-foundation.sql'));
  expect(await codeOf(migrate(db.migrator, { folder }))).toBe('postgres.migration-missing');
});

test.each([
  [
    'a name without a number',
    'more.sql',
    '-- compatible: yes\n',
    /：文件名不合规定。文件名/,
    /: its name is not/,
  ],
  [
    'a first line that does not say whether old code may run',
    ...['0999-more.sql', 'SELECT 1;\n'],
    ...[/：第一行没有写明旧版本能不能接着运行。文件名/, /: its first line does not say .* running\. Name it/],
  ],
  [
    'a transaction of its own',
    ...['0999-more.sql', '-- compatible: yes\nSELECT 1; \nCOMMIT;\n'],
    ...[/：自己开始或结束事务。文件名/, /: it begins or ends a transaction by itself\. Name it/],
  ],
] as const)(
  'a migration with %s is refused, in a sentence of either language',
  async (_, name, sql, zh, en) => {
    writeFileSync(join(folder, name), sql);
    const refused = await migrate(db.migrator, { folder }).catch((error: unknown) => error);
    if (!isDatabaseFault(refused)) throw refused;
    expect(refused.refusal.code).toBe('postgres.migration-malformed');
    expect(refused.text.zh).toMatch(zh);
    expect(refused.text.en).toMatch(en);
  },
);

test('a release goes on where a newer one migrated compatibly, and stops where not', async () => {
  add('compatible', '-- compatible: yes\nSELECT 1;');
  await migrate(db.migrator, { folder });
  expect(await codeOf(requireCurrentSchema(db.app, { folder: shipped }))).toBe('undefined');
  add('incompatible', '-- compatible: no\nSELECT 1;', 1);
  await migrate(db.migrator, { folder });
  expect(await codeOf(requireCurrentSchema(db.app, { folder: shipped }))).toBe('postgres.newer-database');
  expect(await codeOf(migrate(db.migrator, { folder: shipped }))).toBe('postgres.newer-database');
});

test('who does not own the database may not migrate it', async () => {
  expect(await codeOf(migrate(db.app, { folder }))).toBe('postgres.migrator-cannot-create');
});
