import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eraseEmbedded } from '#platform/postgres';

const mark = 'suixing-test-';

/** A folder of this process's own, which the server's user can come to as well. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), `${mark}${process.pid}-`));
  chmodSync(folder, 0o711);
  return folder;
}

export async function removeTemporaryFolder(folder: string): Promise<void> {
  await eraseEmbedded(folder);
  rmSync(folder, { recursive: true, force: true });
}

/** A run that was killed could not clean up: its servers still run. */
export async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((found) => found.startsWith(mark))) {
    const pid = Number.parseInt(name.slice(mark.length), 10);
    if (Number.isNaN(pid) || isRunning(pid)) continue;
    await removeTemporaryFolder(join(tmpdir(), name)).catch(() => undefined); // somebody else's, or in the works
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // somebody else's
  }
}
