/** A sealed stream that cannot be read on, found in the middle of it: cut off, or not as it was sealed. */
export type ChunkFault = Error & { readonly what: 'incomplete' | 'damaged'; readonly at: number };

export function chunkFault(what: ChunkFault['what'], at: number): ChunkFault {
  return Object.assign(new Error(`a sealed stream is ${what} at byte ${at}`), {
    name: 'ChunkFault',
    what,
    at,
  });
}

export function isChunkFault(error: unknown): error is ChunkFault {
  return error instanceof Error && error.name === 'ChunkFault';
}
