-- compatible: no
-- Typed by hand, a case could be moved to any state in anybody's name. Now a step is one that its procedure declares, an
-- officer's step is that of the officer whose live session is shown, and what follows for the account is looked up: a hold is
-- released when the case is over or two officers refused it, an account closed when two approved a ground that ends the
-- relationship.

CREATE TABLE case_move (
  process text NOT NULL,
  action text NOT NULL,
  from_state text NOT NULL,
  to_state text NOT NULL,
  doers text[] NOT NULL,
  PRIMARY KEY (process, action, from_state)
);
COMMENT ON TABLE case_move IS 'reference: the steps of each procedure, from where to where and whose they are; `open` leads from nowhere to the first state';
GRANT SELECT ON case_move TO suixing_app;

-- `=` stays where it is.
CREATE FUNCTION declare_move(p_processes text, p_action text, p_from text, p_to text, p_doers text) RETURNS void
  LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO public.case_move (process, action, from_state, to_state, doers)
  SELECT process, p_action, from_state, CASE p_to WHEN '=' THEN from_state ELSE p_to END, string_to_array(p_doers, ' ')
    FROM unnest(string_to_array(p_processes, ' ')) AS process, unnest(string_to_array(p_from, ' ')) AS from_state
$$;
COMMENT ON FUNCTION declare_move IS 'for migrations: writes one step of some procedures into case_move';
REVOKE ALL ON FUNCTION declare_move FROM PUBLIC;

INSERT INTO case_move (process, action, from_state, to_state, doers)
SELECT process, 'open', '', 'draft', '{}'
  FROM unnest('{withdrawal,staff-reduction,insurance-stop,treatment-filing,retirement,death-notice}'::text[]) AS process;

-- What an officer does is the same everywhere.
SELECT declare_move(every, 'take-up', 'submitted', 'in-review', 'clerk'),
       declare_move(every, 'request-materials', 'in-review', 'awaiting-materials', 'clerk'),
       declare_move(every, 'stop-waiting', 'awaiting-materials', 'in-review', 'clerk'),
       declare_move(every, 'complete-materials', 'awaiting-materials', 'in-review', 'system'),
       declare_move(every, 'propose-approval', 'in-review', 'proposed', 'clerk'),
       declare_move(every, 'propose-refusal', 'in-review', 'proposed', 'clerk'),
       declare_move(every, 'return-to-maker', 'proposed', 'in-review', 'reviewer'),
       declare_move(every, 'send-back', 'proposed', 'in-review', 'system'),
       declare_move(every, 'approve', 'proposed', 'approved', 'reviewer'),
       declare_move(every, 'refuse', 'proposed', 'refused', 'reviewer')
  FROM (SELECT 'withdrawal staff-reduction insurance-stop treatment-filing retirement death-notice' AS every) AS declared;

-- What an applicant does, by who may apply.
SELECT declare_move(process, 'submit', 'draft', 'submitted', who),
       declare_move(process, 'provide-material', 'submitted in-review awaiting-materials', '=', who),
       declare_move(process, 'withdraw-application', 'submitted in-review awaiting-materials', 'withdrawn-by-applicant', who)
  FROM (VALUES ('withdrawal', 'insured successor agent clerk'), ('staff-reduction', 'employer clerk'),
          ('insurance-stop treatment-filing', 'insured agent clerk'), ('retirement', 'insured agent employer clerk'),
          ('death-notice', 'successor integrator clerk')) AS applied (process, who);
SELECT declare_move('staff-reduction insurance-stop treatment-filing retirement death-notice', 'told-of-death',
         'submitted in-review awaiting-materials proposed', '=', 'system');

SELECT declare_move('withdrawal', 'provide-material', 'draft', '=', 'insured successor agent clerk'),
       declare_move('withdrawal', 'withdraw-application', 'draft', 'withdrawn-by-applicant', 'insured successor agent clerk'),
       declare_move('withdrawal', 'name-payee', 'draft submitted in-review awaiting-materials', '=', 'insured successor agent clerk'),
       declare_move('withdrawal', 'settle', 'approved', 'settled', 'system finance clerk'),
       declare_move('withdrawal', 'send-to-bank', 'settled', 'paying', 'system finance'),
       declare_move('withdrawal', 'confirm-paid', 'paying', 'paid', 'bank system finance'),
       declare_move('withdrawal', 'return-payment', 'paying', 'returned', 'bank system finance'),
       declare_move('withdrawal', 'correct-payee', 'returned', 'settled', 'clerk'),
       declare_move('withdrawal', 'told-of-death', 'submitted in-review awaiting-materials proposed approved settled paying returned',
         '=', 'system');

-- The officer of a live session who has one of these roles.
CREATE FUNCTION live_officer_in(p_token text, p_roles text[]) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_role text;
BEGIN
  SELECT r.role INTO v_role
    FROM public.officer_session s JOIN public.officer o ON o.id = s.officer_id, unnest(o.roles) AS r (role)
   WHERE s.token_hash = sha256(convert_to(p_token, 'UTF8')) AND r.role = ANY (p_roles) LIMIT 1;
  RETURN public.live_officer(p_token, coalesce(v_role, 'none of these'));
END $$;
REVOKE ALL ON FUNCTION live_officer_in FROM PUBLIC;

CREATE OR REPLACE FUNCTION open_case(p_owner text, p_case text, p_number text, p_process text, p_process_version text,
    p_subject text, p_rule_set text, p_rule_version text, p_office text, p_channel text, p_at timestamptz, p_state text)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM 1 FROM public.case_move WHERE process = p_process AND action = 'open' AND to_state = p_state;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.not-declared';
  END IF;
  INSERT INTO public.case_file (owner_id, id, number, process, process_version, subject, rule_set, rule_version, office_id,
    channel, opened_at, state, action_count)
  VALUES (p_owner, p_case, p_number, p_process, p_process_version, p_subject, p_rule_set, p_rule_version, p_office,
    p_channel, p_at, p_state, 0);
  INSERT INTO public.case_locator (number, owner_id, case_id) VALUES (p_number, p_owner, p_case);
END $$;

DROP FUNCTION append_action(text, text, integer, text, text, text, text, text, timestamptz, jsonb, bytea, bytea, date, boolean);

-- Appends an action and moves the case with it, if nothing came in between: the case stands where the action begins, has
-- as many actions as were seen, and the last of them is the one that this one is chained to. Answers whether it did. The
-- step is one of the procedure's, and its actor may take it.
CREATE FUNCTION append_action(p_token text, p_owner text, p_case text, p_seen integer, p_action text, p_from text, p_to text,
    p_actor_kind text, p_actor text, p_at timestamptz, p_data jsonb, p_previous bytea, p_hash bytea, p_due_on date,
    p_provisional boolean)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_process text;
  v_doers text[];
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  UPDATE public.case_file SET state = p_to, action_count = p_seen + 1, due_on = p_due_on, due_provisional = p_provisional
   WHERE owner_id = p_owner AND id = p_case AND action_count = p_seen AND state = p_from
  RETURNING process INTO v_process;
  IF NOT FOUND THEN RETURN false; END IF;
  SELECT doers INTO v_doers FROM public.case_move
   WHERE process = v_process AND action = p_action AND from_state = p_from AND to_state = p_to;
  IF p_actor_kind = 'officer' AND v_doers IS NOT NULL THEN
    IF public.live_officer_in(p_token, v_doers) IS DISTINCT FROM p_actor THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'access.no-session';
    END IF;
  ELSIF NOT coalesce(p_actor_kind = ANY (v_doers), false) OR (p_actor_kind = 'system' AND p_actor <> 'system') THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.not-declared';
  END IF;
  IF p_seen > 0 THEN
    PERFORM 1 FROM public.case_action WHERE owner_id = p_owner AND case_id = p_case AND seq = p_seen AND hash = p_previous;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.changed-meanwhile';
    END IF;
  END IF;
  INSERT INTO public.case_action (owner_id, case_id, seq, action, from_state, to_state, actor_kind, actor_id, at, data,
    previous_hash, hash)
  VALUES (p_owner, p_case, p_seen + 1, p_action, p_from, p_to, p_actor_kind, p_actor, p_at, p_data, p_previous, p_hash);
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION append_action FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_action TO suixing_app;

-- Holds an account for a case that is under way; nobody could lift the hold of a case that does not exist.
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
  INSERT INTO public.account_hold (owner_id, case_id, placed_at) VALUES (p_owner, p_case, p_at);
END $$;

-- Lets an account go for a reason that the database knows of: two officers refused the case, or it is over without one.
CREATE OR REPLACE FUNCTION release_hold(p_owner text, p_case text, p_by text, p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  -- Whoever approves waits for this lock or is seen here.
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case FOR UPDATE;
  PERFORM 1 FROM public.decision_approval WHERE owner_id = p_owner AND case_id = p_case AND outcome = 'approve';
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.approved-stays-held';
  END IF;
  PERFORM 1 WHERE CASE p_by
    WHEN 'refusal' THEN EXISTS (SELECT FROM public.decision_approval
      WHERE owner_id = p_owner AND case_id = p_case AND outcome = 'refuse')
    WHEN 'withdrawal-of-application' THEN EXISTS (SELECT FROM public.case_file c
      JOIN public.case_end e ON e.process = c.process AND e.state = c.state WHERE c.owner_id = p_owner AND c.id = p_case)
    ELSE false END;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.case-not-over';
  END IF;
  UPDATE public.account_hold SET released_at = p_at, released_by = p_by
   WHERE owner_id = p_owner AND case_id = p_case AND released_at IS NULL;
  RETURN FOUND;
END $$;

-- Whether a case that emptied the account also ends the relationship: both officers' findings must say so of its ground.
CREATE FUNCTION mind_the_relationship(p_owner text, p_case text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.account_hold WHERE owner_id = p_owner AND case_id = p_case AND released_by = 'settlement';
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-settled';
  END IF;
  PERFORM 1 FROM public.decision d JOIN public.decision_approval a ON a.owner_id = d.owner_id AND a.decision_id = d.id
    WHERE d.owner_id = p_owner AND d.case_id = p_case AND a.outcome = 'approve'
      AND d.findings #>> '{option,relationship}' = 'ends' AND a.findings #>> '{option,relationship}' = 'ends';
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.relationship-continues';
  END IF;
END $$;
REVOKE ALL ON FUNCTION mind_the_relationship FROM PUBLIC;

CREATE OR REPLACE FUNCTION close_personal_account(p_owner text, p_case text, p_on date) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.mind_the_relationship(p_owner, p_case);
  IF p_on IS NULL OR p_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-not-come';
  END IF;
  UPDATE public.personal_account SET closed_on = p_on, version = version + 1
   WHERE owner_id = p_owner AND closed_on IS NULL AND balance_fen = 0 AND opened_on <= p_on;
  RETURN FOUND;
END $$;

CREATE OR REPLACE FUNCTION record_relationship_ended(p_owner text, p_entry text, p_body jsonb, p_case text, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_body jsonb := p_body || '{"status": "terminated"}';
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  PERFORM public.mind_the_relationship(p_owner, p_case);
  INSERT INTO public.record_entry (owner_id, id, kind, body, case_id, recorded_at)
  VALUES (p_owner, p_entry, 'relationship', v_body, p_case, p_at);
  PERFORM public.chain_record(p_owner, 'entry', p_entry,
    public.entry_digest('relationship', v_body, NULL, NULL, NULL, p_case, NULL, p_at), p_at);
END $$;
