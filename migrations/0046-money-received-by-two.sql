-- compatible: no
-- Money that came in for a recovery order lessens what is owed and, in the end, lets the account go: one finance officer could
-- say so with a made-up line of the bank's statement. Now one tells what came in, and another one, who looks at the statement
-- too, takes it in; until then nothing is booked and as much is owed. An offset against the account goes on by one officer:
-- two confirmed the order, and nothing leaves the fund.

CREATE TABLE recovery_told (
  owner_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  measure_id text COLLATE "C" NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  bank_reference text COLLATE "C" NOT NULL CHECK (length(bank_reference) BETWEEN 1 AND 100),
  effective_on date NOT NULL,
  maker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  FOREIGN KEY (owner_id, measure_id) REFERENCES supervision_step (owner_id, id)
);
CREATE INDEX recovery_told_of_measure ON recovery_told (owner_id, measure_id);
COMMENT ON TABLE recovery_told IS 'distributed: money that one officer says came in for a recovery order, append-only; taken in by another, its receipt bears its id';
GRANT SELECT ON recovery_told TO suixing_app;

CREATE FUNCTION recovery_told_digest(p_row public.recovery_told) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.measure_id, p_row.amount_fen::text, p_row.bank_reference,
    to_char(p_row.effective_on, 'YYYY-MM-DD'), p_row.maker_id, public.instant_text(p_row.recorded_at))
$$;

-- Tells what came in; answers what is owed, which it does not change.
CREATE FUNCTION tell_receipt(p_token text, p_owner text, p_measure text, p_receipt text, p_amount bigint, p_bank_reference text,
    p_on date, p_at timestamptz)
  RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'finance');
  v_owed bigint := public.still_owed(p_owner, p_measure);
  v_told public.recovery_told;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM 1 FROM public.supervision_step WHERE owner_id = p_owner AND id = p_measure;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.no-such-measure';
  END IF;
  IF p_on IS NULL OR p_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.day-not-come';
  END IF;
  PERFORM 1 FROM public.recovery_locator WHERE bank_reference = p_bank_reference;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.receipt-known';
  END IF;
  IF p_amount > v_owed THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001',
      MESSAGE = CASE v_owed WHEN 0 THEN 'supervision.nothing-owed' ELSE 'supervision.more-than-owed' END;
  END IF;
  INSERT INTO public.recovery_told (owner_id, id, measure_id, amount_fen, bank_reference, effective_on, maker_id, recorded_at)
  VALUES (p_owner, p_receipt, p_measure, p_amount, p_bank_reference, p_on, v_officer, p_at) RETURNING * INTO v_told;
  PERFORM public.chain_record(p_owner, 'recovery-told', p_receipt, public.recovery_told_digest(v_told), p_at);
  RETURN v_owed;
END $$;
REVOKE ALL ON FUNCTION tell_receipt FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tell_receipt TO suixing_app;

-- Takes in what another officer told, or offsets against the account.
CREATE OR REPLACE FUNCTION recover(p_token text, p_owner text, p_measure text, p_receipt text, p_way text, p_amount bigint,
    p_bank_reference text, p_on date, p_at timestamptz)
  RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'finance');
  v_teller text;
  v_owed bigint;
  v_receipt public.recovery_receipt;
BEGIN
  PERFORM public.mind_the_clock(p_at);
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
    SELECT maker_id INTO v_teller FROM public.recovery_told
     WHERE owner_id = p_owner AND id = p_receipt AND measure_id = p_measure AND amount_fen = p_amount
       AND bank_reference = p_bank_reference AND effective_on = p_on;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.receipt-not-told';
    ELSIF v_teller = v_officer THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.receipt-same-officer';
    END IF;
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
