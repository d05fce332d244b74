-- compatible: yes
-- The bank's statements: one for an account and a day, each beginning with the balance with which the one before it ended. Every
-- line of it is a payment, a returned payment, an entry that the books have already, or stands in `suspense` until two officers
-- say what it is. So `bank` is what the bank has booked, and what differs is named.

-- The same list, and what the bank's statement moves: the balance with which the first begins, lines that nobody knows yet, the
-- bank's own charges and interest, and a payment or a return that was found among the unknown.
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

ALTER TABLE bank_file DROP CONSTRAINT bank_file_kind_check, ADD CONSTRAINT bank_file_kind_check CHECK (kind IN ('pain.002', 'camt.053'));
CREATE INDEX payment_order_by_id ON payment_order (id);

CREATE TABLE bank_statement (
  account text COLLATE "C" NOT NULL,
  on_date date NOT NULL,
  -- Of the day's own entries in the books.
  owner_id text COLLATE "C" NOT NULL UNIQUE,
  bank_id text NOT NULL,
  opening_fen bigint NOT NULL,
  closing_fen bigint NOT NULL,
  line_count integer NOT NULL CHECK (line_count >= 0),
  previous_on date CHECK (previous_on < on_date),
  file_sha256 bytea NOT NULL,
  taken_by text COLLATE "C" NOT NULL REFERENCES officer (id),
  taken_at timestamptz NOT NULL,
  PRIMARY KEY (account, on_date),
  UNIQUE (account, on_date, closing_fen),
  -- No gap, and no second one after the same.
  CONSTRAINT statement_begins_where_the_last_ended FOREIGN KEY (account, previous_on, opening_fen)
    REFERENCES bank_statement (account, on_date, closing_fen),
  CONSTRAINT one_statement_after_another UNIQUE NULLS NOT DISTINCT (account, previous_on)
);
COMMENT ON TABLE bank_statement IS 'reference: the bank''s statements of our own accounts, append-only, one for an account and a day';

CREATE TABLE bank_line (
  owner_id text COLLATE "C" NOT NULL,
  -- The bank's reference, or a fingerprint where it gives none, so that a line is known again wherever it stands in the file.
  line_key text COLLATE "C" NOT NULL,
  line_no integer NOT NULL CHECK (line_no > 0),
  direction text NOT NULL CHECK (direction IN ('in', 'out')),
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  -- A payment that comes back, by the bank's own words.
  is_return boolean NOT NULL,
  reason text,
  end_to_end_id text COLLATE "C",
  reference text COLLATE "C",
  booked_on date NOT NULL,
  digest bytea NOT NULL CHECK (octet_length(digest) = 32),
  counterpart_sealed bytea,
  outcome text NOT NULL CHECK (outcome IN ('paid', 'returned', 'booked', 'suspense')),
  target_owner text COLLATE "C",
  target_order text COLLATE "C",
  target_attempt integer,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, line_key),
  CONSTRAINT one_line_of_a_number UNIQUE (owner_id, line_no)
);
CREATE INDEX bank_line_in_suspense ON bank_line (owner_id) WHERE outcome = 'suspense';
COMMENT ON TABLE bank_line IS 'distributed: lines of the bank''s statements, append-only; whose money it is lies sealed';

-- Which line of a statement an entry of the books is; the key is the entry's, so that no entry is two lines.
CREATE TABLE bank_match (
  owner_id text COLLATE "C" NOT NULL,
  journal_id text COLLATE "C" NOT NULL,
  -- Null: it was in the books before the first statement, and is in the balance with which that one began.
  bank_owner text COLLATE "C",
  line_key text COLLATE "C",
  matched_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, journal_id),
  CHECK ((bank_owner IS NULL) = (line_key IS NULL))
);
COMMENT ON TABLE bank_match IS 'distributed: entries of the books and the lines of the bank''s statements that they are';

CREATE TABLE suspense_request (
  owner_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  line_key text COLLATE "C" NOT NULL,
  kind text NOT NULL CHECK (kind IN ('payment', 'return', 'booked', 'fund', 'adjustment')),
  target_owner text COLLATE "C",
  target_order text COLLATE "C",
  target_attempt integer,
  target_journal text COLLATE "C",
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  maker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  made_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  UNIQUE (owner_id, id, line_key, maker_id),
  FOREIGN KEY (owner_id, line_key) REFERENCES bank_line (owner_id, line_key),
  CONSTRAINT suspense_target_is_whole CHECK (CASE
    WHEN kind IN ('payment', 'return') THEN num_nulls(target_owner, target_order, target_attempt) = 0 AND target_journal IS NULL
    WHEN kind IN ('booked', 'adjustment') THEN num_nulls(target_owner, target_journal) = 0 AND target_order IS NULL
    ELSE num_nonnulls(target_owner, target_order, target_attempt, target_journal) = 0 END)
);
COMMENT ON TABLE suspense_request IS 'distributed: what a finance officer says that an unknown line is, append-only';

CREATE TABLE suspense_decision (
  owner_id text COLLATE "C" NOT NULL,
  request_id text COLLATE "C" NOT NULL,
  line_key text COLLATE "C" NOT NULL,
  maker_id text COLLATE "C" NOT NULL,
  checker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  approved boolean NOT NULL,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, request_id),
  FOREIGN KEY (owner_id, request_id, line_key, maker_id) REFERENCES suspense_request (owner_id, id, line_key, maker_id),
  CONSTRAINT suspense_maker_is_not_checker CHECK (checker_id <> maker_id)
);
CREATE UNIQUE INDEX line_resolved_once ON suspense_decision (owner_id, line_key) WHERE approved;
COMMENT ON TABLE suspense_decision IS 'distributed: another finance officer''s word on it';

-- ---- Taking a statement in ------------------------------------------------------------------------------------------------

-- Takes in the head of a statement, from a file that was taken in; answers whether it is new. The statements of an account
-- follow each other, a gap is refused by the table itself. The first begins the account: what the books moved at the bank before its day is
-- in its opening balance.
CREATE FUNCTION take_statement(p_token text, p_file bytea, p_account text, p_owner text, p_on date, p_bank_id text,
    p_opening bigint, p_closing bigint, p_lines integer, p_journal text, p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'finance');
  v_known public.bank_statement;
  v_last public.bank_statement;
  v_before bigint := 0;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM 1 FROM public.bank_file WHERE file_sha256 = p_file AND kind = 'camt.053';
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-file';
  END IF;
  IF p_on IS NULL OR p_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-not-come';
  END IF;
  LOCK TABLE public.bank_statement IN SHARE ROW EXCLUSIVE MODE;
  SELECT * INTO v_known FROM public.bank_statement WHERE account = p_account AND on_date = p_on;
  IF v_known.account IS NOT NULL THEN
    IF (v_known.owner_id, v_known.opening_fen, v_known.closing_fen, v_known.line_count) = (p_owner, p_opening, p_closing, p_lines) THEN
      RETURN false;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.statement-known';
  END IF;
  SELECT * INTO v_last FROM public.bank_statement WHERE account = p_account ORDER BY on_date DESC LIMIT 1;
  IF v_last.on_date > p_on THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.statement-overlaps';
  END IF;
  IF v_last.line_count <> (SELECT count(*) FROM public.bank_line WHERE owner_id = v_last.owner_id) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.statement-unfinished';
  END IF;
  IF NOT EXISTS (SELECT FROM public.bank_statement) THEN
    WITH covered AS (
      INSERT INTO public.bank_match (owner_id, journal_id, matched_at)
      SELECT owner_id, journal_id, p_at FROM public.posting WHERE 'bank' IN (debit, credit) AND effective_on < p_on
      RETURNING owner_id, journal_id)
    SELECT coalesce(sum(CASE p.debit WHEN 'bank' THEN p.amount_fen ELSE -p.amount_fen END), 0) INTO v_before
      FROM covered c JOIN public.posting p ON p.owner_id = c.owner_id AND p.journal_id = c.journal_id;
  END IF;
  INSERT INTO public.bank_statement (account, on_date, owner_id, bank_id, opening_fen, closing_fen, line_count, previous_on,
    file_sha256, taken_by, taken_at)
  VALUES (p_account, p_on, p_owner, p_bank_id, p_opening, p_closing, p_lines, v_last.on_date, p_file, v_officer, p_at);
  IF v_last.account IS NULL AND p_opening <> v_before THEN
    PERFORM public.post_fund(p_owner, p_journal, 1::smallint, 'bank-opening',
      CASE WHEN p_opening > v_before THEN 'bank' ELSE 'opening' END, CASE WHEN p_opening > v_before THEN 'opening' ELSE 'bank' END,
      abs(p_opening - v_before), p_on, NULL, p_at);
  END IF;
  RETURN true;
END $$;

-- An entry of the books is this line of the statement. One that was thought to be in the opening balance was not, then: what
-- the account began with is put right.
CREATE FUNCTION match_entry(p_owner text, p_journal text, p_bank_owner text, p_key text, p_on date, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_entry public.posting;
BEGIN
  INSERT INTO public.bank_match (owner_id, journal_id, bank_owner, line_key, matched_at)
  VALUES (p_owner, p_journal, p_bank_owner, p_key, p_at) ON CONFLICT DO NOTHING;
  IF FOUND THEN RETURN; END IF;
  UPDATE public.bank_match SET bank_owner = p_bank_owner, line_key = p_key, matched_at = p_at
   WHERE owner_id = p_owner AND journal_id = p_journal AND bank_owner IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.entry-matched';
  END IF;
  SELECT * INTO v_entry FROM public.posting WHERE owner_id = p_owner AND journal_id = p_journal AND line_no = 1;
  PERFORM public.post_fund(p_bank_owner, p_journal || '-opening', 1::smallint, 'bank-opening',
    CASE v_entry.debit WHEN 'bank' THEN 'bank' ELSE 'opening' END, CASE v_entry.debit WHEN 'bank' THEN 'opening' ELSE 'bank' END,
    v_entry.amount_fen, p_on, NULL, p_at);
END $$;

-- Whether an entry of the books is no line of a statement yet.
CREATE FUNCTION entry_unmatched(p_owner text, p_journal text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT NOT EXISTS (SELECT FROM public.bank_match WHERE owner_id = p_owner AND journal_id = p_journal AND bank_owner IS NOT NULL)
$$;

-- A payment that the bank has booked, or sent back after it had: the attempt and its journal. `p_account` is `bank` for a line
-- of a statement and `suspense` for one that was found among the unknown. The attempt is locked by the caller.
CREATE FUNCTION end_attempt(p_attempt public.payment_attempt, p_result text, p_reason text, p_account text, p_file bytea,
    p_journal text, p_on date, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_case text;
BEGIN
  SELECT case_id INTO v_case FROM public.payment_order WHERE owner_id = p_attempt.owner_id AND id = p_attempt.order_id;
  IF p_result = 'paid' THEN
    PERFORM public.post_fund(p_attempt.owner_id, p_journal, 1::smallint, 'payment', 'payable', p_account, p_attempt.amount_fen,
      p_on, v_case, p_at);
  ELSE
    PERFORM public.post_fund(p_attempt.owner_id, p_journal, 1::smallint, 'payment-return', p_account, 'payable',
      p_attempt.amount_fen, p_on, v_case, p_at);
  END IF;
  UPDATE public.payment_attempt SET result = p_result, reason = coalesce(p_reason, reason), answered_at = p_at, file_sha256 = p_file,
         journal_id = CASE p_result WHEN 'paid' THEN p_journal ELSE journal_id END,
         return_journal_id = CASE p_result WHEN 'sent-back' THEN p_journal END
   WHERE owner_id = p_attempt.owner_id AND order_id = p_attempt.order_id AND attempt = p_attempt.attempt;
END $$;

-- Books one line of a statement, once, as what it is; what is not certain goes to `suspense`. A payment of ours is known by its
-- end-to-end id and its amount, to the fen. Answers the outcome, or `unchanged` for a line that is known already.
CREATE FUNCTION book_bank_line(p_token text, p_file bytea, p_line public.bank_line, p_journal text)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'finance');
  v_statement public.bank_statement;
  v_known public.bank_line;
  v_attempt public.payment_attempt;
  v_entry public.posting;
  v_line public.bank_line := p_line;
  v_owner text := p_line.owner_id;
BEGIN
  PERFORM 1 FROM public.bank_file WHERE file_sha256 = p_file AND kind = 'camt.053';
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-file';
  END IF;
  SELECT * INTO v_statement FROM public.bank_statement WHERE owner_id = v_owner FOR UPDATE;
  IF v_statement.account IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-statement';
  END IF;
  SELECT * INTO v_known FROM public.bank_line WHERE owner_id = v_owner AND line_key = p_line.line_key;
  IF v_known.owner_id IS NOT NULL THEN
    IF v_known.digest = p_line.digest THEN RETURN 'unchanged'; END IF;
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.line-differs';
  END IF;
  IF p_line.booked_on > v_statement.on_date
     OR v_statement.line_count <= (SELECT count(*) FROM public.bank_line WHERE owner_id = v_owner) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.line-not-in-statement';
  END IF;
  v_line.outcome := 'suspense';
  IF p_line.target_order IS NOT NULL THEN
    SELECT * INTO v_attempt FROM public.payment_attempt
     WHERE owner_id = p_line.target_owner AND order_id = p_line.target_order AND attempt = p_line.target_attempt
       AND amount_fen = p_line.amount_fen AND p_line.end_to_end_id = replace(order_id, '_', '-') || '-' || attempt FOR UPDATE;
    PERFORM 1 FROM public.payment_release WHERE batch_id = v_attempt.batch_id;
    IF NOT FOUND THEN v_attempt := NULL; END IF;
  END IF;
  IF p_line.direction = 'out' AND NOT p_line.is_return AND v_attempt.owner_id IS NOT NULL AND v_attempt.result IS NULL THEN
    v_line.outcome := 'paid';
    PERFORM public.end_attempt(v_attempt, 'paid', NULL, 'bank', p_file, p_journal, p_line.booked_on, p_line.recorded_at);
    PERFORM public.match_entry(v_attempt.owner_id, p_journal, v_owner, p_line.line_key, p_line.booked_on, p_line.recorded_at);
  ELSIF p_line.direction = 'out' AND NOT p_line.is_return AND v_attempt.result = 'paid'
        AND public.entry_unmatched(v_attempt.owner_id, v_attempt.journal_id) THEN
    v_line.outcome := 'booked';
    PERFORM public.match_entry(v_attempt.owner_id, v_attempt.journal_id, v_owner, p_line.line_key, p_line.booked_on, p_line.recorded_at);
  ELSIF p_line.direction = 'in' AND p_line.is_return AND v_attempt.result = 'paid' THEN
    v_line.outcome := 'returned';
    PERFORM public.end_attempt(v_attempt, 'sent-back', p_line.reason, 'bank', p_file, p_journal, p_line.booked_on, p_line.recorded_at);
    PERFORM public.match_entry(v_attempt.owner_id, p_journal, v_owner, p_line.line_key, p_line.booked_on, p_line.recorded_at);
  ELSIF p_line.direction = 'in' AND NOT p_line.is_return THEN
    -- Money for a recovery order, taken down by the bank's reference before the statement came.
    SELECT p.* INTO v_entry FROM public.recovery_locator r
      JOIN public.posting p ON p.owner_id = r.owner_id AND p.journal_id = r.receipt_id AND p.debit = 'bank'
     WHERE r.bank_reference = p_line.reference AND p.amount_fen = p_line.amount_fen;
    IF v_entry.owner_id IS NOT NULL AND public.entry_unmatched(v_entry.owner_id, v_entry.journal_id) THEN
      v_line.outcome := 'booked';
      PERFORM public.match_entry(v_entry.owner_id, v_entry.journal_id, v_owner, p_line.line_key, p_line.booked_on, p_line.recorded_at);
    END IF;
  END IF;
  IF v_line.outcome = 'suspense' THEN
    PERFORM public.post_fund(v_owner, p_journal, 1::smallint, 'bank-line',
      CASE p_line.direction WHEN 'in' THEN 'bank' ELSE 'suspense' END, CASE p_line.direction WHEN 'in' THEN 'suspense' ELSE 'bank' END,
      p_line.amount_fen, p_line.booked_on, NULL, p_line.recorded_at);
    PERFORM public.match_entry(v_owner, p_journal, v_owner, p_line.line_key, p_line.booked_on, p_line.recorded_at);
  END IF;
  INSERT INTO public.bank_line SELECT v_line.*;
  RETURN v_line.outcome;
END $$;

-- ---- What nobody knows ----------------------------------------------------------------------------------------------------

-- A finance officer says what an unknown line is.
CREATE FUNCTION request_resolution(p_token text, p_owner text, p_key text, p_id text, p_kind text, p_target_owner text,
    p_order text, p_attempt integer, p_journal text, p_reason text, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'finance');
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM 1 FROM public.bank_line WHERE owner_id = p_owner AND line_key = p_key AND outcome = 'suspense';
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.not-in-suspense';
  END IF;
  PERFORM 1 FROM public.suspense_decision WHERE owner_id = p_owner AND line_key = p_key AND approved;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.resolved-already';
  END IF;
  INSERT INTO public.suspense_request (owner_id, id, line_key, kind, target_owner, target_order, target_attempt, target_journal,
    reason, maker_id, made_at)
  VALUES (p_owner, p_id, p_key, p_kind, p_target_owner, p_order, p_attempt, p_journal, p_reason, v_maker, p_at);
  RETURN v_maker;
END $$;

-- Another finance officer decides; approved, it is posted in the same transaction, and the line stands in `suspense` no more.
CREATE FUNCTION decide_resolution(p_token text, p_owner text, p_id text, p_approved boolean, p_journal text, p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'finance');
  v_asked public.suspense_request;
  v_line public.bank_line;
  v_attempt public.payment_attempt;
  v_entry public.posting;
  v_file bytea;
  v_today date := public.business_today();
BEGIN
  PERFORM public.mind_the_clock(p_at);
  SELECT * INTO v_asked FROM public.suspense_request WHERE owner_id = p_owner AND id = p_id;
  IF v_asked.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-request';
  END IF;
  SELECT * INTO v_line FROM public.bank_line WHERE owner_id = p_owner AND line_key = v_asked.line_key FOR UPDATE;
  SELECT file_sha256 INTO v_file FROM public.bank_statement WHERE owner_id = p_owner;
  INSERT INTO public.suspense_decision (owner_id, request_id, line_key, maker_id, checker_id, approved, decided_at)
  VALUES (p_owner, p_id, v_asked.line_key, v_asked.maker_id, v_checker, p_approved, p_at);
  IF NOT p_approved THEN RETURN false; END IF;
  IF v_asked.kind IN ('payment', 'return') THEN
    SELECT a.* INTO v_attempt FROM public.payment_attempt a JOIN public.payment_release r ON r.batch_id = a.batch_id
     WHERE a.owner_id = v_asked.target_owner AND a.order_id = v_asked.target_order AND a.attempt = v_asked.target_attempt FOR UPDATE OF a;
  ELSIF v_asked.kind IN ('booked', 'adjustment') THEN
    SELECT * INTO v_entry FROM public.posting
     WHERE owner_id = v_asked.target_owner AND journal_id = v_asked.target_journal AND line_no = 1 AND amount_fen = v_line.amount_fen
       AND public.entry_unmatched(owner_id, journal_id);
  END IF;
  IF v_asked.kind = 'payment' AND v_line.direction = 'out' AND v_attempt.owner_id IS NOT NULL AND v_attempt.result IS NULL
     AND v_attempt.amount_fen = v_line.amount_fen THEN
    PERFORM public.end_attempt(v_attempt, 'paid', NULL, 'suspense', v_file, p_journal, v_today, p_at);
  ELSIF v_asked.kind = 'return' AND v_line.direction = 'in' AND v_attempt.result = 'paid' AND v_attempt.amount_fen >= v_line.amount_fen THEN
    -- Banks on the way keep their charges; the order stands in full, so the fund bears them.
    PERFORM public.end_attempt(v_attempt, 'sent-back', v_line.reason, 'suspense', v_file, p_journal, v_today, p_at);
    IF v_attempt.amount_fen > v_line.amount_fen THEN
      PERFORM public.post_fund(p_owner, p_journal, 1::smallint, 'bank-line', 'pool', 'suspense', v_attempt.amount_fen - v_line.amount_fen,
        v_today, NULL, p_at);
    END IF;
  ELSIF v_asked.kind = 'booked' AND 'bank' = (CASE v_line.direction WHEN 'in' THEN v_entry.debit ELSE v_entry.credit END) THEN
    PERFORM public.post_fund(p_owner, p_journal, 1::smallint, 'bank-line',
      CASE v_line.direction WHEN 'in' THEN 'suspense' ELSE 'bank' END, CASE v_line.direction WHEN 'in' THEN 'bank' ELSE 'suspense' END,
      v_line.amount_fen, v_today, NULL, p_at);
    PERFORM public.match_entry(p_owner, p_journal, p_owner, v_line.line_key, v_today, p_at);
    PERFORM public.match_entry(v_entry.owner_id, v_entry.journal_id, p_owner, v_line.line_key, v_today, p_at);
  ELSIF v_asked.kind = 'fund' THEN
    PERFORM public.post_fund(p_owner, p_journal, 1::smallint, 'bank-line',
      CASE v_line.direction WHEN 'in' THEN 'suspense' ELSE 'pool' END, CASE v_line.direction WHEN 'in' THEN 'pool' ELSE 'suspense' END,
      v_line.amount_fen, v_today, NULL, p_at);
  ELSIF v_asked.kind = 'adjustment' AND v_entry.purpose = 'correction'
        AND 'suspense' = (CASE v_line.direction WHEN 'in' THEN v_entry.debit ELSE v_entry.credit END) THEN
    PERFORM public.match_entry(v_entry.owner_id, v_entry.journal_id, p_owner, v_line.line_key, v_today, p_at);
  ELSE
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.resolution-unfit';
  END IF;
  RETURN true;
END $$;

REVOKE ALL ON FUNCTION take_statement, match_entry, entry_unmatched, end_attempt, book_bank_line, request_resolution, decide_resolution
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_statement, book_bank_line, request_resolution, decide_resolution TO suixing_app;
GRANT SELECT ON bank_statement, bank_line, bank_match, suspense_request, suspense_decision TO suixing_app;

-- What was paid may come back days later: the bank's statement takes the case up again.
SELECT declare_move('withdrawal', 'return-payment', 'paid', 'returned', 'bank system finance');
