import { ok, type Refusal, type Result, refuse } from '#basics';
import { refusedByGuard } from '#platform/postgres';
import type { AdjustmentCode } from './refusals.ts';

const constraints = {
  adjustment_maker_is_not_checker: 'adjustment.same-officer',
  adjustment_decision_pkey: 'adjustment.decided-already',
  reversed_line_pkey: 'adjustment.reversed-already',
} as const satisfies Readonly<Record<string, AdjustmentCode>>;

/** Asks a guard of the database: its answer, or its refusal as a value; everything else stays a fault. */
export async function guarded<T>(asked: Promise<T>): Promise<Result<T, Refusal>> {
  try {
    return ok(await asked);
  } catch (error) {
    const code = refusedByGuard(error, constraints);
    if (code === undefined) throw error;
    return refuse({ code });
  }
}
