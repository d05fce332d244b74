import type { CleanDocument } from './document.ts';
import { hidesSomething } from './hidden.ts';
import { dangerIn, plainNames } from './pdf-names.ts';
import { inflateStreams, type PdfStream } from './pdf-streams.ts';
import { accept, type Checked, refuseDocument } from './problem.ts';

/**
 * A PDF that only shows pages: not encrypted, without programs, forms that send, files within it, or parts that blow up when
 * they are opened. Its bytes stay as they are. What stands in compressed object streams is looked at as well, and names
 * count however they are written (`/J#61vaScript`).
 */
export async function checkPdf(bytes: Uint8Array): Promise<Checked<CleanDocument>> {
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = held.toString('latin1');
  const end = text.lastIndexOf('%%EOF');
  if (end === -1 || !text.includes('startxref')) return refuseDocument('truncated');
  const trailer = held.subarray(end + 5);
  if (trailer.length > 1024 || hidesSomething(trailer) || isArchive(held))
    return refuseDocument('hidden-content');
  if (!/\d+[\s\0]+\d+[\s\0]+obj\b/.test(text)) return refuseDocument('malformed');
  // The whole file, also what stands within streams or comments: readers differ in what they take for an object.
  const danger = dangerIn(plainNames(text), { everywhere: true });
  if (danger) return refuseDocument(danger);
  const streams = streamsOf(text);
  if (streams === null) return refuseDocument('truncated');
  const outside = dangerIn(plainNames(outsideOf(text, streams)), { everywhere: false });
  if (outside) return refuseDocument(outside);
  const inflated = await inflateStreams(held, streams);
  if (inflated) return refuseDocument(inflated);
  return accept({ kind: 'pdf', pieces: [bytes], removed: [], size: null });
}

/** Who opens archives looks for their directory at the end, within 64 KiB, whatever the beginning says. */
function isArchive(held: Buffer): boolean {
  return held.subarray(-66_000).includes('PK\x05\x06', 0, 'latin1');
}

const streamsAtMost = 20_000;
const dictionaryAtMost = 16_384;

/** Every stream with its dictionary; null where one does not end. */
function streamsOf(text: string): readonly PdfStream[] | null {
  const streams: PdfStream[] = [];
  const begin = />>[\s\0]*stream(\r\n|\n|\r)/g;
  for (let found = begin.exec(text); found !== null; found = begin.exec(text)) {
    const from = found.index + found[0].length;
    const near = text.slice(Math.max(0, found.index - dictionaryAtMost), found.index + 2);
    const dictionary = plainNames(near.slice(Math.max(0, near.lastIndexOf(' obj'))));
    const to = endOf(text, { from, dictionary });
    if (to === -1 || streams.length === streamsAtMost) return null;
    streams.push({ dictionary, from, to });
    begin.lastIndex = to;
  }
  return streams;
}

/** By the length that it declares, where `endstream` follows it; else by the next `endstream`. */
function endOf(text: string, { from, dictionary }: Pick<PdfStream, 'from' | 'dictionary'>): number {
  const declared = /\/Length[\s\0]+(\d{1,9})(?![\s\0]+\d+[\s\0]+R)/.exec(dictionary)?.[1];
  const end = from + Number(declared ?? 0);
  if (declared !== undefined && /^[\s\0]*endstream/.test(text.slice(end, end + 16))) return end;
  return text.indexOf('endstream', from);
}

function outsideOf(text: string, streams: readonly PdfStream[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to } of streams) {
    parts.push(text.slice(at, from));
    at = to;
  }
  return [...parts, text.slice(at)].join(' ');
}
