-- compatible: yes
-- An objection reaches an order that lies in a batch that has not left: it is contested or held there, the batch is approved no
-- more, and given up it leaves the order where the objection put it. No objection ends without saying what becomes of the
-- money. And no withdrawal is approved whose account is not held, for then no limit would be set against anything,
-- and the limit is that of the day itself, not of a day that is named.

-- Whether an order was paid or lies with the bank; one in a batch that has not left does not.
CREATE FUNCTION left_for_bank(p_owner text, p_order text) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM public.payment_attempt t WHERE t.owner_id = p_owner AND t.order_id = p_order
    AND (t.result = 'paid' OR (t.result IS NULL AND EXISTS (SELECT FROM public.payment_release r WHERE r.batch_id = t.batch_id))))
$$;
REVOKE ALL ON FUNCTION left_for_bank FROM PUBLIC;

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
  -- Whoever approves a batch holds this lock until it is gone or not; the next statement sees which.
  PERFORM 1 FROM public.payment_order WHERE owner_id = p_owner AND case_id = p_case FOR UPDATE;
  UPDATE public.payment_order o SET standing = 'contested'
   WHERE o.owner_id = p_owner AND o.case_id = p_case AND o.standing = 'open' AND NOT public.left_for_bank(o.owner_id, o.id)
  RETURNING o.id INTO v_order;
  INSERT INTO public.case_objection (owner_id, id, case_id, decision_id, order_id, made_by, made_at)
  VALUES (p_owner, p_objection, p_case, p_decision, v_order, p_by, p_at);
END $$;

CREATE OR REPLACE FUNCTION hear_successor(p_token text, p_secret text, p_owner text, p_case text, p_successor text, p_word text, p_disputes text[],
    p_division text, p_paper text, p_at timestamptz)
  RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_clerk text;
  v_link public.heir_link;
  v_row public.successor_word;
  v_held integer := 0;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  IF p_secret IS NULL THEN
    v_clerk := public.live_officer(p_token, 'clerk');
  ELSE
    v_link := public.heir_of_link(p_secret);
    IF v_link.owner_id <> p_owner OR v_link.case_id <> p_case OR v_link.successor_id <> p_successor
       OR p_word NOT IN ('agree', 'waive', 'object') THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.link-over';
    END IF;
  END IF;
  IF public.case_of_estate(p_owner, p_case) AND p_word <> 'object' THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.approved';
  END IF;
  INSERT INTO public.successor_word (owner_id, case_id, successor_id, seq, word, disputes, division_id, channel, paper_reference,
    recorded_by, recorded_at)
  SELECT p_owner, p_case, p_successor, coalesce(max(seq), 0) + 1, p_word, p_disputes, p_division,
    CASE WHEN p_secret IS NULL THEN 'window' ELSE 'link' END, p_paper, coalesce(v_clerk, p_successor), p_at
    FROM public.successor_word WHERE owner_id = p_owner AND successor_id = p_successor
  RETURNING * INTO v_row;
  PERFORM public.chain_record(p_owner, 'successor-word', p_successor || '/' || v_row.seq, public.successor_word_digest(v_row), p_at);
  IF p_word = 'object' THEN
    PERFORM 1 FROM public.payment_order WHERE owner_id = p_owner AND case_id = p_case AND party_id = ANY (p_disputes) FOR UPDATE;
    UPDATE public.payment_order o SET standing = 'held'
     WHERE o.owner_id = p_owner AND o.case_id = p_case AND o.standing = 'open' AND o.party_id = ANY (p_disputes)
       AND NOT public.left_for_bank(o.owner_id, o.id);
    GET DIAGNOSTICS v_held = ROW_COUNT;
  END IF;
  RETURN v_held;
END $$;

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
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.order-elsewhere';
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
  IF v_order.standing <> 'open'
     OR EXISTS (SELECT FROM public.case_objection WHERE owner_id = p_owner AND case_id = v_order.case_id AND outcome IS NULL) THEN
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

CREATE OR REPLACE FUNCTION end_objection(p_token text, p_owner text, p_objection text, p_outcome text, p_journal text, p_measure text,
    p_reason text, p_paper text, p_on date, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_objection public.case_objection;
  v_decision public.decision_approval;
  v_contested text;
  v_order public.payment_order;
  v_step public.supervision_step;
  v_confirmed public.supervision_decision;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  SELECT * INTO v_objection FROM public.case_objection WHERE owner_id = p_owner AND id = p_objection AND outcome IS NULL FOR UPDATE;
  IF v_objection.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.no-decision';
  END IF;
  SELECT outcome INTO v_contested FROM public.decision_approval
   WHERE owner_id = p_owner AND decision_id = v_objection.decision_id;
  IF p_outcome <> 'withdrawn' THEN
    SELECT * INTO v_decision FROM public.decision_approval
     WHERE owner_id = p_owner AND case_id = v_objection.case_id AND checker_id = public.live_officer(p_token, 'reviewer')
     ORDER BY approved_at DESC, decision_id DESC LIMIT 1;
    IF v_decision.decision_id IS NULL OR v_decision.decision_id = v_objection.decision_id
       OR (p_outcome = 'upheld') <> (v_decision.outcome = v_contested) THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.no-decision';
    END IF;
  END IF;
  UPDATE public.case_objection SET outcome = p_outcome, decided_by_id = v_decision.decision_id, ended_at = p_at
   WHERE owner_id = p_owner AND id = p_objection;
  IF p_outcome <> 'changed' THEN
    UPDATE public.payment_order SET standing = 'open'
     WHERE owner_id = p_owner AND id = v_objection.order_id AND standing = 'contested';
    RETURN;
  END IF;
  IF v_contested <> 'approve' THEN RETURN; END IF;
  SELECT * INTO v_order FROM public.payment_order WHERE owner_id = p_owner AND case_id = v_objection.case_id FOR UPDATE;
  IF v_order.standing = 'contested' OR (v_order.standing = 'open' AND NOT EXISTS (SELECT FROM public.payment_attempt t
       WHERE t.owner_id = p_owner AND t.order_id = v_order.id AND (t.result IS NULL OR t.result = 'paid'))) THEN
    UPDATE public.case_objection SET order_id = v_order.id WHERE owner_id = p_owner AND id = p_objection;
    PERFORM public.post_credit(p_owner, p_journal, 1::smallint, 'refund', 'payable', v_order.amount_fen, p_on, 'carried-over',
      'decision', v_decision.decision_id, v_objection.case_id, p_at);
    UPDATE public.payment_order SET standing = 'refunded' WHERE owner_id = p_owner AND id = v_order.id;
  ELSIF EXISTS (SELECT FROM public.payment_attempt t WHERE t.owner_id = p_owner AND t.order_id = v_order.id AND t.result = 'paid') THEN
    INSERT INTO public.supervision_step (owner_id, id, measure_id, step, kind, amount_fen, legal_basis, reason, paper_reference,
      effective_on, maker_id, recorded_at)
    VALUES (p_owner, p_measure, p_measure, 'set', 'recovery', v_order.amount_fen, 'SIH-46', p_reason, p_paper, p_on,
      v_decision.maker_id, p_at)
    RETURNING * INTO v_step;
    PERFORM public.chain_record(p_owner, 'measure-step', p_measure, public.measure_step_digest(v_step), p_at);
    INSERT INTO public.supervision_decision (owner_id, step_id, maker_id, checker_id, confirmed, decided_at)
    VALUES (p_owner, p_measure, v_decision.maker_id, v_decision.checker_id, true, p_at)
    RETURNING * INTO v_confirmed;
    PERFORM public.chain_record(p_owner, 'measure-decision', p_measure, public.measure_decision_digest(v_confirmed), p_at);
    PERFORM public.post_fund(p_owner, p_measure, 1::smallint, 'recovery-order', 'recoverable', 'pool', v_order.amount_fen, p_on,
      NULL, p_at);
  ELSIF v_order.id IS NOT NULL AND v_order.standing <> 'refunded' THEN
    -- With the bank, or where nobody claimed it: what follows cannot be said until the money is back.
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.order-under-way';
  END IF;
END $$;

CREATE OR REPLACE FUNCTION approve_decision(p_token text, p_owner text, p_decision text, p_on date, p_facts jsonb,
    p_findings jsonb, p_digest bytea, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'reviewer');
BEGIN
  PERFORM public.mind_the_clock(p_at);
  -- Whoever approves, approves a payee too: record_payee waits for this lock and then finds the approval.
  PERFORM 1 FROM public.case_file c JOIN public.decision d ON d.owner_id = c.owner_id AND d.case_id = c.id
    WHERE d.owner_id = p_owner AND d.id = p_decision FOR UPDATE OF c;
  PERFORM public.has_not_decided_before(p_owner, (SELECT case_id FROM public.decision WHERE owner_id = p_owner AND id = p_decision),
    v_checker);
  -- Only the case's last proposal waits for approval: an earlier one was sent back.
  PERFORM 1 FROM public.decision AS d JOIN public.decision AS later
      ON later.owner_id = d.owner_id AND later.case_id = d.case_id AND (later.made_at, later.id) > (d.made_at, d.id)
    WHERE d.owner_id = p_owner AND d.id = p_decision;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.no-decision';
  END IF;
  PERFORM 1 FROM public.decision d
    WHERE d.owner_id = p_owner AND d.id = p_decision AND d.payee_revision IS DISTINCT FROM
      (SELECT max(p.revision) FROM public.payee p WHERE p.owner_id = d.owner_id AND p.case_id = d.case_id);
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.changed-meanwhile';
  END IF;
  -- What is not held has no amount to set against the officer's limit, and more could come in or go out.
  PERFORM 1 FROM public.decision d JOIN public.case_file c ON c.owner_id = d.owner_id AND c.id = d.case_id
    WHERE d.owner_id = p_owner AND d.id = p_decision AND d.outcome = 'approve' AND c.process = 'withdrawal'
      AND NOT EXISTS (SELECT FROM public.account_hold h WHERE h.owner_id = c.owner_id AND h.case_id = c.id
        AND (h.released_at IS NULL OR h.released_by IN ('refusal', 'settlement')));
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-held';
  END IF;
  INSERT INTO public.decision_approval (owner_id, decision_id, case_id, outcome, maker_id, checker_id, decided_on, facts,
    findings, digest, approved_at, amount_fen, limit_fen)
  SELECT owner_id, id, case_id, outcome, maker_id, v_checker, p_on, p_facts, p_findings, p_digest, p_at,
      public.amount_of_decision(owner_id, id, p_on), public.limit_of_officer(v_checker, public.business_today())
    FROM public.decision WHERE owner_id = p_owner AND id = p_decision;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.no-decision';
  END IF;
  RETURN v_checker;
END $$;
