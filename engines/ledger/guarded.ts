import { ok, type Refusal, type Result, refuse } from '#basics';
import { refusedByGuard } from '#platform/postgres';

const constraints = {
  one_whole_account_hold: 'ledger.already-held',
  account_hold_pkey: 'ledger.already-held',
  one_opening_per_person: 'ledger.already-opened',
  interest_maker_is_not_checker: 'interest.same-officer',
  interest_run_decision_pkey: 'interest.decided',
  word_is_received_once: 'transfer.word-received',
  line_is_credited_once: 'payments.resolved-already',
  match_maker_is_not_checker: 'transfer.matcher-is-checker',
  transfer_match_decision_pkey: 'transfer.match-decided',
} as const;

/** Asks a guard function: its answer, or its refusal as a value; everything else stays a fault. */
export async function guarded<T>(asked: Promise<T>): Promise<Result<T, Refusal>> {
  try {
    return ok(await asked);
  } catch (error) {
    return refuse(refusalOf(error));
  }
}

/** The refusal of a guard that raised this; a fault is thrown on. */
export function refusalOf(error: unknown): Refusal {
  const code = refusedByGuard(error, constraints);
  if (code === undefined) throw error;
  return { code };
}
