import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Connection, DatabaseRole } from '../connect.ts';
import { databaseFault } from '../database-fault.ts';
import { programPath } from './binaries.ts';
import { prepareCluster, type Secrets, serverEnvironment, superuserName } from './cluster.ts';
import { type Lease, takeLease } from './lease.ts';
import { type Place, preparePlace } from './place.ts';
import { dropStalePidFile, isAlive, type Postmaster, readPostmaster, servesData } from './postmaster.ts';
import { databaseName } from './roles.store.ts';
import { logLength, serverWords } from './server-log.ts';
import { serverArguments } from './settings.ts';

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** False for tests only: commits do not wait for the disk. */
  readonly durable?: boolean;
}

export interface EmbeddedServer {
  /** False where a server was running already and was taken over. */
  readonly startedHere: boolean;
  connection(role: DatabaseRole, database?: string): Connection;
  /** Stops the server, unless another process of ours still uses it. */
  stop(): Promise<void>;
}

const patienceMs = 60_000;

/**
 * Brings up the embedded PostgreSQL of `dataDir`, or joins the one that runs there: one that outlived a killed parent, or one
 * that another process started just now. While this process lives, a server that dies is started again.
 */
export async function startEmbedded({ dataDir, durable = true }: EmbeddedOptions): Promise<EmbeddedServer> {
  const place = preparePlace(dataDir);
  const secrets = await prepareCluster(place, { durable });
  const site: Site = { place, secrets, durable };
  let stopping = false;
  let current = await bringUp(site, revive);
  const { startedHere } = current;

  function revive(): void {
    if (!stopping)
      void bringUp(site, revive).then(
        (up) => {
          current = up;
        },
        () => undefined,
      ); // pools tell of the loss
  }

  return {
    startedHere,
    connection: (role, database) => connectionTo(site, { at: current.postmaster, role, database }),
    async stop() {
      if (stopping) return;
      stopping = true;
      if (await current.lease.release()) await shutDown(place, current.postmaster);
      await current.lease.shut();
    },
  };
}

interface Site {
  readonly place: Place;
  readonly secrets: Secrets;
  readonly durable: boolean;
}

interface Up {
  readonly lease: Lease;
  readonly postmaster: Postmaster;
  readonly startedHere: boolean;
}

async function bringUp(site: Site, onLost: () => void): Promise<Up> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const running = readPostmaster(site.place.data);
    const serves = running !== undefined && servesData(running, site.place.data);
    const joined = serves
      ? await join(site, { running, onLost })
      : await launch(site, { stale: running, onLost });
    if ('lease' in joined) return joined;
    if (Date.now() > until)
      throw databaseFault('postgres.cannot-start', { words: joined.why, log: site.place.log });
    await pause(joined.pauseMs);
  }
}

/** Not up yet; to be looked at again after a while. */
interface NotYet {
  readonly why: string;
  readonly pauseMs: number;
}

interface Join {
  readonly running: Postmaster;
  readonly onLost: () => void;
}

async function join({ place, secrets }: Site, { running, onLost }: Join): Promise<Up | NotYet> {
  if (running.status !== 'ready') return { why: `a server is ${running.status}`, pauseMs: 10 };
  try {
    const superuser = connectionTo(
      { place, secrets },
      { at: running, role: 'superuser', database: 'postgres' },
    );
    return {
      lease: await takeLease(superuser, { secrets, data: place.data, onLost }),
      postmaster: running,
      startedHere: false,
    };
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error), pauseMs: 100 };
  }
}

interface Launch {
  readonly stale: Postmaster | undefined;
  readonly onLost: () => void;
}

/** Starts a server. It outlives this process if that is killed: the next start joins it. */
async function launch(site: Site, { stale, onLost }: Launch): Promise<Up | NotYet> {
  const { place } = site;
  if (stale) dropStalePidFile(place.data);
  const from = logLength(place.log);
  const log = openSync(place.log, 'a', 0o600);
  const server = spawn(programPath(place.programs, 'postgres'), await serverArguments(place, site), {
    ...place.user,
    cwd: place.data,
    env: serverEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended: string | undefined;
  server.once('error', (error) => {
    ended = error.message;
  });
  server.once('exit', () => {
    ended ??= serverWords(place.log, from);
  });
  server.unref();
  while (ended === undefined) {
    const running = readPostmaster(place.data);
    if (running?.pid === server.pid && running?.status === 'ready') {
      const joined = await join(site, { running, onLost });
      return 'lease' in joined ? { ...joined, startedHere: true } : joined;
    }
    await pause(10);
  }
  // Another start was quicker, or the last server's children have not ended yet: both pass.
  if (/lock file "postmaster.pid"|pre-existing shared memory/.test(ended))
    return { why: ended, pauseMs: 100 };
  throw databaseFault('postgres.cannot-start', { words: ended, log: place.log });
}

interface Target {
  readonly at: Postmaster;
  readonly role: DatabaseRole;
  readonly database?: string | undefined;
}

function connectionTo(
  { secrets }: Pick<Site, 'place' | 'secrets'>,
  { at, role, database }: Target,
): Connection {
  const user = role === 'superuser' ? superuserName : `suixing_${role}`;
  return { host: at.host, port: at.port, database: database ?? databaseName, user, password: secrets[role] };
}

/** Fast shutdown: open transactions roll back, everything committed is written out. */
async function shutDown(place: Place, { pid }: Postmaster): Promise<void> {
  process.kill(pid, 'SIGINT');
  const until = Date.now() + patienceMs;
  while (isAlive(pid) && readPostmaster(place.data)?.pid === pid && Date.now() < until) await pause(10);
}
