import { plainDate, type Refusal, type Result } from '#basics';
import { type Database, inSnapshot, type Tx } from '#platform/postgres';
import type { DatedRate } from './bearing.ts';
import { guarded } from './guarded.ts';
import { interestYears } from './interest.ts';
import { pictureTaken } from './interest-run.store.ts';
import type { InterestPreview } from './interest-run.ts';
import {
  type AccountEntries,
  callProposeRates,
  nextAccountEntries,
  type RatesProposal,
} from './rates-run.store.ts';

const pageSize = 500;

/**
 * What other rates would change: of each account the difference of the years whose interest it has got already. Told from
 * the entries, on one picture of the database; writes nothing.
 */
export function previewRates(
  db: Database,
  wish: {
    readonly rates: readonly DatedRate[];
    readonly onProgress?: ((done: { readonly accounts: bigint; readonly about: number }) => void) | undefined;
  },
): Promise<InterestPreview> {
  return inSnapshot(db, async (reader) => {
    const { picture, about } = await pictureTaken(reader);
    const totals = {
      accounts: 0n,
      bearing: 0n,
      interestFen: 0n,
      negativeFen: 0n,
      laggards: 0n,
      byReplay: 0n,
    };
    let after = '';
    for (;;) {
      const page = await nextAccountEntries(reader, { after, limit: pageSize });
      for (const account of page) {
        const differences = differencesOf(account, wish.rates);
        totals.accounts += 1n;
        if (differences.length > 0) totals.bearing += 1n;
        for (const fen of differences) {
          if (fen > 0n) totals.interestFen += fen;
          else totals.negativeFen -= fen;
        }
      }
      wish.onProgress?.({ accounts: totals.accounts, about });
      const last = page.at(-1);
      if (!last) return { totals, picture };
      after = last.owner;
    }
  });
}

function differencesOf(
  { entries, openYear }: AccountEntries,
  rates: readonly DatedRate[],
): readonly bigint[] {
  if (entries.length === 0) return [];
  return interestYears(entries, { rates, on: plainDate(`${openYear}-01-01`) })
    .filter(({ year, interestFen, postedFen }) => year < openYear && interestFen !== postedFen)
    .map(({ interestFen, postedFen }) => interestFen - postedFen);
}

/** A first finance officer proposes rates for days on which entries rest. Refuses `interest.rates-same`, `.run-under-way`. */
export function proposeRates(tx: Tx, proposal: RatesProposal): Promise<Result<Uint8Array, Refusal>> {
  return guarded(callProposeRates(tx, proposal));
}
