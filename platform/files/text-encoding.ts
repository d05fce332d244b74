import { createHash } from 'node:crypto';
import type { FileSource } from './source.ts';

/** The encodings in which spreadsheets on Chinese computers save text: UTF-8 (with or without a mark), else GB 18030. */
export const textEncodings = ['utf-8', 'gb18030'] as const;
export type TextEncoding = (typeof textEncodings)[number];

export interface Inspection {
  readonly sha256: Uint8Array;
  readonly byteCount: number;
  /** Null where the bytes are text in neither encoding: a workbook, UTF-16, a damaged file. */
  readonly encoding: TextEncoding | null;
}

/** Reads the whole file once: its hash, and the first of the encodings that all of it is valid in. */
export async function inspectText(source: FileSource): Promise<Inspection> {
  const hash = createHash('sha256');
  const candidates = textEncodings.map((encoding) => ({
    encoding,
    decoder: new TextDecoder(encoding, { fatal: true }),
    fits: true,
  }));
  let byteCount = 0;
  let binary = false;
  for await (const chunk of source.open()) {
    hash.update(chunk);
    byteCount += chunk.length;
    binary ||= chunk.includes(0); // no text of either encoding holds a zero byte; UTF-16 and workbooks do
    for (const candidate of candidates) candidate.fits &&= decodes(candidate.decoder, chunk);
  }
  for (const candidate of candidates) candidate.fits &&= decodes(candidate.decoder);
  const encoding = binary ? undefined : candidates.find(({ fits }) => fits)?.encoding;
  return { sha256: new Uint8Array(hash.digest()), byteCount, encoding: encoding ?? null };
}

/** The file's text, piece by piece; a byte order mark is left out. */
export async function* decodeText(source: FileSource, encoding: TextEncoding): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of source.open()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function decodes(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}
