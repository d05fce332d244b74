import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { connect, type EmbeddedServer, startEmbedded } from '#platform/postgres';
import { removeTemporaryFolder, temporaryFolder } from '#platform/testing';
import { isAlive } from './postmaster.ts';

const isRoot = process.getuid?.() === 0;

let prepared: string;
let dataDir: string;
let children: ChildProcess[];
beforeAll(async () => {
  prepared = temporaryFolder();
  await (await startEmbedded({ dataDir: prepared })).stop();
});
afterAll(() => removeTemporaryFolder(prepared));
beforeEach(() => {
  dataDir = temporaryFolder();
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await removeTemporaryFolder(dataDir);
});

/** Another process of ours that uses the server of the same folder. */
interface Other {
  readonly child: ChildProcess;
  /** The next line that it prints. */
  says(): Promise<string>;
  /** Lets it stop its use of the server and end. */
  leave(): Promise<void>;
  kill(): Promise<void>;
}

const startsAndWaits = `
  import { startEmbedded } from '#platform/postgres';
  const server = await startEmbedded({ dataDir: process.argv[1] });
  console.log(server.startedHere ? 'started' : 'joined');
  process.stdin.once('data', async () => { await server.stop(); process.exit(0); });`;

const writesWithoutEnd = `
  import { connect, startEmbedded } from '#platform/postgres';
  const server = await startEmbedded({ dataDir: process.argv[1] });
  const db = connect({ connection: server.connection('migrator'), role: 'migrator' });
  await db.rows('CREATE TABLE IF NOT EXISTS note (number integer PRIMARY KEY)');
  for (let number = 1; ; number += 1) {
    await db.rows('INSERT INTO note VALUES ($1)', [number]);
    console.log(number);
  }`;

const countsForTwoSeconds = `
  import { connect, startEmbedded } from '#platform/postgres';
  const server = await startEmbedded({ dataDir: process.argv[1] });
  const db = connect({ connection: server.connection('migrator'), role: 'migrator' });
  await db.rows('SELECT 1');
  console.log('counting');
  await db.rows('SELECT sum(number) FROM generate_series(1, 20000000) AS number');`;

function other(program: string): Other {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', program, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines: Interface = createInterface({ input: child.stdout });
  const heard = lines[Symbol.asyncIterator]();
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return {
    child,
    says: async () => String((await heard.next()).value),
    leave() {
      child.stdin.write('leave\n');
      return ended;
    },
    kill() {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

/** The folder as a server left it that was started once and stopped. Making it anew for each test would take a second. */
function startedBefore(): void {
  execFileSync('cp', ['-a', join(prepared, 'postgres'), dataDir]);
}

function postmasterPid(): number {
  return Number.parseInt(readFileSync(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8'), 10);
}

async function ask<R>(server: EmbeddedServer, sql: string): Promise<R | undefined> {
  const db = connect({ connection: server.connection('migrator'), role: 'migrator', size: 1 });
  try {
    return await db.row<R>(sql);
  } finally {
    await db.close();
  }
}

/** Writes until some commits were acknowledged, and tells the last of them. */
async function acknowledged(writer: Other, atLeast: number): Promise<number> {
  for (;;) {
    const number = Number(await writer.says());
    if (number >= atLeast) return number;
  }
}

async function refusalOf(starting: Promise<EmbeddedServer>): Promise<string> {
  try {
    await (await starting).stop();
    return 'it started';
  } catch (error) {
    return String(error);
  }
}

test('what was written is there after a stop and another start', async () => {
  const first = await startEmbedded({ dataDir });
  expect(first.startedHere).toBe(true);
  await ask(first, 'CREATE TABLE kept AS SELECT 7 AS number');
  await first.stop();
  expect(existsSync(join(dataDir, 'postgres/data/postmaster.pid'))).toBe(false);
  const second = await startEmbedded({ dataDir });
  expect(await ask(second, 'SELECT number FROM kept')).toEqual({ number: 7 });
  await second.stop();
});

test('commits wait for the disk, pages carry checksums, and nobody comes in over the network', async () => {
  startedBefore();
  const server = await startEmbedded({ dataDir });
  const settings = await ask(
    server,
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commits,
            current_setting('data_checksums') AS checksums, current_setting('listen_addresses') AS addresses,
            current_setting('server_encoding') AS encoding`,
  );
  expect(settings).toEqual({ fsync: 'on', commits: 'on', checksums: 'on', addresses: '', encoding: 'UTF8' });
  await server.stop();
});

test('a program that is killed loses no acknowledged row, and the next start joins its server', async () => {
  startedBefore();
  const writer = other(writesWithoutEnd);
  const last = await acknowledged(writer, 200);
  await writer.kill();
  expect(isAlive(postmasterPid())).toBe(true);
  const server = await startEmbedded({ dataDir });
  expect(server.startedHere).toBe(false);
  const found = await ask<{ rows: number }>(server, 'SELECT count(*)::integer AS rows FROM note');
  expect(found?.rows).toBeGreaterThanOrEqual(last);
  await server.stop();
});

test('program and server killed at once lose no acknowledged row', async () => {
  startedBefore();
  const writer = other(writesWithoutEnd);
  const last = await acknowledged(writer, 200);
  process.kill(postmasterPid(), 'SIGKILL');
  await writer.kill();
  const server = await startEmbedded({ dataDir });
  expect(server.startedHere).toBe(true);
  const found = await ask<{ rows: number }>(server, 'SELECT count(*)::integer AS rows FROM note');
  expect(found?.rows).toBeGreaterThanOrEqual(last);
  await server.stop();
});

test('a server killed in the midst of a long statement is waited for, and then started', async () => {
  startedBefore();
  const busy = other(countsForTwoSeconds);
  expect(await busy.says()).toBe('counting');
  await pause(300);
  process.kill(postmasterPid(), 'SIGKILL');
  await busy.kill();
  const server = await startEmbedded({ dataDir });
  expect(server.startedHere).toBe(true);
  await server.stop();
});

test('a server that dies under a running program comes back by itself', async () => {
  startedBefore();
  const troubles: string[] = [];
  const server = await startEmbedded({ dataDir, onTrouble: ({ message }) => troubles.push(message) });
  await ask(server, 'CREATE TABLE kept AS SELECT 7 AS number');
  const dead = postmasterPid();
  process.kill(dead, 'SIGKILL');
  await expect
    .poll(() => ask(server, 'SELECT number FROM kept').catch(() => 'away'), { timeout: 20_000 })
    .toEqual({ number: 7 });
  expect(postmasterPid()).not.toBe(dead);
  expect(troubles).toEqual(['the embedded database was lost; it is started again']);
  await server.stop();
});

test('four that start at once, from nothing, share one server; the last to leave stops it', async () => {
  const all = [1, 2, 3, 4].map(() => other(startsAndWaits));
  const said = await Promise.all(all.map((one) => one.says()));
  expect(said.toSorted()).toEqual(['joined', 'joined', 'joined', 'started']);
  expect(readdirSync(join(dataDir, 'postgres')).toSorted()).toEqual(['data', 'server.log', 'socket']);
  const pid = postmasterPid();
  for (const one of all.slice(1)) await one.leave();
  expect(isAlive(pid)).toBe(true);
  await all[0]?.leave();
  expect(isAlive(pid)).toBe(false);
});

test('who joins a server and leaves again does not stop it under the others', async () => {
  startedBefore();
  const holder = other(startsAndWaits);
  expect(await holder.says()).toBe('started');
  const guest = await startEmbedded({ dataDir });
  expect(guest.startedHere).toBe(false);
  await guest.stop();
  expect(isAlive(postmasterPid())).toBe(true);
  await holder.leave();
});

test('starting while the last one stops waits for it', async () => {
  startedBefore();
  for (let round = 0; round < 5; round += 1) {
    const leaving = await startEmbedded({ dataDir });
    const [, coming] = await Promise.all([leaving.stop(), startEmbedded({ dataDir })]);
    expect(await ask(coming, 'SELECT 1 AS one')).toEqual({ one: 1 });
    await coming.stop();
  }
});

test('a start that was killed half-way leaves nothing in the way of the next', async () => {
  const starter = other(startsAndWaits);
  await expect
    .poll(() => existsSync(join(dataDir, 'postgres')) && readdirSync(join(dataDir, 'postgres')).length, {
      interval: 5,
    })
    .toBeGreaterThan(0);
  await pause(150);
  await starter.kill();
  const server = await startEmbedded({ dataDir });
  expect(await ask(server, 'SELECT 1 AS one')).toEqual({ one: 1 });
  await server.stop();
});

test('a process that got the dead server’s number does not keep the next from starting', async () => {
  startedBefore();
  const { uid, gid } = statSync(join(dataDir, 'postgres/data'));
  const stranger = spawn('sleep', ['60'], { uid, gid, stdio: 'ignore' });
  children.push(stranger);
  const pidFile = [
    stranger.pid,
    join(dataDir, 'postgres/data'),
    1,
    5432,
    join(dataDir, 'postgres/socket'),
    '',
    '',
    'ready',
  ];
  writeFileSync(join(dataDir, 'postgres/data/postmaster.pid'), `${pidFile.join('\n')}\n`);
  const server = await startEmbedded({ dataDir });
  expect(server.startedHere).toBe(true);
  await server.stop();
});

test('a socket that another server uses is told in the server’s own words', async () => {
  startedBefore();
  const neighbour = temporaryFolder();
  const living = await startEmbedded({ dataDir: neighbour });
  const pid = readFileSync(join(neighbour, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0];
  writeFileSync(
    join(dataDir, 'postgres/socket/.s.PGSQL.5432.lock'),
    `${pid}\n/elsewhere\n1\n5432\n/elsewhere\n`,
  );
  expect(await refusalOf(startEmbedded({ dataDir }))).toMatch(
    /lock file ".*\.s\.PGSQL\.5432\.lock" already exists/,
  );
  await living.stop();
  await removeTemporaryFolder(neighbour);
});

test('a configuration that the server does not understand is told in its own words, with the log’s place', async () => {
  startedBefore();
  writeFileSync(join(dataDir, 'postgres/data/postgresql.conf'), 'no_such_setting = on\n');
  const told = await refusalOf(startEmbedded({ dataDir }));
  expect(told).toContain('unrecognized configuration parameter "no_such_setting"');
  expect(told).toContain(join(dataDir, 'postgres/server.log'));
});

test('data of another PostgreSQL version is told, and not touched', async () => {
  startedBefore();
  writeFileSync(join(dataDir, 'postgres/data/PG_VERSION'), '16\n');
  expect(await refusalOf(startEmbedded({ dataDir }))).toContain(
    'made by PostgreSQL 16; this release carries 18',
  );
});

test('passwords lie where only the server’s user can read them, and without one nobody comes in', async () => {
  startedBefore();
  const server = await startEmbedded({ dataDir });
  const socket = join(dataDir, 'postgres/socket');
  const stranger = connect({ connection: { ...server.connection('app'), password: 'guessed' }, role: 'app' });
  await expect(stranger.rows('SELECT 1')).rejects.toThrow('password authentication failed');
  await stranger.close();
  const modes = [
    join(dataDir, 'postgres/data/suixing-passwords.json'),
    join(dataDir, 'postgres/data'),
    socket,
  ].map((path) => (statSync(path).mode & 0o777).toString(8));
  expect(modes).toEqual(['600', '700', '700']);
  await server.stop();
});

test('a folder whose path is too long for a socket works all the same', async () => {
  const long = join(dataDir, 'a'.repeat(120));
  mkdirSync(long);
  chmodSync(long, 0o711);
  const server = await startEmbedded({ dataDir: long });
  expect(await ask(server, 'SELECT 1 AS one')).toEqual({ one: 1 });
  await server.stop();
  await removeTemporaryFolder(long);
});

test.runIf(isRoot)(
  'where the server’s user cannot come to the folder, the data stands outside of it, and is found again',
  async () => {
    const closed = join(dataDir, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const first = await startEmbedded({ dataDir: closed });
    await ask(first, 'CREATE TABLE kept AS SELECT 7 AS number');
    await first.stop();
    const elsewhere = readFileSync(join(closed, 'postgres-stands-in.txt'), 'utf8').trim();
    expect(readFileSync(join(elsewhere, 'belongs-to.txt'), 'utf8').trim()).toBe(closed);
    chmodSync(closed, 0o711); // now it could come there, but the data stays where it is
    const second = await startEmbedded({ dataDir: closed });
    expect(await ask(second, 'SELECT number FROM kept')).toEqual({ number: 7 });
    await second.stop();
    await removeTemporaryFolder(closed);
    expect(existsSync(elsewhere)).toBe(false);
  },
);

test.runIf(isRoot)('data that belongs to somebody else is told', async () => {
  mkdirSync(join(dataDir, 'postgres'));
  chownSync(join(dataDir, 'postgres'), 54_321, 54_321);
  expect(await refusalOf(startEmbedded({ dataDir }))).toContain('belongs to the user uid 54321');
  rmSync(join(dataDir, 'postgres'), { recursive: true });
});

test.skipIf(isRoot)('a folder that this user may not write to is told', async () => {
  chmodSync(dataDir, 0o500);
  expect(await refusalOf(startEmbedded({ dataDir }))).toContain('nothing can be written there');
  chmodSync(dataDir, 0o700);
});
