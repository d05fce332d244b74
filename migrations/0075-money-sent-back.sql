-- compatible: yes
-- Money that the bank sends back goes where its case stands by then: it waits while somebody objects or disputes the share, goes
-- into the account where the decision to pay was revoked meanwhile, and settles what was to be recovered for it.

-- The recovery order that a revoked payment left behind.
ALTER TABLE case_objection ADD COLUMN measure_id text COLLATE "C",
  ADD FOREIGN KEY (owner_id, measure_id) REFERENCES supervision_step (owner_id, id);
UPDATE case_objection j SET measure_id = s.id
  FROM supervision_step s
 WHERE j.outcome = 'changed' AND s.owner_id = j.owner_id AND s.recorded_at = j.ended_at AND s.kind = 'recovery' AND s.step = 'set';

ALTER TABLE recovery_receipt
  DROP CONSTRAINT recovery_receipt_way_check,
  ADD CONSTRAINT recovery_receipt_way_check CHECK (way IN ('instalment', 'offset', 'sent-back'));

-- What becomes of an order whose payment came back. The case is locked before its order, as whoever objects or decides locks
-- them, and the statements after the locks see what they did.
CREATE FUNCTION order_came_back(p_owner text, p_order text, p_file bytea, p_journal text, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_order public.payment_order;
  v_revoked public.case_objection;
  v_owed bigint;
  v_receipt public.recovery_receipt;
  v_today date := public.business_today();
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.case_file c JOIN public.payment_order o ON o.owner_id = c.owner_id AND o.case_id = c.id
   WHERE o.owner_id = p_owner AND o.id = p_order FOR UPDATE OF c;
  SELECT * INTO v_order FROM public.payment_order WHERE owner_id = p_owner AND id = p_order AND standing = 'open' FOR UPDATE;
  IF v_order.id IS NULL THEN RETURN; END IF;
  IF v_order.party_id = ANY (public.disputed_shares(p_owner, v_order.case_id)) THEN
    UPDATE public.payment_order SET standing = 'held' WHERE owner_id = p_owner AND id = p_order;
    RETURN;
  END IF;
  UPDATE public.case_objection SET order_id = p_order WHERE owner_id = p_owner AND case_id = v_order.case_id AND outcome IS NULL;
  IF FOUND THEN
    UPDATE public.payment_order SET standing = 'contested' WHERE owner_id = p_owner AND id = p_order;
    RETURN;
  END IF;
  SELECT j.* INTO v_revoked FROM public.case_objection j
    JOIN public.decision_approval d ON d.owner_id = j.owner_id AND d.decision_id = j.decision_id AND d.outcome = 'approve'
    JOIN public.authority a ON a.owner_id = j.owner_id AND a.basis_kind = 'decision' AND a.basis_id = j.decision_id
   WHERE j.owner_id = p_owner AND j.case_id = v_order.case_id AND j.outcome = 'changed' AND a.id = v_order.authority_id;
  IF v_revoked.id IS NULL THEN RETURN; END IF;
  -- The money goes into the account, as it would have if it had not left; what is still owed for it is owed no more.
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  PERFORM 1 FROM public.supervision_step WHERE owner_id = p_owner AND id = v_revoked.measure_id FOR UPDATE;
  v_owed := public.still_owed(p_owner, v_revoked.measure_id);
  IF v_owed > 0 THEN
    INSERT INTO public.recovery_receipt (owner_id, id, measure_id, way, amount_fen, effective_on, officer_id, recorded_at)
    SELECT p_owner, p_journal || '-recovery', v_revoked.measure_id, 'sent-back', v_owed, v_today, f.taken_by, p_at
      FROM public.bank_file f WHERE f.file_sha256 = p_file
    RETURNING * INTO v_receipt;
    PERFORM public.chain_record(p_owner, 'recovery-receipt', v_receipt.id, public.recovery_receipt_digest(v_receipt), p_at);
    PERFORM public.post_fund(p_owner, v_receipt.id, 1::smallint, 'recovery-order', 'pool', 'recoverable', v_owed, v_today, NULL, p_at);
  END IF;
  PERFORM public.post_credit(p_owner, p_journal || '-refund', 1::smallint, 'refund', 'payable', v_order.amount_fen, v_today,
    'carried-over', 'decision', v_revoked.decided_by_id, v_order.case_id, p_at);
  UPDATE public.payment_order SET standing = 'refunded' WHERE owner_id = p_owner AND id = p_order;
  UPDATE public.case_objection SET order_id = p_order WHERE owner_id = p_owner AND id = v_revoked.id;
END $$;
REVOKE ALL ON FUNCTION order_came_back FROM PUBLIC;

-- A payment that the bank has booked, or sent back after it had.
CREATE OR REPLACE FUNCTION end_attempt(p_attempt public.payment_attempt, p_result text, p_reason text, p_account text, p_file bytea,
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
  IF p_result = 'sent-back' THEN
    PERFORM public.order_came_back(p_attempt.owner_id, p_attempt.order_id, p_file, p_journal, p_at);
  END IF;
END $$;

-- What the bank answers to a batch.
CREATE OR REPLACE FUNCTION answer_payment(p_token text, p_file bytea, p_owner text, p_order text, p_attempt integer, p_result text,
    p_reason text, p_journal text, p_on date, p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'finance');
  v_attempt public.payment_attempt;
  v_case text;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM 1 FROM public.bank_file WHERE file_sha256 = p_file;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-file';
  END IF;
  IF p_on IS NULL OR p_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-not-come';
  END IF;
  SELECT * INTO v_attempt FROM public.payment_attempt
   WHERE owner_id = p_owner AND order_id = p_order AND attempt = p_attempt FOR UPDATE;
  IF v_attempt.owner_id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-line';
  END IF;
  IF v_attempt.result IS NOT NULL THEN
    IF v_attempt.result = p_result THEN RETURN false; END IF;
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.contradiction';
  END IF;
  PERFORM 1 FROM public.payment_release WHERE batch_id = v_attempt.batch_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.not-released';
  END IF;
  IF p_result = 'paid' THEN
    SELECT case_id INTO v_case FROM public.payment_order WHERE owner_id = p_owner AND id = p_order;
    PERFORM public.post_fund(p_owner, p_journal, 1::smallint, 'payment', 'payable', 'bank', v_attempt.amount_fen, p_on, v_case, p_at);
  END IF;
  UPDATE public.payment_attempt SET result = p_result, reason = p_reason, answered_at = p_at, file_sha256 = p_file,
         journal_id = CASE p_result WHEN 'paid' THEN p_journal END
   WHERE owner_id = p_owner AND order_id = p_order AND attempt = p_attempt;
  IF p_result = 'returned' THEN
    PERFORM public.order_came_back(p_owner, p_order, p_file, p_journal, p_at);
  END IF;
  RETURN true;
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
    UPDATE public.case_objection SET measure_id = p_measure WHERE owner_id = p_owner AND id = p_objection;
  ELSIF v_order.id IS NOT NULL AND v_order.standing <> 'refunded' THEN
    -- With the bank, or where nobody claimed it: what follows cannot be said until the money is back.
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'adjustment.order-under-way';
  END IF;
END $$;

-- The payee of an order that somebody objects to, or that went back into the account, is not corrected.
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
   WHERE a.owner_id = p_owner AND o.case_id = p_case AND o.of_order IS NULL AND o.standing NOT IN ('divided', 'contested', 'refunded')
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

SELECT declare_move('withdrawal', 'return-meanwhile', 'objection objection-proposed revoked', '=', 'bank system finance'),
       declare_move('withdrawal', 'return-payment', 'refunded', 'returned', 'bank system finance'),
       declare_move('withdrawal', 'share-held', 'paid refunded', 'settled', 'bank system finance'),
       declare_move('withdrawal', 'confirm-paid', 'settled returned', 'paid', 'bank system finance');
