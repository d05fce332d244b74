import { guardedBy } from '#platform/postgres';

/** Asks a guard of the database: its answer, or its refusal as a value; everything else stays a fault. */
export const guarded = guardedBy({
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
});
