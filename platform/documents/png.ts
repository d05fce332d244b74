import { crc32 } from 'node:zlib';
import type { CleanDocument } from './document.ts';
import { hidesSomething } from './hidden.ts';
import { inflate } from './inflate.ts';
import { rowBytesAtMost, tooManyPixels } from './limits.ts';
import { readOrientation, writeOrientation } from './orientation.ts';
import { accept, type Checked, refuseDocument } from './problem.ts';

/**
 * A PNG without its texts, times, profiles and whatever else programs add; what it takes to draw it stays as it is. Its rows
 * are inflated once, and thrown away, to know that they come to what its head declares and to no more.
 */
export async function cleanPng(bytes: Uint8Array): Promise<Checked<CleanDocument>> {
  const read = readChunks(bytes);
  if (!read.ok) return read;
  const { head, kept, data, removed } = read.value;
  const expected = rowBytes(head);
  if (expected > rowBytesAtMost) return refuseDocument('too-many-pixels');
  const rows = await inflate(data, { atMost: expected });
  if (rows.end === 'too-much') return refuseDocument('inflates-too-much');
  if (rows.end === 'cut' || rows.bytes < expected) return refuseDocument('truncated');
  const { width, height } = head;
  const pieces = [signature, ...kept];
  return accept({ kind: 'png', pieces, removed, size: { width, height } });
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const critical = ['IHDR', 'PLTE', 'IDAT', 'IEND'];
const harmless = ['tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'pHYs', 'bKGD'];
const chunksAtMost = 20_000;

interface Head {
  readonly width: number;
  readonly height: number;
  readonly bitsPerPixel: number;
  readonly interlaced: boolean;
}

interface Chunks {
  readonly head: Head;
  readonly kept: readonly Uint8Array[];
  readonly data: readonly Uint8Array[];
  readonly removed: readonly string[];
}

interface Chunk {
  readonly type: string;
  readonly body: Buffer;
  /** With length, type and sum. */
  readonly whole: Buffer;
}

function readChunks(bytes: Uint8Array): Checked<Chunks> {
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let head: Head | null = null;
  const kept: Uint8Array[] = [];
  const data: Uint8Array[] = [];
  const removed = new Set<string>();
  let at = signature.length;
  for (let count = 0; count < chunksAtMost; count += 1) {
    const read = readChunk(held, at);
    if (!read.ok) return read;
    const { type, body, whole } = read.value;
    at += whole.length;
    if ((type === 'IHDR') !== (head === null)) return refuseDocument('malformed'); // the first one, and only that
    if (type === 'IHDR') {
      const told = readHead(body);
      if (!told.ok) return told;
      head = told.value;
    }
    if (head === null) return refuseDocument('malformed');
    if (type === 'IDAT') data.push(body);
    if (critical.includes(type) || harmless.includes(type)) kept.push(whole);
    else if (!/^[a-z]/.test(type)) return refuseDocument('malformed');
    else if (hidesSomething(body)) return refuseDocument('hidden-content');
    else kept.push(...leaveOut(read.value, removed));
    if (type !== 'IEND') continue;
    if (data.length === 0) return refuseDocument('malformed');
    const trailer = held.subarray(at);
    if (hidesSomething(trailer)) return refuseDocument('hidden-content');
    if (trailer.length > 0) removed.add('trailer');
    return accept({ head, kept, data, removed: [...removed] });
  }
  return refuseDocument('malformed');
}

function readChunk(held: Buffer, at: number): Checked<Chunk> {
  if (at + 12 > held.length) return refuseDocument('truncated');
  const length = held.readUInt32BE(at);
  if (length > 0x7fff_ffff) return refuseDocument('malformed');
  if (at + 12 + length > held.length) return refuseDocument('truncated');
  const type = held.toString('latin1', at + 4, at + 8);
  if (!/^[A-Za-z]{4}$/.test(type)) return refuseDocument('malformed');
  const sum = held.readUInt32BE(at + 8 + length);
  if (crc32(held.subarray(at + 4, at + 8 + length)) !== sum) return refuseDocument('malformed');
  return accept({
    type,
    body: held.subarray(at + 8, at + 8 + length),
    whole: held.subarray(at, at + 12 + length),
  });
}

/** Of EXIF stays which way up the picture is, of anything else nothing. */
function leaveOut({ type, body }: Chunk, removed: Set<string>): readonly Uint8Array[] {
  removed.add(['tEXt', 'zTXt', 'iTXt'].includes(type) ? 'text' : type === 'eXIf' ? 'exif' : type);
  const orientation = type === 'eXIf' ? readOrientation(body) : 1;
  if (orientation === 1) return [];
  const tiff = writeOrientation(orientation);
  const whole = Buffer.concat([Buffer.alloc(4), Buffer.from('eXIf'), tiff, Buffer.alloc(4)]);
  whole.writeUInt32BE(tiff.length, 0);
  whole.writeUInt32BE(crc32(whole.subarray(4, -4)), whole.length - 4);
  return [whole];
}

/** Samples a pixel by colour type, and the depths that each may have. */
const colours: Readonly<Record<number, { readonly samples: number; readonly depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};

function readHead(body: Buffer): Checked<Head> {
  if (body.length !== 13) return refuseDocument('malformed');
  const [width, height, depth, colour] = [
    body.readUInt32BE(0),
    body.readUInt32BE(4),
    body[8] ?? 0,
    body[9] ?? 0,
  ];
  const known = colours[colour];
  const plain = body[10] === 0 && body[11] === 0 && (body[12] ?? 2) < 2;
  if (!known?.depths.includes(depth) || !plain || width === 0 || height === 0)
    return refuseDocument('malformed');
  if (tooManyPixels(width, height)) return refuseDocument('too-many-pixels');
  return accept({ width, height, bitsPerPixel: known.samples * depth, interlaced: body[12] === 1 });
}

/** What the rows come to, each with its filter byte; interlaced ones in seven passes. */
function rowBytes({ width, height, bitsPerPixel, interlaced }: Head): number {
  const pass = (columns: number, rows: number) =>
    columns > 0 && rows > 0 ? rows * (1 + Math.ceil((columns * bitsPerPixel) / 8)) : 0;
  if (!interlaced) return pass(width, height);
  return passes.reduce(
    (sum, [x, y, dx, dy]) => sum + pass(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)),
    0,
  );
}

const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
