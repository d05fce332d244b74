import { ok, type Refusal, type Result, refuse } from '#basics';
import { refusedByGuard } from './guard.ts';

/**
 * Makes what asks a guard of the database: its answer, or its refusal as a value; everything else stays a fault. `constraints` names the
 * code for each constraint that is a refusal.
 */
export function guardedBy(
  constraints: Readonly<Record<string, string>> = {},
): <T>(asked: Promise<T>) => Promise<Result<T, Refusal>> {
  return async (asked) => {
    try {
      return ok(await asked);
    } catch (error) {
      const code = refusedByGuard(error, constraints);
      if (code === undefined) throw error;
      return refuse({ code });
    }
  };
}
