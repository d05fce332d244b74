import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Tally, tallyOf, type VitestReport } from './tally.ts';

const root = dirname(dirname(import.meta.dirname));

/** Runs Vitest over the given paths (all where none is given), with its own output to the terminal. */
export async function runVitest(filters: readonly string[]): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'suixing-test-'));
  const report = join(folder, 'report.json');
  try {
    const exitCode = await run([
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...filters,
    ]);
    return tallyOf(read(report), exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(args: readonly string[]): Promise<number> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vitest, 'run', ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
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

function read(report: string): VitestReport | null {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return null;
  }
}
