-- compatible: yes
-- The money of a recovery order. Confirmed, it is booked as receivable; what is received, or offset against the account by
-- authority of the order, lessens what is owed; nothing is taken twice, and never more than is owed. An order that is paid
-- does not stand any more. An order may also rest on what is booked as receivable already, because an account had been spent
-- before something was taken back from it.

-- The same list, and what an order that is lifted takes out of the books again.
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
    ('reversal', 'personal', 'declared')));

ALTER TABLE supervision_step
  ADD COLUMN origin text CHECK (origin IN ('pool', 'booked')),
  ADD CHECK (origin IS NULL OR amount_fen IS NOT NULL);
COMMENT ON COLUMN supervision_step.origin IS 'of a recovery order: whether the pooled fund has a claim to book, or it is booked already; null is pool';

-- Money that came in for an order, or was taken from the account.
CREATE TABLE recovery_receipt (
  owner_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  measure_id text COLLATE "C" NOT NULL,
  way text NOT NULL CHECK (way IN ('instalment', 'offset')),
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  -- Under which the bank's statement has it.
  bank_reference text COLLATE "C" CHECK (length(bank_reference) BETWEEN 1 AND 100),
  effective_on date NOT NULL,
  officer_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  FOREIGN KEY (owner_id, measure_id) REFERENCES supervision_step (owner_id, id),
  CHECK ((way = 'instalment') = (bank_reference IS NOT NULL))
);
CREATE INDEX recovery_receipt_of_measure ON recovery_receipt (owner_id, measure_id);
COMMENT ON TABLE recovery_receipt IS 'distributed: what was received or offset for a recovery order, append-only; its journal bears its id';

CREATE TABLE recovery_locator (
  bank_reference text COLLATE "C" PRIMARY KEY,
  owner_id text COLLATE "C" NOT NULL,
  receipt_id text COLLATE "C" NOT NULL
);
COMMENT ON TABLE recovery_locator IS 'locator(bank_reference): which receipt a line of the bank''s statement was taken as, once';

CREATE OR REPLACE FUNCTION measure_step_digest(p_row public.supervision_step) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN p_row.origin IS NULL
    THEN public.digest_of(p_row.measure_id, p_row.step, p_row.kind, p_row.amount_fen::text, p_row.legal_basis, p_row.reason,
      p_row.paper_reference, to_char(p_row.effective_on, 'YYYY-MM-DD'), p_row.maker_id, public.instant_text(p_row.recorded_at))
    ELSE public.digest_of(p_row.measure_id, p_row.step, p_row.kind, p_row.amount_fen::text, p_row.legal_basis, p_row.reason,
      p_row.paper_reference, to_char(p_row.effective_on, 'YYYY-MM-DD'), p_row.maker_id, public.instant_text(p_row.recorded_at),
      p_row.origin) END
$$;

CREATE FUNCTION recovery_receipt_digest(p_row public.recovery_receipt) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.measure_id, p_row.way, p_row.amount_fen::text, p_row.bank_reference,
    to_char(p_row.effective_on, 'YYYY-MM-DD'), p_row.officer_id, public.instant_text(p_row.recorded_at))
$$;

-- What is still owed on an order that stands; 0 where it was not confirmed, was lifted, or is paid.
CREATE FUNCTION still_owed(p_owner text, p_measure text) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN coalesce((
    SELECT s.amount_fen - (SELECT coalesce(sum(r.amount_fen), 0) FROM public.recovery_receipt r
                            WHERE r.owner_id = s.owner_id AND r.measure_id = s.id)
      FROM public.supervision_step s
      JOIN public.supervision_decision d ON d.owner_id = s.owner_id AND d.step_id = s.id AND d.confirmed
     WHERE s.owner_id = p_owner AND s.id = p_measure AND s.step = 'set' AND s.kind = 'recovery'
       AND NOT EXISTS (
         SELECT FROM public.supervision_step l
           JOIN public.supervision_decision e ON e.owner_id = l.owner_id AND e.step_id = l.id AND e.confirmed
          WHERE l.owner_id = s.owner_id AND l.measure_id = s.id AND l.step = 'lift')), 0);
END $$;

CREATE OR REPLACE FUNCTION nothing_is_owed(p_owner text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.supervision_step
    WHERE owner_id = p_owner AND kind = 'recovery' AND step = 'set' AND public.still_owed(p_owner, id) > 0;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.recovery-open';
  END IF;
END $$;

DROP FUNCTION set_measure(text, text, text, text, bigint, text, text, text, date, timestamptz);
CREATE FUNCTION set_measure(p_token text, p_owner text, p_step text, p_kind text, p_amount bigint, p_basis text,
    p_reason text, p_paper text, p_on date, p_at timestamptz, p_origin text DEFAULT NULL)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'clerk');
  v_step public.supervision_step;
BEGIN
  IF p_on IS NULL OR p_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.day-not-come';
  END IF;
  INSERT INTO public.supervision_step (owner_id, id, measure_id, step, kind, amount_fen, legal_basis, reason,
    paper_reference, effective_on, maker_id, recorded_at, origin)
  VALUES (p_owner, p_step, p_step, 'set', p_kind, p_amount, p_basis, p_reason, p_paper, p_on, v_maker, p_at, p_origin)
  RETURNING * INTO v_step;
  PERFORM public.chain_record(p_owner, 'measure-step', p_step, public.measure_step_digest(v_step), p_at);
  RETURN v_maker;
END $$;

-- The second officer's word, and what follows from it in the books: an order is booked once it is confirmed, and what is
-- still owed on it is taken out again when it is lifted. The account is locked first: a settlement under way is waited for,
-- one that comes later sees the flag.
CREATE OR REPLACE FUNCTION decide_measure(p_token text, p_owner text, p_step text, p_confirmed boolean, p_reason text,
    p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'reviewer');
  v_step public.supervision_step;
  v_set public.supervision_step;
  v_owed bigint;
  v_decision public.supervision_decision;
BEGIN
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  SELECT * INTO v_step FROM public.supervision_step WHERE owner_id = p_owner AND id = p_step;
  IF v_step.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.no-such-step';
  END IF;
  SELECT * INTO v_set FROM public.supervision_step WHERE owner_id = p_owner AND id = v_step.measure_id FOR UPDATE;
  v_owed := public.still_owed(p_owner, v_set.id);
  IF p_confirmed AND v_step.step = 'set' AND v_step.origin = 'booked'
     AND v_step.amount_fen > public.booked_unordered(p_owner) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.not-booked';
  END IF;
  INSERT INTO public.supervision_decision (owner_id, step_id, maker_id, checker_id, confirmed, reason, decided_at)
  VALUES (p_owner, p_step, v_step.maker_id, v_checker, p_confirmed, p_reason, p_at)
  RETURNING * INTO v_decision;
  PERFORM public.chain_record(p_owner, 'measure-decision', p_step, public.measure_decision_digest(v_decision), p_at);
  IF p_confirmed AND v_set.kind = 'recovery' AND v_set.origin IS DISTINCT FROM 'booked' THEN
    IF v_step.step = 'set' THEN
      PERFORM public.post_fund(p_owner, p_step, 1::smallint, 'recovery-order', 'recoverable', 'pool', v_set.amount_fen,
        v_step.effective_on, NULL, p_at);
    ELSIF v_owed > 0 THEN
      PERFORM public.post_fund(p_owner, p_step, 1::smallint, 'recovery-order', 'pool', 'recoverable', v_owed,
        v_step.effective_on, NULL, p_at);
    END IF;
  END IF;
  RETURN v_checker;
END $$;

-- What is booked as receivable from a person and no standing order asks for.
CREATE FUNCTION booked_unordered(p_owner text) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN (SELECT coalesce(sum(CASE WHEN debit = 'recoverable' THEN amount_fen ELSE -amount_fen END), 0)
            FROM public.posting WHERE owner_id = p_owner AND 'recoverable' IN (debit, credit))
       - (SELECT coalesce(sum(public.still_owed(p_owner, id)), 0)
            FROM public.supervision_step WHERE owner_id = p_owner AND kind = 'recovery' AND step = 'set');
END $$;

-- Money for an order: received at the bank, or taken from the account by authority of the order. Answers what is owed after it.
CREATE FUNCTION recover(p_token text, p_owner text, p_measure text, p_receipt text, p_way text, p_amount bigint,
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

-- Orders that stood before this are booked now.
SELECT post_fund(s.owner_id, s.id, 1::smallint, 'recovery-order', 'recoverable', 'pool', s.amount_fen, s.effective_on, NULL, d.decided_at)
  FROM supervision_step s JOIN supervision_decision d ON d.owner_id = s.owner_id AND d.step_id = s.id AND d.confirmed
 WHERE s.kind = 'recovery' AND s.step = 'set' AND still_owed(s.owner_id, s.id) > 0;

REVOKE ALL ON FUNCTION recovery_receipt_digest, still_owed, set_measure, booked_unordered, recover FROM PUBLIC;
GRANT EXECUTE ON FUNCTION recovery_receipt_digest, still_owed, set_measure, recover TO suixing_app;
GRANT SELECT ON recovery_receipt, recovery_locator TO suixing_app;
