import { createHash } from 'node:crypto';
import { type FileStore, putFile } from '#platform/files';
import type { ByteReader } from '#platform/seal';
import { type Frame, frame, jsonFrame, jsonOf, readFrame } from './frames.ts';

/** Filled on the way. */
export interface CopiedFiles {
  files: number;
}

/**
 * Every file that lies in the store, as it lies there. They are listed after the picture of the tables was taken, and a file is
 * on the disk before a row names it, so none that the rows name is missing; one that nobody names any more may have gone.
 */
export async function* fileFrames(
  store: Pick<FileStore, 'list' | 'open'> | undefined,
  copied: CopiedFiles,
): AsyncGenerator<Buffer> {
  if (!store) return;
  for await (const { name } of store.list()) {
    const pieces = store.open(name)[Symbol.asyncIterator]();
    const first = await pieces.next().catch(absent);
    if (!first) continue;
    yield jsonFrame('file', { name });
    for (let next = first; !next.done; next = await pieces.next()) yield frame('piece', next.value);
    copied.files += 1;
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code !== 'ENOENT') throw error;
  return null;
}

/** Reads the files, hands them to `put` where somebody wants them, and answers how many there were and what follows them. */
export async function readFiles(
  reader: ByteReader,
  put: ((pieces: AsyncIterable<Buffer>) => Promise<string>) | null,
): Promise<{ readonly files: number; readonly after: Frame }> {
  let next = await readFrame(reader);
  let files = 0;
  async function* pieces(): AsyncGenerator<Buffer> {
    for (next = await readFrame(reader); next.kind === 'piece'; next = await readFrame(reader))
      yield next.body;
  }
  for (; next.kind === 'file'; files += 1) {
    const { name } = jsonOf<{ readonly name: string }>(next, 'file');
    const found = await (put ?? hashOf)(pieces());
    if (found !== name) throw new Error(`the file ${name} is not the one that was written`);
  }
  return { files, after: next };
}

async function hashOf(pieces: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

/** Puts files back under their names, which are the hashes of their bytes. */
export function putBack(
  store: FileStore | undefined,
): ((pieces: AsyncIterable<Buffer>) => Promise<string>) | null {
  return store ? async (pieces) => (await putFile(store, pieces)).name : null;
}
