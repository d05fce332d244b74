-- compatible: yes
-- Whoever approves, approves the payee whom the proposal named. Naming a payee needs no officer, so between the proposal and
-- its approval plain SQL could put another account under a decision that the reviewer had read already.

ALTER TABLE decision ADD COLUMN payee_revision integer;
COMMENT ON COLUMN decision.payee_revision IS 'the payee that counted when it was proposed; null where none was named';
UPDATE decision d SET payee_revision = (SELECT max(p.revision) FROM payee p WHERE p.owner_id = d.owner_id AND p.case_id = d.case_id);

CREATE OR REPLACE FUNCTION propose_decision(p_token text, p_owner text, p_decision text, p_case text, p_outcome text,
    p_subject text, p_rule_set text, p_rule_version text, p_on date, p_facts jsonb, p_findings jsonb, p_digest bytea,
    p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'clerk');
BEGIN
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
  -- Whoever approves, approves a payee too: record_payee waits for this lock and then finds the approval.
  PERFORM 1 FROM public.case_file c JOIN public.decision d ON d.owner_id = c.owner_id AND d.case_id = c.id
    WHERE d.owner_id = p_owner AND d.id = p_decision FOR UPDATE OF c;
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
