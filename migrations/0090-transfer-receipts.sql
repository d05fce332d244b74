-- compatible: yes
-- Money of a transfer that comes in: a line of the bank's statement is a transfer's where it says the reference that the other
-- agency announced, to the fen; anything else two finance officers decide. It goes from `suspense` through the agency's clearing
-- account into the person's own, once.

-- Under which reference a payment was remitted, from its end-to-end id or its remittance information.
ALTER TABLE bank_line ADD COLUMN remitted_under text COLLATE "C" CHECK (length(remitted_under) <= 140);
CREATE INDEX bank_line_by_reference ON bank_line (remitted_under) WHERE outcome = 'suspense' AND remitted_under IS NOT NULL;

CREATE TABLE line_credited (
  -- The line's owner, as the statement's day has it.
  owner_id text COLLATE "C" NOT NULL,
  line_key text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  message_id text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT line_is_credited_once PRIMARY KEY (owner_id, line_key),
  FOREIGN KEY (owner_id, line_key) REFERENCES bank_line (owner_id, line_key)
);
COMMENT ON TABLE line_credited IS 'distributed: lines of the bank''s statements that are the money of a transfer, once each';

CREATE TABLE transfer_match (
  owner_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  message_id text COLLATE "C" NOT NULL,
  bank_owner text COLLATE "C" NOT NULL,
  line_key text COLLATE "C" NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  maker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  made_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  UNIQUE (owner_id, id, maker_id),
  FOREIGN KEY (owner_id, case_id) REFERENCES transfer (owner_id, case_id),
  FOREIGN KEY (owner_id, message_id) REFERENCES partner_word (owner_id, message_id)
);
CREATE INDEX transfer_match_in_order ON transfer_match (made_at, owner_id, id);
COMMENT ON TABLE transfer_match IS 'distributed: what a finance officer says that the money of a transfer is, where reference or amount differ, append-only';

CREATE TABLE transfer_match_decision (
  owner_id text COLLATE "C" NOT NULL,
  match_id text COLLATE "C" NOT NULL,
  maker_id text COLLATE "C" NOT NULL,
  checker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  approved boolean NOT NULL,
  reason text CHECK (length(reason) BETWEEN 1 AND 500),
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, match_id),
  FOREIGN KEY (owner_id, match_id, maker_id) REFERENCES transfer_match (owner_id, id, maker_id),
  CONSTRAINT match_maker_is_not_checker CHECK (checker_id <> maker_id),
  CONSTRAINT match_declined_with_a_reason CHECK (approved OR reason IS NOT NULL)
);
COMMENT ON TABLE transfer_match_decision IS 'distributed: another finance officer''s word on it';

CREATE TABLE transfer_receipt (
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  -- The remittance advice, or the refusal that says how the money was sent back; each is received once.
  message_id text COLLATE "C" NOT NULL,
  bank_owner text COLLATE "C" NOT NULL,
  line_key text COLLATE "C" NOT NULL,
  said_fen bigint,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  journal_id text COLLATE "C" NOT NULL,
  match_id text COLLATE "C",
  received_at timestamptz NOT NULL,
  CONSTRAINT word_is_received_once PRIMARY KEY (owner_id, message_id),
  FOREIGN KEY (owner_id, case_id) REFERENCES transfer (owner_id, case_id),
  FOREIGN KEY (owner_id, message_id) REFERENCES partner_word (owner_id, message_id),
  FOREIGN KEY (owner_id, match_id) REFERENCES transfer_match_decision (owner_id, match_id),
  CONSTRAINT other_amounts_by_two CHECK (match_id IS NOT NULL OR amount_fen = said_fen)
);
COMMENT ON TABLE transfer_receipt IS 'distributed: money of transfers that came in, with the message that announced it and the bank''s line, append-only';

CREATE FUNCTION transfer_match_digest(p_row public.transfer_match) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.case_id, p_row.message_id, p_row.bank_owner, p_row.line_key, p_row.reason, p_row.maker_id,
    public.instant_text(p_row.made_at))
$$;

CREATE FUNCTION transfer_match_decision_digest(p_row public.transfer_match_decision) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.maker_id, p_row.checker_id, p_row.approved::text, p_row.reason, public.instant_text(p_row.decided_at))
$$;

CREATE FUNCTION transfer_receipt_digest(p_row public.transfer_receipt) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.case_id, p_row.bank_owner, p_row.line_key, p_row.said_fen::text, p_row.amount_fen::text,
    p_row.journal_id, p_row.match_id, public.instant_text(p_row.received_at))
$$;

-- ---- One line, one transfer -----------------------------------------------------------------------------------------------

-- A line of the bank's statement that nobody has said yet what it is; locked.
CREATE FUNCTION line_in_suspense(p_bank_owner text, p_key text) RETURNS public.bank_line
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_line public.bank_line;
BEGIN
  SELECT * INTO v_line FROM public.bank_line WHERE owner_id = p_bank_owner AND line_key = p_key AND outcome = 'suspense' FOR UPDATE;
  IF v_line.owner_id IS NULL OR v_line.direction <> 'in' THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.not-in-suspense';
  END IF;
  PERFORM public.line_is_free(p_bank_owner, p_key);
  PERFORM 1 FROM public.suspense_decision WHERE owner_id = p_bank_owner AND line_key = p_key AND approved;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.resolved-already';
  END IF;
  RETURN v_line;
END $$;

CREATE FUNCTION line_is_free(p_bank_owner text, p_key text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.line_credited WHERE owner_id = p_bank_owner AND line_key = p_key;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.resolved-already';
  END IF;
END $$;
-- What is a transfer's money is no longer unknown; the line is locked where this is asked.
SELECT amend_function('decide_resolution', E'  IF NOT p_approved THEN RETURN false; END IF;\n', $$  IF NOT p_approved THEN RETURN false; END IF;
  PERFORM public.line_is_free(p_owner, v_asked.line_key);
$$);

-- Books a line as the money of a transfer, from `suspense` through the partner's clearing account into the person's own; or, of
-- a transfer that left, what the partner sent back after it had been paid.
CREATE FUNCTION credit_line(p_transfer public.transfer, p_line public.bank_line, p_word public.partner_word, p_match text,
    p_receipt_journal text, p_journal text, p_at timestamptz)
  RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_clearing text := 'clearing:' || p_transfer.partner;
  v_amount bigint := p_line.amount_fen;
  v_order public.payment_order;
  v_row public.transfer_receipt;
BEGIN
  INSERT INTO public.line_credited (owner_id, line_key, person_id, case_id, message_id, recorded_at)
  VALUES (p_line.owner_id, p_line.line_key, p_transfer.owner_id, p_transfer.case_id, p_word.message_id, p_at);
  IF p_transfer.direction = 'out' THEN
    SELECT * INTO v_order FROM public.payment_order WHERE owner_id = p_transfer.owner_id AND case_id = p_transfer.case_id FOR UPDATE;
    PERFORM 1 FROM public.payment_attempt WHERE owner_id = v_order.owner_id AND order_id = v_order.id AND result = 'paid';
    IF NOT FOUND OR v_order.standing <> 'open' OR v_order.amount_fen < v_amount THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.resolution-unfit';
    END IF;
    -- What banks on the way kept of it the fund bears, as with a payment that comes back.
    IF v_order.amount_fen > v_amount THEN
      PERFORM public.post_fund(p_line.owner_id, p_receipt_journal || '-charges', 1::smallint, 'bank-line', 'pool', 'suspense',
        v_order.amount_fen - v_amount, public.business_today(), NULL, p_at);
      v_amount := v_order.amount_fen;
    END IF;
  END IF;
  PERFORM public.post_fund(p_transfer.owner_id, p_receipt_journal, 1::smallint, 'transfer-receipt', 'suspense', v_clearing, v_amount,
    p_line.booked_on, p_transfer.case_id, p_at);
  IF p_transfer.direction = 'out' THEN
    PERFORM public.back_into_account(v_order, p_journal, p_at);
  ELSE
    PERFORM public.post_credit(p_transfer.owner_id, p_journal, 1::smallint, 'transfer-in', v_clearing, v_amount, p_line.booked_on,
      'inflow', 'remittance', p_line.owner_id || '/' || p_line.line_key, p_transfer.case_id, p_at);
  END IF;
  INSERT INTO public.transfer_receipt (owner_id, case_id, message_id, bank_owner, line_key, said_fen, amount_fen, journal_id, match_id,
    received_at)
  VALUES (p_transfer.owner_id, p_transfer.case_id, p_word.message_id, p_line.owner_id, p_line.line_key,
    (p_word.figures ->> 'amountFen')::bigint, p_line.amount_fen, p_journal, p_match, p_at)
  RETURNING * INTO v_row;
  PERFORM public.chain_record(p_transfer.owner_id, 'transfer-receipt', p_word.message_id, public.transfer_receipt_digest(v_row), p_at);
  RETURN v_amount;
END $$;

-- Whose money may come in for which case, and on which message.
CREATE FUNCTION transfer_awaiting_money(p_owner text, p_case text, p_states text[]) RETURNS public.transfer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_transfer public.transfer;
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case AND state = ANY (p_states) FOR UPDATE;
  IF FOUND THEN
    SELECT * INTO v_transfer FROM public.transfer WHERE owner_id = p_owner AND case_id = p_case;
  END IF;
  IF v_transfer.case_id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.awaits-no-money';
  END IF;
  RETURN v_transfer;
END $$;

CREATE FUNCTION word_of_money(p_transfer public.transfer, p_message text) RETURNS public.partner_word
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.word_in_transfer(p_transfer, p_message,
    ARRAY[CASE p_transfer.direction WHEN 'in' THEN 'remittance-advice' ELSE 'balance-refused' END])
$$;

-- Credits a line that says the announced reference and the announced amount, from the transfer's partner, once. Answers the amount.
CREATE FUNCTION receive_transfer(p_owner text, p_case text, p_bank_owner text, p_line_key text, p_message text, p_receipt_journal text,
    p_journal text, p_at timestamptz)
  RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_transfer public.transfer;
  v_word public.partner_word;
  v_line public.bank_line;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_transfer := public.transfer_awaiting_money(p_owner, p_case, ARRAY['awaiting-balance', 'awaiting-money-back']);
  v_word := public.word_of_money(v_transfer, p_message);
  v_line := public.line_in_suspense(p_bank_owner, p_line_key);
  IF v_line.remitted_under IS DISTINCT FROM v_word.figures ->> 'reference'
     OR v_line.amount_fen IS DISTINCT FROM (v_word.figures ->> 'amountFen')::bigint THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.money-differs';
  END IF;
  RETURN public.credit_line(v_transfer, v_line, v_word, NULL, p_receipt_journal, p_journal, p_at);
END $$;

-- Another reference or another amount: a finance officer says why it is that transfer's money all the same.
CREATE FUNCTION request_transfer_match(p_token text, p_owner text, p_id text, p_case text, p_message text, p_bank_owner text,
    p_line_key text, p_reason text, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text;
  v_transfer public.transfer;
  v_row public.transfer_match;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_maker := public.live_officer(p_token, 'finance');
  v_transfer := public.transfer_awaiting_money(p_owner, p_case, ARRAY['awaiting-balance', 'difference', 'awaiting-money-back']);
  PERFORM public.word_of_money(v_transfer, p_message);
  PERFORM public.line_in_suspense(p_bank_owner, p_line_key);
  INSERT INTO public.transfer_match (owner_id, id, case_id, message_id, bank_owner, line_key, reason, maker_id, made_at)
  VALUES (p_owner, p_id, p_case, p_message, p_bank_owner, p_line_key, p_reason, v_maker, p_at)
  RETURNING * INTO v_row;
  PERFORM public.chain_record(p_owner, 'transfer-match', p_id, public.transfer_match_digest(v_row), p_at);
  RETURN v_maker;
END $$;

-- Another finance officer decides; approved, what the bank has is credited. Answers the amount, or nothing.
CREATE FUNCTION decide_transfer_match(p_token text, p_owner text, p_id text, p_approved boolean, p_reason text, p_receipt_journal text,
    p_journal text, p_at timestamptz)
  RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text;
  v_asked public.transfer_match;
  v_row public.transfer_match_decision;
  v_transfer public.transfer;
  v_word public.partner_word;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_checker := public.live_officer(p_token, 'finance');
  SELECT * INTO v_asked FROM public.transfer_match WHERE owner_id = p_owner AND id = p_id;
  IF v_asked.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.no-match';
  END IF;
  -- The account before the person, whom the chain locks, as everywhere.
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  INSERT INTO public.transfer_match_decision (owner_id, match_id, maker_id, checker_id, approved, reason, decided_at)
  VALUES (p_owner, p_id, v_asked.maker_id, v_checker, p_approved, p_reason, p_at)
  RETURNING * INTO v_row;
  PERFORM public.chain_record(p_owner, 'transfer-match-decision', p_id, public.transfer_match_decision_digest(v_row), p_at);
  IF NOT p_approved THEN RETURN NULL; END IF;
  v_transfer := public.transfer_awaiting_money(p_owner, v_asked.case_id, ARRAY['awaiting-balance', 'difference', 'awaiting-money-back']);
  v_word := public.word_of_money(v_transfer, v_asked.message_id);
  RETURN public.credit_line(v_transfer, public.line_in_suspense(v_asked.bank_owner, v_asked.line_key), v_word, p_id, p_receipt_journal,
    p_journal, p_at);
END $$;

REVOKE ALL ON FUNCTION transfer_match_digest, transfer_match_decision_digest, transfer_receipt_digest, line_in_suspense, line_is_free,
  credit_line, transfer_awaiting_money, word_of_money, receive_transfer, request_transfer_match, decide_transfer_match FROM PUBLIC;
GRANT EXECUTE ON FUNCTION receive_transfer, request_transfer_match, decide_transfer_match TO suixing_app;
GRANT SELECT ON line_credited, transfer_match, transfer_match_decision, transfer_receipt TO suixing_app;
