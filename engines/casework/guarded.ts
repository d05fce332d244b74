import { ok, type Refusal, type Result, refuse } from '#basics';
import { refusedByGuard } from '#platform/postgres';

/** Constraints of the database that are refusals, by name. */
const constraints = {
  decision_maker_is_not_checker: 'casework.maker-is-checker',
  decision_within_limit: 'casework.above-limit',
  decision_approval_pkey: 'casework.no-decision',
  one_objection_per_decision: 'casework.changed-meanwhile',
  follow_up_once: 'casework.changed-meanwhile',
} as const;

/** Asks a guard of the database: its answer, or its refusal as a value; everything else stays a fault. */
export async function guarded<T>(call: () => Promise<T>): Promise<Result<T, Refusal>> {
  try {
    return ok(await call());
  } catch (error) {
    const code = refusedByGuard(error, constraints);
    if (code === undefined) throw error;
    return refuse({ code });
  }
}
