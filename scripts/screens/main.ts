/**
 * `npm run screens -- [FOLDER] [NAME…]`: writes what every page of the portal looks like, as it comes and in its named states, in both
 * languages, on a phone and at a desk, into a folder (`.suixing/screens` where none is named), and prints the list. With names, only
 * those that begin so; a demo is started where one of them is of somebody who has signed in.
 */
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { argv, cwd, stderr, stdout } from 'node:process';
import { launchBrowser } from '#platform/testing';
import { findBrowser } from '../setup/browser.mjs';
import { publicShots } from './public-pages.ts';
import { type Shot, views, writeShots } from './shot.ts';
import { signedInShots } from './signed-in.ts';

const root = dirname(dirname(import.meta.dirname));
const [given, ...names] = argv.slice(2);
const folder = resolve(cwd(), given ?? join(root, '.suixing', 'screens'));
const executable = findBrowser();

if (executable) await writeScreens(executable);
else {
  stderr.write('No Chromium, Chrome or Edge was found: npm run setup -- --for-tests\n');
  process.exitCode = 1;
}

async function writeScreens(path: string): Promise<void> {
  if (names.length === 0) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const wanted = (name: string) => names.length === 0 || names.some((start) => name.startsWith(start));
  const browser = await launchBrowser(path);
  let written = 0;
  try {
    for (const source of [publicShots, signedInShots]) {
      const { shots, close } = await source(wanted);
      written += await writeAll(shots, (shot) => writeShots(browser, { shot, folder }));
      await close();
    }
  } finally {
    await browser.close();
  }
  if (written === 0) {
    stderr.write(`No page and no state begins with ${names.join(' or ')}.\n`);
    process.exitCode = 1;
  }
}

/** Two pages side by side; one that cannot be shown is told, and the others are shown. */
async function writeAll(
  shots: readonly Shot[],
  write: (shot: Shot) => Promise<readonly string[]>,
): Promise<number> {
  const left = [...shots];
  let written = 0;
  const worker = async () => {
    for (let shot = left.shift(); shot; shot = left.shift()) {
      try {
        const files = await write(shot);
        written += files.length;
        for (const file of files) stdout.write(`${relative(cwd(), file)}\n`);
      } catch (fault) {
        stderr.write(`${shot.name}: ${fault instanceof Error ? fault.message : fault}\n`);
        process.exitCode = 1;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, views.length) }, worker));
  return written;
}
