import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Path in the repository to the text that belongs there. */
export type GeneratedFiles = Readonly<Record<string, string>>;

/** Calls the `generate…` function of every generator beside this file. */
export async function generateAll(folder: string): Promise<ReadonlyMap<string, string>> {
  const generated = new Map<string, string>();
  for (const name of generators(folder)) {
    const module: Record<string, unknown> = await import(pathToFileURL(join(folder, name)).href);
    const functions = Object.entries(module).filter(([key]) => key.startsWith('generate'));
    if (functions.length === 0) throw new Error(`scripts/docs/${name} exports no function generate…`);
    for (const [, generate] of functions) {
      if (typeof generate !== 'function') continue;
      const files: GeneratedFiles = await generate();
      for (const [path, text] of Object.entries(files)) generated.set(path, text);
    }
  }
  return generated;
}

function generators(folder: string): readonly string[] {
  const own = new Set(['main.ts', 'generate-all.ts']);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !own.has(name))
    .sort();
}
