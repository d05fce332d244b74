-- compatible: yes
-- A name alone does not say who somebody is: a cousin may have the name of a child's guardian, and have been identified under it. Where
-- officers identify whoever acts by a login as a successor, of which kind their identity document is and the end of its number are kept
-- with the name, and a guardian is compared in all three. Whose document was not written down comes to the window.
-- What officers saw last counts for the person, on whichever of the records that are one it stands, and while the login is linked there.

ALTER TABLE account_inquiry_review
  ADD COLUMN asker_kind text CHECK (asker_kind IN ('citizen-id', 'residence-permit', 'permanent-resident-card', 'passport')),
  ADD COLUMN asker_tail text CHECK (length(asker_tail) BETWEEN 1 AND 4),
  ADD CONSTRAINT askers_document_with_name CHECK ((asker_kind IS NULL) = (asker_tail IS NULL) AND (asker_kind IS NULL OR asker_name IS NOT NULL));
ALTER TABLE activation_code
  ADD COLUMN holder_kind text CHECK (holder_kind IN ('citizen-id', 'residence-permit', 'permanent-resident-card', 'passport')),
  ADD COLUMN holder_tail text CHECK (length(holder_tail) BETWEEN 1 AND 4),
  ADD CONSTRAINT codes_document_with_name CHECK ((holder_kind IS NULL) = (holder_tail IS NULL) AND (holder_kind IS NULL OR holder_name IS NOT NULL));
ALTER TABLE login_holder
  ADD COLUMN identity_kind text CHECK (identity_kind IN ('citizen-id', 'residence-permit', 'permanent-resident-card', 'passport')),
  ADD COLUMN identity_tail text CHECK (length(identity_tail) BETWEEN 1 AND 4),
  ADD CONSTRAINT holders_document_with_name CHECK ((identity_kind IS NULL) = (identity_tail IS NULL) AND (identity_kind IS NULL OR name IS NOT NULL));
COMMENT ON TABLE login_holder IS 'distributed: under which name and document officers identified whoever acts by a login as a successor, owned by the login, append-only; chained with the person who died';

-- A row without a document is chained as it was before there was one.
CREATE OR REPLACE FUNCTION login_holder_digest(p_row public.login_holder) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN p_row.identity_kind IS NULL
    THEN public.digest_of(p_row.name, p_row.proof, p_row.officer_id, public.instant_text(p_row.since_at))
    ELSE public.digest_of(p_row.name, p_row.identity_kind, p_row.identity_tail, p_row.proof, p_row.officer_id,
      public.instant_text(p_row.since_at)) END
$$;

-- What officers said last of whoever acts by a login as a successor of this person, on whichever record; also that nobody is known.
CREATE FUNCTION last_word_on_holder(p_login text, p_owner text) RETURNS public.login_holder
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT h FROM public.login_holder h
   WHERE h.owner_id = p_login AND public.same_person(h.person_id, p_owner)
   ORDER BY h.since_at DESC, h.name IS NULL DESC, h.person_id, h.seq DESC LIMIT 1
$$;

-- As whom officers know whoever acts by a login as a successor of this person; nobody where the last word took the name back, or where
-- the login is linked no more to the record on which it was said.
CREATE FUNCTION known_holder(p_login text, p_owner text) RETURNS public.login_holder
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT h FROM public.last_word_on_holder(p_login, p_owner) h
    JOIN public.login_person p ON p.owner_id = h.owner_id AND p.person_id = h.person_id AND p.capacity = 'successor' AND p.ended_at IS NULL
   WHERE h.name IS NOT NULL
$$;

-- Keeps as whom officers identified somebody; without a name only where it takes an earlier one back, on whichever record. What came
-- before the last one changes nothing any more, however often it is said.
DROP FUNCTION keep_holder(text, text, text, text, text, timestamptz);
CREATE FUNCTION keep_holder(p_login text, p_person text, p_name text, p_proof text, p_officer text, p_since timestamptz,
    p_kind text DEFAULT NULL, p_tail text DEFAULT NULL) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_last public.login_holder;
  v_row public.login_holder;
BEGIN
  PERFORM 1 FROM public.person WHERE owner_id = p_person FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT * INTO v_last FROM public.login_holder WHERE owner_id = p_login AND person_id = p_person ORDER BY seq DESC LIMIT 1;
  IF v_last.since_at >= p_since
     OR (p_name IS NULL AND v_last.name IS NULL AND (public.last_word_on_holder(p_login, p_person)).name IS NULL) THEN RETURN; END IF;
  INSERT INTO public.login_holder (owner_id, person_id, name, identity_kind, identity_tail, proof, officer_id, since_at, seq)
  VALUES (p_login, p_person, p_name, p_kind, p_tail, p_proof, p_officer, p_since, coalesce(v_last.seq, 0) + 1)
  RETURNING * INTO v_row;
  PERFORM public.chain_record(p_person, 'login-holder', p_login || '/' || v_row.seq, public.login_holder_digest(v_row), p_since);
END $$;

-- The window's code, with the holder's document where the clerk wrote it down.
SELECT amend_function('issue_activation_code', 'p_holder text DEFAULT NULL::text',
  'p_holder text DEFAULT NULL::text, p_holder_kind text DEFAULT NULL::text, p_holder_tail text DEFAULT NULL::text');
DROP FUNCTION issue_activation_code(text, bytea, text, text, text, text, integer, text);
SELECT amend_function('issue_activation_code', 'holder_name)', 'holder_name, holder_kind, holder_tail)');
SELECT amend_function('issue_activation_code', 'p_holder);', 'p_holder, p_holder_kind, p_holder_tail);');

-- The name and document of a code are here until they are kept with the login, and nowhere else; those of codes that were used, or can be
-- used no more, go.
SELECT amend_function('keep_holder_of_code', 'v_code.used_at);', 'v_code.used_at,
    v_code.holder_kind, v_code.holder_tail);');
SELECT amend_function('keep_holder_of_code', 'SET holder_name = NULL WHERE code_hash = p_code_hash',
  'SET holder_name = NULL, holder_kind = NULL, holder_tail = NULL WHERE code_hash = p_code_hash');
SELECT amend_function('forget_code_names', 'SET holder_name = NULL', 'SET holder_name = NULL, holder_kind = NULL, holder_tail = NULL');

-- The document of whoever asks, which the first officer compared with the question; without one compared it is nobody's.
SELECT amend_function('review_inquiry', 'p_asker_name text DEFAULT NULL::text',
  'p_asker_name text DEFAULT NULL::text, p_asker_kind text DEFAULT NULL::text, p_asker_tail text DEFAULT NULL::text');
DROP FUNCTION review_inquiry(text, text, boolean, text, text, timestamptz, text, text, text[], text);
SELECT amend_function('review_inquiry', 'person_id, facts, asker_name)', 'person_id, facts, asker_name, asker_kind, asker_tail)');
SELECT amend_function('review_inquiry', 'CASE WHEN p_identity_paper IS NOT NULL THEN p_asker_name END);',
  'CASE WHEN p_identity_paper IS NOT NULL THEN p_asker_name END, CASE WHEN p_identity_paper IS NOT NULL THEN p_asker_kind END,
    CASE WHEN p_identity_paper IS NOT NULL THEN p_asker_tail END);');
SELECT amend_function('erase_inquiries', 'SET asker_name = NULL WHERE', 'SET asker_name = NULL, asker_kind = NULL, asker_tail = NULL WHERE');
SELECT amend_function('open_login_by_inquiry', $$'account-inquiry', r.maker_id, clock_timestamp())$$,
  $$'account-inquiry', r.maker_id, clock_timestamp(), r.asker_kind, r.asker_tail)$$);

-- Whether officers identified whoever acts by a login under the name of this heir, and under nobody else's in the case.
CREATE OR REPLACE FUNCTION identified_as_heir(p_login text, p_owner text, p_case text, p_successor text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM public.known_holder(p_login, p_owner) h
    JOIN public.successor s ON s.owner_id = p_owner AND s.case_id = p_case
     AND lower(btrim(h.name)) IN (lower(s.name), lower(coalesce(s.name_latin, s.name)))
    WHERE NOT public.out_of_estate(p_owner, s.id, '{struck}')
    HAVING bool_and(s.id = p_successor) AND count(*) > 0)
$$;

-- Whether officers identified whoever acts by a login as the guardian on record of this minor heir, by name and document. A guardian of
-- whose name there is another one, or an heir, with another document or none on record, comes to the window.
CREATE OR REPLACE FUNCTION signed_in_as_guardian(p_login text, p_owner text, p_case text, p_successor text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM public.known_holder(p_login, p_owner) h
    JOIN public.successor s ON s.owner_id = p_owner AND s.case_id = p_case AND s.id = p_successor
    WHERE public.name_key(h.name) <> ''
      AND public.name_key(h.name) = public.name_key(s.guardian_name)
      AND (h.identity_kind, h.identity_tail) = (s.guardian_kind, s.guardian_tail)
      AND (s.born_on + interval '18 years')::date > public.business_today()
      AND NOT public.out_of_estate(p_owner, s.id, '{struck}')
      AND NOT EXISTS (SELECT FROM public.successor_login l
        WHERE l.owner_id = p_owner AND l.successor_id = s.id AND l.login_id <> p_login)
      AND NOT EXISTS (SELECT FROM public.successor o WHERE o.owner_id = p_owner AND o.case_id = p_case
        AND public.name_key(o.guardian_name) = public.name_key(s.guardian_name)
        AND (o.guardian_kind, o.guardian_tail) IS DISTINCT FROM (s.guardian_kind, s.guardian_tail))
      AND NOT EXISTS (SELECT FROM public.successor o WHERE o.owner_id = p_owner AND o.case_id = p_case
        AND public.name_key(s.guardian_name) IN (public.name_key(o.name), public.name_key(o.name_latin))
        AND (o.identity_kind, o.identity_tail) IS DISTINCT FROM (s.guardian_kind, s.guardian_tail)
        AND NOT public.out_of_estate(p_owner, o.id, '{struck}')))
$$;

REVOKE ALL ON FUNCTION last_word_on_holder, known_holder, keep_holder, issue_activation_code, review_inquiry FROM PUBLIC;
GRANT EXECUTE ON FUNCTION issue_activation_code TO suixing_login;
GRANT EXECUTE ON FUNCTION known_holder, review_inquiry TO suixing_app;
