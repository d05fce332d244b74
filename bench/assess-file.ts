import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { lines } from './assess-situations.ts';

const count = 100_000;
/** As people start it: the wrapper goes on on the pinned Node, and that start counts too. */
const command = join(dirname(import.meta.dirname), 'apps', 'cli', 'suixing.mjs');

/** Lines a second of `suixing assess FILE`, its start and the writing of its answers to a file included. */
export async function assessFile(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'suixing-bench-'));
  try {
    const input = join(folder, 'requests.ndjson');
    writeFileSync(input, `${[...lines(count)].join('\n')}\n`);
    const output = openSync(join(folder, 'answers.ndjson'), 'w');
    const start = performance.now();
    const child = spawn(process.execPath, [command, 'assess', input], {
      stdio: ['ignore', output, 'inherit'],
    });
    const [code] = await once(child, 'exit');
    const spent = performance.now() - start;
    closeSync(output);
    if (code !== 0) throw new Error(`suixing assess ended with ${code}`);
    if (statSync(join(folder, 'answers.ndjson')).size < count * 1000) throw new Error('answers are missing');
    return (count / spent) * 1000;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
