import type { ChainedRecords } from '#engines/audit';

/** Measures of supervision in the chains of their persons, each with the columns that its guard chains. */
export const supervisionChains: readonly ChainedRecords[] = [
  {
    kind: 'measure-step',
    select: `SELECT owner_id, id AS reference, ARRAY[measure_id, step, kind, amount_fen::text, legal_basis, reason,
        paper_reference, to_char(effective_on, 'YYYY-MM-DD'), maker_id, instant_text(recorded_at)]
        || CASE WHEN origin IS NULL THEN ARRAY[]::text[] ELSE ARRAY[origin] END AS parts
      FROM supervision_step`,
  },
  {
    kind: 'measure-decision',
    select: `SELECT owner_id, step_id AS reference, ARRAY[maker_id, checker_id, confirmed::text, reason,
        instant_text(decided_at)] AS parts FROM supervision_decision`,
  },
  {
    kind: 'recovery-told',
    select: `SELECT owner_id, id AS reference, ARRAY[measure_id, amount_fen::text, bank_reference,
        to_char(effective_on, 'YYYY-MM-DD'), maker_id, instant_text(recorded_at)] AS parts FROM recovery_told`,
  },
  {
    kind: 'recovery-receipt',
    select: `SELECT owner_id, id AS reference, ARRAY[measure_id, way, amount_fen::text, bank_reference,
        to_char(effective_on, 'YYYY-MM-DD'), officer_id, instant_text(recorded_at)] AS parts FROM recovery_receipt`,
  },
];
