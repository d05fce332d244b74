export { checkBackup } from './check-backup.ts';
export type { BackupProgress, BackupSummary, TableSum } from './manifest.ts';
export type { BackupSource } from './read-backup.ts';
export { backupRefusals } from './refusals.ts';
export { type Restored, type RestoreRequest, type RestoreStage, restoreBackup } from './restore-backup.ts';
export { type BackupRequest, takeBackup } from './take-backup.ts';
export { writeBackupFile } from './write-backup-file.ts';
