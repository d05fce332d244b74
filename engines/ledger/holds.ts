import { ok, type Refusal, type Result } from '#basics';
import { guardDetail, type Tx } from '#platform/postgres';
import { guarded, refusalOf } from './guarded.ts';
import {
  callPassHold,
  callPlaceHold,
  callReleaseHold,
  type HoldPlacing,
  type HoldRelease,
} from './guards.store.ts';

/**
 * Why an account cannot be held. `heldBy` is the number of the case that holds it: no figure of the refusal, because not everybody
 * may know it. The procedure says it to whoever may.
 */
export interface HoldRefusal extends Refusal {
  readonly heldBy: string | null;
}

/** Holds the whole account for a case; one at a time. Refuses `ledger.already-held`, `.account-closed`, `.no-case`. */
export function placeHold(tx: Tx, placing: HoldPlacing): Promise<Result<void, HoldRefusal>> {
  return holding(callPlaceHold(tx, placing));
}

/** Takes the hold of the case that this one follows over. Refuses `ledger.already-held` where that one holds nothing. */
export function passHold(tx: Tx, placing: HoldPlacing): Promise<Result<void, HoldRefusal>> {
  return holding(callPassHold(tx, placing));
}

/**
 * Lets the account go; answers whether this case held it. Settlement releases its hold by itself. Refuses `ledger.case-not-over`,
 * `ledger.approved-stays-held`.
 */
export function releaseHold(tx: Tx, release: HoldRelease): Promise<Result<boolean, Refusal>> {
  return guarded(callReleaseHold(tx, release));
}

async function holding(asked: Promise<void>): Promise<Result<void, HoldRefusal>> {
  try {
    return ok(await asked);
  } catch (error) {
    return { ok: false, refusal: { ...refusalOf(error), heldBy: guardDetail(error) } };
  }
}
