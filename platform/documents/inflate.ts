import { Readable } from 'node:stream';
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
  const source = Readable.from(slices(parts));
  const stream = source.pipe(createInflate({ chunkSize: 256 * 1024 }));
  let bytes = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      // an inflater gives Buffers
      bytes += piece.length;
      if (bytes > atMost) return { bytes, end: 'too-much' };
      look?.(piece);
    }
    return { bytes, end: 'whole' };
  } catch {
    return { bytes, end: 'cut' }; // zlib's own words say no more
  } finally {
    source.destroy();
    stream.destroy();
  }
}

/** What is not inflated any more need not be read any more. */
function* slices(parts: readonly Uint8Array[]): Generator<Uint8Array> {
  for (const part of parts) {
    for (let at = 0; at < part.length; at += 256 * 1024) yield part.subarray(at, at + 256 * 1024);
  }
}
