import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Connection, DatabaseRole } from '../connect.ts';
import { databaseFault } from '../database-fault.ts';
import { codeOf } from '../failures.ts';
import { programPath } from './binaries.ts';
import { type Secrets, serverEnvironment, superuserName } from './cluster.ts';
import { type Lease, takeLease } from './lease.ts';
import type { Place } from './place.ts';
import { dropStaleLocks, isAlive, type Postmaster, readPostmaster, servesData } from './postmaster.ts';
import { logLength, serverWords } from './server-log.ts';
import { serverArguments } from './settings.ts';

export interface Site {
  readonly place: Place;
  readonly secrets: Secrets;
  readonly durable: boolean;
  readonly database: string;
}

/** A server that runs, and our lease on it. */
export interface Up {
  readonly lease: Lease;
  readonly postmaster: Postmaster;
  readonly startedHere: boolean;
}

/** Not up yet; to be looked at again after a while. */
interface NotYet {
  readonly why: string;
  readonly pauseMs: number;
}

const patienceMs = 60_000;

/** Joins the server that runs, else starts one, until there is one; a fault in the server's own words where there will be none. */
export async function bringUp(site: Site, onLost: () => void): Promise<Up> {
  const { data, log } = site.place;
  const until = Date.now() + patienceMs;
  for (;;) {
    const found = readPostmaster(data);
    const runs = found !== undefined && servesData(found, data);
    const up = runs
      ? await join(site, { running: found, onLost })
      : await launch(site, { stale: found, onLost });
    if ('lease' in up) return up;
    if (Date.now() > until) throw databaseFault('postgres.cannot-start', { words: up.why, log });
    await pause(up.pauseMs);
  }
}

interface Join {
  readonly running: Postmaster;
  readonly onLost: () => void;
}

async function join(site: Site, { running, onLost }: Join): Promise<Up | NotYet> {
  if (running.status !== 'ready') return { why: `a server is ${running.status}`, pauseMs: 10 };
  const { place, secrets, database } = site;
  const superuser = connectionTo(site, { at: running, role: 'superuser', database: 'postgres' });
  try {
    const lease = await takeLease(superuser, { secrets, database, data: place.data, onLost });
    return { lease, postmaster: running, startedHere: false };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (codeOf(error).startsWith('28'))
      throw databaseFault('postgres.cannot-connect', { role: 'superuser', words });
    return { why: words, pauseMs: 100 };
  }
}

interface Launch {
  readonly stale: Postmaster | undefined;
  readonly onLost: () => void;
}

async function launch(site: Site, { stale, onLost }: Launch): Promise<Up | NotYet> {
  const { place, durable } = site;
  if (stale) dropStaleLocks(place, stale);
  const from = logLength(place.log);
  const server = spawnServer(place, await serverArguments(place, { durable, lastPort: stale?.port }));
  let ended = false;
  let notEvenStarted: string | undefined;
  server.once('exit', () => {
    ended = true;
  });
  server.once('error', ({ message }) => {
    notEvenStarted = message;
  });
  while (!ended && notEvenStarted === undefined) {
    const running = readPostmaster(place.data);
    if (running?.pid === server.pid && running?.status === 'ready') {
      const up = await join(site, { running, onLost });
      return 'lease' in up ? { ...up, startedHere: true } : up;
    }
    await pause(10);
  }
  const words = notEvenStarted ?? serverWords(place.log, from);
  // Another start was quicker, or the last server's children have not ended yet: both pass.
  if (/lock file "postmaster.pid"|pre-existing shared memory/.test(words))
    return { why: words, pauseMs: 100 };
  throw databaseFault('postgres.cannot-start', { words, log: place.log });
}

/** In a process group of its own: a Ctrl-C in the terminal is for us, and a server outlives a parent that is killed. */
function spawnServer(place: Place, args: readonly string[]): ChildProcess {
  const log = openSync(place.log, 'a', 0o600);
  const server = spawn(programPath(place.programs, 'postgres'), args, {
    ...place.user,
    cwd: place.data,
    env: serverEnvironment(),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  server.unref();
  return server;
}

interface Target {
  readonly at: Postmaster;
  readonly role: DatabaseRole;
  readonly database?: string | undefined;
}

export function connectionTo(
  { secrets, database: own }: Pick<Site, 'secrets' | 'database'>,
  { at, role, database = own }: Target,
): Connection {
  const user = role === 'superuser' ? superuserName : `suixing_${role}`;
  return { host: at.host, port: at.port, database, user, password: secrets[role] };
}

/** Fast shutdown: open transactions roll back, everything committed is written out. */
export async function shutDown({ data, programs }: Place, { pid }: Postmaster): Promise<void> {
  if (process.platform === 'win32') {
    spawnSync(programPath(programs, 'pg_ctl'), ['stop', '-D', data, '-m', 'fast', '-w'], {
      windowsHide: true,
    });
    return;
  }
  if (isAlive(pid)) process.kill(pid, 'SIGINT');
  const until = Date.now() + patienceMs;
  while (isAlive(pid) && readPostmaster(data)?.pid === pid && Date.now() < until) await pause(10);
}
