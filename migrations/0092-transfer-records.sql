-- compatible: yes
-- What a transfer puts on record of the person: how its balance fares, as the grounds of a withdrawal ask for it, and the months
-- that another agency's information sheet brings. Both rest on that agency's word, and are refused without it.

-- A transfer tells of its balance more than once: pending, then accepted, refused, or without an account; and a letter that is
-- withdrawn gives the relationship back.
DROP INDEX one_entry_per_case;
CREATE UNIQUE INDEX one_entry_per_case ON record_entry (owner_id, case_id, kind)
  WHERE case_id IS NOT NULL AND kind NOT IN ('treatment-elsewhere', 'transfer', 'relationship');
CREATE UNIQUE INDEX one_relationship_end_per_case ON record_entry (owner_id, case_id)
  WHERE case_id IS NOT NULL AND kind = 'relationship' AND body ->> 'status' = 'terminated';

-- Puts on record how the balance of a transfer to another agency fares. `pending` rests on the acceptance, `accepted` on the
-- other agency's word that it credited it, `refused` on its refusal, and that no account was given on our request and reminder:
-- the case is over without any.
CREATE FUNCTION record_transfer_balance(p_owner text, p_entry text, p_case text, p_message text, p_balance text, p_applied date,
    p_evidence date, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_transfer public.transfer;
  v_types text[] := CASE p_balance WHEN 'pending' THEN '{contact-letter}' WHEN 'accepted' THEN '{balance-credited}'
    WHEN 'refused' THEN '{balance-refused}' END;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  SELECT * INTO v_transfer FROM public.transfer WHERE owner_id = p_owner AND case_id = p_case AND direction = 'out';
  IF v_transfer.case_id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.no-transfer';
  END IF;
  IF p_balance = 'no-account-information' THEN
    PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case AND state = 'no-account';
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.no-word';
    END IF;
  ELSIF v_types IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.no-word';
  ELSE
    PERFORM public.word_in_transfer(v_transfer, p_message, v_types);
  END IF;
  PERFORM public.record_by_case(p_owner, p_entry, 'transfer', jsonb_build_object('transfer', jsonb_build_object(
      'to', v_transfer.partner, 'appliedOn', to_char(p_applied, 'YYYY-MM-DD'), 'balance', p_balance,
      'evidenceOn', to_char(p_evidence, 'YYYY-MM-DD'))), NULL, NULL, p_case, p_at);
END $$;

-- ---- Months that come with a person -----------------------------------------------------------------------------------------

ALTER TABLE paid_period
  ADD COLUMN message_id text COLLATE "C",
  -- Counts as paid without having been (视同缴费).
  ADD COLUMN deemed boolean NOT NULL DEFAULT false,
  DROP CONSTRAINT period_has_one_basis,
  ADD CONSTRAINT period_has_one_basis CHECK (num_nonnulls(run_id, correction_id, message_id) = 1 AND (run_id IS NULL) = (line_no IS NULL)),
  ADD CONSTRAINT deemed_by_another_agency CHECK (NOT deemed OR message_id IS NOT NULL),
  ADD FOREIGN KEY (owner_id, message_id) REFERENCES partner_word (owner_id, message_id);
CREATE INDEX paid_period_by_message ON paid_period (owner_id, message_id) WHERE message_id IS NOT NULL;
COMMENT ON COLUMN paid_period.message_id IS 'the information sheet of another agency that told of it; kept with the correction in the chain as message/ID';

-- What the chain keeps of such a period in the place of a correction.
CREATE FUNCTION arrived_in(p_message text, p_deemed boolean) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT 'message/' || p_message || CASE WHEN p_deemed THEN '/deemed' ELSE '' END
$$;

-- What was found wrong by the agency that told it, in a sheet that replaces the one before.
ALTER TABLE record_void
  ADD COLUMN message_id text COLLATE "C",
  DROP CONSTRAINT void_has_one_basis,
  ADD CONSTRAINT void_has_one_basis CHECK (num_nonnulls(correction_id, run_id, message_id) = 1),
  ADD FOREIGN KEY (owner_id, message_id) REFERENCES partner_word (owner_id, message_id);

CREATE FUNCTION void_arrived_months(p_owner text, p_transfer public.transfer, p_message text, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_id text;
BEGIN
  FOR v_id IN SELECT p.id FROM public.paid_period p JOIN public.partner_word w ON w.owner_id = p.owner_id AND w.message_id = p.message_id
     WHERE p.owner_id = p_owner AND w.transfer_id = p_transfer.transfer_id AND p.message_id <> p_message
       AND NOT EXISTS (SELECT FROM public.record_void v WHERE v.owner_id = p.owner_id AND v.subject = 'period' AND v.subject_id = p.id)
     ORDER BY p.id LOOP
    INSERT INTO public.record_void (owner_id, subject, subject_id, message_id, voided_at)
    VALUES (p_owner, 'period', v_id, p_message, p_at);
    PERFORM public.chain_record(p_owner, 'void', p_message || '/' || v_id,
      public.void_digest('period', v_id, p_message, p_at), p_at);
  END LOOP;
END $$;

-- Records the months of an information sheet, all of them or none: as many as the sheet itself counts. A sheet that replaces
-- another puts those of the other out of count.
CREATE FUNCTION record_arrived_months(p_owner text, p_case text, p_message text, p_ids text[], p_from text[], p_to text[],
    p_base bigint[], p_deemed boolean[], p_at timestamptz)
  RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_transfer public.transfer;
  v_word public.partner_word;
  v_months integer;
  v_period record;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case AND process = 'transfer-in' AND state = 'in-check' FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.no-transfer';
  END IF;
  SELECT * INTO v_transfer FROM public.transfer WHERE owner_id = p_owner AND case_id = p_case;
  v_word := public.word_in_transfer(v_transfer, p_message, ARRAY['information-sheet']);
  SELECT coalesce(sum(12 * (left(t, 4)::integer - left(f, 4)::integer) + right(t, 2)::integer - right(f, 2)::integer + 1), 0)
    INTO v_months FROM unnest(p_from, p_to) AS told (f, t);
  IF v_months IS DISTINCT FROM (v_word.figures ->> 'paidMonths')::integer + (v_word.figures ->> 'deemedMonths')::integer THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.word-differs';
  END IF;
  PERFORM public.void_arrived_months(p_owner, v_transfer, p_message, p_at);
  FOR v_period IN SELECT * FROM unnest(p_ids, p_from, p_to, p_base, p_deemed) AS told (id, f, t, base, deemed) LOOP
    INSERT INTO public.paid_period (owner_id, id, from_month, to_month, base_fen, origin_region, message_id, deemed, recorded_at)
    VALUES (p_owner, v_period.id, v_period.f, v_period.t, v_period.base, v_transfer.partner, p_message, v_period.deemed, p_at);
    PERFORM public.chain_record(p_owner, 'period', v_period.id, public.period_digest(v_period.f, v_period.t, v_period.base,
      v_transfer.partner, NULL, NULL, public.arrived_in(p_message, v_period.deemed), p_at), p_at);
  END LOOP;
  RETURN v_months;
END $$;

REVOKE ALL ON FUNCTION record_transfer_balance, arrived_in, void_arrived_months, record_arrived_months FROM PUBLIC;
GRANT EXECUTE ON FUNCTION arrived_in, record_transfer_balance, record_arrived_months TO suixing_app;
