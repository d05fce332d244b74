import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  inFull,
  removeTemporaryFolder,
  type TestDatabase,
  temporaryFolder,
  testDatabase,
  testOffice,
  testPerson,
} from '#platform/testing';
import { runProgram } from './program.ts';

let db: TestDatabase;
let folder: string;
let keyFile: string;
let file: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'suixing-cli-backup-'));
  keyFile = join(folder, 'backup.key');
  file = join(folder, 'agency.backup');
  db = await testDatabase();
  // The first command brings the dated rates, on which balances rest.
  await suixing(['verify'], environment(db, 'none'));
  await testOffice(db);
  for (const name of ['a', 'b'])
    await testPerson(db, { owner: `psn_${name}`, balanceFen: 100_000n, balanceOn: '2025-12-31' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function environment(on: TestDatabase, key = keyFile): Record<string, string> {
  return {
    SUIXING_MODE: 'development',
    SUIXING_DATA_DIR: folder,
    SUIXING_LANG: 'en',
    SUIXING_DATABASE_URL: on.url('app'),
    SUIXING_LOGIN_DATABASE_URL: on.url('login'),
    SUIXING_MIGRATOR_DATABASE_URL: on.url('migrator'),
    SUIXING_BACKUP_KEY_FILE: key,
  };
}

async function suixing(args: readonly string[], env: Record<string, string>): Promise<Said> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await runProgram({ args, env, stdin: new PassThrough(), stdout, stderr });
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
}

test('without a key nothing is backed up, and what to do is said', async () => {
  const said = await suixing(['backup', file], environment(db));
  expect(said).toMatchObject({ code: 2, out: '' });
  const none = { ...environment(db) };
  delete none.SUIXING_BACKUP_KEY_FILE;
  expect((await suixing(['backup', file], none)).err).toContain('`suixing keys secret FILE`');
});

test('a key is made once, for its owner alone, and never over another', async () => {
  expect(await suixing(['keys', 'secret', keyFile], environment(db))).toMatchObject({ code: 0 });
  expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  const first = readFileSync(keyFile, 'utf8');
  expect(await suixing(['keys', 'secret', keyFile], environment(db))).toMatchObject({ code: 1 });
  expect(readFileSync(keyFile, 'utf8')).toBe(first);
});

test('a server’s database is backed up, checked, restored into an empty one and proved', async () => {
  const taken = await suixing(['backup', file], environment(db));
  expect(taken).toMatchObject({ code: 0, err: '' });
  expect(taken.out).toContain('the backup is whole');
  expect((await suixing(['backup', '--check', file], environment(db))).out).toBe(taken.out);
  const fresh = await testDatabase({ bare: true });
  const restored = await suixing(['restore', file], environment(fresh));
  expect(restored.err).toBe('');
  expect(restored.out).toContain('restored; everybody has to log in again');
  expect(restored.out).toContain('rows=2 sumFen=200000 (ledger.balances-replayed)');
  expect(restored.code).toBe(0);
  const again = await suixing(['restore', file], environment(fresh));
  expect(again).toMatchObject({ code: 1, out: '' });
  expect(again.err).toContain('Nothing was changed');
});

test.runIf(inFull)('for programs a restore is one JSON value, with what every proof came to', async () => {
  const fresh = await testDatabase({ bare: true });
  const { out, code } = await suixing(['restore', file, '--json'], environment(fresh));
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ migrated: [], verify: { ok: true } });
});

test('a proof that was broken before the backup is broken after the restore, and says so', async () => {
  const broken = await testDatabase();
  await suixing(['verify'], environment(broken));
  await testOffice(broken);
  await testPerson(broken, { owner: 'psn_a', balanceFen: 100_000n, balanceOn: '2025-12-31' });
  await broken.superuser.rows('UPDATE personal_account SET balance_fen = balance_fen + 1');
  const other = join(folder, 'broken.backup');
  expect(await suixing(['backup', other], environment(broken))).toMatchObject({ code: 0 });
  const fresh = await testDatabase({ bare: true });
  const { out, code } = await suixing(['restore', other], environment(fresh));
  expect(code).toBe(1);
  expect(out).toContain('BROKEN');
});

test.runIf(inFull)(
  'the embedded database is backed up into a pipe while it is in use, and restored into a new folder',
  async () => {
    const [from, to] = [temporaryFolder(), temporaryFolder()];
    const embedded = (dataDir: string) => ({
      SUIXING_MODE: 'development',
      SUIXING_DATA_DIR: dataDir,
      SUIXING_LANG: 'en',
      SUIXING_BACKUP_KEY_FILE: keyFile,
      SUIXING_IDENTITY_KEY_FILE: join(folder, 'identity.key'),
    });
    try {
      expect(await suixing(['verify'], embedded(from))).toMatchObject({ code: 0 });
      const stdout = new PassThrough({ highWaterMark: 64 * 1024 * 1024 });
      const stderr = new PassThrough();
      const code = await runProgram({
        args: ['backup', '-'],
        env: embedded(from),
        stdin: new PassThrough(),
        stdout,
        stderr,
      });
      expect(code).toBe(0);
      expect(String(stderr.read())).toContain('the backup is whole');
      const piped = join(folder, 'piped.backup');
      writeFileSync(piped, stdout.read());
      expect(await suixing(['restore', piped], embedded(to))).toMatchObject({ code: 0 });
    } finally {
      await removeTemporaryFolder(from);
      await removeTemporaryFolder(to);
    }
  },
);
