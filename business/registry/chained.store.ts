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
             'rank ' || instant_text(rank_at), 'correction ' || correction_id], NULL) AS parts FROM record_entry`,
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
        line_no::text, coalesce(correction_id, arrived_in(message_id, deemed)), instant_text(recorded_at)] AS parts FROM paid_period`,
  },
  {
    kind: 'correction',
    select: `SELECT owner_id, id AS reference, ARRAY[subject, subject_id, before::text, after::text,
        to_char(true_from, 'YYYY-MM-DD'), to_char(true_to, 'YYYY-MM-DD'), reason, paper_reference, wish_id, maker_id,
        instant_text(requested_at)] AS parts FROM correction`,
  },
  {
    kind: 'correction-decision',
    select: `SELECT owner_id, correction_id AS reference, ARRAY[maker_id, checker_id, approved::text, reason,
        instant_text(decided_at)] AS parts FROM correction_decision`,
  },
  {
    kind: 'void',
    select: `SELECT owner_id, coalesce(correction_id, coalesce(run_id, message_id) || '/' || subject_id) AS reference, ARRAY[subject, subject_id,
        coalesce(correction_id, run_id, message_id), instant_text(voided_at)] AS parts FROM record_void`,
  },
  {
    kind: 'detail',
    select: `SELECT owner_id, id AS reference, ARRAY[field, value, to_char(true_from, 'YYYY-MM-DD'),
        coalesce(correction_id, changed_by || ' ' || code_id), instant_text(recorded_at)] AS parts FROM person_detail`,
  },
  {
    kind: 'document',
    select: `SELECT owner_id, id AS reference, ARRAY[kind, issuer, number_tail, to_char(true_from, 'YYYY-MM-DD'),
        correction_id, instant_text(recorded_at)] AS parts FROM identity_document WHERE correction_id IS NOT NULL`,
  },
  {
    kind: 'merge',
    select: `SELECT owner_id, id AS reference, ARRAY[step, merge_id, survivor_id, reason, paper_reference, maker_id,
        instant_text(requested_at)] AS parts FROM merge_step`,
  },
  {
    // In the chains of both persons.
    kind: 'merge-decision',
    select: `SELECT CASE w.survives WHEN true THEN s.survivor_id ELSE s.owner_id END AS owner_id,
        CASE w.survives WHEN true THEN s.owner_id || '/' || s.id ELSE s.id END AS reference,
        ARRAY[d.maker_id, d.checker_id, d.approved::text, d.reason, d.moved_fen::text, to_char(d.moved_on, 'YYYY-MM-DD'),
          instant_text(d.decided_at)] AS parts
      FROM merge_decision d JOIN merge_step s ON s.owner_id = d.owner_id AND s.id = d.step_id
      JOIN (VALUES (false), (true)) AS w (survives) ON NOT w.survives OR d.approved`,
  },
];
