import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Result, refuse } from '#basics';
import type { BackupSummary } from './manifest.ts';
import { type BackupRequest, takeBackup } from './take-backup.ts';

/**
 * Backs up into a file that has its name only once it is whole and on the disk. A backup that is killed leaves at most
 * `FILE.<number>.part`, which no restore takes for a backup.
 */
export async function writeBackupFile(request: BackupRequest, file: string): Promise<Result<BackupSummary>> {
  if (existsSync(file)) return refuse({ code: 'backup.file-exists', figures: { file } });
  const draft = `${file}.${process.pid}.part`;
  try {
    const handle = await open(draft, 'w', 0o600);
    const sink = handle.createWriteStream({ flush: true, highWaterMark: 1024 * 1024 });
    try {
      const taken = await takeBackup(request, sink);
      if (taken.ok) moveIntoPlace(draft, file);
      return taken;
    } finally {
      sink.destroy();
      await handle.close();
    }
  } catch (error) {
    if (!isFileTrouble(error)) throw error;
    return refuse({ code: 'backup.unwritable-file', figures: { file, words: error.message } });
  } finally {
    rmSync(draft, { force: true });
  }
}

function moveIntoPlace(draft: string, file: string): void {
  renameSync(draft, file);
  if (process.platform === 'win32') return; // folders cannot be flushed there
  const folder = openSync(dirname(file), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/** Of the file, and not of the connection to the database. */
function isFileTrouble(error: unknown): error is NodeJS.ErrnoException {
  if (!(error instanceof Error) || !('syscall' in error)) return false;
  return ['open', 'write', 'writev', 'fsync', 'close', 'rename'].includes(String(error.syscall));
}
