/**
 * Installs what is missing, so that `npm start` and `npm test` work on a fresh clone: the packages, the library links of
 * the embedded PostgreSQL, and for the tests a browser. Says nothing when there is nothing to do.
 * Plain JavaScript without packages, for any Node from 20 on.
 */
import { root } from '../pinned-node.mjs';
import { ensureBrowser } from './browser.mjs';
import { execIsMissing, provideExec } from './exec.mjs';
import { withLock } from './lock.mjs';
import { installPackages, packagesAreCurrent } from './packages.mjs';
import { linkLibraries, missingLinks } from './postgres-links.mjs';
import { SetupProblem } from './problem.mjs';

try {
  if (!packagesAreCurrent(root) || missingLinks(root).length > 0 || execIsMissing(root))
    await withLock(root, () => install(root));
  if (process.argv.includes('--for-tests')) ensureBrowser();
} catch (problem) {
  if (!(problem instanceof SetupProblem)) throw problem;
  process.stderr.write(`\nSuixing cannot be set up: ${problem.message}\n`);
  process.exitCode = 1;
}

/** Looks again under the lock: another set-up may have done the work while this one waited. */
function install(folder) {
  if (!packagesAreCurrent(folder)) installPackages(folder);
  linkLibraries(folder);
  provideExec(folder);
}
