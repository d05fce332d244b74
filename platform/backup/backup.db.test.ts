import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Result } from '#basics';
import {
  type BackupSummary,
  checkBackup,
  type Restored,
  restoreBackup,
  writeBackupFile,
} from '#platform/backup';
import { type FileStore, folderStore, putFile } from '#platform/files';
import {
  inSnapshot,
  isDatabaseFault,
  migrate,
  requireCurrentSchema,
  shippedMigrations,
} from '#platform/postgres';
import {
  inFull,
  type TestDatabase,
  testApprovedCase,
  testDatabase,
  testOffice,
  testPerson,
  testRandom,
  testSettle,
} from '#platform/testing';
import { balances, tableSums } from './testing.store.ts';

const key = testRandom(1)(32);
const identityKeys = ['00112233445566aa'];
const notKept = ['officer_session', 'person_session', 'one_time_code'];
let folder: string;
let files: FileStore;
let db: TestDatabase;
let whole: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'suixing-backup-'));
  files = folderStore(join(folder, 'files'));
  for (const text of ['one paper', 'another'.repeat(50_000)])
    await putFile(files, Readable.from([Buffer.from(text)]));
  db = await testDatabase();
  await testOffice(db);
  for (const name of ['a', 'b', 'c', 'd'])
    await testPerson(db, { owner: `psn_${name}`, balanceFen: 100_000n, balanceOn: '2025-12-31' });
  await testApprovedCase(db, { owner: 'psn_a', caseId: 'cas_a', on: '2026-06-30' });
  await testSettle(db, { owner: 'psn_a', caseId: 'cas_a', on: '2026-06-30' });
  whole = join(folder, 'whole.backup');
  must(await backup(whole));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

function backup(file: string, from = db): Promise<Result<BackupSummary>> {
  return writeBackupFile(
    {
      migrator: from.migrator,
      key,
      random: testRandom(Math.floor(Math.random() * 2 ** 32)),
      product: '0.1.0',
      identityKeys,
      demo: false,
      files,
      onProgress: () => undefined,
    },
    file,
  );
}

interface Asked {
  readonly file?: string;
  readonly key?: Uint8Array;
  readonly folder?: string;
  readonly identityKeys?: readonly string[];
  readonly files?: FileStore;
  readonly demo?: boolean;
}

function restore(into: TestDatabase, asked: Asked = {}): Promise<Result<Restored>> {
  return restoreBackup({
    file: whole,
    key,
    migrator: into.migrator,
    identityKeys,
    identityKeyFile: 'identity.key',
    demo: false,
    files: folderStore(join(folder, 'files-restored')),
    onProgress: () => undefined,
    ...asked,
  });
}

async function isBare(of: TestDatabase): Promise<boolean> {
  return (await of.superuser.rows(`SELECT FROM pg_tables WHERE schemaname = 'public'`)).length === 0;
}

describe('A backup', () => {
  test('says what it holds, lies there for its owner alone, and is whole when it is checked', async () => {
    const checked = must(await checkBackup({ file: whole, key }, () => undefined));
    expect(checked).toMatchObject({ product: '0.1.0', demo: false, bytes: readFileSync(whole).length });
    expect(checked.tables.find(({ name }) => name === 'personal_account')).toMatchObject({ rows: 4 });
    expect(checked.files).toBe(2);
    expect(readdirSync(folder)).toEqual(['files', 'whole.backup']);
  });

  test('holds nothing of anybody in the open', () => {
    const bytes = readFileSync(whole).toString('latin1');
    expect(bytes.slice(0, bytes.indexOf('\n'))).toMatch(/^SUIXING BACKUP 2 \{"id":"[0-9a-f]{32}","key":/);
    expect(bytes).not.toContain('psn_a');
  });

  test('does not carry sessions', async () => {
    const { tables } = must(await checkBackup({ file: whole, key }, () => undefined));
    expect(tables.filter(({ name }) => notKept.includes(name))).toEqual([]);
  });

  test('overwrites no other', async () => {
    expect(await backup(whole)).toMatchObject({ ok: false, refusal: { code: 'backup.file-exists' } });
  });

  test('of an empty database, or into a folder that is not there, is refused', async () => {
    const bare = await testDatabase({ bare: true });
    expect(await backup(join(folder, 'bare'), bare)).toMatchObject({
      refusal: { code: 'backup.nothing-there' },
    });
    expect(await backup(join(folder, 'no', 'such'))).toMatchObject({
      refusal: { code: 'backup.unwritable-file' },
    });
    expect(readdirSync(folder)).toEqual(['files', 'whole.backup']);
  });
});

describe('A restore', () => {
  test('brings every table back row by row and the files of papers, each under the hash of its bytes, but nobody is logged in', async () => {
    const fresh = await testDatabase({ bare: true });
    const back = folderStore(join(folder, 'files-back'));
    const restored = must(await restore(fresh, { files: back }));
    expect(restored).toMatchObject({ migrated: [], files: 2 });
    const names = async (store: FileStore) => (await Array.fromAsync(store.list())).map(({ name }) => name);
    expect(await names(back)).toEqual(await names(files));
    const [before, after] = [await tableSums(db.superuser), await tableSums(fresh.superuser)];
    for (const name of notKept) before[name] = '0/0';
    before.restored_from = after.restored_from ?? 'no such table';
    expect(after).toEqual(before);
    // A restore that was killed after its last step and is asked for again.
    expect(await restore(fresh)).toMatchObject({ refusal: { code: 'backup.restored-already' } });
    await requireCurrentSchema(fresh.app);
    await testPerson(fresh, { owner: 'psn_later', balanceFen: 1n, balanceOn: '2025-12-31' }).catch(
      (error: Error) => expect(error.message).toBe('access.no-session'),
    );
  });

  test('changes nothing in a database that is not empty', async () => {
    const [before] = [await tableSums(db.superuser)];
    expect(await restore(db)).toMatchObject({ ok: false, refusal: { code: 'backup.not-empty' } });
    expect(await tableSums(db.superuser)).toEqual(before);
  });

  test.each<[string, string, (bytes: Buffer) => Buffer]>([
    ['was cut short', 'backup.damaged', (bytes) => bytes.subarray(0, bytes.length - 100)],
    ['has one byte altered', 'backup.damaged', (bytes) => altered(bytes, 2000)],
    [
      'has its head altered',
      'backup.damaged',
      (bytes) => Buffer.from(bytes.toString('latin1').replace('0.1.0', '0.1.1'), 'latin1'),
    ],
    ['is another program’s', 'backup.not-a-backup', () => Buffer.from('PGDMP...')],
    ['is empty', 'backup.not-a-backup', () => Buffer.alloc(0)],
    ['is of a later format', 'backup.newer', () => Buffer.from('SUIXING BACKUP 3 {}\n')],
  ])('loads nothing from a file that %s', async (_what, code, change) => {
    const file = join(folder, 'changed');
    writeFileSync(file, change(readFileSync(whole)));
    const fresh = await testDatabase({ bare: true });
    expect(await restore(fresh, { file })).toMatchObject({ ok: false, refusal: { code } });
    expect(await isBare(fresh)).toBe(true);
    rmSync(file);
  });

  test.each<[string, string, Asked]>([
    ['with another key', 'backup.other-key', { key: testRandom(2)(32) }],
    ['without the identity key', 'backup.identity-key-missing', { identityKeys: ['ff'] }],
    ['into a demo', 'backup.demo-and-real', { demo: true }],
    ['from a file that is not there', 'backup.unreadable-file', { file: '/no/such/backup' }],
  ])('is refused %s', async (_what, code, asked) => {
    const fresh = await testDatabase({ bare: true });
    expect(await restore(fresh, asked)).toMatchObject({ ok: false, refusal: { code } });
    expect(await isBare(fresh)).toBe(true);
  });
});

function altered(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

describe('Releases', () => {
  let newer: string;
  beforeAll(() => {
    newer = mkdtempSync(join(tmpdir(), 'suixing-newer-'));
    cpSync(shippedMigrations, newer, { recursive: true });
    const next = String(readdirSync(newer).length + 1).padStart(4, '0');
    writeFileSync(
      join(newer, `${next}-more.sql`),
      `-- compatible: no\nCREATE TABLE more AS SELECT owner_id FROM personal_account; COMMENT ON TABLE more IS 'local: x';`,
    );
  });
  afterAll(() => rmSync(newer, { recursive: true }));

  test('an older backup comes into a newer release, whose migrations work on its rows', async () => {
    const fresh = await testDatabase({ bare: true });
    expect(must(await restore(fresh, { folder: newer })).migrated).toEqual([expect.stringMatching(/-more$/)]);
    expect(await fresh.superuser.rows('SELECT FROM more')).toHaveLength(4);
  });

  test('a newer backup is refused by an older release', async () => {
    const ahead = await testDatabase();
    await migrate(ahead.migrator, { folder: newer });
    const file = join(folder, 'newer.backup');
    must(await backup(file, ahead));
    const fresh = await testDatabase({ bare: true });
    expect(await restore(fresh, { file })).toMatchObject({ refusal: { code: 'backup.newer' } });
    expect(await isBare(fresh)).toBe(true);
  });
});

describe('Derived rows and numbers of transactions', () => {
  test('sums that follow from others are made anew, and numbers of another server’s transactions come before all others, in their order', async () => {
    const apart = mkdtempSync(join(tmpdir(), 'suixing-derived-'));
    cpSync(shippedMigrations, apart, { recursive: true });
    const next = String(readdirSync(apart).length + 1).padStart(4, '0');
    writeFileSync(
      join(apart, `${next}-derived.sql`),
      `-- compatible: yes
       CREATE TABLE entry (id text PRIMARY KEY, recorded_xid bigint NOT NULL);
       COMMENT ON TABLE entry IS 'reference: entries';
       CREATE TABLE entry_count (how_many bigint PRIMARY KEY);
       COMMENT ON TABLE entry_count IS 'reference: how many entries there are; rebuilt by refill_entry_count()';
       CREATE FUNCTION refill_entry_count() RETURNS void LANGUAGE sql AS
         'DELETE FROM public.entry_count; INSERT INTO public.entry_count SELECT count(*) FROM public.entry';`,
    );
    const made = await testDatabase();
    await migrate(made.migrator, { folder: apart });
    await made.superuser.rows(
      `INSERT INTO entry SELECT id, pg_current_xact_id()::text::bigint - ahead FROM (VALUES ('a', 9), ('b', 0)) AS e (id, ahead)`,
    );
    await made.superuser.rows('INSERT INTO entry_count VALUES (99)');
    const file = join(folder, 'derived.backup');
    must(await backup(file, made));
    const fresh = await testDatabase({ bare: true });
    must(await restore(fresh, { file, folder: apart }));
    const [a, b] = await fresh.superuser.rows<{ recorded_xid: bigint }>(
      'SELECT recorded_xid FROM entry ORDER BY id',
    );
    expect([a && b && b.recorded_xid - a.recorded_xid, (b?.recorded_xid ?? 0n) < 0n]).toEqual([9n, true]);
    expect(await fresh.superuser.rows('SELECT * FROM entry_count')).toEqual([{ how_many: 2n }]);
    rmSync(apart, { recursive: true });
  });
});

describe('While everybody goes on working', () => {
  test('the backup is one picture: what is restored from it adds up', async () => {
    const busy = await testDatabase();
    await testOffice(busy);
    const stop = new AbortController();
    const sofar = [0, 0, 0];
    const writers = sofar.map((_, writer) => write(busy, { writer, until: stop.signal, sofar }));
    await pause(300);
    const files = (inFull ? [1, 2, 3] : [1, 2]).map((n) => join(folder, `busy-${n}.backup`));
    const taken: BackupSummary[] = [];
    for (const file of files) taken.push(must(await backup(file, busy)));
    await expect.poll(() => Math.min(...sofar), { timeout: 30_000 }).toBeGreaterThan(2);
    stop.abort();
    const written = await Promise.all(writers);
    expect(Math.min(...written)).toBeGreaterThan(2);
    expect(taken.at(0)?.rows).toBeLessThan(taken.at(-1)?.rows ?? 0);
    for (const file of files) {
      const fresh = await testDatabase({ bare: true });
      must(await restore(fresh, { file }));
      const found = await balances(fresh.superuser);
      expect(found.wrong).toBe(0);
      expect(found.accounts).toBeGreaterThan(0);
      await fresh.drop();
    }
  }, 90_000);
});

/** Goes on bringing people with balances, and paying some of them out; answers how many. */
async function write(
  on: TestDatabase,
  { writer, until, sofar }: { writer: number; until: AbortSignal; sofar: number[] },
): Promise<number> {
  let count = 0;
  for (; !until.aborted; count += 1) {
    sofar[writer] = count;
    const owner = `psn_${writer}_${count}`;
    // One import of a kind at a time: the writers take turns where they meet.
    const made = await testPerson(on, { owner, balanceFen: 5_000n, balanceOn: '2025-12-31' }).then(
      () => true,
      () => false,
    );
    if (!made || count % 3 > 0) continue;
    await testApprovedCase(on, { owner, caseId: `cas_${owner}`, on: '2026-06-30' });
    await testSettle(on, { owner, caseId: `cas_${owner}`, on: '2026-06-30' });
  }
  return count;
}

describe('A restore that is killed', () => {
  test('leaves a database that nobody can use, and goes on when it is called again', async () => {
    const fresh = await testDatabase({ bare: true });
    const gate = await testDatabase({ bare: true });
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        GIVEN: JSON.stringify({ connection: fresh.connection('migrator'), file: whole, identityKeys }),
        KEY: Buffer.from(key).toString('hex'),
      },
    });
    for await (const told of child.stdout) if (String(told).includes('loading')) child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
    const words = await requireCurrentSchema(fresh.app).catch((error: unknown) => error);
    expect(isDatabaseFault(words) && words.refusal.code).toBe('postgres.restore-unfinished');
    const migrated = await migrate(fresh.migrator).catch((error: unknown) => error);
    expect(isDatabaseFault(migrated) && migrated.refusal.code).toBe('postgres.restore-unfinished');
    const other = join(folder, 'another.backup');
    must(await backup(other));
    expect(await restore(fresh, { file: other })).toMatchObject({
      refusal: { code: 'backup.other-restore' },
    });
    must(await restore(fresh));
    await requireCurrentSchema(fresh.app);
    expect(await balances(fresh.superuser)).toEqual({ accounts: 4, wrong: 0 });
    await gate.drop();
  });

  test('twice at once ends with one whole database', async () => {
    const fresh = await testDatabase({ bare: true });
    const [one, two] = await Promise.all([restore(fresh), restore(fresh)]);
    expect([one.ok, two.ok]).toContain(true);
    expect(await balances(fresh.superuser)).toEqual({ accounts: 4, wrong: 0 });
    await requireCurrentSchema(fresh.app);
  });

  const program = `
    import { restoreBackup } from '#platform/backup';
    import { connect } from '#platform/postgres';
    const { connection, file, identityKeys } = JSON.parse(process.env.GIVEN);
    await restoreBackup({
      file, identityKeys, identityKeyFile: '', demo: false,
      key: Buffer.from(process.env.KEY, 'hex'),
      migrator: connect({ connection, role: 'migrator', statementTimeoutMs: 0 }),
      onProgress: (stage, { table }) => process.stdout.write(stage + ' ' + table + '\\n'),
    });
    process.exit(0);
  `;
});

test('a backup that is abandoned half-way leaves no file and no open transaction', async () => {
  const file = join(folder, 'abandoned.backup');
  const failing = writeBackupFile(
    {
      migrator: db.migrator,
      key,
      random: testRandom(9),
      product: '0.1.0',
      identityKeys,
      demo: false,
      onProgress({ done }) {
        if (done > 5) throw new Error('somebody pressed Ctrl-C');
      },
    },
    file,
  );
  await expect(failing).rejects.toThrow('Ctrl-C');
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(await inSnapshot(db.migrator, (reader) => reader.rows('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
});
