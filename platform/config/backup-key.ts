import { ok, type Result, refuse } from '#basics';
import type { Config } from './config.ts';
import { readKeyFile } from './key-file.ts';

/** The 32 bytes that encrypt backups: as configured, else from the key file. Never made here: a backup outlives its machine. */
export function readBackupKey(config: Pick<Config, 'backupKey' | 'backupKeyFile'>): Result<Uint8Array> {
  if (config.backupKey) return ok(config.backupKey);
  const file = config.backupKeyFile;
  if (file === null) return refuse({ code: 'config.backup-key-missing' });
  try {
    const read = readKeyFile(file);
    return 'value' in read ? ok(read.value) : unusable(file, read.wrong);
  } catch (error) {
    return unusable(file, error instanceof Error ? error.message : String(error));
  }
}

function unusable(file: string, reason: string): Result<never> {
  return refuse({ code: 'config.backup-key-unusable', figures: { file, reason } });
}
