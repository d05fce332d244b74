/**
 * `npm run soak [-- WHAT…]`: the long forms of what the tests carry in short, each time from another seed, which it prints;
 * give `SOAK_SEED` to walk a failing one again. `walks` tries applications in any order, `moves` moves money in any order:
 * adjustments, what banks answer, balances between agencies; `accounts` walks
 * 100,000 steps of corrections, reversals and settlements beside a sheet of paper, `kills` kills the server and the
 * database while people are paid, fifty times, `transfers` plays two agencies whose messages, banks and processes fail, 1,000
 * seeds, each of which is the same run every time. How long is set by SOAK_WALKS, SOAK_STEPS and SOAK_KILLS, and for
 * transfers by `--seeds` (how many) and `--from` (the first).
 */
import { randomInt } from 'node:crypto';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { tallyOf } from '../test/tally.ts';
import { runVitest } from '../test/vitest.ts';

const soaks: Readonly<Record<string, readonly string[]>> = {
  walks: ['business/withdrawal/random-walk'],
  moves: [
    ...['business/adjustment/random-adjustments', 'business/payments/mutations'],
    ...['business/transfer/one-leg', 'business/transfer/money-in'],
  ],
  accounts: ['engines/ledger/model'],
  kills: ['scenarios/kills'],
  transfers: ['apps/gateway/simulator'],
};

process.env.SOAK_WALKS ??= '1000';
process.env.SOAK_STEPS ??= '100000';
process.env.SOAK_KILLS ??= '50';
process.env.SOAK_SEED ??= String(randomInt(2 ** 31));

const options = {
  seeds: { type: 'string', default: '1000' },
  from: { type: 'string', default: '1' },
} as const;
const { positionals: asked, values } = parseArgs({ options, allowPositionals: true });
process.env.SOAK_TRANSFERS = values.seeds;
process.env.SOAK_FROM = values.from;

const unknown = asked.filter((name) => !(name in soaks));
if (unknown.length > 0) {
  process.stderr.write(`no soak ${unknown.join(', ')}; there are: ${Object.keys(soaks).join(', ')}\n`);
  process.exitCode = 2;
} else {
  const names = asked.length > 0 ? asked : Object.keys(soaks);
  process.stdout.write(`${names.join(', ')}, seed ${process.env.SOAK_SEED}\n`);
  const paths = [...names.flatMap((name) => soaks[name] ?? []), '--testTimeout=7200000'];
  const { report, exitCode } = await runVitest({ root: dirname(dirname(import.meta.dirname)), paths });
  const { passed, failed } = tallyOf(report, exitCode);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 ? 1 : 0;
}
