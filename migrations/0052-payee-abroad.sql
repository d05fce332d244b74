-- compatible: yes
-- Paying abroad, where emigrants and heirs live: the bank by its BIC, the currency that shall arrive, who bears the charges,
-- the payee's address in its parts. And what makes an account doubtful though it may be right, for officers to see.

ALTER TABLE payee
  ADD COLUMN country text CHECK (country ~ '^[A-Z]{2}$'),
  ADD COLUMN currency text CHECK (currency ~ '^[A-Z]{3}$'),
  ADD COLUMN charges text CHECK (charges IN ('SHAR', 'DEBT', 'CRED')),
  ADD COLUMN details_sealed bytea,
  ADD COLUMN doubts text[] NOT NULL DEFAULT '{}',
  -- Abroad everything is said, at home nothing of it.
  ADD CONSTRAINT payee_abroad_is_whole CHECK (num_nulls(country, currency, charges, details_sealed) IN (0, 4));
COMMENT ON COLUMN payee.country IS 'of the bank abroad; null for an account at home, whose bank_code has twelve digits and not a BIC';
COMMENT ON COLUMN payee.details_sealed IS 'the addresses of the payee and of the bank abroad, sealed';

DROP FUNCTION record_payee(text, text, text, text, text, text, bytea, text, timestamptz);
CREATE FUNCTION record_payee(p_owner text, p_case text, p_kind text, p_name text, p_bank_code text,
    p_bank_name text, p_account_sealed bytea, p_account_tail text, p_at timestamptz, p_doubts text[] DEFAULT '{}',
    p_country text DEFAULT NULL, p_currency text DEFAULT NULL, p_charges text DEFAULT NULL, p_details_sealed bytea DEFAULT NULL)
  RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_revision integer;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case FOR UPDATE;
  PERFORM 1 FROM public.decision_approval WHERE owner_id = p_owner AND case_id = p_case;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.payee-approved';
  END IF;
  SELECT coalesce(max(revision), 0) + 1 INTO v_revision FROM public.payee WHERE owner_id = p_owner AND case_id = p_case;
  INSERT INTO public.payee (owner_id, case_id, revision, kind, name, bank_code, bank_name, account_sealed, account_tail, recorded_at,
    doubts, country, currency, charges, details_sealed)
  VALUES (p_owner, p_case, v_revision, p_kind, p_name, p_bank_code, p_bank_name, p_account_sealed, p_account_tail, p_at,
    p_doubts, p_country, p_currency, p_charges, p_details_sealed);
  RETURN v_revision;
END $$;

-- An attempt that went with a batch that was given up, or that the bank sent back after all, is over like one that came back.
DROP FUNCTION correct_payee(text, text, text, text, text, text, bytea, text, timestamptz);
CREATE FUNCTION correct_payee(p_token text, p_owner text, p_case text, p_name text, p_bank_code text, p_bank_name text,
    p_account_sealed bytea, p_account_tail text, p_at timestamptz, p_doubts text[] DEFAULT '{}',
    p_country text DEFAULT NULL, p_currency text DEFAULT NULL, p_charges text DEFAULT NULL, p_details_sealed bytea DEFAULT NULL)
  RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_clerk text := public.live_officer(p_token, 'clerk');
  v_last public.payee;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM 1 FROM public.payment_order WHERE owner_id = p_owner AND case_id = p_case FOR UPDATE;
  PERFORM 1 FROM public.payment_attempt a JOIN public.payment_order o ON o.owner_id = a.owner_id AND o.id = a.order_id
   WHERE a.owner_id = p_owner AND o.case_id = p_case
  HAVING count(*) FILTER (WHERE a.result IN ('returned', 'sent-back')) > 0
     AND bool_and(coalesce(a.result IN ('returned', 'sent-back', 'given-up'), false));
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.not-returned';
  END IF;
  SELECT * INTO v_last FROM public.payee WHERE owner_id = p_owner AND case_id = p_case ORDER BY revision DESC LIMIT 1;
  INSERT INTO public.payee (owner_id, case_id, revision, kind, name, bank_code, bank_name, account_sealed, account_tail,
    corrected_by, recorded_at, doubts, country, currency, charges, details_sealed)
  VALUES (p_owner, p_case, v_last.revision + 1, v_last.kind, p_name, p_bank_code, p_bank_name, p_account_sealed,
    p_account_tail, v_clerk, p_at, p_doubts, p_country, p_currency, p_charges, p_details_sealed);
  RETURN v_last.revision + 1;
END $$;

REVOKE ALL ON FUNCTION record_payee, correct_payee FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record_payee, correct_payee TO suixing_app;
