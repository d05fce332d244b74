import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { connect, type Database, startEmbedded } from '#platform/postgres';
import { type Figure, figure } from './figure.ts';
import { fillBooks, passMemoryOf, sumPostings } from './verify-data.store.ts';

const command = join(dirname(import.meta.dirname), 'apps', 'cli', 'suixing.mjs');
const postingsEach = 12;

/**
 * `suixing verify` as people run it, its start included, over books of a million accounts (`--accounts=N` for fewer), against one
 * bare sum over the same postings on the same server. Of five sums the middle one counts; verify runs three times.
 */
export async function run(): Promise<readonly Figure[]> {
  const accounts = Number(
    process.argv.find((argument) => argument.startsWith('--accounts='))?.slice(11) ?? 1_000_000,
  );
  const dataDir = mkdtempSync(join(tmpdir(), 'suixing-bench-verify-'));
  const server = await startEmbedded({ dataDir });
  try {
    await verify(dataDir); // brings the structure and the rates
    const superuser = connect({
      connection: server.connection('superuser'),
      role: 'superuser',
      size: 1,
      statementTimeoutMs: 0,
    });
    await fillBooks(superuser, accounts);
    const told = await measure(superuser, dataDir);
    await superuser.close();
    return [tell(told, accounts * postingsEach)];
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Told {
  readonly bareMs: number;
  readonly verifyMs: number;
  readonly megabytes: number;
  readonly workMemory: string;
}

async function measure(db: Database, dataDir: string): Promise<Told> {
  const bare: number[] = [];
  const runs: Ran[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (let sum = 0; sum < 2; sum += 1) bare.push(await timed(() => sumPostings(db)));
    runs.push(await verify(dataDir));
  }
  return {
    bareMs: middle(bare),
    verifyMs: middle(runs.map(({ ms }) => ms)),
    megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)),
    workMemory: passMemoryOf(),
  };
}

function tell({ bareMs, verifyMs, megabytes, workMemory }: Told, postings: number): Figure {
  const times = (verifyMs / bareMs).toFixed(1);
  const memory = `Node at most ${megabytes} MB, the server ${workMemory} a step`;
  return figure({
    name: `suixing verify, ${postings.toLocaleString('en')} postings in ${(verifyMs / 1000).toFixed(1)} s, ${times} bare sums, ${memory}; postings`,
    perSecond: (postings / verifyMs) * 1000,
    against: `SELECT sum(amount_fen) FROM posting, ${(bareMs / 1000).toFixed(2)} s`,
    againstPerSecond: (postings / bareMs) * 1000,
    target: 1 / 15,
  });
}

interface Ran {
  readonly ms: number;
  readonly megabytes: number;
}

/** One run of the command; fails where a proof does not hold, since then it measured something else. */
async function verify(dataDir: string): Promise<Ran> {
  const env = { ...process.env, SUIXING_MODE: 'development', SUIXING_DATA_DIR: dataDir };
  const start = performance.now();
  const child = spawn(process.execPath, [command, 'verify', '--fresh', '--json'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString();
  });
  let megabytes = 0;
  const watching = setInterval(() => {
    megabytes = Math.max(megabytes, residentMegabytes(child.pid));
  }, 100);
  const [code] = await once(child, 'close');
  clearInterval(watching);
  if (code !== 0) throw new Error(`suixing verify ended with ${code}: ${said.slice(0, 2000)}`);
  return { ms: performance.now() - start, megabytes };
}

/** The most that a process, or a child that it went on in, had in memory so far, where the system tells it; 0 elsewhere. */
function residentMegabytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    const own = Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    return Math.max(own, ...children.map((child) => residentMegabytes(Number(child))));
  } catch {
    return 0; // gone by now, or a system without it
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
