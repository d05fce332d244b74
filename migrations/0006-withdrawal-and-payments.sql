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
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, case_id, revision),
  FOREIGN KEY (owner_id, case_id) REFERENCES case_file (owner_id, id)
);
COMMENT ON TABLE payee IS 'distributed: to whom a case pays; the bank account number sealed';

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
  PRIMARY KEY (owner_id, order_id, attempt),
  FOREIGN KEY (owner_id, order_id, amount_fen) REFERENCES payment_order (owner_id, id, amount_fen),
  CHECK ((result IS NULL) = (answered_at IS NULL))
);
CREATE UNIQUE INDEX one_standing_attempt ON payment_attempt (owner_id, order_id) WHERE result IS DISTINCT FROM 'returned';
CREATE INDEX payment_attempt_by_batch ON payment_attempt (batch_id, line_no);
COMMENT ON TABLE payment_attempt IS 'distributed: lines of batches and the bank''s answer to each';

-- Bank answers taken in, by the hash of their bytes: the same file twice changes nothing.
CREATE TABLE bank_file (
  file_sha256 bytea PRIMARY KEY CHECK (octet_length(file_sha256) = 32),
  message_id text NOT NULL,
  kind text NOT NULL,
  taken_by text COLLATE "C" NOT NULL REFERENCES officer (id),
  taken_at timestamptz NOT NULL
);
COMMENT ON TABLE bank_file IS 'locator(file_sha256): bank answers taken in';

-- Settles an approved withdrawal: interest to the day, the whole balance to `payable`, the hold released, the payment
-- order made; all or nothing. The interest is the application's figure, checked here against the dated rates; the amount
-- is fixed from the locked row. Answers the amount payable in fen.
CREATE FUNCTION settle_withdrawal(p_owner text, p_case text, p_decision text, p_interest bigint, p_interest_journal text,
    p_withdrawal_journal text, p_authority text, p_order text, p_on date, p_at timestamptz)
  RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_account public.personal_account;
  v_total bigint;
BEGIN
  SELECT * INTO v_account FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  IF v_account.owner_id IS NULL OR v_account.closed_on IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.account-closed';
  END IF;
  PERFORM 1 FROM public.decision_approval
    WHERE owner_id = p_owner AND decision_id = p_decision AND case_id = p_case AND outcome = 'approve';
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-approved';
  END IF;
  UPDATE public.account_hold SET released_at = p_at, released_by = 'settlement'
   WHERE owner_id = p_owner AND case_id = p_case AND released_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-held';
  END IF;
  IF p_interest IS DISTINCT FROM public.interest_to_date(p_owner, p_on) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.interest-differs';
  END IF;
  IF p_interest < 0 OR p_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-not-come';
  END IF;
  v_total := v_account.balance_fen + p_interest;
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

-- Closes the account where the ground ends the relationship; only an empty one.
CREATE FUNCTION close_personal_account(p_owner text, p_on date) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE public.personal_account SET closed_on = p_on, version = version + 1
   WHERE owner_id = p_owner AND closed_on IS NULL AND balance_fen = 0;
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

CREATE FUNCTION release_batch(p_token text, p_batch text, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'finance');
BEGIN
  INSERT INTO public.payment_release (batch_id, maker_id, checker_id, released_at)
  SELECT id, maker_id, v_checker, p_at FROM public.payment_batch WHERE id = p_batch;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-batch';
  END IF;
  RETURN v_checker;
END $$;

-- Puts an order into a batch that is not yet released.
CREATE FUNCTION add_to_batch(p_owner text, p_order text, p_attempt integer, p_batch text, p_line integer,
    p_payee_revision integer)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.payment_release WHERE batch_id = p_batch;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.batch-released';
  END IF;
  INSERT INTO public.payment_attempt (owner_id, order_id, attempt, batch_id, line_no, amount_fen, payee_revision)
  SELECT owner_id, id, p_attempt, p_batch, p_line, amount_fen, p_payee_revision
    FROM public.payment_order WHERE owner_id = p_owner AND id = p_order;
END $$;

-- Takes the bank's answer to one line. Paid: `payable` against `bank`, once. Answers whether anything changed; an answer
-- that contradicts an earlier one is refused.
CREATE FUNCTION answer_payment(p_owner text, p_order text, p_attempt integer, p_result text, p_reason text,
    p_journal text, p_on date, p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_attempt public.payment_attempt;
  v_case text;
BEGIN
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
  UPDATE public.payment_attempt SET result = p_result, reason = p_reason, answered_at = p_at
   WHERE owner_id = p_owner AND order_id = p_order AND attempt = p_attempt;
  IF p_result = 'paid' THEN
    SELECT case_id INTO v_case FROM public.payment_order WHERE owner_id = p_owner AND id = p_order;
    INSERT INTO public.journal (owner_id, id, purpose, effective_on, recorded_at, case_id)
    VALUES (p_owner, p_journal, 'payment', p_on, p_at, v_case);
    INSERT INTO public.posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen)
    VALUES (p_owner, p_journal, 1, 'payment', 'payable', 'bank', v_attempt.amount_fen);
  END IF;
  RETURN true;
END $$;

CREATE FUNCTION take_bank_file(p_token text, p_sha256 bytea, p_message text, p_kind text, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'finance');
BEGIN
  INSERT INTO public.bank_file (file_sha256, message_id, kind, taken_by, taken_at)
  VALUES (p_sha256, p_message, p_kind, v_officer, p_at) ON CONFLICT DO NOTHING;
  RETURN v_officer;
END $$;

REVOKE ALL ON FUNCTION settle_withdrawal, close_personal_account, build_batch, release_batch, add_to_batch, answer_payment,
  take_bank_file FROM PUBLIC;
GRANT EXECUTE ON FUNCTION settle_withdrawal, close_personal_account, build_batch, release_batch, add_to_batch, answer_payment,
  take_bank_file TO suixing_app;
GRANT SELECT ON payee, payment_order, payment_batch, payment_release, payment_attempt, bank_file TO suixing_app;
GRANT INSERT ON payee TO suixing_app;
