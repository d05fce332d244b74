import type { ChainedRecords } from '#engines/audit';

/** Transfers, other agencies' words and what was made of them in the person's chain, each with the columns that its guard chains. */
export const transferChains: readonly ChainedRecords[] = [
  {
    kind: 'transfer',
    select: `SELECT owner_id, case_id AS reference, ARRAY[transfer_id, direction, partner, instant_text(opened_at)] AS parts
      FROM transfer`,
  },
  {
    kind: 'partner-word',
    select: `SELECT owner_id, message_id AS reference, ARRAY[transfer_id, from_region, to_region, type, figures::text, channel,
        instant_text(sent_at), instant_text(kept_at)] AS parts FROM partner_word`,
  },
  {
    kind: 'partner-paper',
    select: `SELECT owner_id, message_id AS reference, ARRAY[transfer_id, from_region, to_region, type, figures::text,
        encode(digest, 'hex'), paper_reference, file_id, instant_text(dated_at), maker_id, instant_text(recorded_at)] AS parts
      FROM partner_paper`,
  },
  {
    kind: 'partner-paper-decision',
    select: `SELECT owner_id, message_id AS reference, ARRAY[maker_id, encode(digest, 'hex'), checker_id, confirmed::text, reason,
        instant_text(decided_at)] AS parts FROM partner_paper_decision`,
  },
  {
    kind: 'partner-posting',
    select: `SELECT owner_id, case_id || '/' || seq AS reference, ARRAY[posted_on::text, post_reference, officer_id,
        instant_text(recorded_at)] AS parts FROM partner_posting`,
  },
  {
    kind: 'transfer-acceptance',
    select: `SELECT owner_id, message_id AS reference, ARRAY[case_id, instant_text(accepted_at)] AS parts FROM transfer_acceptance`,
  },
  {
    kind: 'transfer-match',
    select: `SELECT owner_id, id AS reference, ARRAY[case_id, message_id, bank_owner, line_key, reason, maker_id,
        instant_text(made_at)] AS parts FROM transfer_match`,
  },
  {
    kind: 'transfer-match-decision',
    select: `SELECT owner_id, match_id AS reference, ARRAY[maker_id, checker_id, approved::text, reason,
        instant_text(decided_at)] AS parts FROM transfer_match_decision`,
  },
  {
    kind: 'transfer-receipt',
    select: `SELECT owner_id, message_id AS reference, ARRAY[case_id, bank_owner, line_key, said_fen::text, amount_fen::text,
        journal_id, match_id, instant_text(received_at)] AS parts FROM transfer_receipt`,
  },
  {
    kind: 'transfer-proposal',
    select: `SELECT owner_id, id AS reference, ARRAY[case_id, kind, message_id, content::text, reason, maker_id, instant_text(made_at)] AS parts
      FROM transfer_proposal`,
  },
  {
    kind: 'transfer-proposal-decision',
    select: `SELECT owner_id, proposal_id AS reference, ARRAY[maker_id, checker_id, approved::text, reason,
        instant_text(decided_at)] AS parts FROM transfer_proposal_decision`,
  },
];
