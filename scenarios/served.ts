import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { cleanEnvironment, suixing } from './run-suixing.ts';

export interface ServedProcess {
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts `suixing serve` as a process of its own and waits until it tells its address. */
export async function serveAgency(env: Readonly<Record<string, string>>): Promise<ServedProcess> {
  const child = spawn(process.execPath, [suixing, '--json', 'serve'], {
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const address = await Promise.race([addressOf(child), exited.then(([code]) => told(code))]);
  return {
    address,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the server has no output');
  for await (const line of createInterface({ input: stdout })) return JSON.parse(line).address;
  return told(null);
}

function told(code: number | null): never {
  throw new Error(`suixing serve ended with ${code} before it told its address`);
}
