import { ok, type Result } from '#basics';
import { refusing } from './backup-fault.ts';
import type { BackupProgress, BackupSummary } from './manifest.ts';
import { type BackupSource, readBackup } from './read-backup.ts';

/** Reads a whole backup without a database: that it is complete, unaltered, and what its sums say. */
export function checkBackup(
  source: BackupSource,
  onProgress: (progress: BackupProgress) => void,
): Promise<Result<BackupSummary>> {
  const looksOnly = {
    manifest: () => Promise.resolve(),
    async table(_table: unknown, pieces: AsyncIterable<Buffer>) {
      for await (const _piece of pieces);
    },
    onProgress,
  };
  return refusing(async () => ok(await readBackup(source, looksOnly)));
}
