import type { Break } from './break.ts';

const migration = 'migrations/0018-adjustments.sql';
const guards = ['business/adjustment/guards.db.test.ts'];

/** Guards of corrections, reversals and moves of orders. */
export const adjustmentBreaks: readonly Break[] = [
  {
    name: 'adjustment-two-officers',
    guard: 'Whoever asks for an adjustment does not decide it',
    file: migration,
    find: '  CONSTRAINT adjustment_maker_is_not_checker CHECK (checker_id <> maker_id),\n',
    replace: '',
    tests: guards,
  },
  {
    name: 'adjustment-decided-once',
    guard: 'An adjustment is decided once',
    file: migration,
    find: `  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.decided-already';`,
    replace: `  IF false THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.decided-already';`,
    tests: guards,
  },
  {
    name: 'adjustment-decided-in-turn',
    guard: 'Two decisions on one adjustment wait for one another',
    file: migration,
    find: `  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  SELECT * INTO v_asked`,
    replace: '  SELECT * INTO v_asked',
    tests: guards,
  },
  {
    name: 'adjustment-reviewer',
    guard: 'Only a reviewer decides an adjustment',
    file: migration,
    find: "v_checker text := public.live_officer(p_token, 'reviewer');",
    replace: "v_checker text := public.live_officer(p_token, 'clerk');",
    tests: guards,
  },
  {
    name: 'adjustment-of-its-person',
    guard: 'An adjustment is decided for the person whom it concerns',
    file: migration,
    find: `  IF v_asked.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.none';`,
    replace: `  IF false THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.none';`,
    tests: guards,
  },
  {
    name: 'adjustment-day-come',
    guard: 'Nothing is adjusted for a day that has not come',
    file: 'migrations/0038-lent-when-spent.sql',
    find: 'IF v_row.effective_on IS NULL OR v_row.effective_on > public.business_today() THEN',
    replace: 'IF v_row.effective_on IS NULL THEN',
    tests: guards,
  },
  {
    name: 'adjustment-interest-sum',
    guard: 'A correction goes into a sum of the interest',
    file: 'migrations/0024-adjustment-details.sql',
    find: "counter IS NOT NULL AND bucket IS NOT NULL AND bucket <> 'debit'",
    replace: "counter IS NOT NULL AND bucket <> 'debit'",
    tests: guards,
  },
  {
    name: 'reversal-of-what-may',
    guard: 'Only openings, contributions and corrections are reversed',
    file: 'migrations/0038-lent-when-spent.sql',
    find: "IF v_line.owner_id IS NULL OR v_line.purpose NOT IN ('opening', 'correction', 'contribution')",
    replace: 'IF v_line.owner_id IS NULL',
    tests: guards,
  },
  {
    name: 'reversal-once-asked',
    guard: 'What was reversed is not asked for again',
    file: 'migrations/0038-lent-when-spent.sql',
    find: `    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.reversed-already';`,
    replace: `    IF false THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.reversed-already';`,
    tests: guards,
  },
  {
    name: 'reversal-once',
    guard: 'A line is reversed once',
    file: migration,
    find: `  PRIMARY KEY (owner_id, journal_id, line_no),
  FOREIGN KEY (owner_id, journal_id, line_no) REFERENCES posting`,
    replace: '  FOREIGN KEY (owner_id, journal_id, line_no) REFERENCES posting',
    tests: guards,
  },
  {
    name: 'order-moved-once',
    guard: 'An order’s money is moved from where it is',
    file: 'migrations/0053-batch-approvals.sql',
    find: "IF v_order.standing <> (CASE p_kind WHEN 'claimed' THEN 'unclaimed' ELSE 'open' END) THEN",
    replace: 'IF false THEN',
    tests: guards,
  },
  {
    name: 'order-under-way',
    guard: 'No order is moved that the bank may be paying',
    file: 'migrations/0053-batch-approvals.sql',
    find: `  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.order-under-way';`,
    replace: `  IF false THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.order-under-way';`,
    tests: guards,
  },
  {
    name: 'order-moved-still',
    guard: 'An order is looked at again when its move is approved',
    file: migration,
    find: '    PERFORM public.order_to_move(p_owner, v_asked.target_order, v_asked.kind);\n',
    replace: '',
    tests: guards,
  },
  {
    name: 'refund-day',
    guard: 'A refunded order bears no interest twice',
    file: 'migrations/0038-lent-when-spent.sql',
    find: `    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.before-settled';`,
    replace: `    IF false THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.before-settled';`,
    tests: guards,
  },
  {
    name: 'batch-open-orders',
    guard: 'An order that is not open goes into no batch',
    file: 'migrations/0076-contested-in-a-batch.sql',
    find: "  ELSIF v_order.standing <> 'open' THEN",
    replace: '  ELSIF false THEN',
    tests: guards,
  },
  {
    name: 'debit-spares-holds',
    guard: 'A debit does not reach into what is held for a card payment',
    file: 'migrations/0038-lent-when-spent.sql',
    find: 'SELECT balance_fen - held_fen INTO v_spare',
    replace: 'SELECT balance_fen INTO v_spare',
    tests: guards,
  },
  {
    name: 'adjustment-doors',
    guard: 'The parts that move balances are not the application’s',
    file: migration,
    find: 'adjustment_decision_digest, request_adjustment, decide_adjustment TO suixing_app;',
    replace:
      'adjustment_decision_digest, request_adjustment, decide_adjustment, take_back, hold_amount TO suixing_app;',
    tests: guards,
  },
];
