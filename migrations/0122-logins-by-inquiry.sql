-- compatible: yes
-- Who proved a death and a relation to two officers, and was identified by them, gets a login of their own as a successor with the
-- number and the secret of their question: once, while the answer may be read. The first officer says, by their own session, under
-- which paper the asker was identified, and which record is the one of the person who died; the database alone makes the link.

-- A program that asks makes the secret itself, so that asking again after a connection dropped is the same question.
CREATE UNIQUE INDEX account_inquiry_by_secret ON account_inquiry (secret_hash);

ALTER TABLE account_inquiry_review
  ADD COLUMN identity_paper text CHECK (length(identity_paper) BETWEEN 1 AND 200),
  ADD COLUMN person_id text COLLATE "C" CHECK (person_id ~ '^psn_'),
  -- What the papers prove of the person, recorded with the review and confirmed or rejected with the decision.
  ADD COLUMN facts text[] NOT NULL DEFAULT '{}' CHECK (cardinality(facts) = 0 OR person_id IS NOT NULL);

CREATE TABLE account_inquiry_login (
  inquiry_id text COLLATE "C" PRIMARY KEY REFERENCES account_inquiry (id),
  login_id text COLLATE "C" NOT NULL CHECK (login_id ~ '^usr_'),
  opened_at timestamptz NOT NULL
);
COMMENT ON TABLE account_inquiry_login IS 'reference: the login that was opened by the answer to a question; one each';

ALTER TABLE login_person DROP CONSTRAINT login_person_proof_check,
  ADD CONSTRAINT login_person_proof_check CHECK (proof IN ('code-to-contact', 'window', 'mandate', 'account-inquiry'));

DROP FUNCTION review_inquiry(text, text, boolean, text, text, timestamptz);
CREATE FUNCTION review_inquiry(p_token text, p_id text, p_entitled boolean, p_death_paper text, p_relation_paper text, p_at timestamptz,
    p_identity_paper text DEFAULT NULL, p_person text DEFAULT NULL, p_facts text[] DEFAULT '{}')
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
    person_id, facts)
  VALUES (p_id, p_entitled, p_death_paper, p_relation_paper, v_maker, p_at, p_identity_paper, p_person, p_facts);
  RETURN v_maker;
END $$;

-- Links a login to the person who died, as a successor, by a question that two officers confirmed.
CREATE FUNCTION open_login_by_inquiry(p_id text, p_secret text, p_login text, p_at timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_person text;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  SELECT r.person_id INTO v_person
    FROM public.account_inquiry q
    JOIN public.account_inquiry_review r ON r.inquiry_id = q.id
    JOIN public.account_inquiry_decision d ON d.inquiry_id = q.id
   WHERE q.id = p_id AND q.secret_hash = sha256(convert_to('suixing account inquiry ' || p_secret, 'UTF8'))
     AND r.entitled AND d.confirmed AND r.identity_paper IS NOT NULL
     AND d.decided_at > p_at - interval '30 days';
  IF v_person IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'access.inquiry-not-open';
  END IF;
  INSERT INTO public.account_inquiry_login (inquiry_id, login_id, opened_at) VALUES (p_id, p_login, p_at)
  ON CONFLICT (inquiry_id) DO NOTHING;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'access.inquiry-used';
  END IF;
  INSERT INTO public.login_person (owner_id, person_id, capacity, proof, reference, since_at)
  VALUES (p_login, v_person, 'successor', 'account-inquiry', p_id, clock_timestamp())
  ON CONFLICT (owner_id, person_id, capacity) DO UPDATE SET ended_at = NULL;
  INSERT INTO public.person_access (owner_id, login_id, capacity, since_at)
  VALUES (v_person, p_login, 'successor', clock_timestamp())
  ON CONFLICT (owner_id, login_id, capacity) DO UPDATE SET ended_at = NULL;
  RETURN v_person;
END $$;

REVOKE ALL ON FUNCTION review_inquiry, open_login_by_inquiry FROM PUBLIC;
GRANT EXECUTE ON FUNCTION review_inquiry TO suixing_app;
GRANT EXECUTE ON FUNCTION open_login_by_inquiry TO suixing_login;
GRANT SELECT ON account_inquiry_login TO suixing_app;
