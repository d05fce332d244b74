import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from './violation.ts';

const largestBytes = 2_000_000;

/** Every text file of the checkout that git would know: tracked, or new and not ignored. */
export function readTree(root: string): Files {
  const files = new Map<string, string>();
  for (const path of listFiles(root)) {
    const stats = statSync(join(root, path), { throwIfNoEntry: false });
    if (!stats?.isFile() || stats.size > largestBytes) continue;
    const text = readFileSync(join(root, path), 'utf8');
    if (!text.includes('\0')) files.set(path, text);
  }
  return files;
}

/** Without git – in an unpacked archive, or for a user whom git does not trust with the folder – walks the folders. */
function listFiles(root: string): readonly string[] {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (git.status === 0) return git.stdout.split('\0').filter(Boolean);
  return walk(root, '');
}

function walk(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isFile()) return [path];
    const skipped = ['node_modules', '.git', '.suixing', 'coverage', 'dist'].includes(entry.name);
    return entry.isDirectory() && !skipped ? walk(root, path) : [];
  });
}
