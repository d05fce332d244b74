import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect, startEmbedded } from '#platform/postgres';
import { inFull } from '#platform/testing';
import { ask, embeddedFolder, type Other, startsAndWaits, writesWithoutEnd } from './embedded.testing.ts';
import { isAlive } from './postmaster.ts';

const here = embeddedFolder();

/** Writes until some commits were acknowledged, and tells the last of them. */
async function acknowledged(writer: Other, atLeast: number): Promise<number> {
  for (;;) {
    const said = await writer.says();
    const number = Number(said);
    if (!Number.isInteger(number)) throw new Error(`the writer ended with ${said}`);
    if (number >= atLeast) return number;
  }
}

test('what was written is there after a stop and another start', async () => {
  const first = await startEmbedded({ dataDir: here.dataDir });
  expect(first.startedHere).toBe(true);
  await ask(first, 'CREATE TABLE kept AS SELECT 7 AS number');
  await first.stop();
  expect(existsSync(join(here.dataDir, 'postgres/data/postmaster.pid'))).toBe(false);
  const second = await startEmbedded({ dataDir: here.dataDir });
  expect(await ask(second, 'SELECT number FROM kept')).toEqual({ number: 7 });
  await second.stop();
});

test('commits wait for the disk, pages carry checksums, and nobody comes in over the network', async () => {
  here.startedBefore();
  const server = await startEmbedded({ dataDir: here.dataDir });
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
  here.startedBefore();
  const writer = here.other(writesWithoutEnd);
  const last = await acknowledged(writer, 200);
  await writer.kill();
  expect(isAlive(here.postmasterPid())).toBe(true);
  const server = await startEmbedded({ dataDir: here.dataDir });
  expect(server.startedHere).toBe(false);
  const found = await ask<{ rows: number }>(server, 'SELECT count(*)::integer AS rows FROM note');
  expect(found?.rows).toBeGreaterThanOrEqual(last);
  await server.stop();
});

test('program and server killed at once lose no acknowledged row', async () => {
  here.startedBefore();
  const writer = here.other(writesWithoutEnd);
  const last = await acknowledged(writer, 200);
  process.kill(here.postmasterPid(), 'SIGKILL');
  await writer.kill();
  const server = await startEmbedded({ dataDir: here.dataDir });
  expect(server.startedHere).toBe(true);
  const found = await ask<{ rows: number }>(server, 'SELECT count(*)::integer AS rows FROM note');
  expect(found?.rows).toBeGreaterThanOrEqual(last);
  await server.stop();
});

test('a server that dies under a running program comes back by itself', async () => {
  here.startedBefore();
  const troubles: string[] = [];
  const server = await startEmbedded({
    dataDir: here.dataDir,
    onTrouble: ({ message }) => troubles.push(message),
  });
  await ask(server, 'CREATE TABLE kept AS SELECT 7 AS number');
  const dead = here.postmasterPid();
  process.kill(dead, 'SIGKILL');
  await expect
    .poll(() => ask(server, 'SELECT number FROM kept').catch(() => 'away'), { timeout: 20_000 })
    .toEqual({ number: 7 });
  expect(here.postmasterPid()).not.toBe(dead);
  expect(troubles).toEqual(['the embedded database was lost; it is started again']);
  await server.stop();
});

test.runIf(inFull)(
  'four that start at once, from nothing, share one server; the last to leave stops it',
  async () => {
    const all = [1, 2, 3, 4].map(() => here.other(startsAndWaits));
    const said = await Promise.all(all.map((one) => one.says()));
    expect(said.toSorted()).toEqual(['joined', 'joined', 'joined', 'started']);
    expect(readdirSync(join(here.dataDir, 'postgres')).toSorted()).toEqual(['data', 'server.log', 'socket']);
    const pid = here.postmasterPid();
    for (const one of all.slice(1)) await one.leave();
    expect(isAlive(pid)).toBe(true);
    await all[0]?.leave();
    expect(isAlive(pid)).toBe(false);
  },
);

test.runIf(inFull)('who joins a server and leaves again does not stop it under the others', async () => {
  here.startedBefore();
  const holder = here.other(startsAndWaits);
  expect(await holder.says()).toBe('started');
  const guest = await startEmbedded({ dataDir: here.dataDir });
  expect(guest.startedHere).toBe(false);
  await guest.stop();
  expect(isAlive(here.postmasterPid())).toBe(true);
  await holder.leave();
});

test('passwords lie where only the server’s user can read them, and without one nobody comes in', async () => {
  here.startedBefore();
  const server = await startEmbedded({ dataDir: here.dataDir });
  const socket = join(here.dataDir, 'postgres/socket');
  const stranger = connect({ connection: { ...server.connection('app'), password: 'guessed' }, role: 'app' });
  await expect(stranger.rows('SELECT 1')).rejects.toThrow('password authentication failed');
  await stranger.close();
  const modes = [
    join(here.dataDir, 'postgres/data/suixing-passwords.json'),
    join(here.dataDir, 'postgres/data'),
    socket,
  ].map((path) => (statSync(path).mode & 0o777).toString(8));
  expect(modes).toEqual(['600', '700', '700']);
  await server.stop();
});
