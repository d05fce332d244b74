import type { Break } from './break.ts';

const words = 'migrations/0082-transfers.sql';
const money = 'migrations/0083-transfer-money.sql';
const receipts = 'migrations/0084-transfer-receipts.sql';
const spoken = ['business/transfer/partner-words.db.test.ts'];
const byHand = ['business/transfer/balance-leg.db.test.ts'];
const story = ['business/transfer/both-legs.db.test.ts'];
const atOnce = ['business/transfer/one-wins.db.test.ts'];

/** Guards of what another agency says: whose word it is, about whom, and that nobody here makes it up. */
const wordBreaks: readonly Break[] = [
  {
    ...{ name: 'word-kept-first', file: words, tests: spoken },
    guard: 'Another agency’s word is a message that its gateway sent and ours kept',
    find: 'IF v_kept.message_id IS NULL OR NOT (v_kept.state = ',
    replace: 'IF v_kept.message_id IS NOT NULL AND NOT (v_kept.state = ',
  },
  {
    ...{ name: 'word-in-its-turn', file: words, tests: spoken },
    guard: 'A message counts after those that its sender sent before it',
    find: "(v_kept.state = 'kept' AND public.message_is_next(v_kept.owner_id, v_kept.from_region, v_kept.sequence, v_kept.released))",
    replace: "v_kept.state = 'kept'",
  },
  {
    ...{ name: 'word-of-the-person', file: words, tests: spoken },
    guard: 'A message counts for the person whose number it names',
    find: 'AND owner_id = p_word.owner_id)) THEN',
    replace: ')) THEN',
  },
  {
    ...{ name: 'word-of-the-transfer', file: words, tests: spoken },
    guard: 'A message in a person’s transfer is nobody else’s',
    find: 'IF v_transfer.owner_id <> p_word.owner_id',
    replace: 'IF false',
  },
  {
    ...{ name: 'word-names-somebody', file: words, tests: spoken },
    guard: 'Before there is a transfer a message must name its person',
    find: 'OR (v_transfer.owner_id IS NULL AND p_subject IS NULL)',
    replace: '',
  },
  {
    ...{ name: 'word-of-the-partner', file: words, tests: spoken },
    guard: 'Only the agency that a transfer is with speaks in it',
    find: `  IF v_transfer.partner <> p_word.from_region THEN`,
    replace: '  IF false THEN',
  },
  {
    ...{ name: 'word-not-by-the-application', file: words, tests: spoken },
    guard: 'The application does not write what another agency said',
    find: 'GRANT EXECUTE ON FUNCTION open_transfer, take_partner_word,',
    replace: 'GRANT EXECUTE ON FUNCTION keep_partner_word, open_transfer, take_partner_word,',
  },
  {
    ...{ name: 'word-table-closed', file: words, tests: spoken },
    guard: 'Nobody types a word into the table',
    find: 'GRANT SELECT ON transfer, transfer_locator, partner_word,',
    replace:
      'GRANT INSERT ON partner_word TO suixing_app;\nGRANT SELECT ON transfer, transfer_locator, partner_word,',
  },
  {
    ...{ name: 'paper-by-two', file: words, tests: spoken },
    guard: 'Who keyed a letter in does not confirm it',
    find: 'CHECK (checker_id <> maker_id)',
    replace: 'CHECK (true)',
  },
  {
    ...{ name: 'paper-reviewer', file: words, tests: spoken },
    guard: 'A reviewer confirms a letter on paper',
    find: "v_checker := public.live_officer(p_token, 'reviewer');",
    replace: 'SELECT officer_id INTO v_checker FROM public.officer_session LIMIT 1;',
  },
  {
    ...{ name: 'paper-as-seen', file: words, tests: spoken },
    guard: 'A reviewer confirms what they have seen',
    find: 'IF p_digest IS DISTINCT FROM v_paper.digest THEN',
    replace: 'IF false THEN',
  },
  {
    ...{ name: 'paper-of-the-partner', file: words, tests: spoken },
    guard: 'A letter on paper comes from the transfer’s partner',
    find: 'WHERE owner_id = p_owner AND transfer_id = p_transfer AND partner = p_from;',
    replace: 'WHERE owner_id = p_owner AND transfer_id = p_transfer;',
  },
  {
    ...{ name: 'transfer-with-oneself', file: words, tests: spoken },
    guard: 'A transfer is with another agency',
    find: 'PERFORM 1 FROM public.office WHERE region = p_partner;',
    replace: 'PERFORM 1 FROM public.office WHERE false;',
  },
];

/** Guards of the acceptance: on a letter that stands, once, and the account is held with it. */
const acceptanceBreaks: readonly Break[] = [
  {
    ...{ name: 'accept-on-a-letter', file: words, tests: byHand },
    guard: 'A transfer is accepted on a contact letter only',
    find: "PERFORM public.word_in_transfer(v_transfer, p_message, ARRAY['contact-letter']);",
    replace: '',
  },
  {
    ...{ name: 'accept-own-letter', file: words, tests: byHand },
    guard: 'What is said in one transfer does not count in another',
    find: 'AND w.message_id = p_message AND w.transfer_id = p_transfer.transfer_id',
    replace: 'AND w.message_id = p_message',
  },
  {
    ...{ name: 'accept-standing-letter', file: words, tests: byHand },
    guard: 'What was taken back does not count',
    find: "AND i.figures ->> 'invalidates' = w.message_id)",
    replace: 'AND false)',
  },
  {
    ...{ name: 'accept-once', file: words, tests: byHand },
    guard: 'One acceptance stands',
    find: 'CREATE UNIQUE INDEX one_acceptance_stands',
    replace: 'CREATE INDEX one_acceptance_stands',
  },
  {
    ...{ name: 'accept-holds', file: words, tests: atOnce },
    guard: 'An accepted transfer holds the account',
    find: '  IF v_open THEN PERFORM public.place_hold(p_owner, p_case, p_at); END IF;',
    replace: '',
  },
  {
    ...{ name: 'accept-hold-stays', file: words, tests: byHand },
    guard: 'The hold of an accepted transfer passes on only once the transfer is over',
    find: '  PERFORM public.transfer_lets_go(p_owner, v_parent);',
    replace: '',
  },
  {
    ...{ name: 'accept-step-on-a-word', file: words, tests: byHand },
    guard: 'A step in another agency’s name rests on its word about this person',
    find: "    PERFORM public.partner_said(p_owner, p_actor, p_data ->> 'messageId');",
    replace: '    NULL;',
  },
  {
    ...{ name: 'accept-withdrawn-by-its-word', file: words, tests: story },
    guard: 'An acceptance is taken back on the message that takes its letter back',
    find: "v_word := public.word_in_transfer(v_transfer, p_message, ARRAY['invalidate']);",
    replace:
      "SELECT * INTO v_word FROM public.partner_word WHERE owner_id = p_owner AND message_id = p_message;\n  v_word.figures := jsonb_build_object('invalidates', v_acceptance.message_id);",
  },
  {
    ...{ name: 'accept-ends-once', file: words, tests: story },
    guard: 'Each letter ends the relationship once',
    find: 'CREATE UNIQUE INDEX one_relationship_per_message',
    replace: 'CREATE INDEX one_relationship_per_message',
  },
];

/** Guards of money that leaves. */
const leavingBreaks: readonly Break[] = [
  {
    ...{ name: 'remit-to-the-named', file: money, tests: byHand },
    guard: 'A transfer pays to the account that its message names',
    find: "IF v_word.figures -> 'account' IS DISTINCT FROM",
    replace: "IF false AND v_word.figures -> 'account' IS DISTINCT FROM",
  },
  {
    ...{ name: 'remit-not-typed-in', file: money, tests: byHand },
    guard: 'Nobody types in the account of a transfer',
    find: `  PERFORM 1 FROM public.transfer WHERE owner_id = p_owner AND case_id = p_case;
  IF FOUND THEN`,
    replace: '  IF false THEN',
  },
  {
    ...{ name: 'remit-named-once', file: money, tests: byHand },
    guard: 'Each message names one account once',
    find: 'CREATE UNIQUE INDEX one_payee_of_a_message',
    replace: 'CREATE INDEX one_payee_of_a_message',
  },
  {
    ...{ name: 'remit-account-stays', file: money, tests: byHand },
    guard: 'The account stays as it is while money is on its way to it',
    find: '  IF v_order.id IS NOT NULL THEN\n    PERFORM 1 FROM public.payment_attempt a',
    replace: '  IF false THEN\n    PERFORM 1 FROM public.payment_attempt a',
  },
  {
    ...{ name: 'remit-accepted', file: money, tests: byHand },
    guard: 'Money leaves only on an acceptance that stands',
    find: "IF v_acceptance.message_id IS NULL THEN\n    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.not-accepted';",
    replace: "IF false THEN\n    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.not-accepted';",
  },
  {
    ...{ name: 'remit-interest', file: money, tests: byHand },
    guard: 'The interest is what the rates make of the account',
    find: 'IF p_interest IS DISTINCT FROM public.interest_to_date(p_owner, p_on) THEN',
    replace: 'IF false THEN',
  },
  {
    ...{ name: 'remit-day-gone', file: money, tests: byHand },
    guard: 'A transfer is not settled for a day before its acceptance',
    find: "OR p_on < (v_acceptance.accepted_at AT TIME ZONE 'Asia/Shanghai')::date",
    replace: '',
  },
  {
    ...{ name: 'remit-day-to-come', file: money, tests: byHand },
    guard: 'A transfer is not settled for a day to come',
    find: 'IF p_on IS NULL OR p_on > public.business_today() THEN',
    replace: 'IF p_on IS NULL THEN',
  },
  {
    ...{ name: 'remit-card-money', file: money, tests: byHand },
    guard: 'A card payment under way is ended before the account is settled',
    find: 'IF v_account.held_fen > 0 THEN',
    replace: 'IF false THEN',
  },
  {
    ...{ name: 'remit-not-refused', file: money, tests: byHand },
    guard: 'Nothing is sent to an agency that does not take it',
    find: "IF FOUND OR v_letter.figures ->> 'acceptsBalance' = 'false' THEN",
    replace: 'IF false THEN',
  },
  {
    ...{ name: 'remit-account-known', file: money, tests: byHand },
    guard: 'Nothing is settled before the account is named',
    find: "PERFORM 1 FROM public.payee WHERE owner_id = p_owner AND case_id = p_case AND kind = 'agency';\n  IF NOT FOUND THEN",
    replace: 'IF false THEN',
  },
  {
    ...{ name: 'remit-held', file: money, tests: byHand },
    guard: 'Only the case that holds the account settles it',
    find: "AND case_id = p_case AND released_at IS NULL;\n  IF NOT FOUND THEN\n    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-held';",
    replace:
      "AND case_id = p_case AND released_at IS NULL;\n  IF false THEN\n    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-held';",
  },
  {
    ...{ name: 'remit-not-adjusted', file: money, tests: byHand },
    guard: 'No adjustment gives a transfer’s money back',
    find: "$$IF v_order.liability <> 'payable' OR v_order.standing <> (CASE p_kind$$",
    replace: '$$IF v_order.standing <> (CASE p_kind$$',
  },
  {
    ...{ name: 'remit-from-clearing', file: money, tests: story },
    guard: 'What was paid to an agency leaves its clearing account',
    find: "CASE public.liability_of(p_owner, p_order) WHEN 'payable' THEN p_payable ELSE p_clearing END",
    replace: 'CASE true WHEN true THEN p_payable ELSE p_clearing END',
  },
  {
    ...{ name: 'back-while-here', file: money, tests: byHand },
    guard: 'Money is taken back only while it is here',
    find: "IF v_order.standing <> 'open' OR public.left_for_bank(p_owner, v_order.id) THEN",
    replace: "IF v_order.standing <> 'open' THEN",
  },
  {
    ...{ name: 'back-once', file: money, tests: byHand },
    guard: 'Money is taken back once',
    find: "IF v_order.standing <> 'open' OR public.left_for_bank(p_owner, v_order.id) THEN",
    replace: 'IF public.left_for_bank(p_owner, v_order.id) THEN',
  },
  {
    ...{ name: 'back-on-a-refusal', file: money, tests: byHand },
    guard: 'Money is taken back on the partner’s refusal',
    find: "PERFORM public.word_in_transfer(v_transfer, p_message, ARRAY['balance-refused']);",
    replace: 'NULL;',
  },
  {
    ...{ name: 'back-when-over', file: money, tests: byHand },
    guard: 'Without a refusal money is taken back only once the case is over',
    find: 'ELSIF NOT public.case_is_over(p_owner, p_case) THEN',
    replace: 'ELSIF false THEN',
  },
  {
    ...{ name: 'back-as-settled', file: money, tests: story },
    guard: 'Money that comes back loses no interest',
    find: "v_settled.effective_on, 'carried-over', 'transfer', v_message",
    replace: "public.business_today() - 1, 'carried-over', 'transfer', v_message",
  },
  {
    ...{ name: 'back-held-again', file: money, tests: story },
    guard: 'Money that comes back is held again for the case',
    find: `  UPDATE public.account_hold SET placed_at = p_at, released_at = NULL, released_by = NULL
   WHERE owner_id = p_order.owner_id AND case_id = p_order.case_id;
  RETURN FOUND;`,
    replace: '  RETURN false;',
  },
  {
    ...{ name: 'back-not-from-both', file: money, tests: ['business/transfer/one-leg.db.test.ts'] },
    guard: 'What the partner sent back does not come back from the bank as well',
    find: "AND liability <> 'payable' AND standing = 'refunded';",
    replace: 'AND false;',
  },
];

/** Guards of money that comes in. */
const arrivingBreaks: readonly Break[] = [
  {
    ...{ name: 'credit-line-once', file: receipts, tests: byHand },
    guard: 'A line of the bank is credited once',
    find: 'CONSTRAINT line_is_credited_once PRIMARY KEY (owner_id, line_key),',
    replace: 'CONSTRAINT line_is_credited_once PRIMARY KEY (owner_id, line_key, recorded_at, message_id),',
  },
  {
    ...{ name: 'credit-advice-once', file: receipts, tests: byHand },
    guard: 'An advice is received once',
    find: 'CONSTRAINT word_is_received_once PRIMARY KEY (owner_id, message_id),',
    replace: 'CONSTRAINT word_is_received_once PRIMARY KEY (owner_id, message_id, line_key),',
  },
  {
    ...{ name: 'credit-reference', file: receipts, tests: byHand },
    guard: 'By itself money is credited only under the announced reference',
    find: "IF v_line.remitted_under IS DISTINCT FROM v_word.figures ->> 'reference'\n     OR",
    replace: 'IF',
  },
  {
    ...{ name: 'credit-amount', file: receipts, tests: byHand },
    guard: 'By itself money is credited only with the announced amount',
    find: "\n     OR v_line.amount_fen IS DISTINCT FROM (v_word.figures ->> 'amountFen')::bigint THEN",
    replace: ' THEN',
  },
  {
    ...{ name: 'credit-awaited', file: receipts, tests: byHand },
    guard: 'Money is credited once the sheet is recorded',
    find: "ARRAY['awaiting-balance', 'awaiting-money-back']);\n  v_word := public.word_of_money(v_transfer, p_message);\n  v_line",
    replace:
      "ARRAY['in-check', 'awaiting-sheet', 'awaiting-balance', 'awaiting-money-back']);\n  v_word := public.word_of_money(v_transfer, p_message);\n  v_line",
  },
  {
    ...{ name: 'credit-incoming', file: receipts, tests: byHand },
    guard: 'Only money that came in is credited',
    find: "IF v_line.owner_id IS NULL OR v_line.direction <> 'in' THEN",
    replace: 'IF v_line.owner_id IS NULL THEN',
  },
  {
    ...{ name: 'credit-not-cleared', file: receipts, tests: byHand },
    guard: 'What is credited is not cleared as something else as well',
    find: '  PERFORM public.line_is_free(p_owner, v_asked.line_key);\n',
    replace: '',
  },
  {
    ...{ name: 'credit-advised', file: receipts, tests: byHand },
    guard: 'Money is credited on the advice of the transfer’s partner',
    find: "ARRAY[CASE p_transfer.direction WHEN 'in' THEN 'remittance-advice' ELSE 'balance-refused' END])",
    replace: "ARRAY['remittance-advice', 'balance-refused', 'contact-letter'])",
  },
  {
    ...{ name: 'match-by-two', file: receipts, tests: byHand },
    guard: 'Who says what money is does not decide on it',
    find: 'CHECK (checker_id <> maker_id)',
    replace: 'CHECK (true)',
  },
  {
    ...{ name: 'match-by-finance', file: receipts, tests: byHand },
    guard: 'A finance officer says what money is',
    find: "v_maker := public.live_officer(p_token, 'finance');",
    replace: "v_maker := public.live_officer(p_token, 'clerk');",
  },
  {
    ...{ name: 'match-once', file: receipts, tests: byHand },
    guard: 'A match is decided once',
    find: 'PRIMARY KEY (owner_id, match_id),',
    replace: 'PRIMARY KEY (owner_id, match_id, checker_id),',
  },
];

/** What `verify` finds of it, however it came about. */
const proofBreaks: readonly Break[] = [
  {
    ...{ name: 'verify-clearing', file: 'business/transfer/proofs.ts', tests: story },
    guard: 'The books’ clearing with an agency is told from its open transfers',
    find: 'if (clearingFen === openFen) return [];',
    replace: 'return [];',
  },
  {
    ...{ name: 'verify-paid-and-credited', file: 'business/transfer/proofs.ts', tests: story },
    guard: 'It shows when a balance is both paid and given back',
    find: 'find: paidAndCredited,',
    replace: 'find: async () => [],',
  },
  {
    ...{ name: 'verify-remitted', file: 'business/transfer/proofs.ts', tests: story },
    guard: 'It shows when a balance left without its letter',
    find: 'find: remittancesUnfounded,',
    replace: 'find: async () => [],',
  },
  {
    ...{ name: 'verify-credited', file: 'business/transfer/proofs.ts', tests: story },
    guard: 'It shows when a balance came without its line or advice',
    find: 'find: receiptsUnfounded,',
    replace: 'find: async () => [],',
  },
];

export const transferBreaks: readonly Break[] = [
  ...wordBreaks,
  ...acceptanceBreaks,
  ...leavingBreaks,
  ...arrivingBreaks,
  ...proofBreaks,
];
