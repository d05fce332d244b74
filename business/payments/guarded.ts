import { ok, type Refusal, type Result, refuse } from '#basics';
import { refusedByGuard } from '#platform/postgres';

const constraints = {
  one_standing_attempt: 'payments.order-taken',
  payment_attempt_pkey: 'payments.order-taken',
  approver_is_not_maker: 'payments.maker-is-checker',
  one_approval_per_officer: 'payments.approved-already',
  payment_release_pkey: 'payments.batch-released',
  suspense_maker_is_not_checker: 'payments.resolver-is-checker',
  suspense_decision_pkey: 'payments.resolved-already',
  line_resolved_once: 'payments.resolved-already',
  statement_begins_where_the_last_ended: 'payments.statement-gap',
  one_line_of_a_number: 'payments.line-differs',
  one_payee_of_a_message: 'transfer.account-named',
} as const;

/** Asks a guard function: its answer, or its refusal as a value; everything else stays a fault. */
export async function guarded<T>(asked: Promise<T>): Promise<Result<T, Refusal>> {
  try {
    return ok(await asked);
  } catch (error) {
    const code = refusedByGuard(error, constraints);
    if (code === undefined) throw error;
    return refuse({ code });
  }
}
