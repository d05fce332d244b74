-- compatible: yes
-- The money of a transfer that leaves: settled on the partner's contact letter from the account into `clearing:<region>`, paid
-- from there to the partner's account, and taken back into the account where it did not leave or came back.

CREATE FUNCTION widen_constraint(p_table text, p_name text, p_more text) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_said text;
BEGIN
  SELECT substring(pg_get_constraintdef(oid) FROM '^CHECK (.*)$') INTO STRICT v_said
    FROM pg_constraint WHERE conrelid = ('public.' || p_table)::regclass AND conname = p_name;
  EXECUTE format('ALTER TABLE public.%I DROP CONSTRAINT %I, ADD CONSTRAINT %I CHECK (%s OR %s)', p_table, p_name, p_name, v_said, p_more);
END $$;
COMMENT ON FUNCTION widen_constraint IS 'for migrations: lets more through a constraint than it says by now';
REVOKE ALL ON FUNCTION widen_constraint FROM PUBLIC;

SELECT widen_constraint('posting', 'purpose_names_its_accounts', $$(purpose, split_part(debit, ':', 1), split_part(credit, ':', 1)) IN (
  ('transfer-payment', 'clearing', 'suspense'),
  ('transfer-return', 'bank', 'clearing'), ('transfer-return', 'suspense', 'clearing'), ('transfer-return', 'clearing', 'personal'))$$);
SELECT widen_constraint('authority', 'authority_rests_on_its_kind', $$(purpose, basis_kind) IN (('settlement-interest', 'transfer'))$$);
SELECT widen_constraint('credit_cause', 'cause_rests_on_its_kind',
  $$(purpose, basis_kind) IN (('settlement-interest', 'transfer'), ('transfer-return', 'transfer'))$$);

-- From which account of the books an order is paid: what is payable, or the clearing account of another agency. The order of a
-- transfer names the transfer, which the payment says to the bank.
ALTER TABLE payment_order
  ADD COLUMN liability text COLLATE "C" NOT NULL DEFAULT 'payable',
  ADD COLUMN remitted_for text COLLATE "C",
  DROP CONSTRAINT payment_order_purpose_check,
  ADD CONSTRAINT payment_order_purpose_check CHECK (purpose IN ('withdrawal', 'transfer-out')),
  ADD CONSTRAINT order_has_its_liability CHECK (CASE purpose WHEN 'transfer-out' THEN liability ~ '^clearing:\d{6}$' ELSE liability = 'payable' END),
  ADD CONSTRAINT order_of_a_transfer_names_it CHECK ((purpose = 'transfer-out') = (remitted_for IS NOT NULL));

ALTER TABLE payee
  ADD COLUMN message_id text COLLATE "C",
  DROP CONSTRAINT payee_kind_check,
  ADD CONSTRAINT payee_kind_check CHECK (kind IN ('insured', 'successor', 'agency')),
  ADD CONSTRAINT agency_names_its_account CHECK ((kind = 'agency') = (message_id IS NOT NULL)),
  ADD CONSTRAINT payee_of_a_message FOREIGN KEY (owner_id, message_id) REFERENCES partner_word (owner_id, message_id);
CREATE UNIQUE INDEX one_payee_of_a_message ON payee (owner_id, message_id) WHERE message_id IS NOT NULL;

-- ---- To whom a transfer pays ----------------------------------------------------------------------------------------------

-- A transfer pays to the account that the other agency named, and to nobody's that was typed in here.
CREATE FUNCTION pays_a_person(p_owner text, p_case text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.transfer WHERE owner_id = p_owner AND case_id = p_case;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.account-from-partner';
  END IF;
END $$;
SELECT amend_function('record_payee', E'  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case FOR UPDATE;\n',
  $$  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case FOR UPDATE;
  PERFORM public.pays_a_person(p_owner, p_case);
$$);
SELECT amend_function('correct_payee', E'  PERFORM public.mind_the_clock(p_at);\n', $$  PERFORM public.mind_the_clock(p_at);
  PERFORM public.pays_a_person(p_owner, p_case);
$$);

-- The account that the partner named in its contact letter or afterwards; once the order is made, another one only after the
-- bank has sent the money back. Each message names one account. Answers the revision.
CREATE FUNCTION name_agency_payee(p_owner text, p_case text, p_message text, p_name text, p_bank_code text, p_bank_name text,
    p_account_sealed bytea, p_account_tail text, p_doubts text[], p_at timestamptz)
  RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_transfer public.transfer;
  v_word public.partner_word;
  v_order public.payment_order;
  v_revision integer;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case AND process = 'transfer-out' FOR UPDATE;
  SELECT * INTO v_transfer FROM public.transfer WHERE owner_id = p_owner AND case_id = p_case AND direction = 'out';
  IF v_transfer.case_id IS NULL OR public.case_is_over(p_owner, p_case) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.no-transfer';
  END IF;
  v_word := public.word_in_transfer(v_transfer, p_message, ARRAY['contact-letter', 'account-details']);
  -- What of the account stands in the clear must be what the message says; a letter without an account names none.
  IF v_word.figures -> 'account' IS DISTINCT FROM jsonb_build_object('holder', p_name, 'bankCode', p_bank_code, 'tail', p_account_tail) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.account-differs';
  END IF;
  -- The lock keeps batches out until the account is changed.
  SELECT * INTO v_order FROM public.payment_order WHERE owner_id = p_owner AND case_id = p_case FOR UPDATE;
  IF v_order.id IS NOT NULL THEN
    PERFORM 1 FROM public.payment_attempt a WHERE a.owner_id = p_owner AND a.order_id = v_order.id AND v_order.standing = 'open'
    HAVING count(*) FILTER (WHERE a.result IN ('returned', 'sent-back')) > 0
       AND bool_and(coalesce(a.result IN ('returned', 'sent-back', 'given-up'), false));
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.not-returned';
    END IF;
  END IF;
  SELECT coalesce(max(revision), 0) + 1 INTO v_revision FROM public.payee WHERE owner_id = p_owner AND case_id = p_case;
  INSERT INTO public.payee (owner_id, case_id, revision, kind, name, bank_code, bank_name, account_sealed, account_tail, recorded_at,
    doubts, message_id)
  VALUES (p_owner, p_case, v_revision, 'agency', p_name, p_bank_code, p_bank_name, p_account_sealed, p_account_tail, p_at,
    p_doubts, p_message);
  RETURN v_revision;
END $$;

-- ---- Settlement -----------------------------------------------------------------------------------------------------------

-- Interest to the day, the whole balance to the partner's clearing account, the hold released, the order to pay it made. Answers
-- the amount; where there is nothing, the hold is released, and no order is made.
CREATE FUNCTION settle_transfer(p_owner text, p_case text, p_interest bigint, p_interest_journal text, p_transfer_journal text,
    p_authority text, p_order text, p_on date, p_at timestamptz)
  RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_transfer public.transfer;
  v_acceptance public.transfer_acceptance;
  v_letter public.partner_word;
  v_account public.personal_account;
  v_total bigint;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case AND process = 'transfer-out' AND state = 'accepted' FOR UPDATE;
  IF FOUND THEN v_acceptance := public.standing_acceptance(p_owner, p_case); END IF;
  IF v_acceptance.message_id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.not-accepted';
  END IF;
  PERFORM public.money_may_leave(p_owner);
  PERFORM public.nothing_is_owed(p_owner);
  SELECT * INTO v_account FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  IF v_account.owner_id IS NULL OR v_account.closed_on IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.account-closed';
  END IF;
  -- A card payment under way must be confirmed, cancelled or expired first.
  IF v_account.held_fen > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.payment-under-way';
  END IF;
  UPDATE public.account_hold SET released_at = p_at, released_by = 'settlement'
   WHERE owner_id = p_owner AND case_id = p_case AND released_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-held';
  END IF;
  IF p_on IS NULL OR p_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-not-come';
  END IF;
  PERFORM 1 FROM public.posting WHERE owner_id = p_owner AND bucket IS NOT NULL AND effective_on > p_on;
  IF FOUND OR p_on < (v_acceptance.accepted_at AT TIME ZONE 'Asia/Shanghai')::date OR extract(year FROM p_on) < v_account.open_year THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-gone-by';
  END IF;
  IF p_interest IS DISTINCT FROM public.interest_to_date(p_owner, p_on) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.interest-differs';
  END IF;
  v_total := v_account.balance_fen + p_interest;
  IF v_total < 0 OR (v_total = 0 AND p_interest <> 0) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.nothing-to-settle';
  END IF;
  IF v_total = 0 THEN RETURN 0; END IF;
  -- Nothing is sent to an agency that has said it does not take it, nor without the account that it named.
  SELECT * INTO v_transfer FROM public.transfer WHERE owner_id = p_owner AND case_id = p_case;
  v_letter := public.word_in_transfer(v_transfer, v_acceptance.message_id, ARRAY['contact-letter']);
  PERFORM 1 FROM public.partner_word WHERE owner_id = p_owner AND transfer_id = v_transfer.transfer_id AND type = 'balance-refused';
  IF FOUND OR v_letter.figures ->> 'acceptsBalance' = 'false' THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.balance-not-taken';
  END IF;
  PERFORM 1 FROM public.payee WHERE owner_id = p_owner AND case_id = p_case AND kind = 'agency';
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-payee';
  END IF;
  IF p_interest > 0 THEN
    PERFORM public.post_credit(p_owner, p_interest_journal, 1::smallint, 'settlement-interest', 'interest-expense', p_interest,
      p_on, NULL, 'transfer', v_acceptance.message_id || '/interest', p_case, p_at);
  ELSIF p_interest < 0 THEN
    PERFORM public.post_debit(p_owner, p_interest_journal, 1::smallint, 'settlement-interest', 'interest-expense', -p_interest,
      p_on, NULL, 'transfer', v_acceptance.message_id || '/interest', p_case, p_at);
  END IF;
  PERFORM public.post_debit(p_owner, p_transfer_journal, 1::smallint, 'transfer-out', 'clearing:' || v_transfer.partner, v_total, p_on,
    'reset', 'transfer', v_acceptance.message_id, p_case, p_at, p_authority);
  INSERT INTO public.payment_order (owner_id, id, case_id, authority_id, purpose, amount_fen, made_at, liability, remitted_for)
  VALUES (p_owner, p_order, p_case, p_authority, 'transfer-out', v_total, p_at, 'clearing:' || v_transfer.partner, v_transfer.transfer_id);
  RETURN v_total;
END $$;

-- ---- Back into the account ------------------------------------------------------------------------------------------------

-- Into the account again, as of the day on which it was settled, so that the person loses no interest by a transfer that came
-- to nothing; held again for the case where nothing else holds the account. The order is locked by the caller.
CREATE FUNCTION back_into_account(p_order public.payment_order, p_journal text, p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_settled public.posting;
  v_message text;
BEGIN
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_order.owner_id FOR UPDATE;
  SELECT * INTO v_settled FROM public.posting WHERE owner_id = p_order.owner_id AND authority_id = p_order.authority_id;
  SELECT basis_id INTO v_message FROM public.authority WHERE owner_id = p_order.owner_id AND id = p_order.authority_id;
  PERFORM public.post_credit(p_order.owner_id, p_journal, 1::smallint, 'transfer-return', p_order.liability, p_order.amount_fen,
    v_settled.effective_on, 'carried-over', 'transfer', v_message, p_order.case_id, p_at);
  UPDATE public.payment_order SET standing = 'refunded' WHERE owner_id = p_order.owner_id AND id = p_order.id;
  PERFORM 1 FROM public.account_hold WHERE owner_id = p_order.owner_id AND released_at IS NULL;
  IF FOUND THEN RETURN false; END IF;
  UPDATE public.account_hold SET placed_at = p_at, released_at = NULL, released_by = NULL
   WHERE owner_id = p_order.owner_id AND case_id = p_order.case_id;
  RETURN FOUND;
END $$;

-- Takes back money that has not left or came back from the bank: on the partner's refusal, or once the case is over without one.
-- Answers whether the case holds the account again.
CREATE FUNCTION take_back_transfer(p_owner text, p_case text, p_message text, p_journal text, p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_transfer public.transfer;
  v_order public.payment_order;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  -- Whoever approves a batch holds the locks until it is gone or not; the statement after them sees which.
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case FOR UPDATE;
  SELECT * INTO v_transfer FROM public.transfer WHERE owner_id = p_owner AND case_id = p_case AND direction = 'out';
  SELECT * INTO v_order FROM public.payment_order WHERE owner_id = p_owner AND case_id = p_case FOR UPDATE;
  IF v_transfer.case_id IS NULL OR v_order.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.no-transfer';
  END IF;
  IF p_message IS NOT NULL THEN
    PERFORM public.word_in_transfer(v_transfer, p_message, ARRAY['balance-refused']);
  ELSIF NOT public.case_is_over(p_owner, p_case) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.case-not-over';
  END IF;
  IF v_order.standing <> 'open' OR public.left_for_bank(p_owner, v_order.id) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.money-gone';
  END IF;
  RETURN public.back_into_account(v_order, p_journal, p_at);
END $$;

-- Late interest and late postings follow money that comes back as they follow a refund, and a closed account opens for it.
SELECT amend_function('mind_closed_years', $$'transfer-in', 'between-persons'$$, $$'transfer-in', 'transfer-return', 'between-persons'$$);
SELECT amend_function('post_credit', $$'transfer-in', 'refund'$$, $$'transfer-in', 'transfer-return', 'refund'$$);

-- ---- What the bank does with it -------------------------------------------------------------------------------------------

CREATE FUNCTION liability_of(p_owner text, p_order text) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT liability FROM public.payment_order WHERE owner_id = p_owner AND id = p_order
$$;

-- Under which purpose a payment of an order, or its return, is booked.
CREATE FUNCTION purpose_at_bank(p_owner text, p_order text, p_payable text, p_clearing text) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE public.liability_of(p_owner, p_order) WHEN 'payable' THEN p_payable ELSE p_clearing END
$$;

SELECT amend_function('end_attempt', $$'payment', 'payable', p_account,$$,
  $$public.purpose_at_bank(p_attempt.owner_id, p_attempt.order_id, 'payment', 'transfer-payment'),
      public.liability_of(p_attempt.owner_id, p_attempt.order_id), p_account,$$);
SELECT amend_function('end_attempt', $$'payment-return', p_account, 'payable',$$,
  $$public.purpose_at_bank(p_attempt.owner_id, p_attempt.order_id, 'payment-return', 'transfer-return'), p_account,
      public.liability_of(p_attempt.owner_id, p_attempt.order_id),$$);
-- What the partner has sent back with a payment of its own does not come back a second time from the bank: such a line stands in
-- `suspense`, and by hand it is not taken for the return either.
CREATE FUNCTION back_otherwise(p_owner text, p_order text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM public.payment_order
                  WHERE owner_id = p_owner AND id = p_order AND liability <> 'payable' AND standing = 'refunded')
$$;
SELECT amend_function('book_bank_line', E'    IF NOT FOUND THEN v_attempt := NULL; END IF;\n', $$    IF NOT FOUND OR public.back_otherwise(p_line.target_owner, p_line.target_order) THEN v_attempt := NULL; END IF;
$$);
SELECT amend_function('end_attempt', E'  IF p_result = \'paid\' THEN\n', $$  IF public.back_otherwise(p_attempt.owner_id, p_attempt.order_id) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.contradiction';
  END IF;
  IF p_result = 'paid' THEN
$$);
SELECT amend_function('answer_payment', $$'payment', 'payable', 'bank',$$,
  $$public.purpose_at_bank(p_owner, p_order, 'payment', 'transfer-payment'), public.liability_of(p_owner, p_order), 'bank',$$);
-- An order of a transfer goes back into the account on the partner's word only, not by an adjustment.
SELECT amend_function('order_to_move', $$IF v_order.standing <> (CASE p_kind$$,
  $$IF v_order.liability <> 'payable' OR v_order.standing <> (CASE p_kind$$);

REVOKE ALL ON FUNCTION pays_a_person, name_agency_payee, settle_transfer, back_into_account, take_back_transfer, liability_of,
  purpose_at_bank, back_otherwise FROM PUBLIC;
GRANT EXECUTE ON FUNCTION name_agency_payee, settle_transfer, take_back_transfer TO suixing_app;
