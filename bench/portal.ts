import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { testPng } from '#platform/testing';
import type { Limit } from './figure.ts';
import { servePortalFor } from './portal-agency.ts';

/** Somebody with a login and a case, and what they know. */
export interface Visitor {
  readonly loginName: string;
  readonly password: string;
  readonly personId: string;
  readonly number: string;
  readonly lastCharacters: string;
  readonly bornOn: string;
  readonly region: string;
  readonly today: string;
}

/** What the process of the visitors is told. */
export interface Crowd {
  readonly address: string;
  readonly visitors: readonly Visitor[];
  readonly thinkMs: number;
  /** Until everybody has come; not counted. */
  readonly warmMs: number;
  readonly measuredMs: number;
  /** How many visits each makes; null: until the time is over. */
  readonly visits: number | null;
  /** A small file to hand in. */
  readonly picture: string;
}

/** What was asked for, and how many milliseconds the answer took. */
export type Took = readonly [step: string, ms: number];

interface Walked {
  readonly took: readonly Took[];
  readonly failed: readonly string[];
}

const writes = new Set(['sign in', 'save a draft', 'upload', 'sign out']);
const promisedMs = 300;
const promisedTimes = 3;

/**
 * 200 people at once (`--people=N`), three seconds between two things they do (`--think-ms=N`), for a minute once they have all come
 * (`--seconds=N`; `--visits=N` ends after so many visits of each): the landing page, the checker, inquiries, a case by its number; then
 * signed in the account, the statement, the cases; an application that saves itself, and a file. The visitors are a process of their
 * own; the server is this one, with its database beside it, whose commits wait for the disk. Compared with one person who is there alone.
 */
export async function run(): Promise<readonly Limit[]> {
  const people = option('people', 200);
  const thinkMs = option('think-ms', 3_000);
  const visits = option('visits', 0) || null;
  const served = await servePortalFor(people);
  try {
    const common = { address: served.address, picture: testPng().toString('base64') };
    const alone = await walk({
      ...{ ...common, visitors: served.visitors.slice(0, 1), thinkMs: Math.min(thinkMs, 100) },
      ...{ warmMs: 0, measuredMs: 0, visits: visits ?? 4 },
    });
    const [used, start] = [process.cpuUsage(), performance.now()];
    const measuredMs = option('seconds', 60) * 1000;
    const crowd = await walk({
      ...{ ...common, visitors: served.visitors, thinkMs, visits },
      ...{ measuredMs, warmMs: visits === null ? measuredMs : 0 },
    });
    const cpu = process.cpuUsage(used);
    const seconds = (performance.now() - start) / 1000;
    const busy = (cpu.user + cpu.system) / 1e6 / seconds;
    return figures({
      alone,
      crowd,
      people,
      thinkMs,
      seconds: visits === null ? measuredMs / 1000 : seconds,
      busy,
    });
  } finally {
    await served.stop();
  }
}

async function walk(crowd: Crowd): Promise<Walked> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'portal-visitors.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(crowd));
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return JSON.parse(said) as Walked; // what it writes
}

interface Told {
  readonly alone: Walked;
  readonly crowd: Walked;
  readonly people: number;
  readonly thinkMs: number;
  readonly seconds: number;
  readonly busy: number;
}

function figures({ alone, crowd, people, thinkMs, seconds, busy }: Told): readonly Limit[] {
  const reads = (walked: Walked) => walked.took.filter(([step]) => !writes.has(step)).map(([, ms]) => ms);
  const [idle, full] = [percentile(reads(alone), 95), percentile(reads(crowd), 95)];
  const failed = [...alone.failed, ...crowd.failed];
  const name = `portal, ${people} people, ${thinkMs / 1000} s to think`;
  return [
    {
      ...{ name: `${name}, p95 of reads`, measured: full, unit: 'ms', atMost: promisedMs },
      details: [
        ...Map.groupBy(crowd.took, ([step]) => step)
          .entries()
          .map(([step, each]) =>
            toldStep(
              step,
              each.map(([, ms]) => ms),
            ),
          ),
        `${crowd.took.length} requests in ${seconds.toFixed(0)} s, ${(crowd.took.length / seconds).toFixed(0)} a second; the server’s process used ${busy.toFixed(2)} of ${cpus().length} cores`,
        `load average of the machine ${loadavg()[0]?.toFixed(1)}`,
      ],
    },
    {
      ...{
        name: `${name}, beside one person alone`,
        measured: full / idle,
        unit: 'times',
        atMost: promisedTimes,
      },
      details: [`p95 of ${reads(alone).length} reads of one person alone: ${idle.toFixed(1)} ms`],
    },
    {
      ...{ name: `${name}, what went wrong`, measured: failed.length, unit: 'requests', atMost: 0 },
      details: failed.slice(0, 10),
    },
  ];
}

function toldStep(step: string, times: readonly number[]): string {
  const [half, most, all] = [50, 95, 100].map((share) => percentile(times, share).toFixed(0));
  return `${step}: p50 ${half} ms, p95 ${most} ms, at most ${all} ms (${times.length})`;
}

function percentile(times: readonly number[], share: number): number {
  const inOrder = times.toSorted((a, b) => a - b);
  return inOrder[Math.max(0, Math.ceil((inOrder.length * share) / 100) - 1)] ?? 0;
}

function option(name: string, otherwise: number): number {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  return given === undefined ? otherwise : Number(given.slice(name.length + 3));
}
