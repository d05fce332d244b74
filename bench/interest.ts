import { randomBytes } from 'node:crypto';
import { executeRun } from '#engines/ledger';
import type { Database } from '#platform/postgres';
import { type Figure, figure } from './figure.ts';
import { bareCopy, bareUpdate, fillAccounts, postingsAsFile, tidy } from './interest-tables.ts';
import { withOwnDatabase } from './own-database.ts';

const sizes = [Math.round(wanted() / 10), wanted()] as const;

/**
 * The yearly run over a million accounts beside the least that writes the same: one bare UPDATE of the same rows and a COPY of
 * the same postings, on the same tables filled anew. Nothing else is in the database.
 */
export function run(): Promise<readonly Figure[]> {
  return withOwnDatabase(10, async ({ superuser, app }) => {
    const small = await measure({ superuser, app, accounts: sizes[0] });
    const large = await measure({ superuser, app, accounts: sizes[1] });
    return figuresOf(small, large);
  });
}

interface Measured {
  readonly accounts: number;
  readonly runMs: number;
  readonly bareMs: number;
  readonly updateMs: number;
  readonly copyMs: number;
  readonly peakBytes: number;
}

interface Place {
  readonly superuser: Database;
  readonly app: Database;
  readonly accounts: number;
}

async function measure({ superuser, app, accounts }: Place): Promise<Measured> {
  await fillAccounts(superuser, accounts);
  const id = `int_bench_${randomBytes(4).toString('hex')}`;
  await superuser.rows(`SELECT bench_approve($1)`, [id]);
  await tidy(superuser);
  let peakBytes = 0;
  const start = performance.now();
  const done = await executeRun(app, {
    id,
    clock: { now: () => new Date() },
    onProgress: () => {
      peakBytes = Math.max(peakBytes, process.memoryUsage().rss);
    },
  });
  const runMs = performance.now() - start;
  if (!done.ok || done.value.accounts !== BigInt(accounts))
    throw new Error('the run did not reach every account');
  const file = await postingsAsFile(superuser, id);
  await fillAccounts(superuser, accounts);
  await tidy(superuser);
  const updateMs = await timed(() => bareUpdate(superuser));
  await tidy(superuser);
  const copyMs = await timed(() => bareCopy(superuser, file));
  return { accounts, runMs, bareMs: updateMs + copyMs, updateMs, copyMs, peakBytes };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function figuresOf(small: Measured, large: Measured): readonly Figure[] {
  const perSecond = ({ accounts, runMs }: Measured) => (accounts / runMs) * 1000;
  const beside = ({ accounts, bareMs, updateMs, copyMs }: Measured) => ({
    against: `one bare UPDATE (${seconds(updateMs)} s) and COPY (${seconds(copyMs)} s) of the same rows`,
    againstPerSecond: (accounts / bareMs) * 1000,
    target: 1 / 1.5,
  });
  const named = (one: Measured) =>
    `yearly run over ${one.accounts.toLocaleString('en')} accounts (${seconds(one.runMs)} s)`;
  return [
    figure({ name: named(small), perSecond: perSecond(small), ...beside(small) }),
    figure({ name: named(large), perSecond: perSecond(large), ...beside(large) }),
    figure({
      name: `linear from ${small.accounts.toLocaleString('en')} to ${large.accounts.toLocaleString('en')}`,
      perSecond: perSecond(large),
      against: 'the smaller run’s pace',
      againstPerSecond: perSecond(small),
      target: 0.8,
    }),
    figure({
      name: `memory of the program at its most, ${Math.round(large.peakBytes / 1e6)} MB: accounts by MB`,
      perSecond: large.accounts / (large.peakBytes / 1e6),
      against: '300 MB',
      againstPerSecond: large.accounts / 300,
      target: 1,
    }),
  ];
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}

/** A million; fewer by SUIXING_BENCH_ACCOUNTS, while one works on it. */
function wanted(): number {
  return Number(process.env.SUIXING_BENCH_ACCOUNTS ?? 1_000_000);
}
