import { spawnSync } from 'node:child_process';

/**
 * Symbolic links among the files that git keeps. One that names a folder of the machine it was made on keeps every other
 * checkout from being set up. Without git there is nothing to look at.
 */
export function symbolicLinks(root: string): readonly string[] {
  const git = spawnSync('git', ['ls-files', '-z', '--stage'], { cwd: root, encoding: 'utf8' });
  if (git.status !== 0) return [];
  return linksOf(git.stdout).map(
    (path) => `${path} is a symbolic link; keep the file itself, or leave it out`,
  );
}

/** The paths of links in what `git ls-files -z --stage` says. */
export function linksOf(staged: string): readonly string[] {
  return staged
    .split('\0')
    .filter((entry) => entry.startsWith('120000 '))
    .map((entry) => entry.slice(entry.indexOf('\t') + 1));
}
