import { ok, type Refusal, type Result, refuse } from '#basics';
import { refusedByGuard } from '#platform/postgres';

/** What a guard of the database refuses, as a refusal; anything else stays a fault. */
export async function guarded<T>(asked: Promise<T>): Promise<Result<T, Refusal>> {
  try {
    return ok(await asked);
  } catch (fault) {
    const code = refusedByGuard(fault);
    if (code === undefined) throw fault;
    return refuse({ code });
  }
}
