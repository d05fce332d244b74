import type { CleanDocument } from './document.ts';
import { hidesSomething } from './hidden.ts';
import { tooManyPixels } from './limits.ts';
import { readOrientation, writeOrientation } from './orientation.ts';
import { accept, type Checked, refuseDocument } from './problem.ts';

/**
 * A JPEG without its metadata: where and when it was taken, by which camera, a small copy of the picture before it was
 * cropped. Tables and image data stay as they are, byte for byte; of EXIF only which way up it is.
 */
export function cleanJpeg(bytes: Uint8Array): Checked<CleanDocument> {
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const state: State = { held, kept: [], removed: new Set(), size: null, scans: 0, orientation: 1 };
  let at = 2;
  for (let count = 0; count < partsAtMost; count += 1) {
    while (held[at] === 0xff && held[at + 1] === 0xff) at += 1; // fill bytes
    if (at + 2 > held.length) return refuseDocument('truncated');
    const marker = held[at + 1] ?? 0;
    if (held[at] !== 0xff) return refuseDocument('malformed');
    if (marker === endOfImage) return finish(state, at + 2);
    if (at + 4 > held.length) return refuseDocument('truncated');
    const length = held.readUInt16BE(at + 2);
    if (length < 2) return refuseDocument('malformed');
    if (at + 2 + length > held.length) return refuseDocument('truncated');
    const segment = held.subarray(at, at + 2 + length);
    const wrong = takeSegment(state, marker, segment);
    if (wrong) return wrong;
    at += segment.length;
    if (marker !== startOfScan) continue;
    const end = endOfScan(held, at);
    if (end === null) return refuseDocument('truncated');
    state.kept.push(held.subarray(at, end));
    at = end;
  }
  return refuseDocument('malformed');
}

interface State {
  readonly held: Buffer;
  readonly kept: Uint8Array[];
  readonly removed: Set<string>;
  size: { readonly width: number; readonly height: number } | null;
  scans: number;
  orientation: number;
}

const partsAtMost = 4_000;
const scansAtMost = 100;
const endOfImage = 0xd9;
const startOfScan = 0xda;
/** Quantisation and Huffman tables, the restart interval. */
const tables: readonly number[] = [0xdb, 0xc4, 0xdd];
/** Baseline, extended and progressive: what every viewer opens. */
const frames: readonly number[] = [0xc0, 0xc1, 0xc2];

function takeSegment(state: State, marker: number, segment: Buffer): Checked<never> | null {
  if (frames.includes(marker)) return takeFrame(state, segment);
  if (marker === startOfScan) {
    state.scans += 1;
    if (state.size === null || state.scans > scansAtMost) return refuseDocument('malformed');
    state.kept.push(segment);
    return null;
  }
  if (tables.includes(marker)) {
    state.kept.push(segment);
    return null;
  }
  const application = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
  if (!application) return refuseDocument('malformed');
  if (hidesSomething(segment.subarray(4))) return refuseDocument('hidden-content');
  takeApplication(state, marker, segment);
  return null;
}

function takeFrame(state: State, segment: Buffer): Checked<never> | null {
  if (state.size !== null || segment.length < 10) return refuseDocument('malformed');
  const [height, width] = [segment.readUInt16BE(5), segment.readUInt16BE(7)];
  if (height === 0 || width === 0) return refuseDocument('malformed');
  if (tooManyPixels(width, height)) return refuseDocument('too-many-pixels');
  state.size = { width, height };
  state.kept.push(segment);
  return null;
}

/** Kept: the colours' meaning. Left out: everything else that programs write into a picture. */
function takeApplication(state: State, marker: number, segment: Buffer): void {
  const text = segment.toString('latin1', 4, 40);
  if (marker === 0xe0 && text.startsWith('JFIF\0') && segment.length >= 18)
    state.kept.push(withoutThumbnail(segment));
  else if (marker === 0xe2 && text.startsWith('ICC_PROFILE\0')) state.kept.push(segment);
  else if (marker === 0xee && text.startsWith('Adobe') && segment.length === 16) state.kept.push(segment);
  else if (marker === 0xe1 && text.startsWith('Exif\0')) {
    state.orientation = readOrientation(segment.subarray(10));
    state.removed.add('exif');
  } else if (marker === 0xe1) state.removed.add('xmp');
  else state.removed.add(marker === 0xfe ? 'comment' : 'application-data');
}

/** JFIF may hold a small copy of the picture after its sixteen bytes. */
function withoutThumbnail(segment: Buffer): Buffer {
  const short = Buffer.from(segment.subarray(0, 18));
  short.writeUInt16BE(16, 2);
  short.writeUInt16BE(0, 16);
  return short;
}

/** Where the image data of a scan end: at the first marker that is neither a stuffed byte nor a restart. */
function endOfScan(held: Buffer, from: number): number | null {
  for (let at = held.indexOf(0xff, from); at !== -1; at = held.indexOf(0xff, at + 1)) {
    const next = held[at + 1];
    if (next === undefined) return null;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return null;
}

function finish(state: State, end: number): Checked<CleanDocument> {
  if (state.size === null || state.scans === 0) return refuseDocument('malformed');
  const trailer = state.held.subarray(end);
  if (hidesSomething(trailer)) return refuseDocument('hidden-content');
  if (trailer.length > 0) state.removed.add('trailer');
  const pieces = [Buffer.from([0xff, 0xd8]), ...upright(state), Buffer.from([0xff, endOfImage])];
  return accept({ kind: 'jpeg', pieces, removed: [...state.removed], size: state.size });
}

/** Behind JFIF's segment, which must come first, which way up the picture is. */
function upright({ kept, orientation }: State): readonly Uint8Array[] {
  if (orientation === 1) return kept;
  const tiff = writeOrientation(orientation);
  const head = Buffer.from('\xff\xe1\0\0Exif\0\0', 'latin1');
  head.writeUInt16BE(2 + 6 + tiff.length, 2);
  const first = kept[0]?.[1] === 0xe0 ? 1 : 0;
  return [...kept.slice(0, first), head, tiff, ...kept.slice(first)];
}
