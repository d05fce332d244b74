import { ok, type Refusal, type Result, refuse } from '#basics';
import { refusedByGuard } from '#platform/postgres';
import type { SupervisionCode } from './refusals.ts';

const constraints = {
  supervision_maker_is_not_checker: 'supervision.same-officer',
  supervision_decision_pkey: 'supervision.decided',
  supervision_step_owner_id_fkey: 'supervision.no-such-person',
} as const satisfies Readonly<Record<string, SupervisionCode>>;

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
