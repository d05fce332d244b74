-- compatible: yes
-- Two things that walks through the ledger's model found. An account whose interest had turned negative – a credit was
-- reversed that interest had been paid on – could not be settled: what was too much is taken back first. And an entry into
-- a year before an account's first one, which no run had credited yet, was treated as one into a closed year.

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
    ('contribution-refund', 'personal', 'payable'), ('contribution-refund', 'pool', 'payable'),
    -- A debit that two officers decided and that the balance does not cover: the rest is lent by `recoverable`.
    ('shortage', 'recoverable', 'personal'),
    ('recovery-order', 'recoverable', 'pool'), ('recovery-order', 'recoverable', 'suspense'),
    ('recovery-offset', 'personal', 'recoverable'), ('recovery-receipt', 'bank', 'recoverable'),
    ('between-persons', 'personal', 'between-persons'), ('between-persons', 'between-persons', 'personal'),
    ('correction', 'suspense', 'personal'), ('correction', 'personal', 'suspense'),
    ('correction', 'pool', 'personal'), ('correction', 'personal', 'pool'),
    ('correction', 'opening', 'personal'), ('correction', 'personal', 'opening'),
    ('reversal', 'personal', 'opening'), ('reversal', 'personal', 'suspense'), ('reversal', 'suspense', 'personal'),
    ('reversal', 'personal', 'pool'), ('reversal', 'pool', 'personal'), ('reversal', 'opening', 'personal'),
    ('reversal', 'personal', 'declared')));

ALTER TABLE authority
  DROP CONSTRAINT authority_once_per_basis,
  -- A decision that takes interest back and pays the rest gives one authority for each.
  ADD CONSTRAINT authority_once_per_basis UNIQUE (owner_id, basis_kind, basis_id, purpose),
  DROP CONSTRAINT authority_rests_on_its_kind,
  ADD CONSTRAINT authority_rests_on_its_kind CHECK ((purpose, basis_kind) IN (
    ('withdrawal', 'decision'), ('settlement-interest', 'decision'), ('settlement-interest', 'merge'),
    ('card-payment', 'card-authorisation'), ('claim-share', 'claim'), ('transfer-out', 'transfer'),
    ('recovery-offset', 'recovery-order'), ('between-persons', 'merge'), ('correction', 'adjustment'),
    ('contribution-refund', 'adjustment'), ('reversal', 'adjustment'), ('interest-difference', 'backdated-entry')));

CREATE OR REPLACE FUNCTION mind_closed_years(p_owner text, p_journal text, p_bucket text, p_on date, p_case text, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_year integer := extract(year FROM p_on)::integer;
  v_open integer;
  v_closed integer;
BEGIN
  IF p_bucket IS NULL OR p_bucket = 'reset' THEN RETURN; END IF;
  SELECT open_year INTO v_open FROM public.personal_account WHERE owner_id = p_owner;
  IF v_year >= v_open THEN RETURN; END IF;
  -- The year lies before the account's first one, and nobody has credited it yet: it becomes the first.
  SELECT last_year INTO v_closed FROM public.closed_years;
  PERFORM 1 FROM public.posting WHERE owner_id = p_owner AND run_id IS NOT NULL AND effective_on >= make_date(v_year, 1, 1);
  IF v_year > v_closed AND NOT FOUND THEN
    UPDATE public.personal_account SET open_year = v_year WHERE owner_id = p_owner;
    PERFORM public.rebuild_interest_sums(p_owner);
    RETURN;
  END IF;
  PERFORM 1 FROM public.posting WHERE owner_id = p_owner AND journal_id = p_journal
    AND purpose NOT IN ('opening', 'correction', 'reversal', 'transfer-in', 'between-persons', 'refund', 'shortage');
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.year-closed';
  END IF;
  PERFORM public.post_interest_differences(p_owner, p_journal, p_case, p_at);
END $$;

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
  IF FOUND OR p_on < v_decided_on OR extract(year FROM p_on) < v_account.open_year THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-gone-by';
  END IF;
  IF p_interest IS DISTINCT FROM public.interest_to_date(p_owner, p_on) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.interest-differs';
  END IF;
  v_total := v_account.balance_fen + p_interest;
  IF v_total <= 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.nothing-to-settle';
  END IF;
  IF p_interest > 0 THEN
    PERFORM public.post_credit(p_owner, p_interest_journal, 1::smallint, 'settlement-interest', 'interest-expense', p_interest,
      p_on, NULL, 'decision', p_decision, p_case, p_at);
  ELSIF p_interest < 0 THEN
    PERFORM public.post_debit(p_owner, p_interest_journal, 1::smallint, 'settlement-interest', 'interest-expense', -p_interest,
      p_on, NULL, 'decision', p_decision, p_case, p_at);
  END IF;
  PERFORM public.post_debit(p_owner, p_withdrawal_journal, 1::smallint, 'withdrawal', 'payable', v_total, p_on, 'reset',
    'decision', p_decision, p_case, p_at, p_authority);
  INSERT INTO public.payment_order (owner_id, id, case_id, authority_id, purpose, amount_fen, made_at)
  VALUES (p_owner, p_order, p_case, p_authority, 'withdrawal', v_total, p_at);
  RETURN v_total;
END $$;

-- A whole balance leaves for another person's account, with its interest to the day; nothing where nothing would be left.
CREATE OR REPLACE FUNCTION leave_to(p_owner text, p_basis text, p_journal text, p_on date, p_at timestamptz) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_account public.personal_account;
  v_interest bigint;
BEGIN
  PERFORM public.money_may_leave(p_owner);
  SELECT * INTO v_account FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  IF v_account.owner_id IS NULL OR v_account.closed_on IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.account-closed';
  END IF;
  PERFORM 1 FROM public.account_hold WHERE owner_id = p_owner AND released_at IS NULL;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.already-held';
  END IF;
  IF v_account.held_fen > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.payment-under-way';
  END IF;
  IF p_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-not-come';
  END IF;
  PERFORM 1 FROM public.posting WHERE owner_id = p_owner AND bucket IS NOT NULL AND effective_on > p_on;
  IF FOUND OR extract(year FROM p_on) < v_account.open_year THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-gone-by';
  END IF;
  v_interest := public.interest_to_date(p_owner, p_on);
  IF v_account.balance_fen + v_interest <= 0 THEN RETURN 0; END IF;
  IF v_interest > 0 THEN
    PERFORM public.post_credit(p_owner, p_journal || '-interest', 1::smallint, 'settlement-interest', 'interest-expense', v_interest,
      p_on, NULL, 'merge', p_basis || '/interest', NULL, p_at);
  ELSIF v_interest < 0 THEN
    PERFORM public.post_debit(p_owner, p_journal || '-interest', 1::smallint, 'settlement-interest', 'interest-expense', -v_interest,
      p_on, NULL, 'merge', p_basis || '/interest', NULL, p_at);
  END IF;
  PERFORM public.post_debit(p_owner, p_journal, 1::smallint, 'between-persons', 'between-persons', v_account.balance_fen + v_interest,
    p_on, 'reset', 'merge', p_basis, NULL, p_at);
  RETURN v_account.balance_fen + v_interest;
END $$;
