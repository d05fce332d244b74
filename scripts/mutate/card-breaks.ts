import type { Break } from './break.ts';

const file = 'migrations/0014-card.sql';
const paying = 'migrations/0027-card-payments.sql';
const payments = ['business/card/payments.db.test.ts'];
const tests = ['business/card/guards.db.test.ts'];

/** Guards of the card. */
export const cardBreaks: readonly Break[] = [
  {
    name: 'card-pays-active',
    guard: 'A card that is lost, locked or ended pays nothing',
    ...{ file, tests },
    find: `  IF v_state IS DISTINCT FROM 'active' THEN`,
    replace: '  IF v_state IS NULL THEN',
  },
  {
    name: 'card-pays-investigated',
    guard: 'No card pays while an investigation stands',
    ...{ file, tests },
    find: '  PERFORM public.money_may_leave(p_owner);\n',
    replace: '',
  },
  {
    name: 'card-row-kept',
    guard: 'A loss that is being written and a payment wait for one another',
    ...{ file, tests },
    find: 'WHERE owner_id = p_owner AND id = p_card FOR SHARE;',
    replace: 'WHERE owner_id = p_owner AND id = p_card;',
  },
  {
    name: 'card-one-of-a-kind',
    guard: 'A person has one card of a kind',
    ...{ file, tests },
    find: 'CREATE UNIQUE INDEX one_card_of_a_kind',
    replace: 'CREATE INDEX one_card_of_a_kind',
  },
  {
    name: 'card-number-once',
    guard: 'A card number belongs to one person',
    file: 'migrations/0028-identity-keys.sql',
    tests,
    find: ' WHERE l.owner_id = excluded.owner_id;',
    replace: ';',
  },
  {
    name: 'card-unlocker',
    guard: 'Whoever locked a card does not unlock it',
    ...{ file, tests },
    find: `  IF p_step = 'unlock' AND v_officer =`,
    replace: `  IF p_step = 'never' AND v_officer =`,
  },
  {
    name: 'card-locked-stays',
    guard: 'A locked card is not replaced',
    ...{ file, tests },
    find: `  ('replace', 'active', 'ended', 'clerk'), ('replace', 'lost', 'ended', 'clerk'),`,
    replace: `  ('replace', 'active', 'ended', 'clerk'), ('replace', 'lost', 'ended', 'clerk'), ('replace', 'locked', 'ended', 'clerk'),`,
  },
  {
    name: 'card-settled',
    guard: 'Cards end by themselves only with a settled case',
    ...{ file, tests },
    find: `AND h.released_by = 'settlement';
  IF NOT FOUND THEN`,
    replace: `AND h.released_by = 'settlement';
  IF false THEN`,
  },
  {
    name: 'card-key',
    guard: 'Only a live key that is meant for payments authorises, confirms or cancels one',
    file: paying,
    tests: payments,
    find: '  IF NOT p_scope = ANY (v_key.scopes) THEN',
    replace: '  IF false THEN',
  },
  {
    name: 'card-own-payment',
    guard: 'A payment is its merchant’s own',
    file: paying,
    tests: payments,
    find: 'AND id = p_payment AND merchant_id = v_merchant FOR UPDATE;',
    replace: 'AND id = p_payment FOR UPDATE;',
  },
  {
    name: 'card-confirm-authorised',
    guard: 'Never more is confirmed than was authorised',
    file: 'migrations/0038-lent-when-spent.sql',
    tests: payments,
    find: '  IF v_amount > v_payment.amount_fen THEN',
    replace: '  IF p_amount IS NULL THEN',
  },
  {
    name: 'card-confirm-usable',
    guard: 'A confirmation takes nothing from a lost card or under an investigation',
    file: 'migrations/0038-lent-when-spent.sql',
    tests: payments,
    find: '  PERFORM public.card_may_pay(v_owner, v_payment.card_id);\n',
    replace: '',
  },
  {
    name: 'card-confirm-in-time',
    guard: 'A late confirmation is refused',
    file: 'migrations/0038-lent-when-spent.sql',
    tests: payments,
    find: `v_payment.state <> 'authorised' OR v_payment.expires_at <= p_at THEN`,
    replace: `v_payment.state <> 'authorised' THEN`,
  },
  {
    name: 'card-let-go',
    guard: 'What was held is let go when the payment ends',
    file: paying,
    tests: payments,
    find: '  PERFORM public.release_amount(p_owner, v_payment.amount_fen);\n',
    replace: '',
  },
  {
    name: 'card-paper',
    guard: 'A card is bound, given back, replaced or ended on a paper that was seen',
    file: 'migrations/0014-card.sql',
    find: "CHECK (step NOT IN ('bind', 'found', 'replace', 'end') OR paper_reference IS NOT NULL),",
    replace: '',
    tests: ['business/card/guards.db.test.ts'],
  },
];
