import { type Fen, fen, type Ids, ok, type PlainDate, type Refusal, type Result } from '#basics';
import type { Tx } from '#platform/postgres';
import { readInterestEntries, readInterestRates } from './account.store.ts';
import { guarded } from './guarded.ts';
import { interestToDate } from './interest.ts';
import {
  callDecideMatch,
  callReceive,
  callRequestMatch,
  callSettleTransfer,
  callTakeBack,
  type MatchDecision,
  type MatchRequest,
  type TakingBack,
  type TransferMoney,
} from './transfer.store.ts';

export interface TransferSettlement {
  readonly owner: string;
  /** Accepted on the other agency's contact letter, and still in `accepted`. */
  readonly caseId: string;
  /** Interest runs to this day; not in the future, not before the acceptance. */
  readonly on: PlainDate;
  readonly at: Date;
  readonly ids: Ids;
}

export interface TransferSettled {
  /** The balance and the interest; 0 where there was nothing to remit. */
  readonly amountFen: Fen;
  readonly interestFen: Fen;
  /** Null where there was nothing to remit. */
  readonly orderId: string | null;
}

/**
 * Settles an accepted transfer: interest to the day, the whole balance to the other agency's clearing account, the hold
 * released, the order to pay it made; all or nothing. An empty account is only released. Refuses `transfer.not-accepted`,
 * `.balance-not-taken`, `payments.no-payee`, and what a settlement of a withdrawal refuses.
 */
export async function settleTransfer(
  tx: Tx,
  settlement: TransferSettlement,
): Promise<Result<TransferSettled, Refusal>> {
  const { owner, caseId, on, at, ids } = settlement;
  const entries = await readInterestEntries(tx, owner);
  const interestFen = interestToDate(entries, { rates: await readInterestRates(tx), on });
  const orderId = ids.next('ord');
  const authorityId = ids.next('aut');
  const { first: interestJournalId, second: transferJournalId } = twoJournals(ids);
  const settled = await guarded(
    callSettleTransfer(tx, {
      ...{ owner, caseId, interestFen, interestJournalId, transferJournalId, authorityId, orderId, on, at },
    }),
  );
  if (!settled.ok) return settled;
  return ok({
    amountFen: fen(settled.value),
    interestFen,
    orderId: settled.value > 0n ? orderId : null,
  });
}

/**
 * Takes money back into the account that has not left or came back from the bank, as of the day on which it was settled:
 * nobody loses interest by a transfer that came to nothing. Answers whether the case holds the account again, which it does
 * unless another one does by now. Refuses `transfer.money-gone`, `.no-word`, `ledger.case-not-over`.
 */
export async function takeBackTransfer(
  tx: Tx,
  { ids, ...taking }: TakingBack & { readonly ids: Ids },
): Promise<Result<{ readonly held: boolean }, Refusal>> {
  const taken = await guarded(callTakeBack(tx, { ...taking, journalId: ids.next('jnl') }));
  return taken.ok ? ok({ held: taken.value }) : taken;
}

/**
 * Credits a line of the bank's statement that says the announced reference and amount: to the person who came, or back to the
 * one whose balance the other agency refused after it had been paid. The case is still in `awaiting-balance`, or in
 * `awaiting-money-back`. Refuses `transfer.money-differs`, `.awaits-no-money`, `.no-word`, `.word-received`,
 * `payments.not-in-suspense`, `.resolved-already`.
 */
export async function receiveTransfer(
  tx: Tx,
  { ids, ...money }: TransferMoney & { readonly ids: Ids },
): Promise<Result<Fen, Refusal>> {
  const received = await guarded(callReceive(tx, { ...money, ...journals(ids) }));
  return received.ok ? ok(fen(received.value)) : received;
}

/** A finance officer says why money with another reference or amount is a transfer's all the same. */
export async function requestTransferMatch(
  tx: Tx,
  { ids, ...request }: MatchRequest & { readonly ids: Ids },
): Promise<Result<{ readonly matchId: string }, Refusal>> {
  const matchId = ids.next('mat');
  const asked = await guarded(callRequestMatch(tx, { ...request, matchId }));
  return asked.ok ? ok({ matchId }) : asked;
}

/**
 * Another finance officer decides; approved, what the bank has is credited, and the amount answered. Refuses
 * `transfer.matcher-is-checker`, `.match-decided`, `.no-match`.
 */
export async function decideTransferMatch(
  tx: Tx,
  { ids, ...decision }: MatchDecision & { readonly ids: Ids },
): Promise<Result<Fen | null, Refusal>> {
  const decided = await guarded(callDecideMatch(tx, { ...decision, ...journals(ids) }));
  if (!decided.ok) return decided;
  return ok(decided.value === null ? null : fen(decided.value));
}

function journals(ids: Ids): { readonly receiptJournalId: string; readonly journalId: string } {
  const { first, second } = twoJournals(ids);
  return { receiptJournalId: first, journalId: second };
}

/** Both are made in the same millisecond; sorted, so that every list shows the first one first. */
function twoJournals(ids: Ids): { readonly first: string; readonly second: string } {
  const [first = '', second = ''] = [ids.next('jnl'), ids.next('jnl')].sort();
  return { first, second };
}
