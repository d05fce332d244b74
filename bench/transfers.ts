import { loadavg } from 'node:os';
import { openLog } from '#platform/log';
import { type Figure, figure } from './figure.ts';
import { type StepTold, stepTimes } from './step-times.ts';
import { type Counted, drive } from './transfer-traffic.ts';
import { turnstile } from './turnstile.ts';
import { openTwoAgencies, verify } from './two-agencies.ts';

const promisedPerSecond = 20;
const promisedMs = 250;

/**
 * Transfers between two instances, both legs, to the end: 10,000 people (`--transfers=N` for fewer) apply at a steady rate
 * (`--rate=N` a second), and everything goes on side by side: messages over HTTP through both gateways, batches, the bank's answers
 * and statements, credits. Both agencies run in this one process, each with its own database on one server whose commits wait
 * for the disk; so the figure is for both together, with the bank and whoever applies, on this machine.
 */
export async function run(): Promise<readonly Figure[]> {
  const transfers = option('transfers', 10_000);
  const rate = option('rate', 22);
  const times = stepTimes();
  const gate = turnstile();
  const log = openLog({ level: 'error', app: 'bench' });
  const two = await openTwoAgencies(transfers, { times, gate, log });
  try {
    const counted: Counted[] = [];
    const onCounted = (each: Counted) => {
      counted.push(each);
    };
    const used = process.cpuUsage();
    const seconds = await drive(two, {
      ...{ rate, times, gate, log, onCounted },
      dayMs: option('day-ms', 10_000),
    });
    const cpu = process.cpuUsage(used);
    const held = [await verify(two.place, two.leaving), await verify(two.place, two.coming)];
    const told = { transfers, seconds, steps: times.told(), counted };
    const cpuMs = (cpu.user + cpu.system) / 1000 / transfers;
    return [tell({ ...told, held: held.every(Boolean), cpuMs })];
  } finally {
    await two.stop();
  }
}

function option(name: string, otherwise: number): number {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  return given === undefined ? otherwise : Number(given.slice(name.length + 3));
}

interface Told {
  readonly transfers: number;
  readonly seconds: number;
  readonly steps: readonly StepTold[];
  readonly counted: readonly Counted[];
  readonly held: boolean;
  readonly cpuMs: number;
}

function tell({ transfers, seconds, steps, counted, held, cpuMs }: Told): Figure {
  const slow = steps.filter(({ p99 }) => p99 > promisedMs);
  return {
    ...figure({
      name: `transfers between two agencies, both legs to the end, ${transfers.toLocaleString('en')} in ${seconds.toFixed(0)} s`,
      perSecond: transfers / seconds,
      against: 'what is promised',
      againstPerSecond: promisedPerSecond,
      target: 1,
    }),
    details: [
      ...steps.map(
        ({ step, times, p50, p99 }) =>
          `${step}: p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms (${times})`,
      ),
      `p99 of every step within ${promisedMs} ms: ${slow.length === 0 ? 'yes' : `no (${slow.map(({ step }) => step).join('; ')})`}`,
      ...queueWords(counted),
      `suixing verify on both sides: ${held ? 'every proof holds' : 'BROKEN'}`,
      `Node used ${cpuMs.toFixed(0)} ms of a core for each; load average of the machine ${loadavg()[0]?.toFixed(1)}`,
    ],
  };
}

/** How long each queue was, told at ten times; the longest in the first and in the second half shows whether one grows. */
function queueWords(counted: readonly Counted[]): readonly string[] {
  const half = counted.length / 2;
  const names = ['outbox', 'inbox', 'aside', 'toPay', 'withBank'] as const;
  return names.map((name) => {
    const lengths = counted.map(({ leaving, coming }) => leaving[name] + coming[name]);
    const most = (part: readonly number[]) => Math.max(0, ...part);
    const shown = lengths.filter((_, place) => place % Math.ceil(lengths.length / 10) === 0);
    return `queue ${name}: ${shown.join(' ')}; at most ${most(lengths.slice(0, half))}, then ${most(lengths.slice(half))}`;
  });
}
