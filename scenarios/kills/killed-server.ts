import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cleanEnvironment, suixing } from '../run-suixing.ts';

/** What is killed: the serving process, or the database's first process and the serving one after it. */
export type Victim = 'server' | 'database';

export interface KilledServer {
  /** Where it serves now; another address after every kill. Waits while it is down. */
  address(): Promise<string>;
  /** Kills without a warning, and serves again at once. */
  kill(victim: Victim): Promise<void>;
  stop(): Promise<void>;
}

interface Serving {
  readonly child: ChildProcess;
  readonly address: string;
}

/** `suixing serve` as a process group of its own that is killed and started again, over an embedded database. */
export async function startKilledServer(env: Readonly<Record<string, string>>): Promise<KilledServer> {
  let serving = serve(env);
  await serving;
  return {
    address: async () => (await serving).address,
    async kill(victim) {
      const { child } = await serving;
      const restarted = killed({ child, victim, env });
      serving = restarted;
      await restarted;
    },
    async stop() {
      const { child } = await serving;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function killed({
  child,
  victim,
  env,
}: {
  readonly child: ChildProcess;
  readonly victim: Victim;
  readonly env: Readonly<Record<string, string>>;
}): Promise<Serving> {
  const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
  if (victim === 'database') killDatabase(env.SUIXING_DATA_DIR ?? '');
  killGroup(child);
  await ended;
  return serve(env);
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it had ended by itself, without its database
  }
}

/** The first process of PostgreSQL; its children end when they notice. */
function killDatabase(dataDir: string): void {
  const lock = readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).find((path) =>
    path.endsWith('postmaster.pid'),
  );
  if (lock === undefined) return; // it has not come up again since the kill before
  const [pid = ''] = readFileSync(join(dataDir, lock), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

async function serve(env: Readonly<Record<string, string>>): Promise<Serving> {
  const child = spawn(process.execPath, [suixing, '--json', 'serve'], {
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const { address } = JSON.parse(line) as { address: string }; // what serve tells once it is ready
    child.stdout.resume();
    return { child, address };
  }
  throw new Error('suixing serve ended before it told its address');
}
