import { createInflate } from 'node:zlib';

export interface Inflated {
  readonly bytes: number;
  /** `whole`: the stream came to its end; `cut`: it broke off or is damaged; `too-much`: it went beyond `atMost`. */
  readonly end: 'whole' | 'cut' | 'too-much';
}

/** Inflates piece by piece, shows each piece to `look`, and stops where it becomes more than `atMost`. */
export async function inflate(
  parts: readonly Uint8Array[],
  { atMost, look }: { readonly atMost: number; readonly look?: (piece: Buffer) => void },
): Promise<Inflated> {
  const stream = createInflate({ chunkSize: 256 * 1024 });
  let bytes = 0;
  try {
    for await (const piece of feed(stream, parts)) {
      bytes += piece.length;
      if (bytes > atMost) return { bytes, end: 'too-much' };
      look?.(piece);
    }
    return { bytes, end: 'whole' };
  } catch {
    return { bytes, end: 'cut' }; // zlib's own words say no more
  } finally {
    stream.destroy();
  }
}

async function* feed(
  stream: ReturnType<typeof createInflate>,
  parts: readonly Uint8Array[],
): AsyncGenerator<Buffer> {
  const written = writeAll(stream, parts);
  written.catch(() => undefined); // the reading below fails with the same
  for await (const piece of stream) yield piece as Buffer; // an inflater gives Buffers
}

async function writeAll(
  stream: ReturnType<typeof createInflate>,
  parts: readonly Uint8Array[],
): Promise<void> {
  for (const part of parts) {
    for (let at = 0; at < part.length; at += 256 * 1024) {
      if (stream.destroyed) return;
      const more = stream.write(part.subarray(at, at + 256 * 1024));
      if (!more) await new Promise((resolve) => stream.once('drain', resolve).once('close', resolve));
    }
  }
  stream.end();
}
