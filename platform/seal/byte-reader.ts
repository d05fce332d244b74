/** Takes exact numbers of bytes from a stream whose pieces end anywhere. */
export interface ByteReader {
  /** `count` bytes; fewer only where the stream ends. */
  take(count: number): Promise<Buffer>;
  /** How many bytes were taken so far. */
  taken(): number;
}

export function byteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const pieces = source[Symbol.asyncIterator]();
  const held: Buffer[] = [];
  let size = 0;
  let taken = 0;

  async function fill(count: number): Promise<void> {
    while (size < count) {
      const next = await pieces.next();
      if (next.done) return;
      held.push(Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength));
      size += next.value.byteLength;
    }
  }

  /** The first `count` bytes of what is held, with one copy only where they lie in several pieces. */
  function cut(count: number): Buffer {
    const parts: Buffer[] = [];
    let missing = count;
    for (let first = held[0]; missing > 0 && first; first = held[0]) {
      parts.push(first.subarray(0, missing));
      if (first.length > missing) held[0] = first.subarray(missing);
      else held.shift();
      missing -= Math.min(first.length, missing);
    }
    const [only] = parts;
    return parts.length === 1 && only ? only : Buffer.concat(parts);
  }

  return {
    async take(count) {
      await fill(count);
      const bytes = cut(Math.min(count, size));
      size -= bytes.length;
      taken += bytes.length;
      return bytes;
    },
    taken: () => taken,
  };
}
