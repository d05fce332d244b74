import { posix } from 'node:path';
import { scan } from './scan.ts';
import { type Files, lineAt } from './violation.ts';

export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** True where only types come in; nothing is loaded at run time. */
  readonly typeOnly: boolean;
}

const statement =
  /^(?:import|export)\s+(type\s+)?(?:[\w$]+\s*,?\s*)?(?:\{[^}]*\}|\*(?:\s+as\s+\w+)?)?\s*(?:from\s*)?$/;

/** What one file imports or re-exports, static and dynamic. */
export function importsOf(text: string): readonly Import[] {
  const { code, strings } = scan(text);
  return strings.flatMap(({ start, text: specifier }) => {
    const before = `\n${code.slice(Math.max(0, start - 4000), start)}`;
    const from = Math.max(before.lastIndexOf('\nimport '), before.lastIndexOf('\nexport '));
    const match = from === -1 ? null : statement.exec(before.slice(from).trimStart());
    const dynamic = /\bimport\(\s*$/.test(before);
    if (!match && !dynamic) return [];
    return [{ specifier, line: lineAt(text, start), typeOnly: Boolean(match?.[1]) }];
  });
}

const storeysOfRooms = new Set(['apps', 'business', 'engines', 'platform']);

/** The room that a file belongs to: `business/withdrawal`, `basics`; the folder whose door the others must use. */
export function roomOf(path: string, files: Files): string {
  const [storey = '', folder = '', ...rest] = path.split('/');
  if (folder === '') return '.';
  const hasFolder = rest.length > 0;
  if (storeysOfRooms.has(storey)) return hasFolder ? `${storey}/${folder}` : storey;
  return hasFolder && files.has(`${storey}/${folder}/index.ts`) ? `${storey}/${folder}` : storey;
}

/** The file that a relative or `#` specifier means, as `package.json` maps it; null for a package. */
export function fileOf(specifier: string, from: string): string | null {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  if (!specifier.startsWith('#')) return null;
  const room = specifier.slice(1);
  return room.endsWith('/public') ? `${room}.ts` : `${room}/index.ts`;
}
