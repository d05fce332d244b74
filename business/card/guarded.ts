import { ok, type Refusal, type Result, refuse } from '#basics';
import { refusedByGuard } from '#platform/postgres';
import type { CardCode } from './refusals.ts';

const constraints = {
  one_card_of_a_kind: 'card.kind-bound',
} as const satisfies Readonly<Record<string, CardCode>>;

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
