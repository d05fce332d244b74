import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { type DatabaseFault, databaseFault } from '../database-fault.ts';
import { codeOf } from '../failures.ts';
import { type Binaries, findBinaries, programPath } from './binaries.ts';
import { canReach, canRun, type OsUser, serverUser } from './os-user.ts';

/** Where everything of one embedded server stands. */
export interface Place {
  /** bin, lib, share. */
  readonly programs: string;
  readonly major: string;
  /** The folder that all but the programs stands in. */
  readonly home: string;
  /** PGDATA. */
  readonly data: string;
  /** The directory of the Unix socket; undefined on Windows, where the server listens on 127.0.0.1. */
  readonly socket: string | undefined;
  readonly log: string;
  /** Set where the starter is root. */
  readonly user: OsUser | undefined;
}

/** The longest socket path that every system takes (macOS: 104 with its end mark), less the file's own name. */
const longestSocketFolder = 100 - '/.s.PGSQL.5432'.length;

/**
 * Everything stands under `dataDir`. Only where root starts, and the user that the server runs as cannot come there (a
 * checkout under /root), a folder of its own under /var/lib/suixing holds the data, the socket and a copy of the programs.
 */
export function preparePlace(dataDir: string): Place {
  const asked = resolve(dataDir);
  const aside = join('/var/lib/suixing', shortHash(asked));
  const binaries = findBinaries();
  const user = serverUser([asked, aside].map(dataIn));
  if (!user) return placeIn(asked, { programs: binaries.folder, binaries, user });
  makeFolder(asked, 0o711);
  const home = chooseHome({ asked, aside, user });
  if (home === aside) makeAside(aside, asked);
  const runs = canRun(user, programPath(binaries.folder, 'postgres'));
  const programs = runs ? binaries.folder : copiedPrograms(binaries, aside);
  return placeIn(home, { programs, binaries, user });
}

/** Data that exists stays where it is, whatever has become of the folders' rights; else a start would find an empty database. */
function chooseHome({ asked, aside, user }: { asked: string; aside: string; user: OsUser }): string {
  const made = [asked, aside].find((home) => existsSync(dataIn(home)));
  return made ?? (canReach(user, asked) ? asked : aside);
}

function dataIn(home: string): string {
  return join(home, 'postgres', 'data');
}

interface Parts {
  readonly programs: string;
  readonly binaries: Binaries;
  readonly user: OsUser | undefined;
}

function placeIn(home: string, { programs, binaries, user }: Parts): Place {
  const base = join(home, 'postgres');
  makeFolder(home, user ? 0o711 : 0o700);
  makeFolder(base, user ? 0o711 : 0o700);
  refuseForeign(base, user);
  refuseReadOnly(base);
  return {
    programs,
    major: binaries.major,
    home,
    data: dataIn(home),
    socket: process.platform === 'win32' ? undefined : socketFolder(base, user),
    log: join(base, 'server.log'),
    user,
  };
}

/** Beside the data where the path is short enough, else in the system's temporary folder, for this user alone. */
function socketFolder(base: string, user: OsUser | undefined): string {
  const near = join(base, 'socket');
  const folder =
    near.length <= longestSocketFolder ? near : join(shortTemporary(), `suixing-${shortHash(base)}`);
  makeFolder(folder, 0o700, user);
  refuseForeign(folder, user);
  return folder;
}

function shortTemporary(): string {
  return tmpdir().length <= longestSocketFolder - 'suixing-'.length - 13 ? tmpdir() : '/tmp';
}

function makeAside(aside: string, asked: string): void {
  makeFolder('/var/lib/suixing', 0o711);
  makeFolder(aside, 0o711);
  writeFileSync(join(aside, 'belongs-to.txt'), `${asked}\n`);
  writeFileSync(join(asked, 'postgres-stands-in.txt'), `${aside}\n`);
}

/** Copied once per version, under another name first, so that nobody ever sees half a copy. */
function copiedPrograms(binaries: Binaries, aside: string): string {
  makeFolder('/var/lib/suixing', 0o711);
  makeFolder(aside, 0o711);
  const target = join(aside, `programs-${binaries.version}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  cpSync(binaries.folder, draft, { recursive: true, verbatimSymlinks: true });
  openToAll(draft);
  try {
    renameSync(draft, target);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // another start was quicker
  }
  return target;
}

/** Lets every user read, and run what is a program; an installer's strict umask would shut the server's user out. */
function openToAll(path: string): void {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  chmodSync(path, found.isDirectory() || found.mode & 0o100 ? 0o755 : 0o644);
  if (found.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}

function makeFolder(folder: string, mode: number, user?: OsUser): void {
  if (existsSync(folder)) return;
  try {
    mkdirSync(folder, { recursive: true, mode });
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) throw shut(nearestExisting(folder));
    if (!existsSync(folder)) throw error; // another start may have been quicker
  }
  chmodSync(folder, mode); // whatever the umask says
  if (user) chownSync(folder, user.uid, user.gid);
}

/** The data of another user is not ours to open, and a socket folder that somebody laid out for us is a trap. */
function refuseForeign(folder: string, user: OsUser | undefined): void {
  if (process.platform === 'win32') return;
  const { uid } = lstatSync(folder);
  if (uid !== userInfo().uid && uid !== user?.uid) throw foreign(folder);
}

/** The server would fail on its first file, and say so in words that help nobody. */
function refuseReadOnly(folder: string): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw shut(folder);
  }
}

/** Of our own folders only the permission is missing; another user's stay theirs. */
function shut(folder: string): DatabaseFault {
  const own = process.platform === 'win32' || lstatSync(folder).uid === userInfo().uid;
  return own ? databaseFault('postgres.folder-read-only', { folder }) : foreign(folder);
}

function foreign(folder: string): DatabaseFault {
  const { uid } = lstatSync(folder);
  return databaseFault('postgres.wrong-owner', { folder, owner: uid === 0 ? 'root' : `uid ${uid}` });
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(dirname(folder));
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
