import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { exchangeKeysOf, processes } from '#apps/agency';
import { markReady } from '#apps/demo';
import type { Text } from '#basics';
import { type Restored, type RestoreStage, restoreBackup } from '#platform/backup';
import { readBackupKey, readIdentityKeys } from '#platform/config';
import { folderStore } from '#platform/files';
import { makeSeal } from '#platform/seal';
import { words } from './backup.ts';
import { backupBar } from './backup-bar.ts';
import { withDatabases } from './db.ts';
import { conclude, type ExitCode, say, show } from './frame.ts';
import { type Shell, withAgency } from './shell.ts';
import { allProofs, verifyCommand } from './verify.ts';

/** `suixing restore FILE`: fills an empty database, brings it up to date and proves it. Exit code 1 where a proof is broken. */
export async function restoreCommand(shell: Shell, file: string): Promise<ExitCode> {
  const { config } = shell;
  const key = readBackupKey(config);
  if (!key.ok) return conclude(shell, key, () => '');
  let restored: Restored | undefined;
  const code = await withDatabases({ ...shell, config }, async ({ migrator }) => {
    const bar = backupBar(shell);
    const done = await restoreBackup({
      file,
      key: key.value,
      migrator,
      identityKeys: identityKeysHere(shell),
      identityKeyFile: config.identityKeyFile,
      demo: config.mode === 'demo',
      files: folderStore(config.filesDir),
      onProgress: (stage, progress) => bar.show(progress, stages[stage]),
    });
    bar.end();
    if (!done.ok) return conclude(shell, done, () => '');
    restored = done.value;
    return 0;
  });
  if (restored === undefined) return code;
  // The city of a demo stands now, so that `npm start` does not draw another one over it.
  if (config.mode === 'demo') markReady(config.dataDir);
  return prove(shell, restored);
}

const stages: Readonly<Record<RestoreStage, Text>> = {
  checking: { zh: '检查备份', en: 'checking the backup' },
  loading: { zh: '恢复', en: 'restoring' },
};

/** Never made here: another key could not read what was sealed with the former one. */
function identityKeysHere(shell: Shell): readonly string[] {
  const keys = readIdentityKeys(shell.config, null);
  return keys.ok ? makeSeal({ keys: keys.value, random: () => new Uint8Array() }).keyIds : [];
}

async function prove(shell: Shell, restored: Restored): Promise<ExitCode> {
  if (!shell.json) shell.stdout.write(`${words(shell, restored)}\n${told(shell, restored)}\n`);
  const heard = new PassThrough();
  const frame = shell.json ? { ...shell, stdout: heard } : shell;
  const code = await withAgency(frame, (agency) =>
    verifyCommand({
      ...{ frame, database: agency.database },
      proofs: allProofs(processes, agency.files, exchangeKeysOf(agency)),
    }),
  );
  heard.end();
  if (shell.json) show(shell, { ...restored, verify: JSON.parse(await text(heard)) }, () => '');
  return code;
}

function told(shell: Shell, { migrated }: Restored): string {
  const newer = migrated.length;
  return say(shell, {
    zh:
      newer > 0
        ? `已恢复，并升级了 ${newer} 步。所有人需要重新登录。现在逐项证明：`
        : '已恢复。所有人需要重新登录。现在逐项证明：',
    en:
      newer > 0
        ? `restored, and ${newer} newer migrations applied; everybody has to log in again. Now the proofs:`
        : 'restored; everybody has to log in again. Now the proofs:',
  });
}
