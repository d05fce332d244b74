import { ok, type Result } from '#basics';
import type { FileStore } from '#platform/files';
import {
  beginRestore,
  type Database,
  endRestore,
  inTransaction,
  isRestored,
  lockRestore,
  migrate,
  readMigrations,
  rowsRestored,
  shippedMigrations,
  type Tx,
} from '#platform/postgres';
import { type BackupCode, backupFault, refusing } from './backup-fault.ts';
import { putBack } from './file-frames.ts';
import type { BackupProgress, BackupSummary, Manifest } from './manifest.ts';
import { type BackupSource, readBackup } from './read-backup.ts';
import { backupRule } from './table-order.ts';
import {
  callRebuild,
  emptyTables,
  gatherFigures,
  loadRows,
  storedTables,
  writeAlike,
} from './tables.store.ts';

export interface RestoreRequest extends BackupSource {
  /** Owns the database, which must be empty. */
  readonly migrator: Database;
  /** Numbers of the identity keys that are configured here, and where another would be put. */
  readonly identityKeys: readonly string[];
  readonly identityKeyFile: string;
  readonly demo: boolean;
  /** Where the files of papers are put; they are left out where there is no place for them. */
  readonly files?: FileStore;
  /** Another folder of migrations than this release's own; for tests. */
  readonly folder?: string;
  readonly onProgress: (step: RestoreStage, progress: BackupProgress) => void;
}

export type RestoreStage = 'checking' | 'loading';

export interface Restored extends BackupSummary {
  /** Migrations that came after those of the backup. */
  readonly migrated: readonly string[];
}

/**
 * Restores a backup into an empty database. The whole file is checked before anything is touched; all rows come in one
 * transaction; until the last step nobody else can use the database. Cut short anywhere, the same call goes on or begins
 * anew. A backup of an older release is brought up to this release's structure.
 */
export function restoreBackup(request: RestoreRequest): Promise<Result<Restored>> {
  return refusing(async () => {
    const { summary, manifest } = await check(request);
    await refuseUnfit(request, manifest);
    const mark = await beginRestore(request.migrator, summary.backup);
    if (mark === null) throw backupFault(await whyNotEmpty(request, summary));
    if (mark.backup !== summary.backup) throw backupFault('backup.other-restore', { found: mark.backup });
    const migrated = await fill(request, manifest);
    return ok({ ...summary, migrated });
  });
}

/** A restore that was killed after its last step is complete, and whoever asks again is told so. */
async function whyNotEmpty({ migrator }: RestoreRequest, { backup }: BackupSummary): Promise<BackupCode> {
  return (await isRestored(migrator, backup)) ? 'backup.restored-already' : 'backup.not-empty';
}

async function check(
  request: RestoreRequest,
): Promise<{ readonly summary: BackupSummary; readonly manifest: Manifest }> {
  let manifest: Manifest | undefined;
  const summary = await readBackup(request, {
    async manifest(told) {
      manifest = told;
      await refuseUnfit(request, told);
    },
    async table(_table, pieces) {
      for await (const _piece of pieces);
    },
    onProgress: (progress) => request.onProgress('checking', progress),
  });
  if (!manifest) throw new Error('a backup begins with its manifest');
  return { summary, manifest };
}

/** Where this release, these keys or this kind of agency cannot take the backup, nothing is begun. */
async function refuseUnfit(request: RestoreRequest, manifest: Manifest): Promise<void> {
  const files = await readMigrations(request.folder ?? shippedMigrations);
  const known = new Map(files.map((file) => [file.number, file]));
  for (const { number, name, checksum } of manifest.migrations) {
    const file = known.get(number);
    if (!file) throw backupFault('backup.newer', { product: manifest.product });
    if (file.checksum !== checksum) throw backupFault('backup.other-history', { name });
  }
  if (manifest.demo !== request.demo) throw backupFault('backup.demo-and-real');
  const missing = manifest.identityKeys.filter((key) => !request.identityKeys.includes(key));
  if (missing.length > 0)
    throw backupFault('backup.identity-key-missing', {
      keys: missing.join(', '),
      file: request.identityKeyFile,
    });
}

async function fill(request: RestoreRequest, manifest: Manifest): Promise<readonly string[]> {
  const { migrator } = request;
  const folder = request.folder ?? shippedMigrations;
  const upTo = manifest.migrations.at(-1)?.number ?? 0;
  await migrate(migrator, { folder, restoring: true, upTo });
  await inTransaction(migrator, async (tx) => {
    // Another restore of the same backup may have loaded them while this one waited.
    if ((await lockRestore(tx)) === 'structure') await load(request, tx);
    return ok(undefined);
  });
  const { applied } = await migrate(migrator, { folder, restoring: true });
  await finish(migrator);
  return applied;
}

async function load(request: RestoreRequest, tx: Tx): Promise<void> {
  await writeAlike(tx);
  await emptyTables(tx, await storedTables(tx));
  await readBackup(request, {
    manifest: () => Promise.resolve(),
    async table(table, pieces) {
      await loadRows(tx, { table, pieces });
    },
    file: putBack(request.files),
    onProgress: (progress) => request.onProgress('loading', progress),
  });
  await rowsRestored(tx);
}

/** What follows from the rows is made anew; then everybody may come in. Once: whoever waited finds nothing left to do. */
async function finish(migrator: Database): Promise<void> {
  await inTransaction(migrator, async (tx) => {
    if ((await lockRestore(tx)) === undefined) return ok(undefined);
    const tables = await storedTables(tx);
    const rebuilds = tables.flatMap(({ comment }) => backupRule(comment).rebuiltBy ?? []);
    for (const name of new Set(rebuilds)) await callRebuild(tx, name);
    await gatherFigures(tx, tables);
    await endRestore(tx);
    return ok(undefined);
  });
}
