import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The faces that letters are set in, from npm: nothing of the machine's own fonts, so that a letter looks alike everywhere. */
export const fontFiles: readonly string[] = [
  ...['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf'].map((file) => inPackage('@embedpdf/fonts-latin', file)),
  ...['NotoSansHans-Regular.otf', 'NotoSansHans-Bold.otf'].map((file) =>
    inPackage('@embedpdf/fonts-sc', file),
  ),
];

/** Every character for which one of the fonts has a shape in its regular face. */
export function coveredCharacters(fonts: readonly Uint8Array[]): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const font of fonts) for (const code of charactersOf(Buffer.from(font))) covered.add(code);
  return covered;
}

export function readFonts(): readonly Buffer[] {
  return fontFiles.map((file) => readFileSync(file));
}

/** The font's own table of characters (OpenType `cmap`, format 12), which names every character that it can draw. */
function* charactersOf(font: Buffer): Generator<number> {
  const table = tableAt(font, 'cmap');
  const maps = Array.from({ length: font.readUInt16BE(table + 2) }, (_, at) => {
    return table + font.readUInt32BE(table + 8 + 8 * at);
  });
  const map = maps.find((at) => font.readUInt16BE(at) === 12);
  if (map === undefined) throw new Error('a font of the package has no full table of characters');
  for (let group = 0; group < font.readUInt32BE(map + 12); group += 1) {
    const at = map + 16 + 12 * group;
    for (let code = font.readUInt32BE(at); code <= font.readUInt32BE(at + 4); code += 1) yield code;
  }
}

function tableAt(font: Buffer, name: string): number {
  for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16) {
    if (font.toString('latin1', entry, entry + 4) === name) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`a font of the package has no table ${name}`);
}

function inPackage(name: string, file: string): string {
  const door = createRequire(import.meta.url).resolve(name);
  return join(dirname(door), '..', 'fonts', file);
}
