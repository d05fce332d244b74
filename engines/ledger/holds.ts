import type { Refusal, Result } from '#basics';
import type { Tx } from '#platform/postgres';
import { guarded } from './guarded.ts';
import { callPlaceHold, callReleaseHold, type HoldPlacing, type HoldRelease } from './guards.store.ts';

/** Holds the whole account for a case; one hold at a time. Refuses `ledger.already-held`, `ledger.account-closed`. */
export function placeHold(tx: Tx, placing: HoldPlacing): Promise<Result<void, Refusal>> {
  return guarded(callPlaceHold(tx, placing));
}

/** Lets the account go; answers whether this case held it. Settlement releases its hold by itself. */
export function releaseHold(tx: Tx, release: HoldRelease): Promise<boolean> {
  return callReleaseHold(tx, release);
}
