import { guardedBy } from '#platform/postgres';

/** Asks a guard of the database: its answer, or its refusal as a value; everything else stays a fault. */
export const guarded = guardedBy({
  transfer_pkey: 'transfer.opened-already',
  transfer_owner_id_transfer_id_key: 'transfer.opened-already',
  transfer_locator_pkey: 'transfer.opened-already',
  partner_paper_pkey: 'transfer.word-differs',
  partner_paper_decision_pkey: 'transfer.paper-decided',
  partner_posting_pkey: 'transfer.posted-already',
  partner_paper_draft_pkey: 'transfer.paper-newer',
  paper_recorder_is_not_checker: 'transfer.recorder-is-checker',
  transfer_acceptance_pkey: 'transfer.accepted-already',
  one_acceptance_stands: 'transfer.accepted-already',
  one_whole_account_hold: 'ledger.already-held',
  account_hold_pkey: 'ledger.already-held',
  proposer_is_not_decider: 'transfer.proposer-is-decider',
  transfer_proposal_decision_pkey: 'transfer.proposal-decided',
});
