-- compatible: yes
-- An account that nobody succeeds to: once a public notice has run and two officers have found nobody, the balance goes to the
-- pooled fund by an authority of its own, and the account closes.

ALTER TABLE posting
  DROP CONSTRAINT purpose_names_its_accounts,
  ADD CONSTRAINT purpose_names_its_accounts CHECK ((purpose, split_part(debit, ':', 1), split_part(credit, ':', 1)) IN (
    ('opening', 'opening', 'personal'),
    ('declaration', 'contributions-due', 'declared'), ('contribution', 'declared', 'personal'), ('contribution', 'declared', 'pool'),
    ('receipt', 'bank', 'contributions-due'), ('receipt', 'bank', 'subsidy-due'), ('receipt', 'bank', 'suspense'),
    ('receipt', 'suspense', 'contributions-due'), ('subsidy', 'subsidy-due', 'pool'),
    ('settlement-interest', 'interest-expense', 'personal'), ('settlement-interest', 'personal', 'interest-expense'),
    ('yearly-interest', 'interest-expense', 'personal'), ('yearly-interest', 'personal', 'interest-expense'),
    ('yearly-interest', 'recoverable', 'interest-expense'), ('yearly-interest', 'interest-expense', 'recoverable'),
    ('interest-difference', 'interest-expense', 'personal'), ('interest-difference', 'personal', 'interest-expense'),
    ('interest-difference', 'recoverable', 'interest-expense'),
    ('withdrawal', 'personal', 'payable'), ('card-payment', 'personal', 'payable'), ('claim-share', 'personal', 'payable'),
    ('reimbursement', 'pool', 'payable'),
    ('transfer-out', 'personal', 'clearing'), ('transfer-in', 'clearing', 'personal'), ('transfer-payment', 'clearing', 'bank'),
    ('transfer-receipt', 'bank', 'clearing'), ('transfer-receipt', 'suspense', 'clearing'),
    ('payment', 'payable', 'bank'), ('payment-return', 'bank', 'payable'), ('refund', 'payable', 'personal'),
    ('unclaimed', 'payable', 'unclaimed'), ('claimed', 'unclaimed', 'payable'), ('escheat', 'payable', 'pool'),
    ('escheat', 'personal', 'pool'),
    ('contribution-refund', 'personal', 'payable'), ('contribution-refund', 'pool', 'payable'),
    ('shortage', 'recoverable', 'personal'),
    ('recovery-order', 'recoverable', 'pool'), ('recovery-order', 'recoverable', 'suspense'),
    ('recovery-order', 'pool', 'recoverable'),
    ('recovery-offset', 'personal', 'recoverable'), ('recovery-receipt', 'bank', 'recoverable'),
    ('between-persons', 'personal', 'between-persons'), ('between-persons', 'between-persons', 'personal'),
    ('correction', 'suspense', 'personal'), ('correction', 'personal', 'suspense'),
    ('correction', 'pool', 'personal'), ('correction', 'personal', 'pool'),
    ('correction', 'opening', 'personal'), ('correction', 'personal', 'opening'),
    ('reversal', 'personal', 'opening'), ('reversal', 'personal', 'suspense'), ('reversal', 'suspense', 'personal'),
    ('reversal', 'personal', 'pool'), ('reversal', 'pool', 'personal'), ('reversal', 'opening', 'personal'),
    ('reversal', 'personal', 'declared'),
    ('bank-opening', 'bank', 'opening'), ('bank-opening', 'opening', 'bank'),
    ('bank-line', 'bank', 'suspense'), ('bank-line', 'suspense', 'bank'),
    ('bank-line', 'suspense', 'pool'), ('bank-line', 'pool', 'suspense'),
    ('payment', 'payable', 'suspense'), ('payment-return', 'suspense', 'payable')));

ALTER TABLE authority
  DROP CONSTRAINT authority_rests_on_its_kind,
  ADD CONSTRAINT authority_rests_on_its_kind CHECK ((purpose, basis_kind) IN (
    ('withdrawal', 'decision'), ('settlement-interest', 'decision'), ('settlement-interest', 'merge'),
    ('escheat', 'escheat'), ('settlement-interest', 'escheat'),
    ('card-payment', 'card-authorisation'), ('claim-share', 'claim'), ('transfer-out', 'transfer'),
    ('recovery-offset', 'recovery-order'), ('between-persons', 'merge'), ('correction', 'adjustment'),
    ('contribution-refund', 'adjustment'), ('reversal', 'adjustment'), ('interest-difference', 'backdated-entry')));

ALTER TABLE credit_cause
  DROP CONSTRAINT cause_rests_on_its_kind,
  ADD CONSTRAINT cause_rests_on_its_kind CHECK ((purpose, basis_kind) IN (
    ('opening', 'import-line'), ('contribution', 'receipt'), ('transfer-in', 'remittance'), ('refund', 'adjustment'),
    ('refund', 'decision'),
    ('settlement-interest', 'decision'), ('settlement-interest', 'merge'), ('settlement-interest', 'escheat'),
    ('interest-difference', 'backdated-entry'),
    ('between-persons', 'merge'), ('correction', 'adjustment'), ('reversal', 'adjustment'), ('shortage', 'adjustment')));

CREATE TABLE escheat (
  owner_id text COLLATE "C" NOT NULL REFERENCES personal_account (owner_id),
  id text COLLATE "C" NOT NULL,
  -- The day of the public notice, how long it stands by the figure of that day, and the first day after it.
  notice_on date NOT NULL,
  notice_days integer NOT NULL CHECK (notice_days >= 0),
  notice_paper text NOT NULL CHECK (length(notice_paper) BETWEEN 1 AND 200),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  maker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  made_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  UNIQUE (owner_id, id, maker_id)
);
CREATE INDEX escheat_in_order ON escheat (made_at, owner_id, id);
COMMENT ON TABLE escheat IS 'distributed: accounts that nobody succeeds to, as a first officer says, append-only';

CREATE TABLE escheat_decision (
  owner_id text COLLATE "C" NOT NULL,
  escheat_id text COLLATE "C" NOT NULL,
  maker_id text COLLATE "C" NOT NULL,
  checker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  approved boolean NOT NULL,
  -- Why it is declined, or under which paper it is found that nobody came forward.
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  amount_fen bigint CHECK (amount_fen > 0),
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, escheat_id),
  FOREIGN KEY (owner_id, escheat_id, maker_id) REFERENCES escheat (owner_id, id, maker_id),
  CONSTRAINT escheat_maker_is_not_checker CHECK (checker_id <> maker_id),
  CHECK (approved = (amount_fen IS NOT NULL))
);
COMMENT ON TABLE escheat_decision IS 'distributed: the second officer''s word on an account that nobody succeeds to';

CREATE FUNCTION escheat_digest(p_row public.escheat) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(to_char(p_row.notice_on, 'YYYY-MM-DD'), p_row.notice_days::text, p_row.notice_paper, p_row.reason,
    p_row.maker_id, public.instant_text(p_row.made_at))
$$;

CREATE FUNCTION escheat_decision_digest(p_row public.escheat_decision) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.maker_id, p_row.checker_id, p_row.approved::text, p_row.reason, p_row.amount_fen::text,
    public.instant_text(p_row.decided_at))
$$;

-- The account of somebody whose death counts and to whom nobody succeeds as far as is on record; locked, with nothing open on it.
CREATE FUNCTION heirless_account(p_owner text) RETURNS public.personal_account
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_account public.personal_account;
BEGIN
  PERFORM public.money_may_leave(p_owner);
  PERFORM public.nothing_is_owed(p_owner);
  SELECT * INTO v_account FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  IF v_account.owner_id IS NULL OR v_account.closed_on IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.account-closed';
  END IF;
  IF (public.counting_entry(p_owner, 'died')).id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.not-dead';
  END IF;
  IF coalesce((public.counting_entry(p_owner, 'succession')).body ->> 'established', 'false') = 'true' THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.somebody-succeeds';
  END IF;
  PERFORM 1 FROM public.account_hold WHERE owner_id = p_owner AND released_at IS NULL;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.already-held';
  END IF;
  IF v_account.held_fen > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.payment-under-way';
  END IF;
  RETURN v_account;
END $$;

CREATE FUNCTION propose_escheat(p_token text, p_owner text, p_id text, p_notice_on date, p_notice_days integer, p_notice_paper text,
    p_reason text, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'clerk');
  v_row public.escheat;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.heirless_account(p_owner);
  IF p_notice_on IS NULL OR p_notice_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.notice-runs';
  END IF;
  INSERT INTO public.escheat (owner_id, id, notice_on, notice_days, notice_paper, reason, maker_id, made_at)
  VALUES (p_owner, p_id, p_notice_on, p_notice_days, p_notice_paper, p_reason, v_maker, p_at)
  RETURNING * INTO v_row;
  PERFORM public.chain_record(p_owner, 'escheat', p_id, public.escheat_digest(v_row), p_at);
  RETURN v_maker;
END $$;

-- Another officer decides; approved, interest to the day comes in, the whole balance goes to the pool, and the account closes.
-- Answers the amount.
CREATE FUNCTION decide_escheat(p_token text, p_owner text, p_id text, p_approved boolean, p_reason text, p_journal text, p_at timestamptz)
  RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'reviewer');
  v_today date := public.business_today();
  v_asked public.escheat;
  v_account public.personal_account;
  v_decision public.escheat_decision;
  v_interest bigint;
  v_total bigint;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  SELECT * INTO v_asked FROM public.escheat WHERE owner_id = p_owner AND id = p_id;
  IF v_asked.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.no-escheat';
  END IF;
  IF p_approved THEN
    v_account := public.heirless_account(p_owner);
    IF v_asked.notice_on + v_asked.notice_days >= v_today THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.notice-runs';
    END IF;
    PERFORM 1 FROM public.posting WHERE owner_id = p_owner AND bucket IS NOT NULL AND effective_on > v_today;
    IF FOUND OR extract(year FROM v_today) < v_account.open_year THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-gone-by';
    END IF;
    v_interest := public.interest_to_date(p_owner, v_today);
    v_total := v_account.balance_fen + v_interest;
    IF v_total <= 0 THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.nothing-to-settle';
    END IF;
  END IF;
  INSERT INTO public.escheat_decision (owner_id, escheat_id, maker_id, checker_id, approved, reason, amount_fen, decided_at)
  VALUES (p_owner, p_id, v_asked.maker_id, v_checker, p_approved, p_reason, v_total, p_at)
  RETURNING * INTO v_decision;
  PERFORM public.chain_record(p_owner, 'escheat-decision', p_id, public.escheat_decision_digest(v_decision), p_at);
  IF NOT p_approved THEN RETURN NULL; END IF;
  IF v_interest > 0 THEN
    PERFORM public.post_credit(p_owner, p_journal || '-interest', 1::smallint, 'settlement-interest', 'interest-expense', v_interest,
      v_today, NULL, 'escheat', p_id || '/interest', NULL, p_at);
  ELSIF v_interest < 0 THEN
    PERFORM public.post_debit(p_owner, p_journal || '-interest', 1::smallint, 'settlement-interest', 'interest-expense', -v_interest,
      v_today, NULL, 'escheat', p_id || '/interest', NULL, p_at);
  END IF;
  PERFORM public.post_debit(p_owner, p_journal, 1::smallint, 'escheat', 'pool', v_total, v_today, 'reset', 'escheat', p_id, NULL, p_at);
  UPDATE public.personal_account SET closed_on = v_today, version = version + 1 WHERE owner_id = p_owner;
  RETURN v_total;
END $$;

REVOKE ALL ON FUNCTION escheat_digest, escheat_decision_digest, heirless_account, propose_escheat, decide_escheat FROM PUBLIC;
GRANT EXECUTE ON FUNCTION propose_escheat, decide_escheat TO suixing_app;
GRANT SELECT ON escheat, escheat_decision TO suixing_app;
