/** The demo as a person meets it: `npm start`, a browser's or a program's requests, the command line, a power cut. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#basics';
import { withdrawalProcess } from '#business/withdrawal/public';
import { eraseEmbedded } from '#platform/postgres';
import { inFull, removeTemporaryFolder, temporaryFolder } from '#platform/testing';
import type { Advance } from './advance.ts';
import { type DemoDesk, demoDesk, payAll } from './demo.testing.ts';
import type { MoverShown } from './movers.ts';
import { stages } from './plan.ts';

const root = dirname(dirname(import.meta.dirname));
const small = ['--people', '120', '--employers', '4'];
let folder: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  folder = temporaryFolder();
});

afterEach(async () => {
  for (const child of children.splice(0)) await killed(child);
});

afterAll(async () => {
  await eraseEmbedded(join(folder, 'city'));
  await removeTemporaryFolder(folder);
});

function environment(name: string, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([key]) => !key.startsWith('SUIXING_'));
  return { ...Object.fromEntries(kept), SUIXING_DATA_DIR: join(folder, name), SUIXING_PORT: '0', ...more };
}

interface Demo {
  readonly child: ChildProcess;
  /** Everything it has said so far. */
  said(): string;
  /** Waits for words; fails with what it said where it ended before. */
  says(words: RegExp): Promise<string>;
  readonly ended: Promise<number | null>;
}

/** In a process group of its own, so that a kill reaches the launcher and the demo as a power cut would. */
function start(name: string, more: NodeJS.ProcessEnv = {}): Demo {
  return follow(name, [process.execPath, 'scripts/node.mjs', 'apps/demo/main.ts', ...small], more);
}

function follow(name: string, [program = '', ...args]: readonly string[], more: NodeJS.ProcessEnv): Demo {
  const child = spawn(program, args, {
    cwd: root,
    env: environment(name, more),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
  const ended = new Promise<number | null>((done) => child.once('close', done));
  return {
    child,
    said: () => said,
    ended,
    async says(words) {
      for (;;) {
        const match = words.exec(said);
        if (match) return match[1] ?? match[0];
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it ended:\n${said}`);
        await pause(20);
      }
    },
  };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('close', done));
  process.kill(-child.pid, 'SIGKILL');
  await gone;
}

const address = /Suixing {3}(http:\S+)/;

function suixing(name: string, args: readonly string[], ends = 0): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['apps/cli/suixing.mjs', ...args], {
    cwd: root,
    env: environment(name),
    encoding: 'utf8',
  });
  expect(status, `suixing ${args.join(' ')}: ${stderr}${stdout}`).toBe(ends);
  return stdout;
}

/** How many cases there are in each state, as clerk1 sees them over HTTP. */
async function casesByState(base: string): Promise<Readonly<Record<string, number>>> {
  const desk = await demoDesk(base, 'clerk1');
  const counts: Record<string, number> = {};
  for (const state of Object.keys(withdrawalProcess.states)) {
    const { items } = await desk.get<{ items: readonly unknown[] }>(`/withdrawals?limit=100&state=${state}`);
    if (items.length > 0) counts[state] = items.length;
  }
  return counts;
}

describe('a city that is being drawn', () => {
  test.runIf(inFull)(
    'and is cut short is drawn anew by the next start, and left alone by another, which says who draws it',
    async () => {
      const first = start('city');
      await first.says(/cases|办理案件/);
      await killed(first.child);
      const again = start('city', { SUIXING_LANG: 'en' });
      await again.says(/opening balances/);
      const second = start('city', { SUIXING_LANG: 'en' });
      expect(await second.ended).toBe(1);
      expect(second.said()).toMatch(/Another npm start \(process \d+\) is drawing the city/);
      expect(Object.keys(await casesByState(await again.says(address))).length).toBeGreaterThan(10);
      suixing('city', ['verify']);
    },
    300_000,
  );
});

describe('a demo that was started', () => {
  test('has a city with cases in every stage, lives through the days that pass, and outlives a power cut', async () => {
    const first = start('city');
    const base = await first.says(address);
    const before = await casesByState(base);
    expect(Object.keys(before).sort()).toEqual([...stages].sort());
    if (inFull) suixing('city', ['verify']);

    const told: Advance = JSON.parse(suixing('city', ['demo', 'advance', inFull ? '10d' : '5d', '--json']));
    expect(told.agencies.map(({ region }) => region)).toEqual(['440300', '510100']);
    expect(told.agencies[0]?.settled).toBe(before.approved);
    expect(told.agencies[0]?.answered).toBeGreaterThan(0);
    const after = await casesByState(base);
    expect(after.approved).toBeUndefined();
    expect(after.paying).toBeUndefined();
    // What the bank was paying it has paid, or sent back: which of the two hangs on the payment's number.
    const answeredOf = ({ paid = 0, returned = 0 }: typeof before) => paid + returned;
    expect(answeredOf(after)).toBe(answeredOf(before) + (before.paying ?? 0));
    if (inFull) suixing('city', ['verify']);

    await killed(first.child);
    const again = start('city');
    expect(await casesByState(await again.says(address))).toEqual(after);
    expect(again.said()).not.toMatch(/people|导入/);
    suixing('city', ['verify']);
  }, 300_000);

  test.runIf(inFull)(
    'has a second agency beside the first: over HTTP somebody moves there with record and balance, in one time, and each shows people its own pages',
    async () => {
      const demo = start('city');
      const shenzhen = await demo.says(address);
      const chengdu = await demo.says(/Chengdu 510100 {3}(http:\S+)/);
      const { items }: { items: readonly MoverShown[] } = JSON.parse(
        suixing('city', ['demo', 'movers', '--json']),
      );
      const mover = items.find(({ to }) => to === '510100');
      const [here, there] = [await demoDesk(shenzhen, 'clerk1'), await demoDesk(chengdu, 'clerk1')];
      const wish = { personId: mover?.here, from: '440300', category: 'employment' };
      const { number } = await there.post<{ number: string }>('/transfers-in', wish);
      suixing('city', ['demo', 'advance', '1h']);
      const leaving = await here.get<{ items: readonly { number: string }[] }>('/transfers?state=remitting');
      await payAll(shenzhen);
      suixing('city', ['--agency', '510100', 'demo', 'advance', '2d']);
      const seen = (desk: DemoDesk, of: string | undefined) => desk.get(`/transfers/${of}`);
      const arrived = { state: 'completed', legs: { balance: { stage: 'credited' } } };
      expect(await seen(there, number)).toMatchObject(arrived);
      expect(await seen(here, leaving.items[0]?.number)).toMatchObject(arrived);
      for (const agency of ['440300', '510100']) suixing('city', ['--agency', agency, 'verify']);
      for (const [base, city] of [
        [shenzhen, '深圳'],
        [chengdu, '成都'],
      ] as const) {
        const home = await fetch(base, { headers: { 'accept-language': 'zh-CN' } });
        expect([home.url, home.status]).toEqual([`${base}/zh/`, 200]);
        expect(await home.text()).toContain(city);
      }
    },
  );

  test.runIf(inFull)('says in words that its port is in use, and leaves the city as it is', async () => {
    const base = await start('city').says(address);
    const before = await casesByState(base);
    const second = start('city', { SUIXING_PORT: new URL(base).port, SUIXING_LANG: 'en' });
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(
      `Port ${new URL(base).port}, which the agency of 440300 would take, is in use by another program.`,
    );
    expect(await casesByState(base)).toEqual(before);
  });

  test.each(inFull ? (['SIGTERM', 'SIGINT'] as const) : (['SIGTERM'] as const))(
    'stops with all that is its own when npm start alone gets %s',
    async (signal) => {
      const demo = follow('city', ['npm', 'start', '--', ...small], {});
      const base = await demo.says(address);
      const postmaster = join(folder, 'city', 'postgres', 'data', 'postmaster.pid');
      expect(existsSync(postmaster)).toBe(true);
      const gone = new Promise((done) => demo.child.once('exit', done));
      demo.child.kill(signal);
      await gone;
      expect(existsSync(postmaster)).toBe(false);
      await expect(fetch(base)).rejects.toThrow();
    },
  );

  test('lives on where the bank’s statement is refused, keeps the file and says what to do', async () => {
    const memory = join(folder, 'city', 'demo-bank.json');
    const bank: Record<string, unknown> = JSON.parse(readFileSync(memory, 'utf8'));
    writeFileSync(memory, JSON.stringify({ ...bank, balanceFen: '1' }));
    const told: Advance = JSON.parse(suixing('city', ['demo', 'advance', '2d', '--json'], 1));
    expect(addDays(told.from, 2)).toBe(told.to);
    const refused = told.agencies[0]?.refused ?? [];
    expect(refused.map(({ refusal }) => refusal.code)).toEqual([
      'payments.statement-gap',
      'payments.statement-gap',
    ]);
    expect(readFileSync(refused[0]?.file ?? '', 'utf8')).toContain('camt.053');
  });
});
