import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VitestReport } from './tally.ts';

export interface VitestRun {
  /** Null where Vitest ended without writing one. */
  readonly report: VitestReport | null;
  readonly exitCode: number;
}

/**
 * Runs Vitest in `root` over the given paths, all where none is given; `quiet` keeps its words from the terminal, `inFull` takes every
 * test the long way (`platform/testing/in-full.ts`).
 */
export async function runVitest(options: {
  readonly root: string;
  readonly paths: readonly string[];
  readonly quiet?: boolean;
  readonly inFull?: boolean;
}): Promise<VitestRun> {
  const folder = mkdtempSync(join(tmpdir(), 'suixing-test-'));
  const file = join(folder, 'report.json');
  try {
    const exitCode = await run(options, file);
    return { report: read(file), exitCode };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(
  { root, paths, quiet = false, inFull = false }: Parameters<typeof runVitest>[0],
  file: string,
): Promise<number> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...paths];
  const words = quiet ? 'ignore' : 'inherit';
  const env = inFull ? { ...process.env, TESTS_IN_FULL: 'yes' } : process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vitest, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', words, words],
    });
    // The child ends by itself on Ctrl-C and tells us; a signal to us alone is handed on.
    const handOn = () => void child.kill('SIGTERM');
    process.once('SIGTERM', handOn);
    child.on('error', reject);
    child.on('close', (code) => {
      process.removeListener('SIGTERM', handOn);
      resolve(code ?? 1);
    });
  });
}

function read(file: string): VitestReport | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
