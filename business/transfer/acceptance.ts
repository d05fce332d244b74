import type { Refusal, Result } from '#basics';
import type { Tx } from '#platform/postgres';
import {
  type AcceptanceWithdrawal,
  type Accepting,
  callAccept,
  callOpenTransfer,
  callWithdrawAcceptance,
  type TransferOpening,
} from './acceptance.store.ts';
import { guarded } from './guarded.ts';

/** Says which transfer a case is, and with which agency. Refuses `transfer.no-transfer`, `.own-region`, `.opened-already`. */
export function openTransfer(tx: Tx, opening: TransferOpening): Promise<Result<void, Refusal>> {
  return guarded(callOpenTransfer(tx, opening));
}

/**
 * Accepts a transfer on the other agency's contact letter and holds the account; answers whether there was one. From then on
 * the relationship may be ended for the case. The case is still in `awaiting-letter`. Refuses `transfer.no-word`,
 * `.accepted-already`, `ledger.already-held`.
 */
export function acceptTransfer(tx: Tx, accepting: Accepting): Promise<Result<boolean, Refusal>> {
  return guarded(callAccept(tx, accepting));
}

/**
 * The other agency took its letter back before the money was settled: the account is free, and the relationship is again what
 * it was. Refuses `transfer.not-accepted`, `.no-word`.
 */
export function withdrawAcceptance(tx: Tx, withdrawal: AcceptanceWithdrawal): Promise<Result<void, Refusal>> {
  return guarded(callWithdrawAcceptance(tx, withdrawal));
}
