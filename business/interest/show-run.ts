import type { InterestRun, InterestTotals } from '#engines/ledger';
import type { CarriedOut } from './carry-out-run.ts';

/** Where a run stands, in one word. */
export type RunState = 'proposed' | 'rejected' | 'running' | 'finished' | 'reversed';

export function stateOfRun({ approved, progress, reversedBy }: InterestRun): RunState {
  if (approved === null) return 'proposed';
  if (!approved) return 'rejected';
  if (reversedBy !== null) return 'reversed';
  return progress?.finishedAt ? 'finished' : 'running';
}

/** A run as it goes out: whole numbers as decimal strings, the digest in hexadecimal. */
export function showRun(run: InterestRun) {
  const { totals, progress, digest, rates, newRates, madeAt, decidedAt, approved: _told, ...rest } = run;
  return {
    ...rest,
    state: stateOfRun(run),
    totals: showTotals(totals),
    rates: rates === '' ? [] : rates.split('\n'),
    newRates: newRates?.split('\n') ?? null,
    digest: Buffer.from(digest).toString('hex'),
    madeAt: madeAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    progress: progress && {
      ...showTotals(progress),
      recoverableFen: `${progress.recoverableFen}`,
      finishedAt: progress.finishedAt?.toISOString() ?? null,
    },
  };
}

export function showCarriedOut({ run, difference }: CarriedOut) {
  return {
    ...showRun(run),
    difference: difference && {
      ...difference,
      differenceFen: `${difference.differenceFen}`,
      entries: `${difference.entries}`,
      explainedFen: `${difference.explainedFen}`,
    },
  };
}

export function showTotals(totals: InterestTotals) {
  return {
    accounts: `${totals.accounts}`,
    bearing: `${totals.bearing}`,
    interestFen: `${totals.interestFen}`,
    negativeFen: `${totals.negativeFen}`,
    laggards: `${totals.laggards}`,
    byReplay: `${totals.byReplay}`,
  };
}
