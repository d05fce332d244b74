/**
 * Finds a Chromium for the tests that use a real browser; on Debian and Ubuntu, as root, installs one. Its headless shell comes first: the
 * same engine without windows, menus and extensions, with which a journey takes two thirds of the time.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupProblem } from './problem.mjs';

const names = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
  'chrome',
];

const usualPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of a Chromium-like browser, or null. SUIXING_CHROMIUM, where given, is the only candidate. */
export function findBrowser(env = process.env) {
  if (env.SUIXING_CHROMIUM) return runnable(env.SUIXING_CHROMIUM) ? env.SUIXING_CHROMIUM : null;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  return [...onPath, ...usualPlaces].find(runnable) ?? null;
}

export function ensureBrowser() {
  if (findBrowser()) return;
  if (process.env.SUIXING_CHROMIUM)
    throw new SetupProblem(
      `SUIXING_CHROMIUM names ${process.env.SUIXING_CHROMIUM}, which is no program that can be run.`,
    );
  if (!existsSync('/usr/bin/apt-get')) throw new SetupProblem(`${needed}\n${howElsewhere()}`);
  if (process.getuid?.() !== 0)
    throw new SetupProblem(
      `${needed}\nRun: sudo apt-get update && sudo apt-get install --no-install-recommends chromium`,
    );
  installOnDebian();
  if (!findBrowser())
    throw new SetupProblem(`${needed}\nThe package chromium was installed, but brought no browser.`);
}

const needed = 'some tests use a real browser, and no Chromium, Chrome or Edge was found.';

function howElsewhere() {
  if (process.platform === 'darwin') return 'Run: brew install --cask chromium';
  if (process.platform === 'win32') return 'Install Microsoft Edge or Google Chrome.';
  return "Install your system's package `chromium`, or name a browser in SUIXING_CHROMIUM.";
}

function installOnDebian() {
  process.stderr.write('Installing chromium for the browser tests (once, about a minute) …\n');
  insistOn(['update', '-qq']);
  // Older releases have the whole browser only.
  if (apt(install('chromium-headless-shell')).status !== 0) insistOn(install('chromium'));
}

function install(name) {
  return ['install', '-y', '-qq', '--no-install-recommends', name];
}

function insistOn(args) {
  const { status, stderr } = apt(args);
  if (status === 0) return;
  throw new SetupProblem(`${needed}\n\`apt-get ${args.join(' ')}\` failed:\n${(stderr ?? '').trim()}`);
}

function apt(args) {
  // Two set-ups on one machine share the package database; the later one waits for it.
  return spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
