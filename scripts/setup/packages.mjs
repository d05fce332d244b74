/** Are the packages installed as the lock file says, and installing them where they are not. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupProblem } from './problem.mjs';

/** Holds the hash of the lock file whose packages are installed. */
const markFile = join('node_modules', '.suixing-setup');

export function packagesAreCurrent(folder) {
  const hash = lockHash(folder);
  const mark = join(folder, markFile);
  if (existsSync(mark)) return readFileSync(mark, 'utf8') === hash;
  return installedByHand(folder);
}

function lockHash(folder) {
  return createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
}

/** True where somebody ran `npm ci` or `npm install` without us and every required package has its version. */
function installedByHand(folder) {
  const hidden = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '' || (optional && !present[path])) return true;
    return present[path]?.version === version;
  });
}

export function installPackages(folder) {
  refuseWhereReadOnly(folder);
  process.stderr.write('Installing packages (once, about 15 seconds) …\n');
  const { status, stderr } = runNpm(folder);
  if (status !== 0) throw new SetupProblem(explain(stderr));
  writeFileSync(join(folder, markFile), lockHash(folder));
}

function refuseWhereReadOnly(folder) {
  const modules = join(folder, 'node_modules');
  for (const path of existsSync(modules) ? [folder, modules] : [folder]) {
    try {
      accessSync(path, constants.W_OK);
    } catch {
      throw new SetupProblem(
        `its packages must be installed, but this user may not write ${path}.\n` +
          'Run `npm install` as the owner of that folder, or clone the repository into a folder of your own.',
      );
    }
  }
}

function runNpm(folder) {
  // Development packages are asked for by name: with NODE_ENV=production npm would leave them out.
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const options = { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] };
  if (npm?.endsWith('npm-cli.js')) return spawnSync(process.execPath, [npm, ...flags], options);
  return spawnSync('npm', flags, { ...options, shell: process.platform === 'win32' });
}

function explain(stderr) {
  const said = (stderr ?? '').trim().split('\n').slice(0, 20).join('\n');
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ENOTCACHED|network/.test(said);
  const why = offline
    ? 'the packages could not be fetched: the package registry is not reachable. Check the network or the proxy settings of npm, then try again.'
    : 'npm could not install the packages.';
  return `${why}\n${said || '(npm said nothing; is it on the PATH?)'}`;
}
