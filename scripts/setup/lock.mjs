/** Lets one set-up work at a time in one checkout; a second one waits for the first. */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SetupProblem } from './problem.mjs';

const longestWaitMs = 10 * 60_000;

export async function withLock(folder, work) {
  const lock = join(folder, '.suixing', 'setup.lock');
  await acquire(lock);
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

async function acquire(lock) {
  const giveUpAt = Date.now() + longestWaitMs;
  let told = false;
  while (!tryTake(lock)) {
    if (removeIfStale(lock)) continue;
    if (Date.now() > giveUpAt)
      throw new SetupProblem(
        `another set-up has held ${lock} for ten minutes.\nEnd it, or remove that file.`,
      );
    if (!told) process.stderr.write('Another set-up is at work here; waiting for it …\n');
    told = true;
    await pause(200);
  }
}

/** The lock is made with its content in one step, so that nobody ever sees it without an owner. */
function tryTake(lock) {
  const own = `${lock}.${process.pid}`;
  try {
    mkdirSync(join(lock, '..'), { recursive: true });
    writeFileSync(own, String(process.pid));
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    if (error.code === 'EACCES' || error.code === 'EROFS')
      throw new SetupProblem(
        `something must be installed, but this user may not write ${join(lock, '..')}.\nRun \`npm install\` as the owner of the folder, or use a clone of your own.`,
      );
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** True where the owner had died and its lock is gone now. Moved aside first: of two finders only one removes it. */
function removeIfStale(lock) {
  try {
    const owner = readFileSync(lock, 'utf8');
    if (isAlive(Number(owner))) return false;
    const aside = `${lock}.stale.${process.pid}`;
    renameSync(lock, aside);
    if (readFileSync(aside, 'utf8') !== owner) linkSync(aside, lock);
    rmSync(aside, { force: true });
    return true;
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'EEXIST') return true;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
