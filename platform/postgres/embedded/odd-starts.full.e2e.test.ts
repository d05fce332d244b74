/** Starts of the embedded database that seldom happen; they take their time: `npm run e2e`. */
import { spawn } from 'node:child_process';
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
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type EmbeddedServer, startEmbedded } from '#platform/postgres';
import { removeTemporaryFolder, temporaryFolder } from '#platform/testing';
import { ask, countsForTwoSeconds, embeddedFolder, startsAndWaits } from './embedded.testing.ts';

const isRoot = process.getuid?.() === 0;
const here = embeddedFolder();

async function refusalOf(starting: Promise<EmbeddedServer>): Promise<string> {
  try {
    await (await starting).stop();
    return 'it started';
  } catch (error) {
    return String(error);
  }
}

test('a server killed in the midst of a long statement is waited for, and then started', async () => {
  here.startedBefore();
  const busy = here.other(countsForTwoSeconds);
  expect(await busy.says()).toBe('counting');
  await pause(300);
  process.kill(here.postmasterPid(), 'SIGKILL');
  await busy.kill();
  const server = await startEmbedded({ dataDir: here.dataDir });
  expect(server.startedHere).toBe(true);
  await server.stop();
});

test('starting while the last one stops waits for it', async () => {
  here.startedBefore();
  for (let round = 0; round < 5; round += 1) {
    const leaving = await startEmbedded({ dataDir: here.dataDir });
    const [, coming] = await Promise.all([leaving.stop(), startEmbedded({ dataDir: here.dataDir })]);
    expect(await ask(coming, 'SELECT 1 AS one')).toEqual({ one: 1 });
    await coming.stop();
  }
});

test('a start that was killed half-way leaves nothing in the way of the next', async () => {
  const starter = here.other(startsAndWaits);
  await expect
    .poll(
      () => existsSync(join(here.dataDir, 'postgres')) && readdirSync(join(here.dataDir, 'postgres')).length,
      { interval: 5, timeout: 30_000 }, // a process takes its time to begin on a busy machine
    )
    .toBeGreaterThan(0);
  await pause(150);
  await starter.kill();
  const server = await startEmbedded({ dataDir: here.dataDir });
  expect(await ask(server, 'SELECT 1 AS one')).toEqual({ one: 1 });
  await server.stop();
});

test('a process that got the dead server’s number does not keep the next from starting', async () => {
  here.startedBefore();
  const { uid, gid } = statSync(join(here.dataDir, 'postgres/data'));
  const stranger = spawn('sleep', ['60'], { uid, gid, stdio: 'ignore' });
  here.children.push(stranger);
  const pidFile = [
    stranger.pid,
    join(here.dataDir, 'postgres/data'),
    1,
    5432,
    join(here.dataDir, 'postgres/socket'),
    '',
    '',
    'ready',
  ];
  writeFileSync(join(here.dataDir, 'postgres/data/postmaster.pid'), `${pidFile.join('\n')}\n`);
  const server = await startEmbedded({ dataDir: here.dataDir });
  expect(server.startedHere).toBe(true);
  await server.stop();
});

test('a socket that another server uses is told in the server’s own words', async () => {
  here.startedBefore();
  const neighbour = temporaryFolder();
  const living = await startEmbedded({ dataDir: neighbour });
  const pid = readFileSync(join(neighbour, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0];
  writeFileSync(
    join(here.dataDir, 'postgres/socket/.s.PGSQL.5432.lock'),
    `${pid}\n/elsewhere\n1\n5432\n/elsewhere\n`,
  );
  expect(await refusalOf(startEmbedded({ dataDir: here.dataDir }))).toMatch(
    /lock file ".*\.s\.PGSQL\.5432\.lock" already exists/,
  );
  await living.stop();
  await removeTemporaryFolder(neighbour);
});

test('a configuration that the server does not understand is told in its own words, with the log’s place', async () => {
  here.startedBefore();
  writeFileSync(join(here.dataDir, 'postgres/data/postgresql.conf'), 'no_such_setting = on\n');
  const told = await refusalOf(startEmbedded({ dataDir: here.dataDir }));
  expect(told).toContain('unrecognized configuration parameter "no_such_setting"');
  expect(told).toContain(join(here.dataDir, 'postgres/server.log'));
});

test('data of another PostgreSQL version is told, and not touched', async () => {
  here.startedBefore();
  writeFileSync(join(here.dataDir, 'postgres/data/PG_VERSION'), '16\n');
  expect(await refusalOf(startEmbedded({ dataDir: here.dataDir }))).toContain(
    'made by PostgreSQL 16; this release carries 18',
  );
});

test('a folder whose path is too long for a socket works all the same', async () => {
  const long = join(here.dataDir, 'a'.repeat(120));
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
    const closed = join(here.dataDir, 'closed');
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
  mkdirSync(join(here.dataDir, 'postgres'));
  chownSync(join(here.dataDir, 'postgres'), 54_321, 54_321);
  expect(await refusalOf(startEmbedded({ dataDir: here.dataDir }))).toContain(
    'belongs to the user uid 54321',
  );
  rmSync(join(here.dataDir, 'postgres'), { recursive: true });
});

test.skipIf(isRoot)('a folder that this user may not write to is told', async () => {
  chmodSync(here.dataDir, 0o500);
  expect(await refusalOf(startEmbedded({ dataDir: here.dataDir }))).toContain('nothing can be written there');
  chmodSync(here.dataDir, 0o700);
});
