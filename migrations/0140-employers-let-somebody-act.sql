-- compatible: no
-- An employer lets somebody act for it 经办人: whoever accepts its mandate for staff reductions acts in the employer's own capacity,
-- under a login of their own, while the mandate holds. What they do stands under their login; they let nobody act in their turn. A
-- login that the window gave the employer is as before.

-- Whether a login may act as this employer now: by the window's word, or by a mandate that holds at this moment.
CREATE FUNCTION acts_as_employer(p_login text, p_employer text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM public.login_person p
    WHERE p.owner_id = p_login AND p.capacity = 'employer' AND p.person_id = p_employer AND p.ended_at IS NULL
      AND (p.proof <> 'mandate' OR EXISTS (SELECT FROM public.mandate m
        WHERE m.owner_id = p_employer AND m.agent_login = p_login AND m.ended_at IS NULL AND m.case_id IS NULL
          AND 'staff-reduction' = ANY (m.scope) AND (m.until_on IS NULL OR m.until_on >= public.business_today()))))
$$;
REVOKE ALL ON FUNCTION acts_as_employer FROM PUBLIC;

CREATE OR REPLACE FUNCTION live_employer(p_token text, p_employer text) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v record;
BEGIN
  SELECT * INTO v FROM public.live_login(p_token);
  IF v.capacity <> 'employer' OR p_employer IS NULL OR NOT public.acts_as_employer(v.login, p_employer) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'life-events.not-your-employer';
  END IF;
  RETURN v.login;
END $$;

-- Nobody who acts by mandate gives one, or ends another's.
SELECT amend_function('live_principal', $$AND p.capacity IN ('insured', 'employer') AND p.ended_at IS NULL$$,
  $$AND p.capacity IN ('insured', 'employer') AND p.proof <> 'mandate' AND p.ended_at IS NULL$$);

-- As what somebody acts who accepts this mandate.
CREATE FUNCTION capacity_of_mandate(p_mandate public.mandate) RETURNS text
  LANGUAGE sql IMMUTABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN p_mandate.owner_id LIKE 'emp\_%' AND p_mandate.case_id IS NULL AND 'staff-reduction' = ANY (p_mandate.scope)
    THEN 'employer' ELSE 'agent' END
$$;
REVOKE ALL ON FUNCTION capacity_of_mandate FROM PUBLIC;

CREATE OR REPLACE FUNCTION accept_mandate(p_token text, p_code_hashes bytea[], OUT given_by text, OUT given text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_login text := (SELECT l.login FROM public.live_login(p_token) l);
  v_mandate public.mandate;
  v_capacity text;
BEGIN
  DELETE FROM public.mandate_code WHERE code_hash = ANY (p_code_hashes) RETURNING owner_id, mandate_id INTO given_by, given;
  IF given_by IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'mandate.code-wrong';
  END IF;
  PERFORM public.no_mandate_of_the_dead(given_by);
  PERFORM 1 FROM public.login_person a WHERE a.owner_id = v_login AND a.person_id = given_by
     AND a.capacity IN ('insured', 'employer') AND a.proof <> 'mandate' AND a.ended_at IS NULL;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'mandate.own';
  END IF;
  UPDATE public.mandate m SET agent_login = v_login, accepted_at = clock_timestamp()
   WHERE m.owner_id = given_by AND m.id = given AND m.accepted_at IS NULL AND m.ended_at IS NULL
     AND (m.until_on IS NULL OR m.until_on >= public.business_today())
  RETURNING * INTO v_mandate;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'mandate.code-wrong';
  END IF;
  v_capacity := public.capacity_of_mandate(v_mandate);
  -- One that the window gave once and ended comes back by this mandate, and not as it was.
  INSERT INTO public.login_person (owner_id, person_id, capacity, proof, reference, since_at)
  VALUES (v_login, given_by, v_capacity, 'mandate', given, clock_timestamp())
  ON CONFLICT (owner_id, person_id, capacity) DO UPDATE
    SET ended_at = NULL, proof = excluded.proof, reference = excluded.reference;
  INSERT INTO public.person_access (owner_id, login_id, capacity, since_at)
  VALUES (given_by, v_login, v_capacity, clock_timestamp())
  ON CONFLICT (owner_id, login_id, capacity) DO UPDATE SET ended_at = NULL;
END $$;

CREATE OR REPLACE FUNCTION end_mandate(p_token text, p_owner text, p_id text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_mandate public.mandate;
  v_by text;
  v_capacity text;
BEGIN
  SELECT * INTO v_mandate FROM public.mandate WHERE owner_id = p_owner AND id = p_id FOR UPDATE;
  IF p_token LIKE 'sxu\_%' THEN
    SELECT l.login INTO v_by FROM public.live_login(p_token) l;
    IF v_by IS DISTINCT FROM v_mandate.agent_login THEN v_by := public.live_principal(p_token, p_owner); END IF;
  ELSE
    v_by := public.live_officer(p_token, 'clerk');
  END IF;
  UPDATE public.mandate SET ended_by = v_by, ended_at = clock_timestamp()
   WHERE owner_id = p_owner AND id = p_id AND ended_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'mandate.none';
  END IF;
  DELETE FROM public.mandate_code WHERE owner_id = p_owner AND mandate_id = p_id;
  v_capacity := public.capacity_of_mandate(v_mandate);
  PERFORM 1 FROM public.mandate m WHERE m.owner_id = p_owner AND m.agent_login = v_mandate.agent_login AND m.ended_at IS NULL
     AND public.capacity_of_mandate(m) = v_capacity;
  IF NOT FOUND THEN
    -- What the window gave since is not this mandate's to end.
    UPDATE public.login_person SET ended_at = clock_timestamp()
     WHERE owner_id = v_mandate.agent_login AND person_id = p_owner AND capacity = v_capacity AND ended_at IS NULL
       AND (v_capacity = 'agent' OR proof = 'mandate');
    IF FOUND THEN
      UPDATE public.person_access SET ended_at = clock_timestamp()
       WHERE owner_id = p_owner AND login_id = v_mandate.agent_login AND capacity = v_capacity AND ended_at IS NULL;
    END IF;
  END IF;
END $$;

-- What had ended begins anew by what proves it now.
GRANT UPDATE (proof, reference) ON login_person TO suixing_login;
