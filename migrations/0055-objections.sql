-- compatible: no
-- What may happen to a decision after it was approved: its facts changed before the settlement, and an officer sets it aside;
-- or somebody objects, and officers who had no part in it decide again, with what follows for the payment.

INSERT INTO case_end (process, state) VALUES
  ('withdrawal', 'not-completed'), ('withdrawal', 'refunded'), ('withdrawal', 'revoked');

ALTER TABLE account_hold
  DROP CONSTRAINT account_hold_released_by_check,
  ADD CONSTRAINT account_hold_released_by_check
    CHECK (released_by IN ('settlement', 'refusal', 'withdrawal-of-application', 'not-completed', 'passed-on'));

-- A case whose refusal was overturned holds the account anew.
CREATE OR REPLACE FUNCTION place_hold(p_owner text, p_case text, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner AND closed_on IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.account-closed';
  END IF;
  PERFORM 1 FROM public.case_file c WHERE c.owner_id = p_owner AND c.id = p_case
    AND NOT EXISTS (SELECT FROM public.case_end e WHERE e.process = c.process AND e.state = c.state);
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.no-case';
  END IF;
  UPDATE public.account_hold SET placed_at = p_at, released_at = NULL, released_by = NULL
   WHERE owner_id = p_owner AND case_id = p_case AND released_by = 'refusal';
  IF NOT FOUND THEN
    INSERT INTO public.account_hold (owner_id, case_id, placed_at) VALUES (p_owner, p_case, p_at);
  END IF;
END $$;

-- An approval that no longer counts because the facts changed: nothing is settled on it any more, and its hold can be lifted.
CREATE TABLE approval_set_aside (
  owner_id text COLLATE "C" NOT NULL,
  decision_id text COLLATE "C" NOT NULL,
  officer_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  set_aside_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, decision_id),
  FOREIGN KEY (owner_id, decision_id) REFERENCES decision_approval (owner_id, decision_id)
);
COMMENT ON TABLE approval_set_aside IS 'distributed: approvals that an officer set aside because the facts changed, append-only';

-- An objection to an approved decision, one for each. `order_id` names the order that waits for its outcome.
CREATE TABLE case_objection (
  owner_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  decision_id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C",
  made_by text COLLATE "C" NOT NULL,
  made_at timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('upheld', 'changed', 'withdrawn')),
  -- The decision on it; none where it was withdrawn.
  decided_by_id text COLLATE "C",
  ended_at timestamptz,
  PRIMARY KEY (owner_id, id),
  CONSTRAINT one_objection_per_decision UNIQUE (owner_id, decision_id),
  FOREIGN KEY (owner_id, case_id) REFERENCES case_file (owner_id, id),
  FOREIGN KEY (owner_id, decision_id) REFERENCES decision_approval (owner_id, decision_id),
  FOREIGN KEY (owner_id, decided_by_id) REFERENCES decision_approval (owner_id, decision_id),
  FOREIGN KEY (owner_id, order_id) REFERENCES payment_order (owner_id, id),
  CHECK ((outcome IS NULL) = (ended_at IS NULL)),
  CHECK ((outcome IN ('upheld', 'changed')) IS NOT DISTINCT FROM (decided_by_id IS NOT NULL) OR outcome IS NULL)
);
CREATE INDEX case_objection_of_case ON case_objection (owner_id, case_id);
COMMENT ON TABLE case_objection IS 'distributed: objections to decisions, and how each ended';

ALTER TABLE payment_order
  DROP CONSTRAINT payment_order_standing_check,
  ADD CONSTRAINT payment_order_standing_check CHECK (standing IN ('open', 'unclaimed', 'refunded', 'contested'));
ALTER TABLE credit_cause
  DROP CONSTRAINT cause_rests_on_its_kind,
  ADD CONSTRAINT cause_rests_on_its_kind CHECK ((purpose, basis_kind) IN (
    ('opening', 'import-line'), ('contribution', 'receipt'), ('transfer-in', 'remittance'), ('refund', 'adjustment'),
    ('refund', 'decision'),
    ('settlement-interest', 'decision'), ('settlement-interest', 'merge'), ('interest-difference', 'backdated-entry'),
    ('between-persons', 'merge'), ('correction', 'adjustment'), ('reversal', 'adjustment'), ('shortage', 'adjustment')));

-- Whoever proposed or approved what is objected to has no part in anything that is decided in the case afterwards.
CREATE FUNCTION has_not_decided_before(p_owner text, p_case text, p_officer text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.case_objection o
    JOIN public.decision_approval a ON a.owner_id = o.owner_id AND a.decision_id = o.decision_id
   WHERE o.owner_id = p_owner AND o.case_id = p_case AND p_officer IN (a.maker_id, a.checker_id);
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.decided-before';
  END IF;
  -- An objection among the actions that was not recorded as one would let the same officers decide again.
  IF (SELECT count(*) FROM public.case_action WHERE owner_id = p_owner AND case_id = p_case AND action = 'object')
     <> (SELECT count(*) FROM public.case_objection WHERE owner_id = p_owner AND case_id = p_case) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.changed-meanwhile';
  END IF;
END $$;

CREATE OR REPLACE FUNCTION propose_decision(p_token text, p_owner text, p_decision text, p_case text, p_outcome text,
    p_subject text, p_rule_set text, p_rule_version text, p_on date, p_facts jsonb, p_findings jsonb, p_digest bytea,
    p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'clerk');
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.has_not_decided_before(p_owner, p_case, v_maker);
  INSERT INTO public.decision (owner_id, id, case_id, outcome, subject, rule_set, rule_version, decided_on, facts, findings,
    digest, maker_id, made_at, payee_revision)
  VALUES (p_owner, p_decision, p_case, p_outcome, p_subject, p_rule_set, p_rule_version, p_on, p_facts, p_findings,
    p_digest, v_maker, p_at, (SELECT max(revision) FROM public.payee WHERE owner_id = p_owner AND case_id = p_case));
  RETURN v_maker;
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
  INSERT INTO public.decision_approval (owner_id, decision_id, case_id, outcome, maker_id, checker_id, decided_on, facts,
    findings, digest, approved_at)
  SELECT owner_id, id, case_id, outcome, maker_id, v_checker, p_on, p_facts, p_findings, p_digest, p_at
    FROM public.decision WHERE owner_id = p_owner AND id = p_decision;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.no-decision';
  END IF;
  RETURN v_checker;
END $$;

CREATE OR REPLACE FUNCTION record_payee(p_owner text, p_case text, p_kind text, p_name text, p_bank_code text,
    p_bank_name text, p_account_sealed bytea, p_account_tail text, p_at timestamptz, p_doubts text[] DEFAULT '{}',
    p_country text DEFAULT NULL, p_currency text DEFAULT NULL, p_charges text DEFAULT NULL, p_details_sealed bytea DEFAULT NULL)
  RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_revision integer;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case FOR UPDATE;
  -- A refusal that is objected to, and an approval that was set aside, leave it open to whom it will be paid.
  PERFORM 1 FROM public.decision_approval a WHERE a.owner_id = p_owner AND a.case_id = p_case AND a.outcome = 'approve'
    AND NOT EXISTS (SELECT FROM public.approval_set_aside s WHERE s.owner_id = a.owner_id AND s.decision_id = a.decision_id);
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

CREATE FUNCTION case_is_over(p_owner text, p_case text) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM public.case_file c JOIN public.case_end e ON e.process = c.process AND e.state = c.state
    WHERE c.owner_id = p_owner AND c.id = p_case)
$$;
REVOKE ALL ON FUNCTION case_is_over FROM PUBLIC;

CREATE OR REPLACE FUNCTION release_hold(p_owner text, p_case text, p_by text, p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  -- Whoever approves waits for this lock or is seen here.
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case FOR UPDATE;
  PERFORM 1 FROM public.decision_approval a WHERE a.owner_id = p_owner AND a.case_id = p_case AND a.outcome = 'approve'
    AND NOT EXISTS (SELECT FROM public.approval_set_aside s WHERE s.owner_id = a.owner_id AND s.decision_id = a.decision_id);
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.approved-stays-held';
  END IF;
  PERFORM 1 WHERE CASE p_by
    WHEN 'refusal' THEN EXISTS (SELECT FROM public.decision_approval
      WHERE owner_id = p_owner AND case_id = p_case AND outcome = 'refuse')
    WHEN 'withdrawal-of-application' THEN public.case_is_over(p_owner, p_case)
    WHEN 'not-completed' THEN public.case_is_over(p_owner, p_case)
    ELSE false END;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.case-not-over';
  END IF;
  UPDATE public.account_hold SET released_at = p_at, released_by = p_by
   WHERE owner_id = p_owner AND case_id = p_case AND released_at IS NULL;
  RETURN FOUND;
END $$;

CREATE OR REPLACE FUNCTION settle_withdrawal(p_owner text, p_case text, p_decision text, p_interest bigint, p_interest_journal text,
    p_withdrawal_journal text, p_authority text, p_order text, p_on date, p_at timestamptz)
  RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_account public.personal_account;
  v_decided_on date;
  v_total bigint;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.money_may_leave(p_owner);
  PERFORM public.nothing_is_owed(p_owner);
  SELECT * INTO v_account FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  IF v_account.owner_id IS NULL OR v_account.closed_on IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.account-closed';
  END IF;
  SELECT a.decided_on INTO v_decided_on
    FROM public.decision_approval a JOIN public.case_file c ON c.owner_id = a.owner_id AND c.id = a.case_id
   WHERE a.owner_id = p_owner AND a.decision_id = p_decision AND a.case_id = p_case AND a.outcome = 'approve'
     AND c.process = 'withdrawal' AND c.state = 'approved'
     AND NOT EXISTS (SELECT FROM public.approval_set_aside s WHERE s.owner_id = a.owner_id AND s.decision_id = a.decision_id);
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-approved';
  END IF;
  PERFORM 1 FROM public.payee WHERE owner_id = p_owner AND case_id = p_case;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-payee';
  END IF;
  -- A card payment under way must be confirmed, cancelled or expired first.
  IF v_account.held_fen > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.payment-under-way';
  END IF;
  UPDATE public.account_hold SET released_at = p_at, released_by = 'settlement'
   WHERE owner_id = p_owner AND case_id = p_case AND released_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-held';
  END IF;
  IF p_on IS NULL OR p_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-not-come';
  END IF;
  PERFORM 1 FROM public.posting WHERE owner_id = p_owner AND bucket IS NOT NULL AND effective_on > p_on;
  IF FOUND OR p_on < v_decided_on OR extract(year FROM p_on) < v_account.open_year THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-gone-by';
  END IF;
  IF p_interest IS DISTINCT FROM public.interest_to_date(p_owner, p_on) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.interest-differs';
  END IF;
  v_total := v_account.balance_fen + p_interest;
  IF v_total <= 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.nothing-to-settle';
  END IF;
  IF p_interest > 0 THEN
    PERFORM public.post_credit(p_owner, p_interest_journal, 1::smallint, 'settlement-interest', 'interest-expense', p_interest,
      p_on, NULL, 'decision', p_decision, p_case, p_at);
  ELSIF p_interest < 0 THEN
    PERFORM public.post_debit(p_owner, p_interest_journal, 1::smallint, 'settlement-interest', 'interest-expense', -p_interest,
      p_on, NULL, 'decision', p_decision, p_case, p_at);
  END IF;
  PERFORM public.post_debit(p_owner, p_withdrawal_journal, 1::smallint, 'withdrawal', 'payable', v_total, p_on, 'reset',
    'decision', p_decision, p_case, p_at, p_authority);
  INSERT INTO public.payment_order (owner_id, id, case_id, authority_id, purpose, amount_fen, made_at)
  VALUES (p_owner, p_order, p_case, p_authority, 'withdrawal', v_total, p_at);
  RETURN v_total;
END $$;

-- An officer sets an approval aside whose case has come back; not once money was settled on it.
CREATE FUNCTION set_aside_approval(p_token text, p_owner text, p_decision text, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'clerk');
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM 1 FROM public.case_file c JOIN public.decision_approval a ON a.owner_id = c.owner_id AND a.case_id = c.id
    WHERE a.owner_id = p_owner AND a.decision_id = p_decision AND a.outcome = 'approve' AND c.state <> 'approved' FOR UPDATE OF c;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.no-decision';
  END IF;
  PERFORM 1 FROM public.authority WHERE owner_id = p_owner AND basis_kind = 'decision' AND basis_id = p_decision;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.changed-meanwhile';
  END IF;
  INSERT INTO public.approval_set_aside (owner_id, decision_id, officer_id, set_aside_at)
  VALUES (p_owner, p_decision, v_officer, p_at);
END $$;

-- Somebody objects to the case's last decision. An order of it that no bank was asked to pay waits for the outcome.
CREATE FUNCTION record_objection(p_owner text, p_objection text, p_case text, p_decision text, p_by text, p_at timestamptz)
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
  UPDATE public.payment_order o SET standing = 'contested'
   WHERE o.owner_id = p_owner AND o.case_id = p_case AND o.standing = 'open'
     AND NOT EXISTS (SELECT FROM public.payment_attempt t WHERE t.owner_id = o.owner_id AND t.order_id = o.id
                        AND t.result IS DISTINCT FROM 'returned')
  RETURNING o.id INTO v_order;
  INSERT INTO public.case_objection (owner_id, id, case_id, decision_id, order_id, made_by, made_at)
  VALUES (p_owner, p_objection, p_case, p_decision, v_order, p_by, p_at);
END $$;

-- Ends an objection. Upheld or withdrawn, the order is to be paid as before. Where a payment is revoked, an order that was not
-- paid goes back into the account, and what was paid is owed: the order to recover it stands by the same two officers.
CREATE FUNCTION end_objection(p_token text, p_owner text, p_objection text, p_outcome text, p_journal text, p_measure text,
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
  IF v_order.standing = 'contested' THEN
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
  END IF;
END $$;

REVOKE ALL ON FUNCTION has_not_decided_before, set_aside_approval, record_objection, end_objection FROM PUBLIC;
GRANT EXECUTE ON FUNCTION set_aside_approval, record_objection, end_objection TO suixing_app;
GRANT SELECT ON approval_set_aside, case_objection TO suixing_app;

-- The steps of the withdrawal's second version; from one state the same step may lead back to several.
ALTER TABLE case_move DROP CONSTRAINT case_move_pkey, ADD PRIMARY KEY (process, action, from_state, to_state);
SELECT declare_move('withdrawal', 'close-not-completed', 'awaiting-materials', 'not-completed', 'clerk'),
       declare_move('withdrawal', 'come-back', 'approved', 'came-back', 'system'),
       declare_move('withdrawal', 'confirm-payee', 'awaiting-confirmation', 'submitted', 'agent clerk insured successor'),
       declare_move('withdrawal', 'name-payee', 'awaiting-confirmation objection', '=', 'agent clerk insured successor'),
       declare_move('withdrawal', 'object', 'paid refused returned settled', 'objection', 'agent clerk insured successor'),
       declare_move('withdrawal', 'overturn-payment', 'objection-proposed', 'revoked', 'reviewer'),
       declare_move('withdrawal', 'overturn-refusal', 'objection-proposed', 'approved', 'reviewer'),
       declare_move('withdrawal', 'prefill', 'draft', 'awaiting-confirmation', 'system'),
       declare_move('withdrawal', 'propose-to-change', 'objection', 'objection-proposed', 'clerk'),
       declare_move('withdrawal', 'propose-to-uphold', 'objection', 'objection-proposed', 'clerk'),
       declare_move('withdrawal', 'provide-material', 'awaiting-confirmation objection', '=', 'agent clerk insured successor'),
       declare_move('withdrawal', 'refund-order', 'returned settled', 'refunded', 'system'),
       declare_move('withdrawal', 'remind', 'awaiting-materials', '=', 'system'),
       declare_move('withdrawal', 'return-objection', 'objection-proposed', 'objection', 'reviewer'),
       declare_move('withdrawal', 'take-up', 'came-back', 'in-review', 'clerk'),
       declare_move('withdrawal', 'told-of-death', 'awaiting-confirmation came-back objection-proposed objection', '=', 'system'),
       declare_move('withdrawal', 'uphold', 'objection-proposed', 'paid', 'reviewer'),
       declare_move('withdrawal', 'uphold', 'objection-proposed', 'refused', 'reviewer'),
       declare_move('withdrawal', 'uphold', 'objection-proposed', 'returned', 'reviewer'),
       declare_move('withdrawal', 'uphold', 'objection-proposed', 'settled', 'reviewer'),
       declare_move('withdrawal', 'withdraw-application', 'awaiting-confirmation', 'withdrawn-by-applicant', 'agent clerk insured successor'),
       declare_move('withdrawal', 'withdraw-objection', 'objection', 'paid', 'agent clerk insured successor'),
       declare_move('withdrawal', 'withdraw-objection', 'objection', 'refused', 'agent clerk insured successor'),
       declare_move('withdrawal', 'withdraw-objection', 'objection', 'returned', 'agent clerk insured successor'),
       declare_move('withdrawal', 'withdraw-objection', 'objection', 'settled', 'agent clerk insured successor');
