import { type Fen, fen, plainDate } from '#basics';
import type { Reader } from '#platform/postgres';
import { readInterestRates } from './account.store.ts';
import { interestYears } from './interest.ts';
import type { InterestRun } from './interest-run.store.ts';
import { changedSince, entriesInPicture } from './run-difference.store.ts';

/** Why a run that is finished came to something else than its preview. */
export interface RunDifference {
  /** What the run came to less what the preview had said; negative where it is less. */
  readonly differenceFen: Fen;
  /** Accounts into whose years something was recorded after the preview, and how many entries. */
  readonly accounts: number;
  readonly entries: bigint;
  /** What these accounts account for. */
  readonly explainedFen: Fen;
}

const pageSize = 500;

/** Compares a credit run with its preview: every account that changed in between is told anew as the preview saw it. */
export async function runDifference(reader: Reader, run: InterestRun): Promise<RunDifference> {
  const { totals, progress, year } = run;
  const done = progress ? progress.interestFen - progress.negativeFen : 0n;
  const rates = await readInterestRates(reader);
  const on = plainDate(`${year + 1}-01-01`);
  let explained = 0n;
  let accounts = 0;
  let entries = 0n;
  let after = '';
  for (;;) {
    const page = await changedSince(reader, { runId: run.id, after, limit: pageSize });
    for (const changed of page) {
      const seen = await entriesInPicture(reader, { runId: run.id, owner: changed.owner });
      const previewed = interestYears(seen, { rates, on })
        .filter((told) => told.year <= year)
        .reduce((sum, told) => sum + told.interestFen - told.postedFen, 0n);
      explained += changed.postedFen - previewed;
      entries += changed.entries;
    }
    accounts += page.length;
    const last = page.at(-1);
    if (!last || page.length < pageSize) break;
    after = last.owner;
  }
  const differenceFen = fen(done - (totals.interestFen - totals.negativeFen));
  return { differenceFen, accounts, entries, explainedFen: fen(explained) };
}
