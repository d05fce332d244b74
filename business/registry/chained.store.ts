import type { ChainedRecords } from '#engines/audit';

/** The records of the register that stand in the chains of their persons, each with the columns that its guard chains. */
export const registryChains: readonly ChainedRecords[] = [
  {
    kind: 'person',
    select: `SELECT owner_id, owner_id AS reference, ARRAY[name, name_latin, to_char(born_on, 'YYYY-MM-DD'), nationality,
        office_id, run_id, line_no::text, instant_text(recorded_at)] AS parts FROM person`,
  },
  {
    kind: 'entry',
    select: `SELECT owner_id, id AS reference, ARRAY[kind, body::text, paper_reference, run_id, line_no::text, case_id,
          maker_id, instant_text(recorded_at)]
        || array_remove(ARRAY['from ' || to_char(true_from, 'YYYY-MM-DD'), 'to ' || to_char(true_to, 'YYYY-MM-DD'),
             'rank ' || instant_text(rank_at)], NULL) AS parts FROM record_entry`,
  },
  {
    kind: 'confirmation',
    select: `SELECT owner_id, entry_id AS reference, ARRAY[maker_id, checker_id, confirmed::text, reason,
        instant_text(decided_at)] AS parts FROM record_confirmation`,
  },
  {
    kind: 'employment',
    select: `SELECT owner_id, id AS reference, ARRAY[employer_id, to_char(from_on, 'YYYY-MM-DD'), run_id, line_no::text,
        correction_id, instant_text(recorded_at)] AS parts FROM employment`,
  },
  {
    kind: 'employment-end',
    select: `SELECT owner_id, id AS reference, ARRAY[employment_id, to_char(ended_on, 'YYYY-MM-DD'), case_id, correction_id,
        instant_text(recorded_at)] AS parts FROM employment_end`,
  },
  {
    kind: 'period',
    select: `SELECT owner_id, id AS reference, ARRAY[from_month, to_month, base_fen::text, origin_region, run_id,
        line_no::text, correction_id, instant_text(recorded_at)] AS parts FROM paid_period`,
  },
];
