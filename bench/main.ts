/**
 * `npm run bench -- [NAME…] [--json]`: each benchmark prints its name, ratio, target and what it was measured against, and
 * the machine. Absolute figures are medians of five beside a calibration loop.
 */
import { cpus } from 'node:os';
import { calibration, type Figure, type Limit, medianOfFive } from './figure.ts';

const benchmarks: Readonly<
  Record<string, () => Promise<{ run: () => Promise<readonly (Figure | Limit)[]> }>>
> = {
  assess: () => import('./assess.ts'),
  'first-load': () => import('./first-load.ts'),
  gateway: () => import('./gateway.ts'),
  interest: () => import('./interest.ts'),
  portal: () => import('./portal.ts'),
  'post-debit': () => import('./post-debit.ts'),
  transfers: () => import('./transfers.ts'),
  verify: () => import('./verify.ts'),
};

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const json = process.argv.includes('--json');
const unknown = names.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  process.stderr.write(
    `no benchmark ${unknown.join(', ')}; there are: ${Object.keys(benchmarks).join(', ')}\n`,
  );
  process.exitCode = 2;
} else {
  await runAll(names.length > 0 ? names : Object.keys(benchmarks));
}

async function runAll(chosen: readonly string[]): Promise<void> {
  const machine = {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    node: process.version,
    calibrationPerSecond: Math.round(await medianOfFive(calibration)),
  };
  if (!json) {
    process.stdout.write(
      `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, calibration ${machine.calibrationPerSecond}/s\n`,
    );
  }
  const results: Record<string, readonly (Figure | Limit)[]> = {};
  for (const name of chosen) {
    const benchmark = await benchmarks[name]?.();
    const figures = (await benchmark?.run()) ?? [];
    results[name] = figures;
    if (!json) for (const figure of figures) process.stdout.write(line(figure) + details(figure));
  }
  if (json) process.stdout.write(`${JSON.stringify({ machine, benchmarks: results })}\n`);
}

function line(figure: Figure | Limit): string {
  if ('atMost' in figure) {
    const { name, measured, unit, atMost } = figure;
    const verdict = measured <= atMost ? 'reached' : 'MISSED';
    return `${name}: ${measured.toFixed(unit === 'kB' || unit === 'times' ? 1 : 0)} ${unit} (at most ${atMost} ${unit}, ${verdict})\n`;
  }
  const { name, perSecond, ratio, target, against, againstPerSecond, calibrationPerSecond } = figure;
  const beside =
    calibrationPerSecond === undefined ? '' : `, calibration ${calibrationPerSecond}/s meanwhile`;
  const verdict = ratio >= target ? 'reached' : 'MISSED';
  return (
    `${name}: ${Math.round(perSecond).toLocaleString('en')}/s, ${ratio.toFixed(ratio < 10 ? 2 : 1)}× (target ${shownTarget(target)}×, ${verdict}) ` +
    `against ${against} (${Math.round(againstPerSecond).toLocaleString('en')}/s)${beside}\n`
  );
}

function details({ details: told = [] }: Figure | Limit): string {
  return told.map((detail) => `    ${detail}\n`).join('');
}

function shownTarget(target: number): string {
  return Number.isInteger(target) ? `${target}` : target.toFixed(2);
}
