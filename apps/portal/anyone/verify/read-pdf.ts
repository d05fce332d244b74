import jsQR from 'jsqr';

/** More than any letter of ours; a file that is larger, or grows beyond it when unpacked, is not looked into. */
const bytesAtMost = 12_000_000;

/**
 * What was signed of a letter, out of its PDF: the text that lies in the file, else the code that is drawn on a page. It reads what
 * our own press writes and no other PDF, and runs nothing that a file holds. Null where there is neither.
 */
export async function codeInPdf(bytes: Uint8Array): Promise<string | null> {
  if (bytes.length > bytesAtMost) return null;
  const text = asText(bytes);
  const plain = signedIn(text);
  if (plain) return plain;
  const contents: string[] = [];
  let left = bytesAtMost;
  for (const packed of packedStreams(bytes, text)) {
    const content = asText(await unpacked(packed, left));
    left -= content.length;
    const signed = signedIn(content);
    if (signed) return signed;
    contents.push(content);
    if (left <= 0) break;
  }
  for (const content of contents) {
    const drawn = codeDrawnIn(content);
    if (drawn) return drawn;
  }
  return null;
}

/** A signed text as it stands in a file: its header begins an object. */
function signedIn(text: string): string | null {
  return /eyJ[\w-]{20,}\.[\w-]{20,}\.[\w-]{80,}/.exec(text)?.[0] ?? null;
}

/** One character a byte. */
function asText(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('');
}

function packedStreams(bytes: Uint8Array, text: string): readonly Uint8Array[] {
  return [...text.matchAll(/\/Length (\d+)\s[^>]*\/FlateDecode[^>]*>>\s*stream\r?\n/g)].map((found) => {
    const from = found.index + found[0].length;
    return bytes.subarray(from, from + Number(found[1]));
  });
}

/** As much of a stream as can be unpacked, up to so many bytes. */
async function unpacked(packed: Uint8Array, atMost: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    const stream = new Blob([Uint8Array.from(packed)])
      .stream()
      .pipeThrough(new DecompressionStream('deflate'));
    const reader = stream.getReader();
    for (let next = await reader.read(); !next.done && length < atMost; next = await reader.read()) {
      pieces.push(next.value);
      length += next.value.length;
    }
    await reader.cancel();
  } catch {
    // What is packed otherwise is no letter's page.
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

interface Run {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A code as our press draws it: dark runs of one field's height, all in one path. */
function codeDrawnIn(content: string): string | null {
  for (const path of content.split(/\bf\*?\s/)) {
    const runs = runsOf(path);
    if (runs.length < 100) continue;
    const read = readRuns(runs);
    if (read) return read;
  }
  return null;
}

const point = String.raw`(-?[\d.]+) (-?[\d.]+)`;
const box = new RegExp(String.raw`${point} m\s+${point} l\s+${point} l\s+${point} l\s+h`, 'g');

function runsOf(path: string): readonly Run[] {
  return [...path.matchAll(box)].map((found) => {
    const [xs, ys] = [
      [1, 3, 5, 7].map((at) => Number(found[at])),
      [2, 4, 6, 8].map((at) => Number(found[at])),
    ];
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  });
}

/** Draws the runs on a ground of light fields and reads them as a camera would. */
function readRuns(runs: readonly Run[]): string | null {
  const field = Math.min(...runs.map(({ height }) => height));
  const left = Math.min(...runs.map(({ x }) => x));
  const top = Math.min(...runs.map(({ y }) => y));
  const size = Math.round((Math.max(...runs.map(({ x, width }) => x + width)) - left) / field);
  if (!(field > 0) || size < 21 || size > 177) return null; // what a code can have
  const scale = 4;
  const side = (size + 8) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const { x, y, width } of runs) {
    const row = Math.round((y - top) / field) + 4;
    const from = Math.round((x - left) / field) + 4;
    const until = from + Math.round(width / field);
    for (let line = row * scale; line < (row + 1) * scale; line += 1)
      for (let dot = from * scale; dot < until * scale; dot += 1)
        pixels.fill(0, (line * side + dot) * 4, (line * side + dot) * 4 + 3);
  }
  return jsQR.default(pixels, side, side)?.data ?? null;
}
