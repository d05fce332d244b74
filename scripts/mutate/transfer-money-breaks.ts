import type { Break } from './break.ts';

const money = 'migrations/0089-transfer-money.sql';
const receipts = 'migrations/0090-transfer-receipts.sql';
const byHand = ['business/transfer/balance-leg.db.test.ts'];
const story = ['business/transfer/both-legs.db.test.ts'];

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
    ...{ name: 'back-not-from-both', file: money, tests: story },
    guard: 'What the partner sent back does not come back from the bank as well',
    find: 'IF NOT FOUND OR public.back_otherwise(p_line.target_owner, p_line.target_order) THEN',
    replace: 'IF NOT FOUND THEN',
  },
  {
    ...{ name: 'back-not-by-hand', file: money, tests: story },
    guard: 'Nor is it taken for the return by hand',
    find: 'IF public.back_otherwise(p_attempt.owner_id, p_attempt.order_id) THEN',
    replace: 'IF false THEN',
  },
];

/** Guards of money that comes in. */
const arrivingBreaks: readonly Break[] = [
  {
    ...{ name: 'credit-line-once', file: receipts, tests: byHand },
    guard: 'A line of the bank is credited once',
    find: '  PERFORM public.line_is_free(p_bank_owner, p_key);\n',
    replace: '',
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
    find: 'VALUES (p_owner, p_id, v_asked.maker_id, v_checker, p_approved, p_reason, p_at)\n  RETURNING',
    replace:
      'VALUES (p_owner, p_id, v_asked.maker_id, v_checker, p_approved, p_reason, p_at)\n  ON CONFLICT (owner_id, match_id) DO UPDATE SET reason = excluded.reason RETURNING',
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
    ...{ name: 'verify-word-kept', file: 'business/transfer/proofs.store.ts', tests: story },
    guard: 'It shows when a word is not what the gateway kept',
    find: "w.channel = 'gateway' AND",
    replace: "w.channel = 'neither' AND",
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
  {
    name: 'withdrawn-letter-of-the-acceptance',
    guard:
      'Settled money goes back into the account on the withdrawal of the letter that it was settled on, and of no other message',
    file: 'migrations/0105-letter-withdrawn-when-settled.sql',
    find: "CASE w.type WHEN 'invalidate' THEN (public.standing_acceptance(p_owner, p_case)).message_id END",
    replace: "CASE w.type WHEN 'invalidate' THEN w.figures ->> 'invalidates' END",
    tests: ['business/transfer/both-legs.db.test.ts'],
  },
  {
    name: 'withdrawn-after-the-money',
    guard: 'A letter on which money was settled is not taken back while its order is open',
    file: 'migrations/0105-letter-withdrawn-when-settled.sql',
    find: 'AND NOT EXISTS (SELECT FROM public.payment_order o',
    replace: 'AND EXISTS (SELECT FROM public.payment_order o',
    tests: ['business/transfer/both-legs.db.test.ts'],
  },
];

export const transferMoneyBreaks: readonly Break[] = [...leavingBreaks, ...arrivingBreaks, ...proofBreaks];
