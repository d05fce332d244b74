-- compatible: yes
-- Measures of supervision: an investigation's flag (立案核查), while which stands no money leaves, and an order to recover
-- what was overpaid (追回). Each is set, and lifted again, by two officers, with its legal basis and the paper it stands on.
-- Two clocks: `effective_on` says from when a step holds, `recorded_at` and `decided_at` since when it is known.

CREATE TABLE supervision_step (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  id text COLLATE "C" NOT NULL,
  -- The step that set the measure; its own id where it is that step.
  measure_id text COLLATE "C" NOT NULL,
  step text NOT NULL CHECK (step IN ('set', 'lift')),
  kind text NOT NULL CHECK (kind IN ('investigation', 'recovery')),
  amount_fen bigint CHECK (amount_fen > 0),
  legal_basis text NOT NULL CHECK (legal_basis ~ '^[A-Z0-9][A-Z0-9.-]{1,39}$'),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  paper_reference text NOT NULL CHECK (length(paper_reference) BETWEEN 1 AND 200),
  effective_on date NOT NULL,
  maker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  UNIQUE (owner_id, id, maker_id),
  UNIQUE (owner_id, id, kind),
  FOREIGN KEY (owner_id, measure_id, kind) REFERENCES supervision_step (owner_id, id, kind),
  CHECK ((step = 'set') = (measure_id = id)),
  CHECK ((amount_fen IS NOT NULL) = (step = 'set' AND kind = 'recovery'))
);
CREATE INDEX supervision_step_of_measure ON supervision_step (owner_id, measure_id);
-- The work list of the second officer, in the order of recording.
CREATE INDEX supervision_step_in_order ON supervision_step (recorded_at, owner_id, id);
COMMENT ON TABLE supervision_step IS 'distributed: measures of supervision set and lifted, as proposed by a first officer, append-only';

CREATE TABLE supervision_decision (
  owner_id text COLLATE "C" NOT NULL,
  step_id text COLLATE "C" NOT NULL,
  maker_id text COLLATE "C" NOT NULL,
  checker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  confirmed boolean NOT NULL,
  reason text CHECK (length(reason) BETWEEN 1 AND 500),
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, step_id),
  FOREIGN KEY (owner_id, step_id, maker_id) REFERENCES supervision_step (owner_id, id, maker_id),
  CONSTRAINT supervision_maker_is_not_checker CHECK (checker_id <> maker_id),
  CHECK (confirmed OR reason IS NOT NULL)
);
COMMENT ON TABLE supervision_decision IS 'distributed: the second officer''s word on a step of a measure';

-- Whether a measure of a kind stands now: set and confirmed, and not lifted with a second officer's word.
CREATE FUNCTION measure_stands(p_owner text, p_kind text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  RETURN EXISTS (
    SELECT FROM public.supervision_step s
      JOIN public.supervision_decision d ON d.owner_id = s.owner_id AND d.step_id = s.id AND d.confirmed
     WHERE s.owner_id = p_owner AND s.kind = p_kind AND s.step = 'set'
       AND NOT EXISTS (
         SELECT FROM public.supervision_step l
           JOIN public.supervision_decision e ON e.owner_id = l.owner_id AND e.step_id = l.id AND e.confirmed
          WHERE l.owner_id = s.owner_id AND l.measure_id = s.id AND l.step = 'lift'));
END $$;

-- What a record's link in the person's chain says of a step and of a decision.
CREATE FUNCTION measure_step_digest(p_row public.supervision_step) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.measure_id, p_row.step, p_row.kind, p_row.amount_fen::text, p_row.legal_basis, p_row.reason,
    p_row.paper_reference, to_char(p_row.effective_on, 'YYYY-MM-DD'), p_row.maker_id, public.instant_text(p_row.recorded_at))
$$;

CREATE FUNCTION measure_decision_digest(p_row public.supervision_decision) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.maker_id, p_row.checker_id, p_row.confirmed::text, p_row.reason,
    public.instant_text(p_row.decided_at))
$$;

-- What everything asks that lets a person's money leave. It locks the account, as does whoever confirms a flag: either the
-- flag is seen here, or the money had left before it was set.
CREATE FUNCTION money_may_leave(p_owner text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  IF public.measure_stands(p_owner, 'investigation') THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.under-investigation';
  END IF;
END $$;

-- What everything asks besides that empties an account, after money_may_leave: what is owed is settled first.
CREATE FUNCTION nothing_is_owed(p_owner text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF public.measure_stands(p_owner, 'recovery') THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.recovery-open';
  END IF;
END $$;

-- A first officer proposes a measure.
CREATE FUNCTION set_measure(p_token text, p_owner text, p_step text, p_kind text, p_amount bigint, p_basis text,
    p_reason text, p_paper text, p_on date, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'clerk');
  v_step public.supervision_step;
BEGIN
  IF p_on IS NULL OR p_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.day-not-come';
  END IF;
  INSERT INTO public.supervision_step (owner_id, id, measure_id, step, kind, amount_fen, legal_basis, reason,
    paper_reference, effective_on, maker_id, recorded_at)
  VALUES (p_owner, p_step, p_step, 'set', p_kind, p_amount, p_basis, p_reason, p_paper, p_on, v_maker, p_at)
  RETURNING * INTO v_step;
  PERFORM public.chain_record(p_owner, 'measure-step', p_step, public.measure_step_digest(v_step), p_at);
  RETURN v_maker;
END $$;

-- A first officer proposes to lift a measure that stands; one such proposal at a time.
CREATE FUNCTION lift_measure(p_token text, p_owner text, p_step text, p_measure text, p_basis text, p_reason text,
    p_paper text, p_on date, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'clerk');
  v_set public.supervision_step;
  v_step public.supervision_step;
BEGIN
  SELECT s.* INTO v_set FROM public.supervision_step s
    WHERE s.owner_id = p_owner AND s.id = p_measure AND s.step = 'set' FOR UPDATE;
  IF v_set.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.no-such-measure';
  END IF;
  PERFORM 1 FROM public.supervision_decision WHERE owner_id = p_owner AND step_id = p_measure AND confirmed;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.not-standing';
  END IF;
  PERFORM 1 FROM public.supervision_step l
    LEFT JOIN public.supervision_decision d ON d.owner_id = l.owner_id AND d.step_id = l.id
    WHERE l.owner_id = p_owner AND l.measure_id = p_measure AND l.step = 'lift' AND d.confirmed IS DISTINCT FROM false;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.lift-under-way';
  END IF;
  IF p_on IS NULL OR p_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.day-not-come';
  END IF;
  IF p_on < v_set.effective_on THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.lifted-before-set';
  END IF;
  INSERT INTO public.supervision_step (owner_id, id, measure_id, step, kind, legal_basis, reason, paper_reference,
    effective_on, maker_id, recorded_at)
  VALUES (p_owner, p_step, p_measure, 'lift', v_set.kind, p_basis, p_reason, p_paper, p_on, v_maker, p_at)
  RETURNING * INTO v_step;
  PERFORM public.chain_record(p_owner, 'measure-step', p_step, public.measure_step_digest(v_step), p_at);
  RETURN v_maker;
END $$;

-- The second officer's word. The account is locked first: a settlement under way is waited for, one that comes later sees
-- the flag.
CREATE FUNCTION decide_measure(p_token text, p_owner text, p_step text, p_confirmed boolean, p_reason text, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'reviewer');
  v_maker text;
  v_decision public.supervision_decision;
BEGIN
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  SELECT maker_id INTO v_maker FROM public.supervision_step WHERE owner_id = p_owner AND id = p_step;
  IF v_maker IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.no-such-step';
  END IF;
  INSERT INTO public.supervision_decision (owner_id, step_id, maker_id, checker_id, confirmed, reason, decided_at)
  VALUES (p_owner, p_step, v_maker, v_checker, p_confirmed, p_reason, p_at)
  RETURNING * INTO v_decision;
  PERFORM public.chain_record(p_owner, 'measure-decision', p_step, public.measure_decision_digest(v_decision), p_at);
  RETURN v_checker;
END $$;

-- The settlement asks both: a flag that is set between the approval and the settlement stops it.
CREATE OR REPLACE FUNCTION settle_withdrawal(p_owner text, p_case text, p_decision text, p_interest bigint, p_interest_journal text,
    p_withdrawal_journal text, p_authority text, p_order text, p_on date, p_at timestamptz)
  RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_account public.personal_account;
  v_decided_on date;
  v_total bigint;
BEGIN
  PERFORM public.money_may_leave(p_owner);
  PERFORM public.nothing_is_owed(p_owner);
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

REVOKE ALL ON FUNCTION measure_stands, measure_step_digest, measure_decision_digest, money_may_leave, nothing_is_owed,
  set_measure, lift_measure, decide_measure FROM PUBLIC;
GRANT EXECUTE ON FUNCTION measure_step_digest, measure_decision_digest, set_measure, lift_measure, decide_measure TO suixing_app;
GRANT SELECT ON supervision_step, supervision_decision TO suixing_app;
