-- compatible: no
-- A case moves together with an action, and a locator says what its row says: the application's role writes neither by hand
-- any more.

-- Opens a case in the first state of its process, with its number.
CREATE FUNCTION open_case(p_owner text, p_case text, p_number text, p_process text, p_process_version text, p_subject text,
    p_rule_set text, p_rule_version text, p_office text, p_channel text, p_at timestamptz, p_state text)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO public.case_file (owner_id, id, number, process, process_version, subject, rule_set, rule_version, office_id,
    channel, opened_at, state, action_count)
  VALUES (p_owner, p_case, p_number, p_process, p_process_version, p_subject, p_rule_set, p_rule_version, p_office,
    p_channel, p_at, p_state, 0);
  INSERT INTO public.case_locator (number, owner_id, case_id) VALUES (p_number, p_owner, p_case);
END $$;

-- Appends an action and moves the case with it, if nothing came in between: the case stands where the action begins, has
-- as many actions as were seen, and the last of them is the one that this one is chained to. Answers whether it did.
CREATE FUNCTION append_action(p_owner text, p_case text, p_seen integer, p_action text, p_from text, p_to text, p_actor_kind text,
    p_actor text, p_at timestamptz, p_data jsonb, p_previous bytea, p_hash bytea, p_due_on date, p_provisional boolean)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  UPDATE public.case_file SET state = p_to, action_count = p_seen + 1, due_on = p_due_on, due_provisional = p_provisional
   WHERE owner_id = p_owner AND id = p_case AND action_count = p_seen AND state = p_from;
  IF NOT FOUND THEN RETURN false; END IF;
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

-- The rule version that a case is decided by is set at its application: not once somebody has proposed a decision.
CREATE FUNCTION set_case_rules(p_owner text, p_case text, p_subject text, p_rule_set text, p_rule_version text)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case FOR UPDATE;
  PERFORM 1 FROM public.decision WHERE owner_id = p_owner AND case_id = p_case;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.changed-meanwhile';
  END IF;
  UPDATE public.case_file SET subject = p_subject, rule_set = p_rule_set, rule_version = p_rule_version
   WHERE owner_id = p_owner AND id = p_case;
END $$;

REVOKE INSERT, UPDATE ON case_file, case_locator, case_action FROM suixing_app;
REVOKE UPDATE (state, action_count, due_on, due_provisional, rule_set, rule_version, subject) ON case_file FROM suixing_app;
REVOKE INSERT (owner_id, case_id, seq, action, from_state, to_state, actor_kind, actor_id, at, data, previous_hash, hash)
  ON case_action FROM suixing_app;
REVOKE ALL ON FUNCTION open_case, append_action, set_case_rules FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_case, append_action, set_case_rules TO suixing_app;
