import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { databaseFault } from '../database-fault.ts';
import { programPath } from './binaries.ts';
import type { Place } from './place.ts';
import { isAlive } from './postmaster.ts';

/** The passwords of an embedded server's users. They lie in its data directory, for its user alone to read. */
export interface Secrets {
  readonly superuser: string;
  readonly migrator: string;
  readonly login: string;
  readonly gateway: string;
  readonly app: string;
}

export const superuserName = 'suixing_superuser';

/** Makes the data directory where there is none; says plainly where the one that is there does not fit. */
export async function prepareCluster(
  place: Place,
  { durable }: { readonly durable: boolean },
): Promise<Secrets> {
  if (!existsSync(place.data)) await makeCluster(place, durable);
  const found = readFileSync(join(place.data, 'PG_VERSION'), 'utf8').trim();
  if (found !== place.major)
    throw databaseFault('postgres.data-of-another-version', { found, expected: place.major });
  return readSecrets(place, durable);
}

/** A directory that was made before the gateway had a role of its own gets a password for it. */
function readSecrets(place: Place, durable: boolean): Secrets {
  const file = secretsFile(place.data);
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Omit<Secrets, 'gateway'> & Partial<Secrets>; // written below
  if (kept.gateway !== undefined) return { ...kept, gateway: kept.gateway };
  const secrets = { ...kept, gateway: password() };
  const draft = `${file}.${process.pid}.part`;
  writeFileSync(draft, JSON.stringify(secrets), { mode: 0o600, flush: durable });
  giveTo(place, draft);
  renameSync(draft, file);
  return secrets;
}

/**
 * Made under another name and renamed when it is whole, so that a start that was killed half-way, or two at once, leave
 * either nothing or a complete directory with its passwords.
 */
async function makeCluster(place: Place, durable: boolean): Promise<void> {
  dropDrafts(place.data);
  const draft = `${place.data}.draft-${process.pid}`;
  const secrets: Secrets = {
    superuser: password(),
    migrator: password(),
    login: password(),
    gateway: password(),
    app: password(),
  };
  try {
    mkdirSync(draft, { mode: 0o700 });
    giveTo(place, draft);
    await runInitdb(place, { draft, secret: secrets.superuser, durable });
    writeFileSync(secretsFile(draft), JSON.stringify(secrets), { mode: 0o600, flush: durable });
    giveTo(place, secretsFile(draft));
    renameSync(draft, place.data);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(place.data)) throw error; // else another start was quicker, and its directory serves as well
  }
}

interface InitdbRun {
  readonly draft: string;
  readonly secret: string;
  readonly durable: boolean;
}

async function runInitdb(place: Place, { draft, secret, durable }: InitdbRun): Promise<void> {
  const passwordFile = `${draft}.password`;
  writeFileSync(passwordFile, secret, { mode: 0o600 });
  try {
    giveTo(place, passwordFile);
    const args = [
      `--pgdata=${draft}`,
      `--username=${superuserName}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ];
    const initdb = spawn(programPath(place.programs, 'initdb'), args, {
      ...place.user,
      cwd: draft,
      env: serverEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise<number | null>((done, fail) => initdb.once('close', done).once('error', fail));
    const [words, code] = await Promise.all([text(initdb.stderr), ended]);
    if (code !== 0) throw databaseFault('postgres.cannot-start', { words: words.trim(), log: place.log });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The server's own environment: its time zone and messages do not depend on who starts it. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const own = { LC_ALL: 'C', TZ: 'UTC' };
  return process.platform === 'win32' ? { ...process.env, ...own } : { PATH: '/usr/bin:/bin', ...own };
}

/** Drafts of starts that were killed; the `initdb` of one may still be writing, then it is left to the next time. */
function dropDrafts(data: string): void {
  const mark = `${basename(data)}.draft-`;
  for (const name of readdirSync(dirname(data)).filter((found) => found.startsWith(mark))) {
    if (isAlive(Number.parseInt(name.slice(mark.length), 10))) continue;
    try {
      rmSync(join(dirname(data), name), { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // Only room is lost.
    }
  }
}

function giveTo({ user }: Place, path: string): void {
  if (user) chownSync(path, user.uid, user.gid);
}

function secretsFile(data: string): string {
  return join(data, 'suixing-passwords.json');
}

function password(): string {
  return randomBytes(24).toString('base64url');
}
