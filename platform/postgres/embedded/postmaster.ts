import { spawnSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a running server says of itself in `postmaster.pid` (PostgreSQL documentation, "Database File Layout"). */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Its socket directory, or 127.0.0.1 where it has none. */
  readonly host: string;
  readonly status: 'starting' | 'ready' | 'stopping';
}

/** Undefined where no server has left word, or it has only begun to write it. */
export function readPostmaster(data: string): Postmaster | undefined {
  const lines = pidFile(data)?.split('\n') ?? [];
  const [pid, , , port, socket, address, , status] = lines;
  if (!pid) return undefined;
  return {
    pid: Number(pid),
    port: Number(port ?? 0),
    host: socket || address || '127.0.0.1',
    status: status?.startsWith('ready') ? 'ready' : status?.startsWith('stopping') ? 'stopping' : 'starting',
  };
}

/** Whether that process is really the server of this data directory, and not one that got the number after a reboot. */
export function servesData({ pid }: Postmaster, data: string): boolean {
  if (!isAlive(pid)) return false;
  const command = commandOf(pid);
  return command === undefined || command.includes(`-D ${data} `);
}

/**
 * Puts away the lock files of a server that is gone. PostgreSQL does this itself but where the number still belongs to
 * somebody: to another process, or to the dead server that its parent has not yet taken note of.
 */
export function dropStaleLocks(
  { data, socket }: { data: string; socket: string | undefined },
  stale: Postmaster,
): void {
  if (!isKnown(stale.pid)) return;
  if (socket) dropLock(join(socket, `.s.PGSQL.${stale.port}.lock`), stale.pid);
  dropLock(join(data, 'postmaster.pid'), stale.pid);
}

/** Moved first and looked at again: another start may just have written its own. */
function dropLock(file: string, pid: number): void {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
    if (Number.parseInt(readFileSync(aside, 'utf8'), 10) !== pid) linkSync(aside, file);
  } catch {
    return; // gone already, or there is a newer one
  } finally {
    rmSync(aside, { force: true });
  }
}

/** A process that has ended, and whose parent has not yet taken note, is not alive. */
export function isAlive(pid: number): boolean {
  if (!isKnown(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function isKnown(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // there, and somebody else's
  }
}

function commandOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
  if (process.platform === 'win32') return undefined;
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
}

function pidFile(data: string): string | undefined {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8');
  } catch {
    return undefined;
  }
}
