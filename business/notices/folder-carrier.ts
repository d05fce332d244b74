import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Carrier } from './notice.ts';

/**
 * Leaves each notice as a file in a folder from which the agency's own short-message or mail gateway takes it: `<id>.json`,
 * readable by its owner only, whole from the moment it appears under its name. The gateway deletes what it has taken.
 */
export function folderCarrier(folder: string): Carrier {
  return async ({ id, ...notice }) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (!/^[\w.-]{1,200}$/.test(id)) throw new Error('a notice whose id is no name of a file');
    const draft = join(folder, `.${id}.draft`);
    await writeFile(draft, `${JSON.stringify({ id, ...notice })}\n`, { mode: 0o600 });
    await rename(draft, join(folder, `${id}.json`));
  };
}
