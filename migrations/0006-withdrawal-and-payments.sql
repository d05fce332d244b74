-- compatible: yes
-- Paying a personal account out: the payee, the settlement in one transaction, the payment order, the bank's batch.

CREATE TABLE payee (
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  revision integer NOT NULL CHECK (revision > 0),
  kind text NOT NULL CHECK (kind IN ('insured', 'successor')),
  name text NOT NULL,
  bank_code text NOT NULL,
  bank_name text NOT NULL,
  account_sealed bytea NOT NULL,
  account_tail text NOT NULL CHECK (length(account_tail) <= 4),
  corrected_by text COLLATE "C" REFERENCES officer (id),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, case_id, revision),
  FOREIGN KEY (owner_id, case_id) REFERENCES case_file (owner_id, id)
);
COMMENT ON TABLE payee IS 'distributed: to whom a case pays, append-only; the bank account number sealed; the highest revision counts';

CREATE TABLE payment_order (
  owner_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  authority_id text COLLATE "C" NOT NULL,
  purpose text NOT NULL CHECK (purpose = 'withdrawal'),
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  made_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  UNIQUE (owner_id, authority_id),
  UNIQUE (owner_id, id, amount_fen),
  FOREIGN KEY (owner_id, authority_id, purpose, amount_fen) REFERENCES authority (owner_id, id, purpose, amount_fen),
  FOREIGN KEY (owner_id, case_id) REFERENCES case_file (owner_id, id)
);
COMMENT ON TABLE payment_order IS 'distributed: what is to be paid, one order per authority';

CREATE TABLE payment_batch (
  id text COLLATE "C" PRIMARY KEY,
  message_id text COLLATE "C" NOT NULL UNIQUE,
  line_count integer NOT NULL CHECK (line_count > 0),
  total_fen bigint NOT NULL CHECK (total_fen > 0),
  digest bytea NOT NULL CHECK (octet_length(digest) = 32),
  execute_on date NOT NULL,
  maker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  made_at timestamptz NOT NULL,
  UNIQUE (id, maker_id)
);
COMMENT ON TABLE payment_batch IS 'reference: batches of payment orders, frozen when built';

CREATE TABLE payment_release (
  batch_id text COLLATE "C" PRIMARY KEY,
  maker_id text COLLATE "C" NOT NULL,
  checker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  released_at timestamptz NOT NULL,
  FOREIGN KEY (batch_id, maker_id) REFERENCES payment_batch (id, maker_id),
  CONSTRAINT batch_maker_is_not_checker CHECK (checker_id <> maker_id)
);
COMMENT ON TABLE payment_release IS 'reference: the second officer''s release of a batch';

-- An order's attempt to be paid. While one attempt has no answer, or was accepted, there can be no other.
CREATE TABLE payment_attempt (
  owner_id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  attempt integer NOT NULL CHECK (attempt > 0),
  batch_id text COLLATE "C" NOT NULL REFERENCES payment_batch (id),
  line_no integer NOT NULL CHECK (line_no > 0),
  amount_fen bigint NOT NULL,
  payee_revision integer NOT NULL,
  result text CHECK (result IN ('paid', 'returned')),
  reason text,
  answered_at timestamptz,
  file_sha256 bytea,
  journal_id text COLLATE "C",
  PRIMARY KEY (owner_id, order_id, attempt),
  FOREIGN KEY (owner_id, order_id, amount_fen) REFERENCES payment_order (owner_id, id, amount_fen),
  FOREIGN KEY (owner_id, journal_id) REFERENCES journal (owner_id, id),
  UNIQUE (owner_id, journal_id),
  CHECK ((result IS NULL) = (answered_at IS NULL)),
  -- An answer names the bank's file that it came with, and a payment the journal that it made.
  CHECK ((result IS NULL) = (file_sha256 IS NULL)),
  CHECK ((result IS NOT DISTINCT FROM 'paid') = (journal_id IS NOT NULL))
);
CREATE UNIQUE INDEX one_standing_attempt ON payment_attempt (owner_id, order_id) WHERE result IS DISTINCT FROM 'returned';
CREATE INDEX payment_attempt_by_batch ON payment_attempt (batch_id, line_no);
COMMENT ON TABLE payment_attempt IS 'distributed: lines of batches and the bank''s answer to each';

-- Bank answers taken in, by the hash of their bytes: the same file twice changes nothing.
CREATE TABLE bank_file (
  file_sha256 bytea PRIMARY KEY CHECK (octet_length(file_sha256) = 32),
  message_id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('pain.002')),
  taken_by text COLLATE "C" NOT NULL REFERENCES officer (id),
  taken_at timestamptz NOT NULL
);
COMMENT ON TABLE bank_file IS 'locator(file_sha256): bank answers taken in';

-- To whom a case pays: as the applicant says, until the case is approved. Answers the revision.
CREATE FUNCTION record_payee(p_owner text, p_case text, p_kind text, p_name text, p_bank_code text, p_bank_name text,
    p_account_sealed bytea, p_account_tail text, p_at timestamptz)
  RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_revision integer;
BEGIN
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case FOR UPDATE;
  PERFORM 1 FROM public.decision_approval WHERE owner_id = p_owner AND case_id = p_case;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.payee-approved';
  END IF;
  SELECT coalesce(max(revision), 0) + 1 INTO v_revision FROM public.payee WHERE owner_id = p_owner AND case_id = p_case;
  INSERT INTO public.payee (owner_id, case_id, revision, kind, name, bank_code, bank_name, account_sealed, account_tail, recorded_at)
  VALUES (p_owner, p_case, v_revision, p_kind, p_name, p_bank_code, p_bank_name, p_account_sealed, p_account_tail, p_at);
  RETURN v_revision;
END $$;

-- After the bank has sent a payment back, a clerk may correct where it goes; the application's role alone cannot. The two
-- finance officers of the next batch see the correction.
CREATE FUNCTION correct_payee(p_token text, p_owner text, p_case text, p_name text, p_bank_code text, p_bank_name text,
    p_account_sealed bytea, p_account_tail text, p_at timestamptz)
  RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_clerk text := public.live_officer(p_token, 'clerk');
  v_last public.payee;
BEGIN
  PERFORM 1 FROM public.payment_order WHERE owner_id = p_owner AND case_id = p_case FOR UPDATE;
  PERFORM 1 FROM public.payment_attempt a JOIN public.payment_order o ON o.owner_id = a.owner_id AND o.id = a.order_id
   WHERE a.owner_id = p_owner AND o.case_id = p_case
  HAVING count(*) > 0 AND bool_and(a.result IS NOT DISTINCT FROM 'returned');
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.not-returned';
  END IF;
  SELECT * INTO v_last FROM public.payee WHERE owner_id = p_owner AND case_id = p_case ORDER BY revision DESC LIMIT 1;
  INSERT INTO public.payee (owner_id, case_id, revision, kind, name, bank_code, bank_name, account_sealed, account_tail,
    corrected_by, recorded_at)
  VALUES (p_owner, p_case, v_last.revision + 1, v_last.kind, p_name, p_bank_code, p_bank_name, p_account_sealed,
    p_account_tail, v_clerk, p_at);
  RETURN v_last.revision + 1;
END $$;

-- Settles an approved withdrawal: interest to the day, the whole balance to `payable`, the hold released, the payment
-- order made; all or nothing. The interest is the application's figure, checked here against the dated rates; the amount
-- is fixed from the locked row. Answers the amount payable in fen.
CREATE FUNCTION settle_withdrawal(p_owner text, p_case text, p_decision text, p_interest bigint, p_interest_journal text,
    p_withdrawal_journal text, p_authority text, p_order text, p_on date, p_at timestamptz)
  RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_account public.personal_account;
  v_decided_on date;
  v_total bigint;
BEGIN
  SELECT * INTO v_account FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  IF v_account.owner_id IS NULL OR v_account.closed_on IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.account-closed';
  END IF;
  SELECT a.decided_on INTO v_decided_on
    FROM public.decision_approval a JOIN public.case_file c ON c.owner_id = a.owner_id AND c.id = a.case_id
   WHERE a.owner_id = p_owner AND a.decision_id = p_decision AND a.case_id = p_case AND a.outcome = 'approve'
     AND c.process = 'withdrawal';
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-approved';
  END IF;
  PERFORM 1 FROM public.payee WHERE owner_id = p_owner AND case_id = p_case;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-payee';
  END IF;
  UPDATE public.account_hold SET released_at = p_at, released_by = 'settlement'
   WHERE owner_id = p_owner AND case_id = p_case AND released_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-held';
  END IF;
  IF p_on IS NULL OR p_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-not-come';
  END IF;
  PERFORM 1 FROM public.posting p JOIN public.journal j ON j.owner_id = p.owner_id AND j.id = p.journal_id
   WHERE p.owner_id = p_owner AND 'personal' IN (p.debit, p.credit) AND j.effective_on > p_on;
  IF FOUND OR p_on < v_decided_on THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-gone-by';
  END IF;
  IF p_interest IS DISTINCT FROM public.interest_to_date(p_owner, p_on) OR p_interest < 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.interest-differs';
  END IF;
  v_total := v_account.balance_fen + p_interest;
  IF v_total = 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.nothing-to-settle';
  END IF;
  IF p_interest > 0 THEN
    INSERT INTO public.credit_cause (owner_id, id, purpose, amount_fen, decision_id, made_at)
    VALUES (p_owner, p_interest_journal, 'settlement-interest', p_interest, p_decision, p_at);
    INSERT INTO public.journal (owner_id, id, purpose, effective_on, recorded_at, case_id)
    VALUES (p_owner, p_interest_journal, 'settlement-interest', p_on, p_at, p_case);
    INSERT INTO public.posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen, cause_id)
    VALUES (p_owner, p_interest_journal, 1, 'settlement-interest', 'interest-expense', 'personal', p_interest, p_interest_journal);
  END IF;
  INSERT INTO public.authority (owner_id, id, purpose, amount_fen, decision_id, made_at)
  VALUES (p_owner, p_authority, 'withdrawal', v_total, p_decision, p_at);
  INSERT INTO public.journal (owner_id, id, purpose, effective_on, recorded_at, case_id)
  VALUES (p_owner, p_withdrawal_journal, 'withdrawal', p_on, p_at, p_case);
  INSERT INTO public.posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen, authority_id)
  VALUES (p_owner, p_withdrawal_journal, 1, 'withdrawal', 'personal', 'payable', v_total, p_authority);
  UPDATE public.personal_account SET balance_fen = balance_fen + p_interest - v_total, version = version + 1
   WHERE owner_id = p_owner;
  UPDATE public.interest_bucket SET amount_fen = 0, weighted = 0 WHERE owner_id = p_owner;
  INSERT INTO public.payment_order (owner_id, id, case_id, authority_id, purpose, amount_fen, made_at)
  VALUES (p_owner, p_order, p_case, p_authority, 'withdrawal', v_total, p_at);
  RETURN v_total;
END $$;

-- Closes the account where the ground ends the relationship; only an empty one, and only after the case that emptied it.
CREATE FUNCTION close_personal_account(p_owner text, p_case text, p_on date) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.account_hold WHERE owner_id = p_owner AND case_id = p_case AND released_by = 'settlement';
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-settled';
  END IF;
  IF p_on IS NULL OR p_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-not-come';
  END IF;
  UPDATE public.personal_account SET closed_on = p_on, version = version + 1
   WHERE owner_id = p_owner AND closed_on IS NULL AND balance_fen = 0 AND opened_on <= p_on;
  RETURN FOUND;
END $$;

-- A batch is built in the name of the officer whose session it is, and frozen: its lines are in its digest.
CREATE FUNCTION build_batch(p_token text, p_batch text, p_message text, p_lines integer, p_total bigint, p_digest bytea,
    p_execute_on date, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'finance');
BEGIN
  INSERT INTO public.payment_batch (id, message_id, line_count, total_fen, digest, execute_on, maker_id, made_at)
  VALUES (p_batch, p_message, p_lines, p_total, p_digest, p_execute_on, v_maker, p_at);
  RETURN v_maker;
END $$;

-- What a batch's digest is taken over: one line for one payment, in order.
CREATE FUNCTION batch_digest(p_batch text) RETURNS bytea
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT sha256(convert_to(coalesce(string_agg(
           format('%s|%s|%s|%s|%s|%s', line_no, owner_id, order_id, attempt, amount_fen, payee_revision),
           E'\n' ORDER BY line_no, owner_id, order_id), ''), 'UTF8'))
    FROM public.payment_attempt WHERE batch_id = p_batch
$$;

-- Released by another finance officer than the maker, and only if the lines are, to the fen and the payee, those that the
-- maker froze. The lock keeps add_to_batch out until the release is decided.
CREATE FUNCTION release_batch(p_token text, p_batch text, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'finance');
  v_batch public.payment_batch;
  v_lines bigint;
  v_total numeric;
BEGIN
  SELECT * INTO v_batch FROM public.payment_batch WHERE id = p_batch FOR UPDATE;
  IF v_batch.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-batch';
  END IF;
  SELECT count(*), coalesce(sum(amount_fen), 0) INTO v_lines, v_total FROM public.payment_attempt WHERE batch_id = p_batch;
  IF v_lines <> v_batch.line_count OR v_total <> v_batch.total_fen OR public.batch_digest(p_batch) <> v_batch.digest THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.batch-differs';
  END IF;
  INSERT INTO public.payment_release (batch_id, maker_id, checker_id, released_at)
  VALUES (v_batch.id, v_batch.maker_id, v_checker, p_at);
  RETURN v_checker;
END $$;

-- Puts an order into a batch that is not yet released, to the payee that counts.
CREATE FUNCTION add_to_batch(p_owner text, p_order text, p_attempt integer, p_batch text, p_line integer,
    p_payee_revision integer)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_order public.payment_order;
BEGIN
  PERFORM 1 FROM public.payment_batch WHERE id = p_batch FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-batch';
  END IF;
  PERFORM 1 FROM public.payment_release WHERE batch_id = p_batch;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.batch-released';
  END IF;
  SELECT * INTO v_order FROM public.payment_order WHERE owner_id = p_owner AND id = p_order FOR UPDATE;
  IF v_order.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-order';
  END IF;
  IF p_payee_revision IS DISTINCT FROM (SELECT max(revision) FROM public.payee
       WHERE owner_id = p_owner AND case_id = v_order.case_id) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.payee-changed';
  END IF;
  INSERT INTO public.payment_attempt (owner_id, order_id, attempt, batch_id, line_no, amount_fen, payee_revision)
  VALUES (p_owner, p_order, p_attempt, p_batch, p_line, v_order.amount_fen, p_payee_revision);
END $$;

-- Takes the bank's answer to one line, from a file that a finance officer took in. Paid: `payable` against `bank`, once.
-- Answers whether anything changed; an answer that contradicts an earlier one is refused.
CREATE FUNCTION answer_payment(p_token text, p_file bytea, p_owner text, p_order text, p_attempt integer, p_result text, p_reason text,
    p_journal text, p_on date, p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'finance');
  v_attempt public.payment_attempt;
  v_case text;
BEGIN
  PERFORM 1 FROM public.bank_file WHERE file_sha256 = p_file;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-file';
  END IF;
  IF p_on IS NULL OR p_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-not-come';
  END IF;
  SELECT * INTO v_attempt FROM public.payment_attempt
   WHERE owner_id = p_owner AND order_id = p_order AND attempt = p_attempt FOR UPDATE;
  IF v_attempt.owner_id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-line';
  END IF;
  IF v_attempt.result IS NOT NULL THEN
    IF v_attempt.result = p_result THEN RETURN false; END IF;
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.contradiction';
  END IF;
  PERFORM 1 FROM public.payment_release WHERE batch_id = v_attempt.batch_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.not-released';
  END IF;
  IF p_result = 'paid' THEN
    SELECT case_id INTO v_case FROM public.payment_order WHERE owner_id = p_owner AND id = p_order;
    INSERT INTO public.journal (owner_id, id, purpose, effective_on, recorded_at, case_id)
    VALUES (p_owner, p_journal, 'payment', p_on, p_at, v_case);
    INSERT INTO public.posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen)
    VALUES (p_owner, p_journal, 1, 'payment', 'payable', 'bank', v_attempt.amount_fen);
  END IF;
  UPDATE public.payment_attempt SET result = p_result, reason = p_reason, answered_at = p_at, file_sha256 = p_file,
         journal_id = CASE p_result WHEN 'paid' THEN p_journal END
   WHERE owner_id = p_owner AND order_id = p_order AND attempt = p_attempt;
  RETURN true;
END $$;

-- Takes in a bank's answer by the hash of its bytes; answers whether it is new.
CREATE FUNCTION take_bank_file(p_token text, p_sha256 bytea, p_message text, p_kind text, p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'finance');
BEGIN
  INSERT INTO public.bank_file (file_sha256, message_id, kind, taken_by, taken_at)
  VALUES (p_sha256, p_message, p_kind, v_officer, p_at) ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;

REVOKE ALL ON FUNCTION record_payee, correct_payee, settle_withdrawal, close_personal_account, build_batch, batch_digest,
  release_batch, add_to_batch, answer_payment, take_bank_file FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record_payee, correct_payee, settle_withdrawal, close_personal_account, build_batch, batch_digest,
  release_batch, add_to_batch, answer_payment, take_bank_file TO suixing_app;
GRANT SELECT ON payee, payment_order, payment_batch, payment_release, payment_attempt, bank_file TO suixing_app;
