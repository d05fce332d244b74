import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { ExitCode } from './frame.ts';
import type { Shell } from './shell.ts';

/** `suixing bench [NAME…]`: the benchmarks of this checkout, the same as `npm run bench`. */
export function benchCommand(shell: Shell, names: readonly string[]): Promise<ExitCode> {
  const file = join(import.meta.dirname, '..', '..', 'bench', 'main.ts');
  const args = [file, ...names, ...(shell.json ? ['--json'] : [])];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? 0 : code === 2 ? 2 : 1));
  });
}
