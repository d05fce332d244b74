import { ok, type Refusal, type Result, refuse } from '#basics';
import { refusedByGuard } from '#platform/postgres';

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

const constraints = {
  rejected_with_a_reason: 'materials.reason-missing',
  paper_page_pkey: 'casework.changed-meanwhile',
  paper_page_owner_id_case_id_file_id_fkey: 'materials.no-file',
} as const;
