import { type Refusal, type Result, refuse } from '#basics';
import { isChunkFault } from '#platform/seal';
import type { backupRefusals } from './refusals.ts';

/** What is wrong with a backup is found in the middle of a stream, where nothing can be returned; the rooms's doors return it. */
export type BackupFault = Error & { readonly refusal: Refusal & { readonly code: BackupCode } };

export type BackupCode = keyof typeof backupRefusals;

export function backupFault(
  code: BackupCode,
  figures: Readonly<Record<string, string | number>> = {},
): BackupFault {
  return Object.assign(new Error(code), { name: 'BackupFault', refusal: { code, figures } });
}

/** Returns what `work` refused by throwing; other faults go on. */
export async function refusing<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (isBackupFault(error)) return refuse(error.refusal);
    if (isChunkFault(error)) return refuse({ code: `backup.${error.what}`, figures: { at: error.at } });
    throw error;
  }
}

function isBackupFault(error: unknown): error is BackupFault {
  return error instanceof Error && error.name === 'BackupFault';
}
