-- compatible: yes
-- Corrections, reversals and what becomes of an order that cannot be paid: each asked for by one officer with a reason and a
-- paper, decided by another. Besides, the parts that other guards build on: amounts held for card payments, and a whole
-- balance that passes between two persons.

ALTER TABLE posting
  DROP CONSTRAINT purpose_names_its_accounts,
  ADD CONSTRAINT purpose_names_its_accounts CHECK ((purpose, split_part(debit, ':', 1), split_part(credit, ':', 1)) IN (
    ('opening', 'opening', 'personal'),
    ('declaration', 'contributions-due', 'declared'), ('contribution', 'declared', 'personal'), ('contribution', 'declared', 'pool'),
    ('receipt', 'bank', 'contributions-due'), ('receipt', 'bank', 'subsidy-due'), ('receipt', 'bank', 'suspense'),
    ('receipt', 'suspense', 'contributions-due'), ('subsidy', 'subsidy-due', 'pool'),
    ('settlement-interest', 'interest-expense', 'personal'),
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

ALTER TABLE credit_cause
  DROP CONSTRAINT cause_rests_on_its_kind,
  ADD CONSTRAINT cause_rests_on_its_kind CHECK ((purpose, basis_kind) IN (
    ('opening', 'import-line'), ('contribution', 'receipt'), ('transfer-in', 'remittance'), ('refund', 'adjustment'),
    ('settlement-interest', 'decision'), ('settlement-interest', 'merge'), ('interest-difference', 'backdated-entry'),
    ('between-persons', 'merge'), ('correction', 'adjustment'), ('reversal', 'adjustment'), ('shortage', 'adjustment')));

-- What became of an order: `open` to be paid, `unclaimed` because nobody could be paid, `refunded` into the account.
ALTER TABLE payment_order ADD COLUMN standing text NOT NULL DEFAULT 'open' CHECK (standing IN ('open', 'unclaimed', 'refunded'));

CREATE TABLE adjustment (
  owner_id text COLLATE "C" NOT NULL REFERENCES personal_account (owner_id),
  id text COLLATE "C" NOT NULL,
  kind text NOT NULL CHECK (kind IN ('credit', 'debit', 'reversal', 'refund', 'unclaimed', 'claimed')),
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  -- The account of the fund on the other side of a credit or debit.
  counter text CHECK (counter IN ('suspense', 'pool', 'opening')),
  bucket text CHECK (bucket IN ('carried-over', 'inflow', 'debit')),
  effective_on date NOT NULL,
  -- The line that is reversed, or the order whose money goes another way.
  target_journal text COLLATE "C",
  target_line smallint,
  target_order text COLLATE "C",
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  paper_reference text NOT NULL CHECK (length(paper_reference) BETWEEN 1 AND 200),
  maker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  made_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  UNIQUE (owner_id, id, maker_id),
  FOREIGN KEY (owner_id, target_journal, target_line) REFERENCES posting (owner_id, journal_id, line_no),
  FOREIGN KEY (owner_id, target_order) REFERENCES payment_order (owner_id, id),
  CHECK (CASE kind WHEN 'credit' THEN counter IS NOT NULL AND bucket IN ('carried-over', 'inflow')
                   WHEN 'debit' THEN counter IS NOT NULL AND bucket = 'debit'
                   WHEN 'reversal' THEN target_journal IS NOT NULL AND target_line IS NOT NULL AND bucket IS NOT NULL
                   ELSE target_order IS NOT NULL END)
);
-- The work list of the second officer, in the order of asking.
CREATE INDEX adjustment_in_order ON adjustment (made_at, owner_id, id);
COMMENT ON TABLE adjustment IS 'distributed: corrections, reversals and moves of orders, as asked for by a first officer, append-only';

CREATE TABLE adjustment_decision (
  owner_id text COLLATE "C" NOT NULL,
  adjustment_id text COLLATE "C" NOT NULL,
  maker_id text COLLATE "C" NOT NULL,
  checker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  approved boolean NOT NULL,
  reason text CHECK (length(reason) BETWEEN 1 AND 500),
  journal_id text COLLATE "C",
  -- What the balance did not cover of a debit, and became `recoverable`.
  shortage_fen bigint NOT NULL DEFAULT 0 CHECK (shortage_fen >= 0),
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, adjustment_id),
  FOREIGN KEY (owner_id, adjustment_id, maker_id) REFERENCES adjustment (owner_id, id, maker_id),
  UNIQUE (owner_id, journal_id),
  CONSTRAINT adjustment_maker_is_not_checker CHECK (checker_id <> maker_id),
  CHECK (approved = (journal_id IS NOT NULL)),
  CHECK (approved OR reason IS NOT NULL)
);
COMMENT ON TABLE adjustment_decision IS 'distributed: the second officer''s word on an adjustment, and the journal that it made';

-- What people owe is told from the few lines that touch `recoverable`.
CREATE INDEX posting_recoverable ON posting (owner_id) WHERE 'recoverable' IN (debit, credit);

-- A line is reversed once.
CREATE TABLE reversed_line (
  owner_id text COLLATE "C" NOT NULL,
  journal_id text COLLATE "C" NOT NULL,
  line_no smallint NOT NULL,
  adjustment_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (owner_id, journal_id, line_no),
  FOREIGN KEY (owner_id, journal_id, line_no) REFERENCES posting (owner_id, journal_id, line_no),
  FOREIGN KEY (owner_id, adjustment_id) REFERENCES adjustment (owner_id, id)
);
COMMENT ON TABLE reversed_line IS 'distributed: which line was reversed by which adjustment, once';

CREATE FUNCTION adjustment_digest(p_row public.adjustment) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.kind, p_row.amount_fen::text, p_row.counter, p_row.bucket, to_char(p_row.effective_on, 'YYYY-MM-DD'),
    p_row.target_journal, p_row.target_line::text, p_row.target_order, p_row.reason, p_row.paper_reference, p_row.maker_id,
    public.instant_text(p_row.made_at))
$$;

CREATE FUNCTION adjustment_decision_digest(p_row public.adjustment_decision) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.maker_id, p_row.checker_id, p_row.approved::text, p_row.reason, p_row.journal_id,
    p_row.shortage_fen::text, public.instant_text(p_row.decided_at))
$$;

-- An order that is still to be paid, as it should be for the kind of move; the lock keeps batches out.
CREATE FUNCTION order_to_move(p_owner text, p_order text, p_kind text) RETURNS public.payment_order
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_order public.payment_order;
BEGIN
  SELECT * INTO v_order FROM public.payment_order WHERE owner_id = p_owner AND id = p_order FOR UPDATE;
  IF v_order.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-order';
  END IF;
  IF v_order.standing <> (CASE p_kind WHEN 'claimed' THEN 'unclaimed' ELSE 'open' END) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.order-elsewhere';
  END IF;
  -- Not while the bank has been asked to pay it, nor after it has.
  PERFORM 1 FROM public.payment_attempt WHERE owner_id = p_owner AND order_id = p_order AND result IS DISTINCT FROM 'returned';
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.order-under-way';
  END IF;
  RETURN v_order;
END $$;

-- A first officer asks. What is reversed or moved gives the amount and the day itself.
CREATE FUNCTION request_adjustment(p_token text, p_owner text, p_id text, p_kind text, p_amount bigint, p_counter text, p_bucket text,
    p_on date, p_journal text, p_line smallint, p_order text, p_reason text, p_paper text, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'clerk');
  v_line public.posting;
  v_order public.payment_order;
  v_row public.adjustment;
BEGIN
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.account-closed';
  END IF;
  v_row.amount_fen := p_amount;
  v_row.bucket := p_bucket;
  v_row.effective_on := p_on;
  IF p_kind = 'reversal' THEN
    SELECT * INTO v_line FROM public.posting WHERE owner_id = p_owner AND journal_id = p_journal AND line_no = p_line;
    IF v_line.owner_id IS NULL OR v_line.purpose NOT IN ('opening', 'correction', 'contribution')
       OR 'personal' NOT IN (v_line.debit, v_line.credit) THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.not-reversible';
    END IF;
    PERFORM 1 FROM public.reversed_line WHERE owner_id = p_owner AND journal_id = p_journal AND line_no = p_line;
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.reversed-already';
    END IF;
    v_row.amount_fen := v_line.amount_fen;
    v_row.bucket := v_line.bucket;
    v_row.effective_on := v_line.effective_on;
  ELSIF p_kind IN ('refund', 'unclaimed', 'claimed') THEN
    v_order := public.order_to_move(p_owner, p_order, p_kind);
    v_row.amount_fen := v_order.amount_fen;
    v_row.bucket := NULL;
    -- Up to the settlement the money has borne its interest already.
    PERFORM 1 FROM public.posting WHERE owner_id = p_owner AND authority_id = v_order.authority_id AND effective_on > p_on;
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.before-settled';
    END IF;
  END IF;
  IF v_row.effective_on IS NULL OR v_row.effective_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-not-come';
  END IF;
  INSERT INTO public.adjustment (owner_id, id, kind, amount_fen, counter, bucket, effective_on, target_journal, target_line,
    target_order, reason, paper_reference, maker_id, made_at)
  VALUES (p_owner, p_id, p_kind, v_row.amount_fen, CASE WHEN p_kind IN ('credit', 'debit') THEN p_counter END, v_row.bucket,
    v_row.effective_on, CASE p_kind WHEN 'reversal' THEN p_journal END, CASE p_kind WHEN 'reversal' THEN p_line END,
    CASE WHEN p_kind IN ('refund', 'unclaimed', 'claimed') THEN p_order END, p_reason, p_paper, v_maker, p_at)
  RETURNING * INTO v_row;
  PERFORM public.chain_record(p_owner, 'adjustment', p_id, public.adjustment_digest(v_row), p_at);
  RETURN v_maker;
END $$;

-- Takes from an account what two officers decided, as of its day; what the balance does not cover is lent by `recoverable`
-- on the same day, so that the account, and the interest on it, stand as if the money had never been there to spend.
CREATE FUNCTION take_back(p_owner text, p_journal text, p_purpose text, p_to text, p_amount bigint, p_on date, p_bucket text,
    p_adjustment text, p_at timestamptz)
  RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_spare bigint;
  v_shortage bigint;
BEGIN
  SELECT balance_fen - held_fen INTO v_spare FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  v_shortage := greatest(p_amount - v_spare, 0);
  IF v_shortage > 0 THEN
    PERFORM public.post_credit(p_owner, p_journal || '-shortage', 1::smallint, 'shortage', 'recoverable', v_shortage,
      public.business_today(), 'carried-over', 'adjustment', p_adjustment, NULL, p_at);
  END IF;
  PERFORM public.post_debit(p_owner, p_journal, 1::smallint, p_purpose, p_to, p_amount, p_on, p_bucket, 'adjustment', p_adjustment,
    NULL, p_at);
  RETURN v_shortage;
END $$;

-- Another officer decides; approved, it is posted in the same transaction. Answers what became recoverable.
CREATE FUNCTION decide_adjustment(p_token text, p_owner text, p_id text, p_approved boolean, p_reason text, p_journal text,
    p_at timestamptz)
  RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'reviewer');
  v_asked public.adjustment;
  v_line public.posting;
  v_decision public.adjustment_decision;
  v_shortage bigint := 0;
BEGIN
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  SELECT * INTO v_asked FROM public.adjustment WHERE owner_id = p_owner AND id = p_id;
  IF v_asked.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.none';
  END IF;
  PERFORM 1 FROM public.adjustment_decision WHERE owner_id = p_owner AND adjustment_id = p_id;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.decided-already';
  END IF;
  IF p_approved AND v_asked.kind = 'credit' THEN
    PERFORM public.post_credit(p_owner, p_journal, 1::smallint, 'correction', v_asked.counter, v_asked.amount_fen,
      v_asked.effective_on, v_asked.bucket, 'adjustment', p_id, NULL, p_at);
  ELSIF p_approved AND v_asked.kind = 'debit' THEN
    v_shortage := public.take_back(p_owner, p_journal, 'correction', v_asked.counter, v_asked.amount_fen, v_asked.effective_on,
      'debit', p_id, p_at);
  ELSIF p_approved AND v_asked.kind = 'reversal' THEN
    SELECT * INTO v_line FROM public.posting
     WHERE owner_id = p_owner AND journal_id = v_asked.target_journal AND line_no = v_asked.target_line;
    IF v_line.credit = 'personal' THEN
      v_shortage := public.take_back(p_owner, p_journal, 'reversal', v_line.debit, v_line.amount_fen, v_line.effective_on,
        v_line.bucket, p_id, p_at);
    ELSE
      PERFORM public.post_credit(p_owner, p_journal, 1::smallint, 'reversal', v_line.credit, v_line.amount_fen,
        v_line.effective_on, v_line.bucket, 'adjustment', p_id, NULL, p_at);
    END IF;
    INSERT INTO public.reversed_line (owner_id, journal_id, line_no, adjustment_id)
    VALUES (p_owner, v_line.journal_id, v_line.line_no, p_id);
  ELSIF p_approved THEN
    PERFORM public.order_to_move(p_owner, v_asked.target_order, v_asked.kind);
    IF v_asked.kind = 'refund' THEN
      PERFORM public.post_credit(p_owner, p_journal, 1::smallint, 'refund', 'payable', v_asked.amount_fen, v_asked.effective_on,
        'carried-over', 'adjustment', p_id, NULL, p_at);
    ELSE
      PERFORM public.post_fund(p_owner, p_journal, 1::smallint, v_asked.kind,
        CASE v_asked.kind WHEN 'unclaimed' THEN 'payable' ELSE 'unclaimed' END,
        CASE v_asked.kind WHEN 'unclaimed' THEN 'unclaimed' ELSE 'payable' END,
        v_asked.amount_fen, v_asked.effective_on, NULL, p_at);
    END IF;
    UPDATE public.payment_order SET standing = CASE v_asked.kind WHEN 'refund' THEN 'refunded' WHEN 'unclaimed' THEN 'unclaimed' ELSE 'open' END
     WHERE owner_id = p_owner AND id = v_asked.target_order;
  END IF;
  INSERT INTO public.adjustment_decision (owner_id, adjustment_id, maker_id, checker_id, approved, reason, journal_id,
    shortage_fen, decided_at)
  VALUES (p_owner, p_id, v_asked.maker_id, v_checker, p_approved, p_reason, CASE WHEN p_approved THEN p_journal END,
    v_shortage, p_at)
  RETURNING * INTO v_decision;
  PERFORM public.chain_record(p_owner, 'adjustment-decision', p_id, public.adjustment_decision_digest(v_decision), p_at);
  RETURN v_shortage;
END $$;

CREATE OR REPLACE FUNCTION mind_closed_years(p_owner text, p_journal text, p_bucket text, p_on date, p_case text, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_open integer;
BEGIN
  IF p_bucket IS NULL OR p_bucket = 'reset' THEN RETURN; END IF;
  SELECT open_year INTO v_open FROM public.personal_account WHERE owner_id = p_owner;
  IF extract(year FROM p_on) >= v_open THEN RETURN; END IF;
  PERFORM 1 FROM public.posting WHERE owner_id = p_owner AND journal_id = p_journal
    AND purpose NOT IN ('opening', 'correction', 'reversal', 'transfer-in', 'between-persons', 'refund', 'shortage');
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.year-closed';
  END IF;
  PERFORM public.post_interest_differences(p_owner, p_journal, p_case, p_at);
END $$;

-- An order that is not open any more goes into no batch.
CREATE OR REPLACE FUNCTION add_to_batch(p_owner text, p_order text, p_attempt integer, p_batch text, p_line integer,
    p_payee_revision integer)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_order public.payment_order;
BEGIN
  PERFORM public.sees_what_is_committed();
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
  IF v_order.standing <> 'open' THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.order-elsewhere';
  END IF;
  IF p_payee_revision IS DISTINCT FROM (SELECT max(revision) FROM public.payee
       WHERE owner_id = p_owner AND case_id = v_order.case_id) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.payee-changed';
  END IF;
  INSERT INTO public.payment_attempt (owner_id, order_id, attempt, batch_id, line_no, amount_fen, payee_revision)
  VALUES (p_owner, p_order, p_attempt, p_batch, p_line, v_order.amount_fen, p_payee_revision);
END $$;

-- ---- Parts for other guards ---------------------------------------------------------------------------------------------

-- Holds an amount for a card payment; never more than is there, and not while a case holds the whole account.
CREATE FUNCTION hold_amount(p_owner text, p_amount bigint) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  UPDATE public.personal_account SET held_fen = held_fen + p_amount, version = version + 1
   WHERE owner_id = p_owner AND closed_on IS NULL AND p_amount > 0 AND balance_fen - held_fen >= p_amount;
  IF NOT FOUND THEN
    PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner AND closed_on IS NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.account-closed';
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-enough';
  END IF;
  -- After the account is locked: a hold that is being placed has waited for us, one that was placed is seen.
  PERFORM 1 FROM public.account_hold WHERE owner_id = p_owner AND released_at IS NULL;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.already-held';
  END IF;
END $$;

-- Lets a held amount go. Who held it, and that it is let go once, is the caller's to keep.
CREATE FUNCTION release_amount(p_owner text, p_amount bigint) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE public.personal_account SET held_fen = held_fen - p_amount, version = version + 1
   WHERE owner_id = p_owner AND held_fen >= p_amount;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'more is let go than is held of %', p_owner;
  END IF;
END $$;

-- A whole balance leaves for another person's account, with its interest to the day: half of a move between persons. Its
-- other half is arrive_from, in the other person's transaction. Answers the amount; 0 where nothing was there.
CREATE FUNCTION leave_to(p_owner text, p_basis text, p_journal text, p_on date, p_at timestamptz) RETURNS bigint
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
  v_interest := greatest(public.interest_to_date(p_owner, p_on), 0);
  IF v_account.balance_fen + v_interest = 0 THEN RETURN 0; END IF;
  IF v_interest > 0 THEN
    PERFORM public.post_credit(p_owner, p_journal || '-interest', 1::smallint, 'settlement-interest', 'interest-expense', v_interest,
      p_on, NULL, 'merge', p_basis || '/interest', NULL, p_at);
  END IF;
  PERFORM public.post_debit(p_owner, p_journal, 1::smallint, 'between-persons', 'between-persons', v_account.balance_fen + v_interest,
    p_on, 'reset', 'merge', p_basis, NULL, p_at);
  RETURN v_account.balance_fen + v_interest;
END $$;

CREATE FUNCTION arrive_from(p_owner text, p_basis text, p_journal text, p_amount bigint, p_on date, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.post_credit(p_owner, p_journal, 1::smallint, 'between-persons', 'between-persons', p_amount, p_on, 'carried-over',
    'merge', p_basis, NULL, p_at);
END $$;

REVOKE ALL ON FUNCTION adjustment_digest, adjustment_decision_digest, order_to_move, request_adjustment, take_back,
  decide_adjustment, hold_amount, release_amount, leave_to, arrive_from FROM PUBLIC;
GRANT EXECUTE ON FUNCTION adjustment_digest, adjustment_decision_digest, request_adjustment, decide_adjustment TO suixing_app;
GRANT SELECT ON adjustment, adjustment_decision, reversed_line TO suixing_app;
