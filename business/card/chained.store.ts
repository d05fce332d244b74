import type { ChainedRecords } from '#engines/audit';

/** Cards and their events in the chains of their persons, each with the columns that its guard chains. */
export const cardChains: readonly ChainedRecords[] = [
  {
    kind: 'card',
    select: 'SELECT owner_id, id AS reference, ARRAY[kind, number_tail, replaces_id] AS parts FROM card',
  },
  {
    kind: 'card-event',
    select: `SELECT owner_id, card_id || '/' || seq AS reference, ARRAY[step, from_state, to_state, actor_kind, actor_id,
        legal_basis, reason, paper_reference, case_id, instant_text(effective_at), instant_text(recorded_at)] AS parts
      FROM card_event`,
  },
  {
    kind: 'card-payment',
    select: `SELECT owner_id, id AS reference, ARRAY[card_id, merchant_id, merchant_reference, institution, amount_fen::text,
        instant_text(authorised_at), instant_text(expires_at)] AS parts FROM card_payment`,
  },
  {
    kind: 'card-payment-end',
    select: `SELECT owner_id, id AS reference, ARRAY[state, confirmed_fen::text, instant_text(ended_at)] AS parts
      FROM card_payment WHERE ended_at IS NOT NULL`,
  },
];
