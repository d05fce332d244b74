-- compatible: yes
-- What an adversary and a careful reader found in corrections, differences of closed years, offsets and authorisations.

-- Differences year by year: what one year's difference leaves in `recoverable` changes what the next year bears, so each year
-- is looked at again after the one before it was put right.
CREATE OR REPLACE FUNCTION post_interest_differences(p_owner text, p_because text, p_case text, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_open integer;
  v_after integer := 0;
  v_year record;
  v_journal text;
  v_on date;
  v_difference bigint;
  v_taken bigint;
BEGIN
  SELECT open_year INTO v_open FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  LOOP
    SELECT year, interest_fen, posted_fen INTO v_year FROM public.replay_interest(p_owner, make_date(v_open, 1, 1))
     WHERE year < v_open AND year > v_after AND interest_fen <> posted_fen ORDER BY year LIMIT 1;
    EXIT WHEN NOT FOUND;
    v_after := v_year.year;
    v_journal := p_because || '-interest-' || v_year.year;
    v_on := make_date(v_year.year, 12, 31);
    v_difference := v_year.interest_fen - v_year.posted_fen;
    INSERT INTO public.interest_difference (owner_id, journal_id, year, because_journal_id, posted_before_fen, due_fen, recorded_at)
    VALUES (p_owner, v_journal, v_year.year, p_because, v_year.posted_fen, v_year.interest_fen, p_at);
    IF v_difference > 0 THEN
      PERFORM public.post_credit(p_owner, v_journal, 1::smallint, 'interest-difference', 'interest-expense', v_difference, v_on,
        NULL, 'backdated-entry', v_journal, p_case, p_at);
    ELSE
      SELECT least(-v_difference, balance_fen - held_fen) INTO v_taken FROM public.personal_account WHERE owner_id = p_owner;
      IF v_taken > 0 THEN
        PERFORM public.post_debit(p_owner, v_journal, 1::smallint, 'interest-difference', 'interest-expense', v_taken, v_on,
          NULL, 'backdated-entry', v_journal, p_case, p_at);
      END IF;
      IF v_taken < -v_difference THEN
        INSERT INTO public.posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen, effective_on, recorded_at,
          entry_no, case_id)
        SELECT p_owner, v_journal, 2, 'interest-difference', 'recoverable', 'interest-expense', -v_difference - v_taken, v_on, p_at,
               entry_count, p_case FROM public.personal_account WHERE owner_id = p_owner;
      END IF;
    END IF;
  END LOOP;
  PERFORM public.rebuild_interest_sums(p_owner);
END $$;

-- What the balance does not cover is lent as of the day by which it had been spent, not as of today: otherwise the account
-- would owe interest for months in which nobody had the money.
CREATE OR REPLACE FUNCTION take_back(p_owner text, p_journal text, p_purpose text, p_to text, p_amount bigint, p_on date, p_bucket text,
    p_adjustment text, p_at timestamptz)
  RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_spare bigint;
  v_shortage bigint;
  v_on date;
BEGIN
  SELECT balance_fen - held_fen INTO v_spare FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  v_shortage := greatest(p_amount - v_spare, 0);
  IF v_shortage > 0 THEN
    -- The day by which all of it had been spent: from then on the account, without this money, stays below nothing. What was
    -- paid out when the account was emptied was spent on that day.
    WITH emptied AS (
      SELECT max(entry_no) AS entry_no, max(effective_on) AS day FROM public.posting WHERE owner_id = p_owner AND bucket = 'reset'
    ), change AS (
      SELECT p.effective_on AS day, CASE WHEN p.credit = 'personal' THEN p.amount_fen ELSE -p.amount_fen END AS fen
        FROM public.posting p, emptied e
       WHERE p.owner_id = p_owner AND 'personal' IN (p.debit, p.credit) AND p.entry_no > coalesce(e.entry_no, 0)
       UNION ALL SELECT p_on, -p_amount
    ), standing AS (
      SELECT day, sum(sum(fen)) OVER (ORDER BY day) AS fen FROM change GROUP BY day
    ), lasting AS (
      SELECT day, least(max(fen) OVER (ORDER BY day DESC), 0) AS fen FROM standing
    )
    SELECT greatest(min(l.day), (SELECT e.day FROM emptied e)) INTO v_on
      FROM lasting l WHERE l.fen = (SELECT min(fen) FROM lasting);
    PERFORM public.post_credit(p_owner, p_journal || '-shortage', 1::smallint, 'shortage', 'recoverable', v_shortage,
      v_on, 'carried-over', 'adjustment', p_adjustment, NULL, p_at);
  END IF;
  PERFORM public.post_debit(p_owner, p_journal, 1::smallint, p_purpose, p_to, p_amount, p_on, p_bucket, 'adjustment', p_adjustment,
    NULL, p_at);
  RETURN v_shortage;
END $$;

CREATE OR REPLACE FUNCTION request_adjustment(p_token text, p_owner text, p_id text, p_kind text, p_amount bigint, p_counter text, p_bucket text,
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
    -- What was lent for it stands in `recoverable`: reversed, the person would get what is owed. A credit and an offset put it right.
    PERFORM 1 FROM public.adjustment_decision WHERE owner_id = p_owner AND journal_id = p_journal AND shortage_fen > 0;
    IF FOUND THEN
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

-- What is paid back is paid back on or after the day of the order.
CREATE OR REPLACE FUNCTION recover(p_token text, p_owner text, p_measure text, p_receipt text, p_way text, p_amount bigint,
    p_bank_reference text, p_on date, p_at timestamptz)
  RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'finance');
  v_owed bigint;
  v_receipt public.recovery_receipt;
BEGIN
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  PERFORM 1 FROM public.supervision_step WHERE owner_id = p_owner AND id = p_measure FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.no-such-measure';
  END IF;
  IF p_on IS NULL OR p_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.day-not-come';
  END IF;
  -- An offset of years ago would take years of interest along.
  PERFORM 1 FROM public.supervision_step WHERE owner_id = p_owner AND id = p_measure AND effective_on <= p_on;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-gone-by';
  END IF;
  IF p_way = 'instalment' THEN
    INSERT INTO public.recovery_locator (bank_reference, owner_id, receipt_id) VALUES (p_bank_reference, p_owner, p_receipt)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.receipt-known';
    END IF;
  END IF;
  v_owed := public.still_owed(p_owner, p_measure);
  IF p_amount > v_owed THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001',
      MESSAGE = CASE v_owed WHEN 0 THEN 'supervision.nothing-owed' ELSE 'supervision.more-than-owed' END;
  END IF;
  INSERT INTO public.recovery_receipt (owner_id, id, measure_id, way, amount_fen, bank_reference, effective_on, officer_id, recorded_at)
  VALUES (p_owner, p_receipt, p_measure, p_way, p_amount, p_bank_reference, p_on, v_officer, p_at)
  RETURNING * INTO v_receipt;
  PERFORM public.chain_record(p_owner, 'recovery-receipt', p_receipt, public.recovery_receipt_digest(v_receipt), p_at);
  IF p_way = 'instalment' THEN
    PERFORM public.post_fund(p_owner, p_receipt, 1::smallint, 'recovery-receipt', 'bank', 'recoverable', p_amount, p_on, NULL, p_at);
  ELSE
    PERFORM public.post_debit(p_owner, p_receipt, 1::smallint, 'recovery-offset', 'recoverable', p_amount, p_on, 'debit',
      'recovery-order', p_receipt, NULL, p_at);
  END IF;
  RETURN v_owed - p_amount;
END $$;

-- The moment on the agency's clock: the server's, moved in a demo.
CREATE FUNCTION business_now() RETURNS timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT clock_timestamp() + ahead_seconds * interval '1 second' FROM public.business_clock
$$;
REVOKE ALL ON FUNCTION business_now FROM PUBLIC;

-- Nobody lets a held amount go before its time, whatever time they say it is.
CREATE OR REPLACE FUNCTION expire_card_payment(p_owner text, p_payment text, p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  PERFORM 1 FROM public.card_payment
    WHERE owner_id = p_owner AND id = p_payment AND state = 'authorised' AND expires_at <= p_at
      AND expires_at <= public.business_now() FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM public.end_card_payment(p_owner, p_payment, 'expired', NULL, p_at);
  RETURN true;
END $$;

CREATE OR REPLACE FUNCTION authorise_card_payment(p_token text, p_owner text, p_card text, p_payment text, p_reference text,
    p_institution text, p_amount bigint, p_expires timestamptz, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_merchant text := public.live_key(p_token, 'card-payments');
  v_payment public.card_payment;
  v_id text;
BEGIN
  -- An authorisation of a day to come could not be confirmed, cancelled by anybody else or run out before that day.
  IF p_at > public.business_now() + interval '5 minutes' THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.moment-not-come';
  END IF;
  INSERT INTO public.card_payment_locator (merchant_reference, merchant_id, owner_id, payment_id)
  VALUES (p_reference, v_merchant, p_owner, p_payment) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    SELECT p.id INTO v_id FROM public.card_payment_locator l
      JOIN public.card_payment p ON p.owner_id = l.owner_id AND p.id = l.payment_id
     WHERE l.merchant_reference = p_reference AND l.merchant_id = v_merchant
       AND p.owner_id = p_owner AND p.card_id = p_card AND p.amount_fen = p_amount AND p.institution = p_institution;
    IF v_id IS NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.reference-taken';
    END IF;
    RETURN v_id;
  END IF;
  PERFORM public.card_may_pay(p_owner, p_card);
  PERFORM public.hold_amount(p_owner, p_amount);
  INSERT INTO public.card_payment (owner_id, id, card_id, merchant_id, merchant_reference, institution, amount_fen,
    authorised_at, expires_at)
  VALUES (p_owner, p_payment, p_card, v_merchant, p_reference, p_institution, p_amount, p_at, p_expires)
  RETURNING * INTO v_payment;
  PERFORM public.chain_record(p_owner, 'card-payment', p_payment, public.card_payment_digest(v_payment), p_at);
  RETURN p_payment;
END $$;

CREATE OR REPLACE FUNCTION confirm_card_payment(p_token text, p_reference text, p_amount bigint, p_at timestamptz) RETURNS public.card_payment
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_merchant text := public.live_key(p_token, 'card-payments');
  v_owner text;
  v_id text;
  v_payment public.card_payment;
  v_amount bigint;
  v_on date := (p_at AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
  SELECT owner_id, payment_id INTO v_owner, v_id FROM public.card_payment_locator
   WHERE merchant_reference = p_reference AND merchant_id = v_merchant;
  -- The account first, as whoever lets money leave does: whatever moves a payment waits here.
  PERFORM 1 FROM public.personal_account WHERE owner_id = v_owner FOR UPDATE;
  SELECT * INTO v_payment FROM public.card_payment WHERE owner_id = v_owner AND id = v_id AND merchant_id = v_merchant;
  IF v_payment.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.no-such-payment';
  END IF;
  v_amount := coalesce(p_amount, v_payment.confirmed_fen, v_payment.amount_fen);
  IF v_payment.state = 'confirmed' AND v_payment.confirmed_fen = v_amount THEN RETURN v_payment; END IF;
  IF v_payment.state <> 'authorised' OR v_payment.expires_at <= p_at THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = CASE v_payment.state WHEN 'confirmed' THEN 'card.payment-confirmed'
      WHEN 'cancelled' THEN 'card.payment-cancelled' ELSE 'card.payment-expired' END;
  END IF;
  IF v_amount > v_payment.amount_fen THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.more-than-authorised';
  END IF;
  -- Not before it was authorised: a payment of years ago would take years of interest along.
  IF v_on > public.business_today() OR p_at < v_payment.authorised_at THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-not-come';
  END IF;
  PERFORM public.card_may_pay(v_owner, v_payment.card_id);
  PERFORM public.end_card_payment(v_owner, v_id, 'confirmed', v_amount, p_at);
  PERFORM public.post_debit(v_owner, v_id, 1::smallint, 'card-payment', 'payable', v_amount, v_on, 'debit',
    'card-authorisation', v_id, NULL, p_at);
  v_payment.state := 'confirmed';
  v_payment.confirmed_fen := v_amount;
  v_payment.ended_at := p_at;
  RETURN v_payment;
END $$;
