/**
 * `npm run docs` writes every file under docs/ (and `.env.example`) that is made from the code; `-- --check` only tells which
 * of them are stale. Each `scripts/docs/<name>.ts` exports one function `generate…` that gives its files.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateAll } from './generate-all.ts';

const root = dirname(dirname(import.meta.dirname));
const checkOnly = process.argv.includes('--check');

const stale = [...(await generateAll(import.meta.dirname))].filter(([path, text]) => current(path) !== text);
for (const [path, text] of stale) {
  process.stdout.write(checkOnly ? `${path} is stale; run \`npm run docs\`\n` : `wrote ${path}\n`);
  if (!checkOnly) write(path, text);
}
if (checkOnly && stale.length > 0) process.exitCode = 1;

function current(path: string): string | null {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return null;
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
