import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** The operating-system user that the server runs as; PostgreSQL refuses to run as root. */
export interface OsUser {
  readonly uid: number;
  readonly gid: number;
}

/** Undefined where the server simply runs as whoever starts it. */
export function serverUser(dataFolders: readonly string[]): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = dataFolders.map(ownerOf).find((found) => found !== undefined);
  return owner ?? userNamed('postgres') ?? userNamed('suixing') ?? addedUser() ?? userNamed('nobody');
}

/** Whoever made the data goes on with it, whichever users have come since. */
function ownerOf(folder: string): OsUser | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

function addedUser(): OsUser | undefined {
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'suixing'], {
    stdio: 'ignore',
  });
  return userNamed('suixing');
}

function userNamed(name: string): OsUser | undefined {
  const uid = numberFrom(['-u', name]);
  const gid = numberFrom(['-g', name]);
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

function numberFrom(args: readonly string[]): number | undefined {
  const { status, stdout } = spawnSync('id', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 && /^\d+\s*$/.test(stdout) ? Number(stdout) : undefined;
}

/** Whether that user can come to a folder (and run a program there); asked of the system itself, so ACLs count too. */
export function canReach(user: OsUser, folder: string): boolean {
  const asked = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], {
    ...user,
    cwd: '/',
    stdio: 'ignore',
  });
  return asked.status === 0;
}

export function canRun(user: OsUser, program: string): boolean {
  return spawnSync(program, ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}
