import { type Clock, ok, type Refusal, type Result } from '#basics';
import { type Database, inSnapshot, inTransaction, type Tx } from '#platform/postgres';
import { guarded } from './guarded.ts';
import {
  callDecideRun,
  callProposeRun,
  callRunSlice,
  type InterestProgress,
  type InterestRunKind,
  type InterestTotals,
  pictureTaken,
  previewSlice,
  type RunDecision,
  type RunProposal,
} from './interest-run.store.ts';

/** What a run would come to now, with the picture of the database that it was told from. */
export interface InterestPreview {
  readonly totals: InterestTotals;
  readonly picture: string;
}

export interface PreviewWish {
  readonly kind: InterestRunKind;
  readonly year: number;
  readonly reversesId: string | null;
  /** Called after each slice; `about` is how many accounts there are, roughly. */
  readonly onProgress?: ((done: { readonly accounts: bigint; readonly about: number }) => void) | undefined;
}

/** Accounts that are looked at, or changed, in one statement. */
const sliceSize = 10_000;

/** Tells a run's control totals from one unchanging picture of the database; writes nothing. */
export function previewInterest(db: Database, wish: PreviewWish): Promise<InterestPreview> {
  return inSnapshot(db, async (reader) => {
    const { picture, about } = await pictureTaken(reader);
    let totals = nothing;
    let after = '';
    for (;;) {
      const slice = await previewSlice(reader, { ...wish, after, limit: sliceSize });
      if (!slice) return { totals, picture };
      after = slice.doneTo;
      totals = addTotals(totals, slice);
      wish.onProgress?.({ accounts: totals.accounts, about });
    }
  });
}

/**
 * A first finance officer proposes a run; the database tells its totals. Answers their digest, which the second one confirms.
 * Refuses `interest.year-not-over`, `.year-credited`, `.year-before-open`, `.run-under-way`, `.nothing-to-reverse`,
 * `.later-year-stands`.
 */
export function proposeRun(tx: Tx, proposal: RunProposal): Promise<Result<Uint8Array, Refusal>> {
  return guarded(callProposeRun(tx, proposal));
}

/** Another finance officer's word. Refuses `interest.totals-not-confirmed`, `.decided`, `.no-such-run`, and as a proposal. */
export function decideRun(tx: Tx, decision: RunDecision): Promise<Result<void, Refusal>> {
  return guarded(callDecideRun(tx, decision));
}

export interface Execution {
  readonly id: string;
  readonly clock: Clock;
  readonly onProgress?: ((progress: InterestProgress) => void) | undefined;
  /** Stops between two slices where it answers false; the run goes on when it is asked again. */
  readonly goOn?: (() => boolean) | undefined;
  readonly slice?: number | undefined;
}

/**
 * Executes an approved run to its end, a slice of accounts a transaction. Cut short, it goes on where it stood when it is
 * asked again; two at once take turns. Refuses `interest.not-approved`.
 */
export async function executeRun(
  db: Database,
  { id, clock, onProgress, goOn, slice }: Execution,
): Promise<Result<InterestProgress, Refusal>> {
  for (;;) {
    const done = await inTransaction(db, (tx) =>
      guarded(callRunSlice(tx, { id, limit: slice ?? sliceSize, at: clock.now() })),
    );
    if (!done.ok) return done;
    if (!done.value) throw new Error('run_interest_slice answered nothing');
    onProgress?.(done.value);
    if (done.value.finishedAt !== null || goOn?.() === false) return ok(done.value);
  }
}

const nothing: InterestTotals = {
  ...{ accounts: 0n, bearing: 0n, interestFen: 0n, negativeFen: 0n, laggards: 0n, byReplay: 0n },
};

function addTotals(a: InterestTotals, b: InterestTotals): InterestTotals {
  return {
    accounts: a.accounts + b.accounts,
    bearing: a.bearing + b.bearing,
    interestFen: a.interestFen + b.interestFen,
    negativeFen: a.negativeFen + b.negativeFen,
    laggards: a.laggards + b.laggards,
    byReplay: a.byReplay + b.byReplay,
  };
}
