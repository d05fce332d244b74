import { inflateSync } from 'node:zlib';

/** What a PDF of the press says of its letters: the fonts that it carries, and how many glyphs are the empty box. */
export interface PdfFacts {
  readonly fonts: readonly string[];
  readonly glyphs: number;
  readonly missing: number;
  /** How many glyphs stand on each page. */
  readonly pages: readonly number[];
  readonly created: string | null;
}

/** Reads what our own press writes, and no other PDF: fonts by name, text as two-byte glyph numbers, 0 the missing one. */
export function readPdf(pdf: Uint8Array): PdfFacts {
  const text = Buffer.from(pdf).toString('latin1');
  const fonts = [...text.matchAll(/\/BaseFont\s*\/(?:[A-Z]{6}\+)?([\w-]+)/g)].map(([, name = '']) =>
    name.replace(/-Identity-H$/, ''),
  );
  const contents = contentsOf(text).map(glyphsOf);
  const glyphs = contents.flat();
  return {
    fonts: [...new Set(fonts)].sort(),
    glyphs: glyphs.length,
    missing: glyphs.filter((glyph) => glyph === 0).length,
    pages: contents.map(({ length }) => length),
    created: /\/CreationDate\s*\(D:(\d{8})/.exec(text)?.[1] ?? null,
  };
}

function contentsOf(text: string): readonly string[] {
  const starts = [...text.matchAll(/stream\r?\n/g)].filter(
    ({ index }) => text.slice(index - 3, index) !== 'end',
  );
  return starts.flatMap(({ index, 0: word }) => {
    const body = text.slice(index + word.length, text.indexOf('endstream', index));
    try {
      const content = inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
      return /\bBT\b[\s\S]*\bET\b/.test(content) ? [content] : [];
    } catch {
      return []; // a font or a picture in another form
    }
  });
}

function glyphsOf(content: string): readonly number[] {
  const shown = [...content.matchAll(/((?:\((?:\\[\s\S]|[^\\)])*\)|[^()])*?)\s*T[Jj]\b/g)];
  const strings = shown.flatMap(([, array = '']) => [...array.matchAll(/\(((?:\\[\s\S]|[^\\)])*)\)/g)]);
  return strings.flatMap(([, escaped = '']) => {
    const bytes = Buffer.from(unescaped(escaped), 'latin1');
    return Array.from({ length: bytes.length >> 1 }, (_, at) => bytes.readUInt16BE(2 * at));
  });
}

const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(text: string): string {
  return text.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_all, octal?: string, sign?: string) =>
    octal === undefined ? (named[sign ?? ''] ?? sign ?? '') : String.fromCharCode(Number.parseInt(octal, 8)),
  );
}
