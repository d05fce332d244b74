import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { shanghaiTime } from '#basics';

import { type BackupSummary, checkBackup, takeBackup, writeBackupFile } from '#platform/backup';
import { readBackupKey, readIdentityKeys } from '#platform/config';
import { folderStore } from '#platform/files';
import { makeSeal } from '#platform/seal';
import { backupBar } from './backup-bar.ts';
import { withDatabases } from './db.ts';
import { conclude, type ExitCode, say } from './frame.ts';
import type { Shell } from './shell.ts';
import { versionHere } from './version.ts';

/** `suixing backup FILE|-`: the whole database into one encrypted file, or onto standard output. */
export async function backupCommand(shell: Shell, file: string): Promise<ExitCode> {
  const { config } = shell;
  const key = readBackupKey(config);
  if (!key.ok) return conclude(shell, key, () => '');
  const identity = readIdentityKeys(config, random);
  if (!identity.ok) return conclude(shell, identity, () => '');
  const bar = backupBar(shell);
  return withDatabases({ ...shell, config }, async ({ migrator }) => {
    const request = {
      migrator,
      key: key.value,
      random,
      product: versionHere(),
      identityKeys: [...makeSeal({ keys: identity.value, random }).keyIds],
      demo: config.mode === 'demo',
      files: folderStore(config.filesDir),
      onProgress: bar.show,
    };
    const toPipe = file === '-';
    const taken = await (toPipe ? takeBackup(request, kept(shell.stdout)) : writeBackupFile(request, file));
    bar.end();
    return conclude(toPipe ? beside(shell) : shell, taken, (summary) => words(shell, summary));
  });
}

/** `suixing backup --check FILE`: whether a backup is whole and unaltered. */
export async function checkCommand(shell: Shell, file: string): Promise<ExitCode> {
  const key = readBackupKey(shell.config);
  if (!key.ok) return conclude(shell, key, () => '');
  const bar = backupBar(shell);
  const checked = await checkBackup({ file, key: key.value }, bar.show);
  bar.end();
  return conclude(shell, checked, (summary) => words(shell, summary));
}

/** What a backup holds, in a few lines. */
export function words(shell: Shell, summary: BackupSummary): string {
  const { takenAt, product, structure, key, backup, rows, bytes, tables, files } = summary;
  const size = (bytes / 1e6).toFixed(1);
  return say(shell, {
    zh: `备份完整：${tables.length} 张表，${rows} 行，${files} 个材料文件，${size} MB\n取自 ${shanghaiTime(takenAt)}（版本 ${product}，结构 ${structure}）\n备份编号 ${backup}，密钥编号 ${key}`,
    en: `the backup is whole: ${tables.length} tables, ${rows} rows, ${files} files of papers, ${size} MB\ntaken at ${shanghaiTime(takenAt)} (release ${product}, structure ${structure})\nbackup number ${backup}, key number ${key}`,
  });
}

/** Standard output carries the backup, so what there is to say goes beside it. */
function beside(shell: Shell): Shell {
  return { ...shell, stdout: shell.stderr };
}

/** A stream that is written to and left open: it is not ours to end. */
function kept(stdout: Writable): Writable {
  return new Writable({
    write(piece, _encoding, done) {
      stdout.write(piece, done);
    },
  });
}

function random(count: number): Uint8Array {
  return randomBytes(count);
}
