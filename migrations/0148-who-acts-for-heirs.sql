-- compatible: no
-- Who records heirs, shares and accounts in the name of an applicant is the login of a live session, which the database looks up, and no
-- longer one that the program names. Records are one person's through however many merges, and no longer once one of these was undone.
-- Under which name officers identified an heir's login stands in the chain of the person who died; the name that the window wrote down
-- with a code goes with the code.

-- Whether two records are one person's now: folded into the same record that stays, directly or through others.
CREATE FUNCTION same_person(p_one text, p_other text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.survivor_of(p_one) = public.survivor_of(p_other)
$$;

SELECT amend_function('live_successor', $$(p.person_id = p_owner OR EXISTS (SELECT FROM public.person_link k
       WHERE k.unlinked_at IS NULL AND ((k.merged_id = p.person_id AND k.survivor_id = p_owner)
         OR (k.survivor_id = p.person_id AND k.merged_id = p_owner))))$$,
  'public.same_person(p.person_id, p_owner)');
SELECT amend_function('identified_as_heir', $$(h.person_id = p_owner OR EXISTS (SELECT FROM public.person_link k
       WHERE k.unlinked_at IS NULL AND ((k.merged_id = h.person_id AND k.survivor_id = p_owner)
         OR (k.survivor_id = h.person_id AND k.merged_id = p_owner))))$$,
  'public.same_person(h.person_id, p_owner)');

-- The login behind a live session in which somebody applies as a successor of this person, or by a mandate that holds for this case.
CREATE FUNCTION live_applicant(p_token text, p_owner text, p_case text) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v record;
BEGIN
  SELECT * INTO v FROM public.live_login(p_token);
  IF v.capacity <> 'agent' THEN RETURN public.live_successor(p_token, p_owner); END IF;
  PERFORM 1 FROM public.login_person p JOIN public.mandate m ON m.owner_id = p.person_id AND m.agent_login = p.owner_id
   WHERE p.owner_id = v.login AND p.capacity = 'agent' AND p.ended_at IS NULL AND public.same_person(p.person_id, p_owner)
     AND m.ended_at IS NULL AND (m.until_on IS NULL OR m.until_on >= public.business_today())
     AND 'withdrawal' = ANY (m.scope) AND coalesce(m.case_id = p_case, true);
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'access.no-session';
  END IF;
  RETURN v.login;
END $$;

-- Who records: the clerk whose session it is, or the applicant whose session it is.
DROP FUNCTION estate_recorder(text, text);
CREATE FUNCTION estate_recorder(p_token text, p_owner text, p_case text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF p_token LIKE 'sxu\_%' THEN RETURN public.live_applicant(p_token, p_owner, p_case); END IF;
  RETURN public.live_officer(p_token, 'clerk');
END $$;

-- Each of the three without the login that it was told.
SELECT amend_function('record_successor', 'p_token text, p_by text, ', 'p_token text, ');
DROP FUNCTION record_successor(text, text, text, text, text, text, text, text, text, text, date, date, text, bytea, text, text, text, bytea,
  text, text, text, timestamptz);
SELECT amend_function('record_successor', 'public.estate_recorder(p_token, p_by)', 'public.estate_recorder(p_token, p_owner, p_case)');
SELECT amend_function('record_successor', 'AND p_token IS NULL THEN', $$AND v_by LIKE 'usr\_%' THEN$$);

SELECT amend_function('record_division', 'p_token text, p_by text, ', 'p_token text, ');
DROP FUNCTION record_division(text, text, text, text, text, text, text, bigint, text[], bigint[], text, timestamptz);
SELECT amend_function('record_division', 'public.estate_recorder(p_token, p_by)', 'public.estate_recorder(p_token, p_owner, p_case)');

SELECT amend_function('record_heir_payee', 'p_secret text, p_by text, ', 'p_secret text, ');
DROP FUNCTION record_heir_payee(text, text, text, text, text, text, text, text, text, bytea, text, timestamptz, text[], text, text, text, bytea);
SELECT amend_function('record_heir_payee', $$    v_login := CASE WHEN p_token LIKE 'sxu\_%' THEN public.live_successor(p_token, p_owner) END;
    v_by := coalesce(v_login, public.estate_recorder(p_token, p_by));$$,
  $$    v_by := public.estate_recorder(p_token, p_owner, p_case);
    v_login := CASE WHEN v_by LIKE 'usr\_%' THEN v_by END;$$);

REVOKE ALL ON FUNCTION same_person, live_applicant, estate_recorder, record_successor, record_division, record_heir_payee FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record_successor, record_division, record_heir_payee TO suixing_app;

-- What officers saw each time, append-only: a waiver rests on it, and stays where somebody is identified anew later, or no longer is. The
-- last one counts; one without a name knows nobody.
ALTER TABLE login_holder
  ADD COLUMN seq integer NOT NULL DEFAULT 1 CHECK (seq > 0),
  ALTER COLUMN name DROP NOT NULL,
  DROP CONSTRAINT login_holder_pkey,
  ADD PRIMARY KEY (owner_id, person_id, seq);
ALTER TABLE login_holder ALTER COLUMN seq DROP DEFAULT;
COMMENT ON TABLE login_holder IS 'distributed: under which name officers identified whoever acts by a login as a successor, owned by the login, append-only; chained with the person who died';

CREATE FUNCTION login_holder_digest(p_row public.login_holder) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.name, p_row.proof, p_row.officer_id, public.instant_text(p_row.since_at))
$$;

-- What is kept already gets its links now; of somebody who is on record no more, nobody acts.
DELETE FROM login_holder WHERE NOT EXISTS (SELECT FROM person p WHERE p.owner_id = person_id);
DO $$
DECLARE
  v_row public.login_holder;
BEGIN
  FOR v_row IN SELECT * FROM public.login_holder ORDER BY person_id, since_at, owner_id LOOP
    PERFORM public.chain_record(v_row.person_id, 'login-holder', v_row.owner_id || '/' || v_row.seq,
      public.login_holder_digest(v_row), v_row.since_at);
  END LOOP;
END $$;

-- Keeps under which name officers identified somebody; without one only where it takes an earlier name back. What came before the last one
-- changes nothing any more, however often it is said.
CREATE FUNCTION keep_holder(p_login text, p_person text, p_name text, p_proof text, p_officer text, p_since timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_last public.login_holder;
  v_row public.login_holder;
BEGIN
  PERFORM 1 FROM public.person WHERE owner_id = p_person FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT * INTO v_last FROM public.login_holder WHERE owner_id = p_login AND person_id = p_person ORDER BY seq DESC LIMIT 1;
  IF v_last.since_at >= p_since OR (p_name IS NULL AND v_last.name IS NULL) THEN RETURN; END IF;
  INSERT INTO public.login_holder (owner_id, person_id, name, proof, officer_id, since_at, seq)
  VALUES (p_login, p_person, p_name, p_proof, p_officer, p_since, coalesce(v_last.seq, 0) + 1)
  RETURNING * INTO v_row;
  PERFORM public.chain_record(p_person, 'login-holder', p_login || '/' || v_row.seq, public.login_holder_digest(v_row), p_since);
END $$;

SELECT amend_function('identified_as_heir', 'FROM public.login_holder h
', 'FROM (SELECT DISTINCT ON (person_id) * FROM public.login_holder WHERE owner_id = p_login ORDER BY person_id, seq DESC) h
');

-- The name of a code is here until it is kept with the login, and nowhere else.
CREATE OR REPLACE FUNCTION keep_holder_of_code(p_code_hash bytea, p_login text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_code public.activation_code;
BEGIN
  SELECT * INTO v_code FROM public.activation_code
   WHERE code_hash = p_code_hash AND used_by = p_login AND capacity = 'successor' FOR UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  PERFORM public.keep_holder(p_login, v_code.person_id, v_code.holder_name, 'window', v_code.officer_id, v_code.used_at);
  UPDATE public.activation_code SET holder_name = NULL WHERE code_hash = p_code_hash;
END $$;

SELECT amend_function('open_login_by_inquiry', $$  DELETE FROM public.login_holder WHERE owner_id = p_login AND person_id = v_person;
  INSERT INTO public.login_holder (owner_id, person_id, name, proof, officer_id, since_at)
  SELECT p_login, v_person, r.asker_name, 'account-inquiry', r.maker_id, clock_timestamp() FROM public.account_inquiry_review r
   WHERE r.inquiry_id = p_id AND r.asker_name IS NOT NULL;$$,
  $$  PERFORM public.keep_holder(p_login, v_person, r.asker_name, 'account-inquiry', r.maker_id, clock_timestamp())
    FROM public.account_inquiry_review r WHERE r.inquiry_id = p_id;$$);

-- The names of codes that were used, or can be used no more. How long is fixed here: no program keeps them longer by asking later, or less.
CREATE FUNCTION forget_code_names(p_most integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_gone integer;
BEGIN
  UPDATE public.activation_code SET holder_name = NULL
   WHERE code_hash IN (SELECT c.code_hash FROM public.activation_code c
     WHERE c.holder_name IS NOT NULL AND (c.used_at IS NOT NULL OR c.expires_at <= clock_timestamp()) LIMIT p_most FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS v_gone = ROW_COUNT;
  RETURN v_gone;
END $$;
CREATE INDEX activation_code_with_name ON activation_code (expires_at) WHERE holder_name IS NOT NULL;

REVOKE ALL ON FUNCTION login_holder_digest, keep_holder, forget_code_names FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_code_names TO suixing_app;
GRANT SELECT ON login_holder TO suixing_app;
