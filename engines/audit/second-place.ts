import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where seals stand besides the database, out of reach of whoever rules it. */
export interface SecondPlace {
  /** A folder's path or an address, without any secret. */
  readonly name: string;
  /** What stands there under a name; null where there is nothing, or the place does not tell. */
  held(file: string): Promise<string | null>;
  /** Writes a file whole or not at all; throws where it cannot. */
  put(file: string, chunks: AsyncIterable<string>): Promise<void>;
}

/** The place that the configuration names: a folder, or an address below which files are written with PUT. */
export function secondPlace(to: string, token: string | null): SecondPlace {
  return /^https?:\/\//.test(to) ? addressPlace(to, token) : folderPlace(to);
}

function folderPlace(folder: string): SecondPlace {
  return {
    name: folder,
    async held(file) {
      try {
        return await readFile(join(folder, file), 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null; // node:fs rejects with system errors
        throw error;
      }
    },
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
  const credentials: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {};
  return {
    name: `${base.origin}${base.pathname}`,
    async held(file) {
      const answer = await fetch(new URL(file, base), {
        headers: credentials,
        redirect: 'error',
        signal: soon(),
      });
      if (answer.ok) return answer.text();
      await answer.body?.cancel();
      return null; // it may well let nobody read
    },
    async put(file, chunks) {
      const request = {
        method: 'PUT',
        headers: { 'Content-Type': 'text/plain', ...credentials },
        body: bytesOf(chunks),
        duplex: 'half',
        redirect: 'error',
        signal: soon(),
      } as const;
      // Node sends an async iterable as a stream; the browser's types do not know it.
      const answer = await fetch(new URL(file, base), request as unknown as RequestInit);
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`the second place answered ${answer.status} to ${file}`);
    },
  };
}

/** A first seal over a whole register is large; more than ten minutes is a place that hangs. */
function soon(): AbortSignal {
  return AbortSignal.timeout(600_000);
}

async function* bytesOf(chunks: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield Buffer.from(chunk, 'utf8');
}
