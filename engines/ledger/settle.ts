import { type Fen, fen, type Ids, ok, type PlainDate, type Refusal, type Result } from '#basics';
import type { Tx } from '#platform/postgres';
import { readInterestEntries, readInterestRates } from './account.store.ts';
import { guarded } from './guarded.ts';
import { type Closing, callClose, callSettle } from './guards.store.ts';
import { interestToDate } from './interest.ts';

export interface Settlement {
  readonly owner: string;
  readonly caseId: string;
  /** The decision to pay, approved by two. */
  readonly decisionId: string;
  /** Interest runs to this day; not in the future, not before the decision. */
  readonly on: PlainDate;
  readonly at: Date;
  readonly ids: Ids;
}

export interface Settled {
  /** What became payable: the balance and the interest. */
  readonly amountFen: Fen;
  readonly interestFen: Fen;
  readonly orderId: string;
  readonly authorityId: string;
}

/**
 * Settles an approved withdrawal: interest to the day, the whole balance to `payable`, the hold released, the payment order
 * made; all or nothing. The database checks the interest and fixes the amount from the locked row. Refuses
 * `ledger.not-approved`, `.not-held`, `.interest-differs`, `.day-not-come`, `.day-gone-by`, `.nothing-to-settle`,
 * `.account-closed` and `payments.no-payee`.
 */
export async function settleWithdrawal(tx: Tx, settlement: Settlement): Promise<Result<Settled, Refusal>> {
  const { owner, caseId, decisionId, on, at, ids } = settlement;
  const entries = await readInterestEntries(tx, owner);
  const interestFen = interestToDate(entries, { rates: await readInterestRates(tx), on });
  const authorityId = ids.next('aut');
  const orderId = ids.next('ord');
  // Both are made in the same millisecond; sorted, so that every list shows the interest before the withdrawal.
  const [interestJournalId = '', withdrawalJournalId = ''] = [ids.next('jnl'), ids.next('jnl')].sort();
  const settled = await guarded(
    callSettle(tx, {
      ...{ owner, caseId, decisionId, interestFen, authorityId, orderId, on, at },
      ...{ interestJournalId, withdrawalJournalId },
    }),
  );
  if (!settled.ok) return settled;
  return ok({ amountFen: fen(settled.value), interestFen, orderId, authorityId });
}

/** Closes an account that the case has emptied; answers whether it was open. Refuses `ledger.not-settled`. */
export function closeAccount(tx: Tx, closing: Closing): Promise<Result<boolean, Refusal>> {
  return guarded(callClose(tx, closing));
}
