-- compatible: yes
-- What a case with several orders does otherwise: the account of the whole is corrected only while the whole is to be paid; an
-- objection stops the order of the whole and never a divided one, where heirs object share by share.

CREATE OR REPLACE FUNCTION correct_payee(p_token text, p_owner text, p_case text, p_name text, p_bank_code text, p_bank_name text,
    p_account_sealed bytea, p_account_tail text, p_at timestamptz, p_doubts text[] DEFAULT '{}',
    p_country text DEFAULT NULL, p_currency text DEFAULT NULL, p_charges text DEFAULT NULL, p_details_sealed bytea DEFAULT NULL)
  RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_clerk text := public.live_officer(p_token, 'clerk');
  v_last public.payee;
  v_revision integer;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM 1 FROM public.payment_order WHERE owner_id = p_owner AND case_id = p_case FOR UPDATE;
  PERFORM 1 FROM public.payment_attempt a JOIN public.payment_order o ON o.owner_id = a.owner_id AND o.id = a.order_id
   WHERE a.owner_id = p_owner AND o.case_id = p_case AND o.of_order IS NULL AND o.standing <> 'divided'
  HAVING count(*) FILTER (WHERE a.result IN ('returned', 'sent-back')) > 0
     AND bool_and(coalesce(a.result IN ('returned', 'sent-back', 'given-up'), false));
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.not-returned';
  END IF;
  SELECT * INTO v_last FROM public.payee WHERE owner_id = p_owner AND case_id = p_case AND party_id IS NULL
   ORDER BY revision DESC LIMIT 1;
  SELECT max(revision) + 1 INTO v_revision FROM public.payee WHERE owner_id = p_owner AND case_id = p_case;
  INSERT INTO public.payee (owner_id, case_id, revision, kind, name, bank_code, bank_name, account_sealed, account_tail,
    corrected_by, recorded_at, doubts, country, currency, charges, details_sealed)
  VALUES (p_owner, p_case, v_revision, v_last.kind, p_name, p_bank_code, p_bank_name, p_account_sealed,
    p_account_tail, v_clerk, p_at, p_doubts, p_country, p_currency, p_charges, p_details_sealed);
  RETURN v_revision;
END $$;

-- Somebody objects to the case's last decision. An order of it that no bank was asked to pay, or that came back, waits for the
-- outcome.
CREATE OR REPLACE FUNCTION record_objection(p_owner text, p_objection text, p_case text, p_decision text, p_by text, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_order text;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case FOR UPDATE;
  PERFORM 1 FROM public.decision_approval a WHERE a.owner_id = p_owner AND a.case_id = p_case AND a.decision_id = p_decision
    AND NOT EXISTS (SELECT FROM public.decision_approval l WHERE l.owner_id = a.owner_id AND l.case_id = a.case_id
                       AND (l.approved_at, l.decision_id) > (a.approved_at, a.decision_id));
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.no-decision';
  END IF;
  -- Each order stands for itself there, and one outcome would fit no two of them.
  PERFORM 1 FROM public.payment_order WHERE owner_id = p_owner AND case_id = p_case AND standing = 'divided';
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.object-as-heir';
  END IF;
  UPDATE public.payment_order o SET standing = 'contested'
   WHERE o.owner_id = p_owner AND o.case_id = p_case AND o.standing = 'open'
     AND NOT EXISTS (SELECT FROM public.payment_attempt t WHERE t.owner_id = o.owner_id AND t.order_id = o.id
                        AND (t.result IS NULL OR t.result = 'paid'))
  RETURNING o.id INTO v_order;
  INSERT INTO public.case_objection (owner_id, id, case_id, decision_id, order_id, made_by, made_at)
  VALUES (p_owner, p_objection, p_case, p_decision, v_order, p_by, p_at);
END $$;

-- The steps about heirs, and those that one heir's payment takes while the others' go on.
UPDATE case_move SET doers = '{clerk,system}' WHERE process = 'withdrawal' AND action = 'correct-payee';
SELECT declare_move('withdrawal', 'hear-heir', 'draft awaiting-confirmation submitted in-review awaiting-materials proposed approved '
         || 'came-back settled paying returned objection objection-proposed', '=', 'successor clerk'),
       declare_move('withdrawal', 'record-heirs', 'draft awaiting-confirmation submitted in-review awaiting-materials objection', '=',
         'successor agent clerk'),
       declare_move('withdrawal', 'return-payment', 'settled', 'returned', 'bank system finance'),
       declare_move('withdrawal', 'share-moved', 'settled paying returned', '=', 'bank system finance clerk reviewer');
