import type { PlainDate, Refusal, Result } from '#basics';
import type { Tx } from '#platform/postgres';
import { guarded } from './guarded.ts';
import { callOpen, callPostOpening, callStage, type Opening, type OpeningPosting } from './guards.store.ts';

/** Opens an owner's account with nothing in it; once open, nothing happens. */
export async function openAccount(
  tx: Tx,
  opening: { readonly owner: string; readonly on: PlainDate },
): Promise<void> {
  await callOpen(tx, opening);
}

/**
 * Brings an opening balance of an import to the record; it is posted only after the import's approval. The same line again
 * is no harm. Refuses `registry.import-closed`, `ledger.day-not-come`, `ledger.opening-differs`.
 */
export function stageOpening(tx: Tx, opening: Opening): Promise<Result<void, Refusal>> {
  return guarded(callStage(tx, opening));
}

/**
 * Posts one staged balance of an approved import; answers whether anything was posted (not for the same line again, nor for
 * a balance of nothing). Refuses `registry.import-not-approved`, `ledger.already-opened`, `ledger.account-closed`.
 */
export function postOpening(tx: Tx, posting: OpeningPosting): Promise<Result<boolean, Refusal>> {
  return guarded(callPostOpening(tx, posting));
}
