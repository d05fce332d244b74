import type { ChainedRecords } from '#engines/audit';

/** Successors, words, divisions and who officers saw behind a successor's login, in the chain of the person who died, each with the columns that its guard chains. */
export const successionChains: readonly ChainedRecords[] = [
  {
    kind: 'successor',
    select: `SELECT owner_id, id AS reference, ARRAY[case_id, place::text, name, name_latin, relation, basis, represents,
        to_char(predeceased_on, 'YYYY-MM-DD'), to_char(born_on, 'YYYY-MM-DD'), identity_kind, guardian_name, guardian_kind,
        guardian_paper, paper_reference, recorded_by, instant_text(recorded_at)] AS parts FROM successor`,
  },
  {
    kind: 'successor-word',
    select: `SELECT owner_id, successor_id || '/' || seq AS reference, ARRAY[case_id, word, array_to_string(disputes, ' '),
        division_id, channel, paper_reference, recorded_by, instant_text(recorded_at)] AS parts FROM successor_word`,
  },
  {
    kind: 'division',
    select: `SELECT d.owner_id, d.id AS reference, ARRAY[d.case_id, d.revision::text, d.order_id, d.basis, d.denominator::text,
        (SELECT string_agg(s.successor_id || ' ' || s.numerator, ' ' ORDER BY s.place) FROM division_share s
          WHERE s.owner_id = d.owner_id AND s.division_id = d.id),
        d.paper_reference, d.maker_id, instant_text(d.recorded_at)] AS parts FROM division d`,
  },
  {
    // With the person who died; the row itself lies with the login. One without a document was chained without it.
    kind: 'login-holder',
    select: `SELECT person_id AS owner_id, owner_id || '/' || seq AS reference, CASE WHEN identity_kind IS NULL
        THEN ARRAY[name, proof, officer_id, instant_text(since_at)]
        ELSE ARRAY[name, identity_kind, identity_tail, proof, officer_id, instant_text(since_at)] END AS parts FROM login_holder`,
  },
  {
    kind: 'escheat',
    select: `SELECT owner_id, id AS reference, ARRAY[to_char(notice_on, 'YYYY-MM-DD'), notice_days::text, notice_paper, reason,
        maker_id, instant_text(made_at)] AS parts FROM escheat`,
  },
  {
    kind: 'escheat-decision',
    // A row from before there was a limit was chained without it.
    select: `SELECT owner_id, escheat_id AS reference, CASE WHEN limit_fen IS NULL
        THEN ARRAY[maker_id, checker_id, approved::text, reason, amount_fen::text, instant_text(decided_at)]
        ELSE ARRAY[maker_id, checker_id, approved::text, reason, amount_fen::text, limit_fen::text, instant_text(decided_at)]
        END AS parts FROM escheat_decision`,
  },
  {
    kind: 'division-decision',
    select: `SELECT owner_id, division_id AS reference, ARRAY[maker_id, checker_id, approved::text, reason,
        instant_text(decided_at)] AS parts FROM division_decision`,
  },
];
