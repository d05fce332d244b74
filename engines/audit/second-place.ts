import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where seals stand besides the database, out of reach of whoever rules it. */
export interface SecondPlace {
  /** A folder's path or an address, without any secret. */
  readonly name: string;
  /** Writes a file whole or not at all; throws where it cannot. A file that is there is replaced. */
  put(file: string, chunks: AsyncIterable<string>): Promise<void>;
}

/** The place that the configuration names: a folder, or an address below which files are written with PUT. */
export function secondPlace(to: string, token: string | null): SecondPlace {
  return /^https?:\/\//.test(to) ? addressPlace(to, token) : folderPlace(to);
}

function folderPlace(folder: string): SecondPlace {
  return {
    name: folder,
    async put(file, chunks) {
      await mkdir(folder, { recursive: true });
      const draft = join(folder, `${file}.${process.pid}.part`);
      try {
        await writeWhole(draft, chunks);
        await rename(draft, join(folder, file));
      } finally {
        await rm(draft, { force: true });
      }
      await synced(folder);
    },
  };
}

async function writeWhole(path: string, chunks: AsyncIterable<string>): Promise<void> {
  const handle = await open(path, 'w', 0o644);
  try {
    for await (const chunk of chunks) await handle.appendFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A renamed file is there after a power failure only once its folder is on the disk. */
async function synced(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch {
    // some file systems do not open folders; there the rename must do
  } finally {
    await handle?.close();
  }
}

function addressPlace(to: string, token: string | null): SecondPlace {
  const base = new URL(to.endsWith('/') ? to : `${to}/`);
  return {
    name: `${base.origin}${base.pathname}`,
    async put(file, chunks) {
      const request = {
        method: 'PUT',
        headers: { 'Content-Type': 'text/plain', ...(token ? { Authorization: `Bearer ${token}` } : {}) },
        body: bytesOf(chunks),
        duplex: 'half',
        redirect: 'error',
        signal: AbortSignal.timeout(600_000),
      } as const;
      // Node sends an async iterable as a stream; the browser's types do not know it.
      const answer = await fetch(new URL(file, base), request as unknown as RequestInit);
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`the second place answered ${answer.status} to ${file}`);
    },
  };
}

async function* bytesOf(chunks: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield Buffer.from(chunk, 'utf8');
}
