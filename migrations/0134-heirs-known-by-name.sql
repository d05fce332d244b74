-- compatible: yes
-- Whoever has signed in may waive their own share where officers have seen who they are: a login says by itself which heir it is, and
-- nobody may waive for a brother by saying so. The name under which somebody was identified, at the window with the code or by a first
-- officer with a relative's question, is kept by these officers' own sessions; the database compares it with the heir's. A link that
-- begins anew has the proof of this time, and nothing of the one before.

ALTER TABLE account_inquiry_review ADD COLUMN asker_name text CHECK (length(asker_name) BETWEEN 1 AND 70);
ALTER TABLE activation_code ADD COLUMN holder_name text CHECK (length(holder_name) BETWEEN 1 AND 70);

CREATE TABLE login_holder (
  owner_id text COLLATE "C" NOT NULL CHECK (owner_id ~ '^usr_'),
  person_id text COLLATE "C" NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 70),
  proof text NOT NULL CHECK (proof IN ('window', 'account-inquiry')),
  officer_id text COLLATE "C" NOT NULL,
  since_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, person_id)
);
COMMENT ON TABLE login_holder IS 'distributed: under which name officers identified whoever acts by a login as a successor, owned by the login';

DROP FUNCTION issue_activation_code(text, bytea, text, text, text, text, integer);
CREATE FUNCTION issue_activation_code(p_token text, p_code_hash bytea, p_person text, p_capacity text, p_login text,
    p_paper text, p_minutes integer, p_holder text DEFAULT NULL)
  RETURNS timestamptz LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'clerk');
  v_now timestamptz := clock_timestamp();
  v_until timestamptz := v_now + make_interval(mins => p_minutes);
BEGIN
  INSERT INTO public.activation_code (code_hash, person_id, capacity, login_id, paper_reference, officer_id, made_at, expires_at, holder_name)
  VALUES (p_code_hash, p_person, p_capacity, p_login, p_paper, v_officer, v_now, v_until, p_holder);
  RETURN v_until;
END $$;

-- What the window wrote down with a code that a login has just used; without a name nobody is known.
CREATE FUNCTION keep_holder_of_code(p_code_hash bytea, p_login text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_code public.activation_code;
BEGIN
  SELECT * INTO v_code FROM public.activation_code WHERE code_hash = p_code_hash AND used_by = p_login AND capacity = 'successor';
  IF NOT FOUND THEN
    RETURN;
  END IF;
  DELETE FROM public.login_holder WHERE owner_id = p_login AND person_id = v_code.person_id;
  INSERT INTO public.login_holder (owner_id, person_id, name, proof, officer_id, since_at)
  SELECT p_login, v_code.person_id, v_code.holder_name, 'window', v_code.officer_id, v_code.used_at WHERE v_code.holder_name IS NOT NULL;
END $$;

DROP FUNCTION review_inquiry(text, text, boolean, text, text, timestamptz, text, text, text[]);
CREATE FUNCTION review_inquiry(p_token text, p_id text, p_entitled boolean, p_death_paper text, p_relation_paper text, p_at timestamptz,
    p_identity_paper text DEFAULT NULL, p_person text DEFAULT NULL, p_facts text[] DEFAULT '{}', p_asker_name text DEFAULT NULL)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'clerk');
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM 1 FROM public.account_inquiry WHERE id = p_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.no-inquiry';
  END IF;
  INSERT INTO public.account_inquiry_review (inquiry_id, entitled, death_paper, relation_paper, maker_id, reviewed_at, identity_paper,
    person_id, facts, asker_name)
  VALUES (p_id, p_entitled, p_death_paper, p_relation_paper, v_maker, p_at, p_identity_paper, p_person, p_facts,
    CASE WHEN p_identity_paper IS NOT NULL THEN p_asker_name END);
  RETURN v_maker;
END $$;

SELECT amend_function('open_login_by_inquiry',
  'DO UPDATE SET ended_at = NULL;
  INSERT INTO public.person_access',
  'DO UPDATE SET ended_at = NULL, proof = excluded.proof, reference = excluded.reference, since_at = excluded.since_at;
  DELETE FROM public.login_holder WHERE owner_id = p_login AND person_id = v_person;
  INSERT INTO public.login_holder (owner_id, person_id, name, proof, officer_id, since_at)
  SELECT p_login, v_person, r.asker_name, ''account-inquiry'', r.maker_id, clock_timestamp() FROM public.account_inquiry_review r
   WHERE r.inquiry_id = p_id AND r.asker_name IS NOT NULL;
  INSERT INTO public.person_access');
SELECT amend_function('accept_mandate',
  'ON CONFLICT (owner_id, person_id, capacity) DO UPDATE SET ended_at = NULL;',
  'ON CONFLICT (owner_id, person_id, capacity) DO UPDATE SET ended_at = NULL, reference = excluded.reference, since_at = excluded.since_at;');

-- Whether officers identified whoever acts by a login under the name of this heir, and under nobody else's in the case.
CREATE FUNCTION identified_as_heir(p_login text, p_owner text, p_case text, p_successor text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM public.login_holder h
    JOIN public.login_person p ON p.owner_id = h.owner_id AND p.person_id = h.person_id AND p.capacity = 'successor' AND p.ended_at IS NULL
    JOIN public.successor s ON s.owner_id = p_owner AND s.case_id = p_case
     AND lower(btrim(h.name)) IN (lower(s.name), lower(coalesce(s.name_latin, s.name)))
    WHERE h.owner_id = p_login
      AND (h.person_id = p_owner OR EXISTS (SELECT FROM public.person_link k
       WHERE k.unlinked_at IS NULL AND ((k.merged_id = h.person_id AND k.survivor_id = p_owner)
         OR (k.survivor_id = h.person_id AND k.merged_id = p_owner))))
      AND NOT public.out_of_estate(p_owner, s.id, '{struck}')
    HAVING bool_and(s.id = p_successor) AND count(*) > 0)
$$;

SELECT amend_function('hear_successor',
  $$    IF NOT FOUND OR p_word NOT IN ('agree', 'object') OR public.out_of_estate($$,
  $$    IF NOT FOUND OR p_word NOT IN ('agree', 'object', 'waive') OR public.out_of_estate($$);
SELECT amend_function('hear_successor',
  $$  IF p_secret IS NOT NULL AND public.out_of_estate($$,
  $$  IF v_login IS NOT NULL AND p_word = 'waive' AND NOT public.identified_as_heir(v_login, p_owner, p_case, p_successor) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.waive-at-window';
  END IF;
  IF p_secret IS NOT NULL AND public.out_of_estate($$);

REVOKE ALL ON FUNCTION issue_activation_code, keep_holder_of_code, review_inquiry, identified_as_heir FROM PUBLIC;
GRANT EXECUTE ON FUNCTION issue_activation_code, keep_holder_of_code TO suixing_login;
GRANT EXECUTE ON FUNCTION review_inquiry, identified_as_heir TO suixing_app;
-- The proof of a link that begins anew; who made it may make another in any case.
GRANT UPDATE (proof, reference, since_at) ON login_person TO suixing_login;
