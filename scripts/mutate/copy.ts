import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readTree } from '../check/tree.ts';

export interface Copy {
  readonly root: string;
  remove(): void;
}

/** A copy of the checkout as it stands now, with the same installed packages: what is broken there harms nobody. */
export function copyCheckout(root: string): Copy {
  const copy = mkdtempSync(join(tmpdir(), 'suixing-mutate-'));
  for (const path of readTree(root).keys()) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    copyFileSync(join(root, path), join(copy, path));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  return { root: copy, remove: () => rmSync(copy, { recursive: true, force: true }) };
}
