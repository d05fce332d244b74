/**
 * `npm run soak [-- WHAT…]`: the long forms of what the tests carry in short, each time from another seed, which it prints;
 * give `SOAK_SEED` to walk a failing one again. `walks` tries applications in any order, `accounts` walks
 * 100,000 steps of corrections, reversals and settlements beside a sheet of paper, `kills` kills the server and the
 * database while people are paid, fifty times. How long is set by SOAK_WALKS,
 * SOAK_STEPS and SOAK_KILLS.
 */
import { randomInt } from 'node:crypto';
import { dirname } from 'node:path';
import { tallyOf } from '../test/tally.ts';
import { runVitest } from '../test/vitest.ts';

const soaks: Readonly<Record<string, string>> = {
  walks: 'business/withdrawal/random-walk',
  accounts: 'engines/ledger/model',
  kills: 'scenarios/kills',
};

process.env.SOAK_WALKS ??= '1000';
process.env.SOAK_STEPS ??= '100000';
process.env.SOAK_KILLS ??= '50';
process.env.SOAK_SEED ??= String(randomInt(2 ** 31));

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in soaks));
if (unknown.length > 0) {
  process.stderr.write(`no soak ${unknown.join(', ')}; there are: ${Object.keys(soaks).join(', ')}\n`);
  process.exitCode = 2;
} else {
  const names = asked.length > 0 ? asked : Object.keys(soaks);
  process.stdout.write(`${names.join(', ')}, seed ${process.env.SOAK_SEED}\n`);
  const paths = [...names.map((name) => soaks[name] ?? ''), '--testTimeout=7200000'];
  const { report, exitCode } = await runVitest({ root: dirname(dirname(import.meta.dirname)), paths });
  const { passed, failed } = tallyOf(report, exitCode);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 ? 1 : 0;
}
