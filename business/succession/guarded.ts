import { ok, type Refusal, type Result, refuse } from '#basics';
import { guardDetail, refusedByGuard } from '#platform/postgres';
import type { SuccessionCode } from './refusals.ts';

const constraints = {
  division_maker_is_not_checker: 'succession.same-officer',
  division_decision_pkey: 'succession.decided',
  inquiry_maker_is_not_checker: 'succession.same-officer',
  account_inquiry_review_pkey: 'succession.inquiry-reviewed',
  account_inquiry_decision_pkey: 'succession.inquiry-reviewed',
  escheat_within_limit: 'succession.above-limit',
  escheat_maker_is_not_checker: 'succession.same-officer',
  escheat_decision_pkey: 'succession.decided',
  successor_owner_id_case_id_place_key: 'succession.at-once',
  successor_word_pkey: 'succession.at-once',
  heir_contact_pkey: 'succession.at-once',
  one_login_of_an_heir: 'succession.share-taken',
  division_owner_id_case_id_revision_key: 'succession.at-once',
} as const satisfies Readonly<Record<string, SuccessionCode>>;

/**
 * Asks a guard of the database: its answer, or its refusal as a value; everything else stays a fault. Which case holds an account is
 * told to officers, who alone meet that here.
 */
export async function guarded<T>(asked: Promise<T>): Promise<Result<T, Refusal>> {
  try {
    return ok(await asked);
  } catch (error) {
    const code = refusedByGuard(error, constraints);
    if (code === undefined) throw error;
    const number = guardDetail(error);
    if (code === 'ledger.already-held' && number !== null)
      return refuse({ code: 'succession.held-by-case', figures: { number } });
    return refuse({ code });
  }
}
