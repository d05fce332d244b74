import type { Break } from './break.ts';

const batches = 'migrations/0053-batch-approvals.sql';
const statements = 'migrations/0054-bank-statements.sql';
const inOrder = 'migrations/0106-statements-in-any-order.sql';
const ownDays = 'migrations/0114-lines-of-their-days.sql';
const several = ['business/payments/statement-files.db.test.ts'];
const ordered = ['business/payments/statement-order.db.test.ts'];
const guards = ['business/payments/bank-guards.db.test.ts'];
const lines = ['business/payments/statements.db.test.ts'];

/** Guards of approvals, of the bank's statements, and of what nobody knows yet. */
export const bankBreaks: readonly Break[] = [
  {
    name: 'approved-by-two',
    guard: 'One officer does not give both approvals of a batch',
    file: batches,
    find: '  CONSTRAINT one_approval_per_officer UNIQUE (batch_id, officer_id),\n',
    replace: '',
    tests: ['business/payments/guards.db.test.ts'],
  },
  {
    name: 'approved-as-seen',
    guard: 'A batch is approved by the digest that was seen',
    file: 'migrations/0076-contested-in-a-batch.sql',
    find: 'IF p_digest IS DISTINCT FROM v_batch.digest THEN',
    replace: 'IF false THEN',
    tests: ['business/payments/guards.db.test.ts'],
  },
  {
    name: 'given-up-before',
    guard: 'A batch that has left is not given up',
    file: batches,
    find: `  PERFORM 1 FROM public.payment_release WHERE batch_id = p_batch;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.batch-released';
  END IF;
  INSERT INTO public.payment_batch_given_up`,
    replace: '  INSERT INTO public.payment_batch_given_up',
    tests: ['business/payments/guards.db.test.ts'],
  },
  {
    name: 'given-up-closed',
    guard: 'A batch that was given up takes nothing more',
    file: 'migrations/0076-contested-in-a-batch.sql',
    find: `  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.batch-given-up';
  END IF;
  SELECT * INTO v_order`,
    replace: '  SELECT * INTO v_order',
    tests: ['business/payments/guards.db.test.ts'],
  },
  {
    name: 'statement-follows',
    guard: 'A statement begins with the balance with which the one before it ended',
    file: statements,
    find: `  CONSTRAINT statement_begins_where_the_last_ended FOREIGN KEY (account, previous_on, opening_fen)
    REFERENCES bank_statement (account, on_date, closing_fen),
`,
    replace: '',
    tests: lines,
  },
  {
    name: 'statement-whole',
    guard: 'A statement waits until the one before it is whole',
    file: ownDays,
    find: 'WHERE s.line_count <> (SELECT count(*) FROM public.bank_line l WHERE l.owner_id = s.owner_id)) THEN',
    replace: 'WHERE false) THEN',
    tests: guards,
  },
  {
    name: 'statement-leads-on',
    guard: 'A statement ends with the balance with which the one after it begins',
    file: ownDays,
    find: 'IF p_closing <> v_after.opening_fen THEN',
    replace: 'IF false THEN',
    tests: ordered,
  },
  {
    name: 'statement-days-apart',
    guard: 'No day is in two statements where one is put before another',
    file: ownDays,
    find: 'WHERE owner_id = v_after.owner_id AND booked_on <= p_on) THEN',
    replace: 'WHERE false) THEN',
    tests: ordered,
  },
  {
    name: 'statement-begins-apart',
    guard: 'A statement has no line of a day of the one before',
    file: ownDays,
    find: 'IF p_from <= v_before.on_date THEN',
    replace: 'IF false THEN',
    tests: ordered,
  },
  {
    name: 'line-of-its-days',
    guard: 'A line is of a day of its statement, whatever the head of the statement said',
    file: ownDays,
    find: ' OR p_line.booked_on <= v_statement.previous_on\n',
    replace: '\n',
    tests: guards,
  },
  {
    name: 'opening-held-still',
    guard: 'No entry leaves the opening balance while an earlier statement is taken in',
    file: ownDays,
    find: 'LOCK TABLE public.bank_match IN SHARE ROW EXCLUSIVE MODE;',
    replace: '',
    tests: several,
  },
  {
    name: 'file-in-any-order',
    guard: 'A statement of a file that does not fit yet waits for the others of it',
    file: 'business/payments/import-statement.ts',
    find: 'if (refused.length === left.length) return',
    replace: 'if (refused.length > 0) return',
    tests: several,
  },
  {
    name: 'answered-despite-races',
    guard: 'An answer is taken in once more where somebody moved its case in the same moment',
    file: 'business/payments/despite-races.ts',
    find: 'tried < tries &&',
    replace: 'tried < 1 &&',
    tests: several,
  },
  {
    name: 'no-suspense-by-race',
    guard:
      'A line of a statement does not go into suspense because somebody moved its case in the same moment',
    file: 'business/payments/import-statement.ts',
    find: '  changedMeanwhile,\n',
    replace: '',
    tests: several,
  },
  {
    name: 'account-begins-earlier',
    guard: 'With an earlier statement the account begins with the balance of that one',
    file: ownDays,
    find: `PERFORM public.begin_bank(v_after.owner_id, p_journal || '-earlier', v_began - v_after.opening_fen, v_after.on_date, p_at);`,
    replace: 'NULL;',
    tests: ordered,
  },
  {
    name: 'came-back-before-it-left',
    guard: 'A payment that a later statement brought back is the payment still on an earlier one',
    file: inOrder,
    find: "v_attempt.result IN ('paid', 'sent-back')$$);",
    replace: "v_attempt.result = 'paid'$$);",
    tests: ordered,
  },
  {
    name: 'statement-from-file',
    guard: 'A statement comes from a file that was taken in as one',
    file: ownDays,
    find: `  PERFORM 1 FROM public.bank_file WHERE file_sha256 = p_file AND kind = 'camt.053';
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-file';
  END IF;
  IF p_on IS NULL`,
    replace: '  IF p_on IS NULL',
    tests: guards,
  },
  {
    name: 'line-once',
    guard: 'A line that is known is not booked as another',
    file: statements,
    find: "IF v_known.digest = p_line.digest THEN RETURN 'unchanged'; END IF;",
    replace: "RETURN 'unchanged';",
    tests: lines,
  },
  {
    name: 'line-counted',
    guard: 'A statement takes no more lines than it has',
    file: statements,
    find: 'OR v_statement.line_count <= (SELECT count(*) FROM public.bank_line WHERE owner_id = v_owner) THEN',
    replace: 'THEN',
    tests: lines,
  },
  {
    name: 'line-to-the-fen',
    guard: 'A line is a payment of ours only with its amount',
    file: statements,
    find: 'AND amount_fen = p_line.amount_fen AND p_line.end_to_end_id',
    replace: 'AND p_line.end_to_end_id',
    tests: lines,
  },
  {
    name: 'debited-once',
    guard: 'A payment is one line of a statement',
    file: statements,
    find: 'AND public.entry_unmatched(v_attempt.owner_id, v_attempt.journal_id) THEN',
    replace: 'THEN',
    tests: guards,
  },
  {
    name: 'sent-back-once',
    guard: 'A payment comes back only after it was paid, once',
    file: statements,
    find: "ELSIF p_line.direction = 'in' AND p_line.is_return AND v_attempt.result = 'paid' THEN",
    replace: "ELSIF p_line.direction = 'in' AND p_line.is_return AND v_attempt.result IS NOT NULL THEN",
    tests: guards,
  },
  {
    name: 'resolved-by-two',
    guard: 'Whoever says what a line is does not agree to it',
    file: statements,
    find: `REFERENCES suspense_request (owner_id, id, line_key, maker_id),
  CONSTRAINT suspense_maker_is_not_checker CHECK (checker_id <> maker_id)`,
    replace: 'REFERENCES suspense_request (owner_id, id, line_key, maker_id)',
    tests: guards,
  },
  {
    name: 'resolved-once',
    guard: 'A line is resolved once',
    file: statements,
    find: 'CREATE UNIQUE INDEX line_resolved_once',
    replace: 'CREATE INDEX line_resolved_once',
    tests: guards,
  },
  {
    name: 'return-was-paid',
    guard: 'An unknown line is the return only of what was paid',
    file: statements,
    find: "v_asked.kind = 'return' AND v_line.direction = 'in' AND v_attempt.result = 'paid' AND",
    replace: "v_asked.kind = 'return' AND v_line.direction = 'in' AND",
    tests: guards,
  },
];
