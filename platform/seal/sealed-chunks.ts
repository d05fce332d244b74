import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { ByteReader } from './byte-reader.ts';
import { chunkFault } from './chunk-fault.ts';

/**
 * A stream as chunks of 64 KiB, each sealed with AES-256-GCM under a key that belongs to this one stream. A chunk's number
 * and whether it is the last are in its nonce, so a chunk that was altered, moved, repeated, left out or cut off is found
 * (the STREAM construction: Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
 */
const chunkLength = 64 * 1024;
const tagLength = 16;
const algorithm = 'aes-256-gcm';

export async function* sealChunks(
  source: AsyncIterable<Uint8Array>,
  fileKey: Uint8Array,
): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let size = 0;
  let number = 0;
  for await (const piece of source) {
    held.push(piece);
    size += piece.length;
    if (size <= chunkLength) continue;
    let rest = Buffer.concat(held);
    for (; rest.length > chunkLength; rest = rest.subarray(chunkLength)) {
      yield sealChunk(fileKey, { number, last: false, text: rest.subarray(0, chunkLength) });
      number += 1;
    }
    held = [rest];
    size = rest.length;
  }
  yield sealChunk(fileKey, { number, last: true, text: Buffer.concat(held) });
}

/** Gives only what is authentic, in order; throws before the first byte that is not. */
export async function* openChunks(reader: ByteReader, fileKey: Uint8Array): AsyncGenerator<Buffer> {
  let sealed = await reader.take(chunkLength + tagLength);
  for (let number = 0; ; number += 1) {
    const at = reader.taken() - sealed.length;
    const next = await reader.take(chunkLength + tagLength);
    const last = next.length === 0;
    const text = openChunk(fileKey, { number, last, text: sealed });
    if (text === null) throw whatIsWrong(fileKey, { number, last, sealed, at });
    yield text;
    if (last) return;
    sealed = next;
  }
}

interface Suspect {
  readonly number: number;
  readonly last: boolean;
  readonly sealed: Buffer;
  readonly at: number;
}

/**
 * A file that was cut between two chunks ends with one that was not made as the last. Where the last one is short and does
 * not open, it may have been cut or altered: that cannot be told apart.
 */
function whatIsWrong(fileKey: Uint8Array, { number, last, sealed, at }: Suspect): Error {
  const cut =
    last && (sealed.length < tagLength || openChunk(fileKey, { number, last: false, text: sealed }) !== null);
  return chunkFault(cut ? 'incomplete' : 'damaged', cut ? at + sealed.length : at);
}

interface Chunk {
  readonly number: number;
  readonly last: boolean;
  readonly text: Buffer;
}

function sealChunk(fileKey: Uint8Array, chunk: Chunk): Buffer {
  const cipher = createCipheriv(algorithm, fileKey, nonceOf(chunk), { authTagLength: tagLength });
  return Buffer.concat([cipher.update(chunk.text), cipher.final(), cipher.getAuthTag()]);
}

function openChunk(fileKey: Uint8Array, chunk: Chunk): Buffer | null {
  if (chunk.text.length < tagLength) return null;
  const decipher = createDecipheriv(algorithm, fileKey, nonceOf(chunk), { authTagLength: tagLength });
  decipher.setAuthTag(chunk.text.subarray(-tagLength));
  const text = decipher.update(chunk.text.subarray(0, -tagLength));
  try {
    return Buffer.concat([text, decipher.final()]);
  } catch {
    return null; // the tag does not fit; Node's own words say no more
  }
}

/** Never twice under one key: the number grows, and the key is the stream's own. */
function nonceOf({ number, last }: Pick<Chunk, 'number' | 'last'>): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}
