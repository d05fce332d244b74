import type { Refusal, Result } from '#basics';
import type { Tx } from '#platform/postgres';
import { guarded } from './guarded.ts';
import {
  callPassHold,
  callPlaceHold,
  callReleaseHold,
  type HoldPlacing,
  type HoldRelease,
} from './guards.store.ts';

/** Holds the whole account for a case; one at a time. Refuses `ledger.already-held`, `.account-closed`, `.no-case`. */
export function placeHold(tx: Tx, placing: HoldPlacing): Promise<Result<void, Refusal>> {
  return guarded(callPlaceHold(tx, placing));
}

/** Takes the hold of the case that this one follows over. Refuses `ledger.already-held` where that one holds nothing. */
export function passHold(tx: Tx, placing: HoldPlacing): Promise<Result<void, Refusal>> {
  return guarded(callPassHold(tx, placing));
}

/**
 * Lets the account go; answers whether this case held it. Settlement releases its hold by itself. Refuses `ledger.case-not-over`,
 * `ledger.approved-stays-held`.
 */
export function releaseHold(tx: Tx, release: HoldRelease): Promise<Result<boolean, Refusal>> {
  return guarded(callReleaseHold(tx, release));
}
