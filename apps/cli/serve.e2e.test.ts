import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, temporaryFolder, testDatabase } from '#platform/testing';

const root = join(import.meta.dirname, '..', '..');
let db: TestDatabase;
let child: ChildProcess;
let address: string;
const started: ChildProcess[] = [];
const folder = temporaryFolder();

beforeAll(async () => {
  db = await testDatabase();
  child = serve(0);
  address = await addressOf(child);
});
afterAll(() => {
  for (const each of started) each.kill('SIGKILL');
});

function serve(port: number, settings: Readonly<Record<string, string>> = {}): ChildProcess {
  const env = {
    PATH: process.env.PATH,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, // the program is read many times in a run of the tests
    SUIXING_MODE: 'development',
    SUIXING_DATABASE_URL: db.url('app'),
    SUIXING_LOGIN_DATABASE_URL: db.url('login'),
    SUIXING_MIGRATOR_DATABASE_URL: db.url('migrator'),
    SUIXING_IDENTITY_KEY: '00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210',
    SUIXING_DATA_DIR: folder,
    SUIXING_PORT: String(port),
    SUIXING_LANG: 'en',
    ...settings,
  };
  const server = spawn(process.execPath, [join(root, 'apps/cli/main.ts'), '--json', 'serve'], { env });
  started.push(server);
  return server;
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the child has no standard output');
  const [line] = (await once(stdout, 'data')) as [Buffer]; // the first thing that it writes is one line
  return JSON.parse(line.toString('utf8')).address;
}

test('a port that another one serves on is told plainly before a database is asked, and nothing is left running', async () => {
  const port = Number(new URL(address).port);
  // Whoever started with the database would hear of the database.
  const nowhere = (user: string) => `postgresql://${user}:none@127.0.0.1:1/none`;
  const second = serve(port, {
    SUIXING_DATABASE_URL: nowhere('app'),
    SUIXING_LOGIN_DATABASE_URL: nowhere('login'),
    SUIXING_MIGRATOR_DATABASE_URL: nowhere('migrator'),
  });
  if (!second.stdout) throw new Error('the child has no standard output');
  const [out] = await Promise.all([text(second.stdout), once(second, 'exit')]);
  expect(second.exitCode).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ code: 'api.port-in-use', figures: { port } });
});

test('it says where it serves, serves, and stops when it is told to', async () => {
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  await expect(fetch(`${address}/healthz`)).rejects.toThrow();
});
