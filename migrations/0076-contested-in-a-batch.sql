-- compatible: yes
-- A batch is refused in words of its own where somebody objects to one of its payments or a share of it is disputed: the order has
-- gone nowhere, and what to do is another thing.

-- Every order of the batch must still be to be paid.
CREATE OR REPLACE FUNCTION approve_batch(p_token text, p_batch text, p_digest bytea, p_at timestamptz)
  RETURNS smallint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'finance');
  v_batch public.payment_batch;
  v_place smallint;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_batch := public.batch_as_frozen(p_batch);
  IF p_digest IS DISTINCT FROM v_batch.digest THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.another-digest';
  END IF;
  PERFORM 1 FROM public.case_file c
   WHERE EXISTS (SELECT FROM public.payment_attempt a JOIN public.payment_order o ON o.owner_id = a.owner_id AND o.id = a.order_id
                  WHERE a.batch_id = p_batch AND o.owner_id = c.owner_id AND o.case_id = c.id)
   ORDER BY c.owner_id, c.id FOR UPDATE;
  PERFORM 1 FROM public.payment_order o JOIN public.payment_attempt a ON a.owner_id = o.owner_id AND a.order_id = o.id
   WHERE a.batch_id = p_batch ORDER BY o.owner_id, o.id FOR SHARE OF o;
  PERFORM 1 FROM public.payment_order o JOIN public.payment_attempt a ON a.owner_id = o.owner_id AND a.order_id = o.id
   WHERE a.batch_id = p_batch AND o.standing <> 'open';
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.order-contested';
  END IF;
  SELECT count(*) + 1 INTO v_place FROM public.payment_approval WHERE batch_id = p_batch;
  INSERT INTO public.payment_approval (batch_id, place, maker_id, officer_id, total_fen, digest, approved_at)
  VALUES (p_batch, v_place, v_batch.maker_id, v_officer, v_batch.total_fen, v_batch.digest, p_at);
  IF v_place = 2 THEN
    INSERT INTO public.payment_release (batch_id, maker_id, checker_id, released_at, approvals)
    VALUES (p_batch, v_batch.maker_id, v_officer, p_at, 2);
  END IF;
  RETURN v_place;
END $$;

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
  -- Once somebody approved it, a batch takes nothing more.
  PERFORM 1 FROM public.payment_approval WHERE batch_id = p_batch
   UNION ALL SELECT 1 FROM public.payment_release WHERE batch_id = p_batch;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.batch-released';
  END IF;
  PERFORM 1 FROM public.payment_batch_given_up WHERE batch_id = p_batch;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.batch-given-up';
  END IF;
  SELECT * INTO v_order FROM public.payment_order WHERE owner_id = p_owner AND id = p_order FOR UPDATE;
  IF v_order.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-order';
  END IF;
  -- Money that came back while somebody's objection is looked at waits for the outcome too.
  IF v_order.standing IN ('contested', 'held')
     OR EXISTS (SELECT FROM public.case_objection WHERE owner_id = p_owner AND case_id = v_order.case_id AND outcome IS NULL) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.order-contested';
  ELSIF v_order.standing <> 'open' THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.order-elsewhere';
  END IF;
  IF p_payee_revision IS DISTINCT FROM (SELECT max(revision) FROM public.payee
       WHERE owner_id = p_owner AND case_id = v_order.case_id AND party_id IS NOT DISTINCT FROM v_order.party_id) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.payee-changed';
  END IF;
  -- To the account from which the money came back it does not go again.
  PERFORM 1 FROM public.payment_attempt WHERE owner_id = p_owner AND order_id = p_order
    AND result IN ('returned', 'sent-back') AND payee_revision >= p_payee_revision;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.payee-changed';
  END IF;
  PERFORM 1 FROM public.decision_approval d JOIN public.authority a ON a.owner_id = d.owner_id AND a.basis_id = d.decision_id
   WHERE a.owner_id = p_owner AND a.id = v_order.authority_id AND a.basis_kind = 'decision' AND v_order.of_order IS NULL
     AND d.facts #>> '{succession,divisionId}' IS NOT NULL;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.not-divided';
  END IF;
  INSERT INTO public.payment_attempt (owner_id, order_id, attempt, batch_id, line_no, amount_fen, payee_revision)
  VALUES (p_owner, p_order, p_attempt, p_batch, p_line, v_order.amount_fen, p_payee_revision);
END $$;
