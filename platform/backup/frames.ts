import type { ByteReader } from '#platform/seal';
import { backupFault } from './backup-fault.ts';

/**
 * What a backup is inside, after decryption and decompression: the manifest; for each table its head, its rows in pieces
 * and its sum; each file with its pieces; the end. Each frame is one letter, a length and so many bytes.
 */
export type FrameKind = 'manifest' | 'table' | 'rows' | 'sum' | 'file' | 'piece' | 'end';

export interface Frame {
  readonly kind: FrameKind;
  readonly body: Buffer;
}

const letters: Readonly<Record<FrameKind, string>> = {
  manifest: 'M',
  table: 'T',
  rows: 'R',
  sum: 'S',
  file: 'F',
  piece: 'P',
  end: 'E',
};
const headLength = 5;
const bodyAtMost = 64 * 1024 * 1024;

export function frame(kind: FrameKind, body: Uint8Array): Buffer {
  const head = Buffer.alloc(headLength);
  head.write(letters[kind], 'latin1');
  head.writeUInt32BE(body.length, 1);
  return Buffer.concat([head, body]);
}

export function jsonFrame(kind: FrameKind, value: unknown): Buffer {
  return frame(kind, Buffer.from(JSON.stringify(value)));
}

export async function readFrame(reader: ByteReader): Promise<Frame> {
  const head = await reader.take(headLength);
  const kind = (Object.keys(letters) as FrameKind[]).find(
    (each) => letters[each] === head.toString('latin1', 0, 1),
  ); // its own keys
  if (head.length < headLength || kind === undefined)
    throw backupFault('backup.damaged', { at: reader.taken() });
  const length = head.readUInt32BE(1);
  const body = length > bodyAtMost ? Buffer.alloc(0) : await reader.take(length);
  if (body.length < length) throw backupFault('backup.damaged', { at: reader.taken() });
  return { kind, body };
}

/** The next frame's JSON; only what this program wrote and sealed is read here, so its shape is known. */
export async function readJson<T>(reader: ByteReader, kind: FrameKind): Promise<T> {
  return jsonOf<T>(await readFrame(reader), kind);
}

export function jsonOf<T>({ kind, body }: Frame, expected: FrameKind): T {
  if (kind !== expected) throw new Error(`a backup of this program has ${expected} here, not ${kind}`);
  return JSON.parse(body.toString('utf8')) as T; // authenticated, and written by this room
}
