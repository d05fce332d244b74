import type { Break } from './break.ts';

/** Guards of settlement and payment. */
export const paymentBreaks: readonly Break[] = [
  {
    name: 'settle-approved',
    guard: 'Only what two officers approved is settled',
    file: 'migrations/0055-objections.sql',
    find: `s.decision_id = a.decision_id);
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-approved';`,
    replace: `s.decision_id = a.decision_id);
  IF false THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-approved';`,
    tests: ['engines/ledger/guards.db.test.ts'],
  },
  {
    name: 'settle-held',
    guard: 'Only the case that holds the account settles it, once',
    file: 'migrations/0055-objections.sql',
    find: `AND case_id = p_case AND released_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-held';`,
    replace: `AND case_id = p_case AND released_at IS NULL;
  IF false THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-held';`,
    tests: ['engines/ledger/guards.db.test.ts'],
  },
  {
    name: 'settle-day-come',
    guard: 'No account is settled to a day that has not come',
    file: 'migrations/0055-objections.sql',
    find: `    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-held';
  END IF;
  IF p_on IS NULL OR p_on > public.business_today() THEN`,
    replace: `    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-held';
  END IF;
  IF p_on IS NULL THEN`,
    tests: ['engines/ledger/guards.db.test.ts'],
  },
  {
    name: 'settle-day-decided',
    guard: 'No account is settled to a day before its decision',
    file: 'migrations/0055-objections.sql',
    find: 'IF FOUND OR p_on < v_decided_on OR extract(year FROM p_on) < v_account.open_year THEN',
    replace: 'IF FOUND OR extract(year FROM p_on) < v_account.open_year THEN',
    tests: ['engines/ledger/guards.db.test.ts'],
  },
  {
    name: 'settle-day-order',
    guard: 'No account is settled to a day before its last entry',
    file: 'migrations/0055-objections.sql',
    find: 'IF FOUND OR p_on < v_decided_on OR extract(year FROM p_on) < v_account.open_year THEN',
    replace: 'IF p_on < v_decided_on OR extract(year FROM p_on) < v_account.open_year THEN',
    tests: ['engines/ledger/guards.db.test.ts'],
  },
  {
    name: 'settle-interest',
    guard: 'The interest settled is the one that the dated rates give',
    file: 'migrations/0055-objections.sql',
    find: 'IF p_interest IS DISTINCT FROM public.interest_to_date(p_owner, p_on) THEN',
    replace: 'IF false THEN',
    tests: ['engines/ledger/guards.db.test.ts'],
  },
  {
    name: 'close-settled',
    guard: 'Only an account that a case emptied is closed',
    file: 'migrations/0045-cases-move-as-declared.sql',
    find: `AND released_by = 'settlement';
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-settled';`,
    replace: `AND released_by = 'settlement';
  IF false THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-settled';`,
    tests: ['engines/ledger/guards.db.test.ts'],
  },
  {
    name: 'payee-approved',
    guard: 'The payee does not change once the case is approved',
    file: 'migrations/0055-objections.sql',
    find: `  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.payee-approved';`,
    replace: `  IF false THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.payee-approved';`,
    tests: ['business/payments/guards.db.test.ts'],
  },
  {
    name: 'payee-returned',
    guard: 'A payee is corrected only after the bank has sent the payment back',
    file: 'migrations/0075-money-sent-back.sql',
    find: `     AND bool_and(coalesce(a.result IN ('returned', 'sent-back', 'given-up'), false));
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.not-returned';`,
    replace: `     AND bool_and(coalesce(a.result IN ('returned', 'sent-back', 'given-up'), false));
  IF false THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.not-returned';`,
    tests: ['business/payments/guards.db.test.ts'],
  },
  {
    name: 'batch-checker',
    guard: 'Whoever builds a batch does not approve it',
    file: 'migrations/0053-batch-approvals.sql',
    find: `  FOREIGN KEY (batch_id, maker_id) REFERENCES payment_batch (id, maker_id),
  CONSTRAINT approver_is_not_maker CHECK (officer_id <> maker_id)`,
    replace: '  FOREIGN KEY (batch_id, maker_id) REFERENCES payment_batch (id, maker_id)',
    tests: ['business/payments/guards.db.test.ts'],
  },
  {
    name: 'batch-frozen',
    guard: 'A batch is approved only with the lines that were frozen',
    file: 'migrations/0053-batch-approvals.sql',
    find: ' OR public.batch_digest(p_batch) <> v_batch.digest',
    replace: '',
    tests: ['business/payments/payments.db.test.ts'],
  },
  {
    name: 'batch-closed',
    guard: 'Nothing is slipped into a released batch',
    file: 'migrations/0076-contested-in-a-batch.sql',
    find: `   UNION ALL SELECT 1 FROM public.payment_release WHERE batch_id = p_batch;
  IF FOUND THEN`,
    replace: `   UNION ALL SELECT 1 FROM public.payment_release WHERE batch_id = p_batch;
  IF false THEN`,
    tests: ['business/payments/guards.db.test.ts'],
  },
  {
    name: 'one-attempt',
    guard: 'An order is on its way once',
    file: 'migrations/0053-batch-approvals.sql',
    find: 'CREATE UNIQUE INDEX one_standing_attempt',
    replace: 'CREATE INDEX one_standing_attempt',
    tests: ['business/payments/guards.db.test.ts'],
  },
  {
    name: 'answered-once',
    guard: 'A payment is answered once',
    file: 'migrations/0075-money-sent-back.sql',
    find: 'IF v_attempt.result IS NOT NULL THEN',
    replace: 'IF false THEN',
    tests: ['business/payments/guards.db.test.ts', 'business/payments/payments.db.test.ts'],
  },
  {
    name: 'paid-released',
    guard: 'Nothing is paid that was not released',
    file: 'migrations/0075-money-sent-back.sql',
    find: `  PERFORM 1 FROM public.payment_release WHERE batch_id = v_attempt.batch_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.not-released';`,
    replace: `  PERFORM 1 FROM public.payment_release WHERE batch_id = v_attempt.batch_id;
  IF false THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.not-released';`,
    tests: ['business/payments/guards.db.test.ts'],
  },
  {
    name: 'paid-from-file',
    guard: 'Nothing is called paid without a file of the bank',
    file: 'migrations/0075-money-sent-back.sql',
    find: `  PERFORM 1 FROM public.bank_file WHERE file_sha256 = p_file;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-file';`,
    replace: `  PERFORM 1 FROM public.bank_file WHERE file_sha256 = p_file;
  IF false THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-file';`,
    tests: ['business/payments/guards.db.test.ts'],
  },
  {
    name: 'paid-day-come',
    guard: 'Nothing is paid on a day that has not come',
    file: 'migrations/0075-money-sent-back.sql',
    find: `    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-file';
  END IF;
  IF p_on IS NULL OR p_on > public.business_today() THEN`,
    replace: `    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-file';
  END IF;
  IF p_on IS NULL THEN`,
    tests: ['business/payments/guards.db.test.ts'],
  },
];
