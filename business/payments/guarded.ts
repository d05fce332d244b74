import { ok, type Refusal, type Result, refuse } from '#basics';
import { refusedByGuard } from '#platform/postgres';

const constraints = {
  one_standing_attempt: 'payments.order-taken',
  payment_attempt_pkey: 'payments.order-taken',
  batch_maker_is_not_checker: 'payments.maker-is-checker',
  payment_release_pkey: 'payments.batch-released',
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
