import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Draft, FileStore, ListedFile } from './file-store.ts';

/** Files in a folder of this machine: `ab/ab12…` under the first two digits, drafts in `incoming`. Made when first needed. */
export function folderStore(folder: string): FileStore {
  const incoming = join(folder, 'incoming');
  return {
    receive: (source) => receive(source, { folder, incoming }),
    open: (name) => createReadStream(placeOf(folder, name), { highWaterMark: 64 * 1024 }),
    lengthOf: (name) => lengthOf(placeOf(folder, name)),
    remove: (name) => rm(placeOf(folder, name), { force: true }),
    list: () => listAll(folder),
    listDrafts: () => listIn(incoming, /^[0-9a-f-]{36}\.part$/),
    removeDraft: (name) => rm(join(incoming, draftName(name)), { force: true }),
  };
}

interface Folders {
  readonly folder: string;
  readonly incoming: string;
}

async function receive(source: AsyncIterable<Uint8Array>, { folder, incoming }: Folders): Promise<Draft> {
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const draft = join(incoming, `${randomUUID()}.part`);
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await open(draft, 'wx', 0o600);
  try {
    for await (const piece of source) {
      hash.update(piece);
      bytes += piece.length;
      await handle.write(piece);
    }
    await handle.sync();
    await handle.close();
  } catch (error) {
    await handle.close().catch(() => undefined); // the first fault is the one to tell
    await rm(draft, { force: true });
    throw error;
  }
  const sha256 = hash.digest('hex');
  return {
    ...{ bytes, sha256 },
    open: () => createReadStream(draft, { highWaterMark: 64 * 1024 }),
    keep: () => moveIntoPlace(draft, { folder, name: sha256 }),
    drop: () => rm(draft, { force: true }),
  };
}

/** On the disk before anybody hears of it: the bytes were flushed, and the folders that name it are. */
async function moveIntoPlace(
  draft: string,
  { folder, name }: { readonly folder: string; readonly name: string },
): Promise<string> {
  const shelf = join(folder, name.slice(0, 2));
  await mkdir(shelf, { recursive: true, mode: 0o700 });
  await rename(draft, placeOf(folder, name));
  if (process.platform === 'win32') return name; // folders cannot be flushed there
  for (const flushed of [shelf, folder]) {
    const handle = await open(flushed, 'r');
    await handle.sync().finally(() => handle.close());
  }
  return name;
}

/** A name is 64 hexadecimal digits and nothing else, so that no path can be smuggled in. */
function placeOf(folder: string, name: string): string {
  if (!/^[0-9a-f]{64}$/.test(name)) throw new Error('a stored file is named by 64 hexadecimal digits');
  return join(folder, name.slice(0, 2), name);
}

function draftName(name: string): string {
  if (!/^[0-9a-f-]{36}\.part$/.test(name)) throw new Error('a draft is named by its number');
  return name;
}

async function lengthOf(place: string): Promise<number | null> {
  try {
    return (await stat(place)).size;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function* listAll(folder: string): AsyncGenerator<ListedFile> {
  for (const shelf of await namesIn(folder)) {
    if (/^[0-9a-f]{2}$/.test(shelf)) yield* listIn(join(folder, shelf), /^[0-9a-f]{64}$/);
  }
}

async function* listIn(folder: string, pattern: RegExp): AsyncGenerator<ListedFile> {
  for (const name of await namesIn(folder)) {
    const found = pattern.test(name) ? await statOrNull(join(folder, name)) : null;
    if (found) yield { name, bytes: found.size, changedAt: found.mtime };
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    const names: string[] = [];
    for await (const { name } of await opendir(folder)) names.push(name);
    return names.sort();
  } catch (error) {
    if (isMissing(error)) return []; // nothing was ever stored
    throw error;
  }
}

async function statOrNull(place: string): Promise<{ readonly size: number; readonly mtime: Date } | null> {
  try {
    return await stat(place);
  } catch (error) {
    if (isMissing(error)) return null; // removed since it was listed
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'; // file systems fail with system errors
}
