import type { ChainedRecords } from '#engines/audit';

/** Adjustments in the chains of their persons, each with the columns that its guard chains. */
export const adjustmentChains: readonly ChainedRecords[] = [
  {
    kind: 'adjustment',
    select: `SELECT owner_id, id AS reference, ARRAY[kind, amount_fen::text, counter, bucket, to_char(effective_on, 'YYYY-MM-DD'),
        target_journal, target_line::text, target_order, reason, paper_reference, maker_id, instant_text(made_at)] AS parts
      FROM adjustment`,
  },
  {
    kind: 'adjustment-decision',
    select: `SELECT owner_id, adjustment_id AS reference, ARRAY[maker_id, checker_id, approved::text, reason, journal_id,
        shortage_fen::text, instant_text(decided_at)] AS parts FROM adjustment_decision`,
  },
];
