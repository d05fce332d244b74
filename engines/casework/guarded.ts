import { guardedBy } from '#platform/postgres';

/** Asks a guard of the database: its answer, or its refusal as a value; everything else stays a fault. */
export const guarded = guardedBy({
  decision_maker_is_not_checker: 'casework.maker-is-checker',
  decision_within_limit: 'casework.above-limit',
  decision_approval_pkey: 'casework.no-decision',
  one_objection_per_decision: 'casework.changed-meanwhile',
  follow_up_once: 'casework.changed-meanwhile',
});
