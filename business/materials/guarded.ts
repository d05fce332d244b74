import { guardedBy } from '#platform/postgres';

/** Asks a guard of the database: its answer, or its refusal as a value; everything else stays a fault. */
export const guarded = guardedBy({
  rejected_with_a_reason: 'materials.reason-missing',
  paper_page_pkey: 'casework.changed-meanwhile',
  paper_page_owner_id_case_id_file_id_fkey: 'materials.no-file',
});
