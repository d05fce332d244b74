-- compatible: no
-- Mandates: a person or an employer lets somebody act for them, in what is named and until a day. One given online stands on
-- the person's own session, one given at the window on a paper that a clerk saw and a second officer confirmed. Whoever is to
-- act accepts it with a code, under their own login; without a live mandate an agent's login opens nothing.

CREATE TABLE mandate (
  owner_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  agent_sealed bytea NOT NULL,
  scope text[] NOT NULL CHECK (cardinality(scope) BETWEEN 1 AND 30),
  -- Only this case; null for every case within the scope.
  case_id text COLLATE "C",
  -- The last day; null where no end is fixed.
  until_on date,
  -- Who gave it: the person's own login, or the clerk who saw the paper.
  given_by_login text COLLATE "C",
  maker_id text COLLATE "C" REFERENCES officer (id),
  paper_reference text CHECK (length(paper_reference) BETWEEN 1 AND 200),
  given_at timestamptz NOT NULL,
  checker_id text COLLATE "C" REFERENCES officer (id),
  confirmed_at timestamptz,
  agent_login text COLLATE "C",
  accepted_at timestamptz,
  ended_by text COLLATE "C",
  ended_at timestamptz,
  PRIMARY KEY (owner_id, id),
  CHECK (num_nonnulls(given_by_login, maker_id) = 1 AND (maker_id IS NULL) = (paper_reference IS NULL)),
  CONSTRAINT mandate_by_two CHECK (checker_id <> maker_id),
  CHECK ((checker_id IS NULL) = (confirmed_at IS NULL) AND (agent_login IS NULL) = (accepted_at IS NULL)
    AND (ended_by IS NULL) = (ended_at IS NULL)),
  CONSTRAINT mandate_confirmed_first CHECK (accepted_at IS NULL OR maker_id IS NULL OR confirmed_at IS NOT NULL)
);
COMMENT ON TABLE mandate IS 'distributed: who may act for a person or an employer, in what and until when; owned by who gave it';

CREATE TABLE mandate_code (
  code_hash bytea PRIMARY KEY CHECK (octet_length(code_hash) = 32),
  owner_id text COLLATE "C" NOT NULL,
  mandate_id text COLLATE "C" NOT NULL
);
COMMENT ON TABLE mandate_code IS 'locator(code_hash): which mandate a code accepts, by the keyed hash of the code; gone once it was used';

ALTER TABLE login_person DROP CONSTRAINT login_person_proof_check,
  ADD CONSTRAINT login_person_proof_check CHECK (proof IN ('code-to-contact', 'window', 'mandate'));

-- The login behind a live session of somebody who is not staff, and as what they act in it.
CREATE FUNCTION live_login(p_token text, OUT login text, OUT capacity text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  SELECT s.owner_id, s.capacity INTO login, capacity
    FROM public.person_session s JOIN public.person_login l ON l.owner_id = s.owner_id
   WHERE s.owner_id = substring(p_token FROM '^sxu_(usr_[0-9a-z]{26})\.') AND s.token_hash = sha256(convert_to(p_token, 'UTF8'))
     AND s.ended_at IS NULL AND s.expires_at > clock_timestamp() AND l.active;
  IF login IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'access.no-session';
  END IF;
END $$;

-- The login behind a session in which somebody acts as this person or employer themselves.
CREATE FUNCTION live_principal(p_token text, p_owner text) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v record;
BEGIN
  SELECT * INTO v FROM public.live_login(p_token);
  PERFORM 1 FROM public.login_person p
   WHERE p.owner_id = v.login AND p.capacity = v.capacity AND p.capacity IN ('insured', 'employer') AND p.ended_at IS NULL
     AND (p.person_id = p_owner OR EXISTS (SELECT FROM public.person_link k
       WHERE k.merged_id = p.person_id AND k.survivor_id = p_owner AND k.unlinked_at IS NULL));
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'mandate.none';
  END IF;
  RETURN v.login;
END $$;

CREATE FUNCTION no_mandate_of_the_dead(p_owner text) RETURNS void
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_died public.record_entry := public.counting_entry(p_owner, 'died');
BEGIN
  IF v_died.body ->> 'on' IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'access.person-dead';
  END IF;
END $$;

-- Gives a mandate: without a paper by the person's own session, with one by a clerk's.
CREATE FUNCTION give_mandate(p_token text, p_owner text, p_id text, p_agent_sealed bytea, p_scope text[], p_case text,
    p_until date, p_paper text, p_code_hash bytea)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := CASE WHEN p_paper IS NOT NULL THEN public.live_officer(p_token, 'clerk') END;
  v_login text := CASE WHEN p_paper IS NULL THEN public.live_principal(p_token, p_owner) END;
BEGIN
  PERFORM public.no_mandate_of_the_dead(p_owner);
  INSERT INTO public.mandate (owner_id, id, agent_sealed, scope, case_id, until_on, given_by_login, maker_id, paper_reference,
    given_at)
  VALUES (p_owner, p_id, p_agent_sealed, p_scope, p_case, p_until, v_login, v_maker, p_paper, clock_timestamp());
  INSERT INTO public.mandate_code (code_hash, owner_id, mandate_id) VALUES (p_code_hash, p_owner, p_id);
END $$;

-- The second officer's word on one that was given at the window.
CREATE FUNCTION confirm_mandate(p_token text, p_owner text, p_id text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'reviewer');
BEGIN
  PERFORM public.no_mandate_of_the_dead(p_owner);
  UPDATE public.mandate SET checker_id = v_checker, confirmed_at = clock_timestamp()
   WHERE owner_id = p_owner AND id = p_id AND maker_id IS NOT NULL AND confirmed_at IS NULL AND ended_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'mandate.none';
  END IF;
END $$;

-- Accepts a mandate by its code, under the login whose session it is; never the giver's own. The code is gone with it.
CREATE FUNCTION accept_mandate(p_token text, p_code_hashes bytea[], OUT given_by text, OUT given text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_login text := (SELECT l.login FROM public.live_login(p_token) l);
BEGIN
  DELETE FROM public.mandate_code WHERE code_hash = ANY (p_code_hashes) RETURNING owner_id, mandate_id INTO given_by, given;
  IF given_by IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'mandate.code-wrong';
  END IF;
  PERFORM public.no_mandate_of_the_dead(given_by);
  PERFORM 1 FROM public.person_access a
   WHERE a.owner_id = given_by AND a.login_id = v_login AND a.capacity IN ('insured', 'employer') AND a.ended_at IS NULL;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'mandate.own';
  END IF;
  UPDATE public.mandate m SET agent_login = v_login, accepted_at = clock_timestamp()
   WHERE m.owner_id = given_by AND m.id = given AND m.accepted_at IS NULL AND m.ended_at IS NULL
     AND (m.until_on IS NULL OR m.until_on >= public.business_today());
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'mandate.code-wrong';
  END IF;
  INSERT INTO public.login_person (owner_id, person_id, capacity, proof, reference, since_at)
  VALUES (v_login, given_by, 'agent', 'mandate', given, clock_timestamp())
  ON CONFLICT (owner_id, person_id, capacity) DO UPDATE SET ended_at = NULL;
  INSERT INTO public.person_access (owner_id, login_id, capacity, since_at)
  VALUES (given_by, v_login, 'agent', clock_timestamp())
  ON CONFLICT (owner_id, login_id, capacity) DO UPDATE SET ended_at = NULL;
END $$;

-- Ends a mandate at once: by who gave it, by who accepted it, or by a clerk at the window.
CREATE FUNCTION end_mandate(p_token text, p_owner text, p_id text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_mandate public.mandate;
  v_by text;
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
  PERFORM 1 FROM public.mandate m WHERE m.owner_id = p_owner AND m.agent_login = v_mandate.agent_login AND m.ended_at IS NULL;
  IF NOT FOUND THEN
    UPDATE public.login_person SET ended_at = clock_timestamp()
     WHERE owner_id = v_mandate.agent_login AND person_id = p_owner AND capacity = 'agent' AND ended_at IS NULL;
    UPDATE public.person_access SET ended_at = clock_timestamp()
     WHERE owner_id = p_owner AND login_id = v_mandate.agent_login AND capacity = 'agent' AND ended_at IS NULL;
  END IF;
END $$;

REVOKE ALL ON FUNCTION live_login, live_principal, no_mandate_of_the_dead, give_mandate, confirm_mandate, accept_mandate,
  end_mandate FROM PUBLIC;
GRANT EXECUTE ON FUNCTION give_mandate, confirm_mandate, accept_mandate, end_mandate TO suixing_app;
GRANT SELECT ON mandate TO suixing_app, suixing_login;
