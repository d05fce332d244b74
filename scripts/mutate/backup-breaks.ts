import type { Break } from './break.ts';

const tests = ['platform/backup/backup.db.test.ts'];

/** Guards of backups, and of databases that are being restored. */
export const backupBreaks: readonly Break[] = [
  {
    name: 'backup-picture',
    guard: 'A backup is one picture of the database, whoever writes meanwhile',
    file: 'platform/postgres/in-transaction.ts',
    find: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
    replace: 'BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY',
    tests,
  },
  {
    name: 'backup-order',
    guard: 'Chunks of a backup that changed places are found',
    file: 'platform/seal/sealed-chunks.ts',
    find: 'nonce.writeUIntBE(number, 5, 6);',
    replace: 'nonce.writeUIntBE(Math.min(number, 0), 5, 6);',
    tests: ['platform/seal/sealed-chunks.test.ts'],
  },
  {
    name: 'backup-cut',
    guard: 'A backup whose end was cut off is found',
    file: 'platform/seal/sealed-chunks.ts',
    find: 'nonce[11] = last ? 1 : 0;',
    replace: 'nonce[11] = last ? 1 : 1;',
    tests: ['platform/seal/sealed-chunks.test.ts'],
  },
  {
    name: 'backup-head',
    guard: 'The open head of a backup cannot be altered',
    file: 'platform/backup/backup-keys.ts',
    find: 'update(head)',
    replace: 'update(head.subarray(0, 8))',
    tests,
  },
  {
    name: 'backup-sessions',
    guard: 'No session comes back with a backup',
    file: 'platform/backup/table-order.ts',
    find: '/; not in backups\\b/',
    replace: '/; never in backups\\b/',
    tests,
  },
  {
    name: 'backup-transactions',
    guard: 'Numbers of another server’s transactions come before all of this one’s',
    file: 'platform/backup/tables.store.ts',
    find: 'lowered(column, lower)',
    replace: 'quoted(column)',
    tests,
  },
  {
    name: 'backup-overwrites',
    guard: 'No backup overwrites another',
    file: 'platform/backup/write-backup-file.ts',
    find: 'if (existsSync(file))',
    replace: "if (file === '')",
    tests,
  },
  {
    name: 'restore-empty',
    guard: 'A restore never touches a database that holds something',
    file: 'platform/postgres/restore-mark.ts',
    find: 'if (await hasTables(reader)) return null;',
    replace: '',
    tests,
  },
  {
    name: 'restore-half',
    guard: 'Nobody uses a database that was restored half-way',
    file: 'platform/postgres/migrate.ts',
    find: 'if (await isMarked(reader))',
    replace: 'if ((await isMarked(reader)) && reader === null)',
    tests,
  },
  {
    name: 'restore-keys',
    guard: 'A backup is not restored where its identity numbers could not be read',
    file: 'platform/backup/restore-backup.ts',
    find: '!request.identityKeys.includes(key)',
    replace: '!request.identityKeys.includes(key) && false',
    tests,
  },
];
