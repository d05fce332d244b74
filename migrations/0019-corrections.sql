-- compatible: no
-- Corrections of what is on record: one officer requests, with a reason and a paper, another decides. What was there before
-- is kept as it was: it is voided, and what is right instead is a row of its own that names the correction.

-- What the person themself says is wrong; a clerk answers by requesting a correction or by saying why not.
CREATE TABLE correction_wish (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  id text COLLATE "C" NOT NULL,
  says text NOT NULL CHECK (length(says) BETWEEN 1 AND 1000),
  asked_by text COLLATE "C" NOT NULL,
  asked_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id)
);
CREATE INDEX correction_wish_in_order ON correction_wish (asked_at, owner_id, id);
COMMENT ON TABLE correction_wish IS 'distributed: what people say is wrong on their record, append-only';

CREATE TABLE correction_wish_refusal (
  owner_id text COLLATE "C" NOT NULL,
  wish_id text COLLATE "C" NOT NULL,
  officer_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  refused_at timestamptz NOT NULL,
  CONSTRAINT wish_answered_once PRIMARY KEY (owner_id, wish_id),
  FOREIGN KEY (owner_id, wish_id) REFERENCES correction_wish (owner_id, id)
);
COMMENT ON TABLE correction_wish_refusal IS 'distributed: why a clerk did not take up what a person said is wrong';

CREATE TABLE correction (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  id text COLLATE "C" NOT NULL,
  subject text NOT NULL CHECK (subject IN ('entry', 'detail', 'document', 'employment', 'period')),
  -- What is wrong: an entry, document, employment or period by its id, a detail by its name. Null where something is missing.
  subject_id text COLLATE "C",
  -- What was on record when it was requested, as record_subject tells it, and what is right instead; null where nothing is.
  before jsonb,
  after jsonb,
  true_from date,
  true_to date,
  -- A number or address that stands in `after` without its value: sealed, by keyed hash, and its last characters.
  value_sealed bytea,
  number_hash bytea CHECK (octet_length(number_hash) = 32),
  number_tail text CHECK (length(number_tail) <= 4),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  paper_reference text NOT NULL CHECK (length(paper_reference) BETWEEN 1 AND 200),
  wish_id text COLLATE "C",
  maker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  requested_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  UNIQUE (owner_id, id, maker_id),
  FOREIGN KEY (owner_id, wish_id) REFERENCES correction_wish (owner_id, id),
  CHECK (num_nonnulls(subject_id, after) > 0),
  CHECK ((subject_id IS NULL) = (before IS NULL)),
  CHECK (subject <> 'entry' OR subject_id IS NOT NULL),
  CHECK (true_to >= true_from),
  CHECK ((subject = 'document' AND after IS NOT NULL) = (number_hash IS NOT NULL))
);
-- The work list of the second officer, in the order of the requests.
CREATE INDEX correction_in_order ON correction (requested_at, owner_id, id);
COMMENT ON TABLE correction IS 'distributed: corrections of records as requested by a first officer, append-only';

CREATE TABLE correction_decision (
  owner_id text COLLATE "C" NOT NULL,
  correction_id text COLLATE "C" NOT NULL,
  maker_id text COLLATE "C" NOT NULL,
  checker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  approved boolean NOT NULL,
  reason text CHECK (length(reason) BETWEEN 1 AND 500),
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, correction_id),
  FOREIGN KEY (owner_id, correction_id, maker_id) REFERENCES correction (owner_id, id, maker_id),
  CONSTRAINT correction_maker_is_not_checker CHECK (checker_id <> maker_id),
  CHECK (approved OR reason IS NOT NULL)
);
COMMENT ON TABLE correction_decision IS 'distributed: the second officer''s word on a correction';

-- What a person is called and how they are reached, as corrected or changed; `person` keeps what the import brought.
CREATE TABLE person_detail (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  id text COLLATE "C" NOT NULL,
  field text NOT NULL CHECK (field IN ('name', 'name-latin', 'born-on', 'nationality', 'phone', 'email', 'language')),
  -- Null where there is none; a telephone number and an e-mail address lie sealed.
  value text,
  value_sealed bytea,
  true_from date,
  correction_id text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  CHECK (field IN ('phone', 'email') OR value_sealed IS NULL),
  CHECK (field NOT IN ('phone', 'email') OR value IS NULL),
  CHECK (field NOT IN ('name', 'born-on', 'nationality', 'language') OR value IS NOT NULL)
);
COMMENT ON TABLE person_detail IS 'distributed: details of a person as corrected, append-only; the one known last counts from its day on';

ALTER TABLE identity_document ADD COLUMN id text COLLATE "C", ADD COLUMN true_from date,
  ADD COLUMN correction_id text COLLATE "C";
UPDATE identity_document SET id = 'doc_' || left(encode(sha256(number_hash), 'hex'), 26);
ALTER TABLE identity_document ALTER COLUMN id SET NOT NULL, ADD UNIQUE (owner_id, id);

ALTER TABLE record_entry ADD COLUMN correction_id text COLLATE "C", DROP CONSTRAINT record_entry_check,
  -- An entry stands on a paper that an officer saw, on a line of an import, on a settled case, or on an approved correction.
  ADD CONSTRAINT record_has_one_basis CHECK (num_nonnulls(paper_reference, run_id, case_id, correction_id) = 1);

-- What a correction would change, as it stands; null where it is not there, was found wrong already, or never counted.
CREATE FUNCTION record_subject(p_owner text, p_subject text, p_id text) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_found jsonb;
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.record_void WHERE owner_id = p_owner AND subject = p_subject AND subject_id = p_id;
  IF FOUND THEN RETURN NULL; END IF;
  CASE p_subject
    WHEN 'entry' THEN
      SELECT jsonb_build_object('kind', e.kind, 'body', e.body, 'trueFrom', e.true_from, 'trueTo', e.true_to) INTO v_found
        FROM public.record_entry e
        LEFT JOIN public.record_confirmation c ON c.owner_id = e.owner_id AND c.entry_id = e.id
       WHERE e.owner_id = p_owner AND e.id = p_id AND (e.paper_reference IS NULL OR c.confirmed);
    WHEN 'detail' THEN
      -- By its name: the version that was recorded last.
      SELECT jsonb_build_object('field', d.field, 'value', d.value, 'version', d.id) INTO v_found
        FROM public.person_detail d
       WHERE d.owner_id = p_owner AND d.field = p_id AND NOT EXISTS (SELECT FROM public.record_void v
         WHERE v.owner_id = d.owner_id AND v.subject = 'detail' AND v.subject_id = d.id)
       ORDER BY d.recorded_at DESC, d.id DESC LIMIT 1;
      IF v_found IS NULL THEN
        SELECT jsonb_build_object('field', p_id, 'version', 'person', 'value', CASE p_id WHEN 'name' THEN name
            WHEN 'name-latin' THEN name_latin WHEN 'born-on' THEN to_char(born_on, 'YYYY-MM-DD')
            WHEN 'nationality' THEN nationality WHEN 'language' THEN language END) INTO v_found
          FROM public.person
         WHERE owner_id = p_owner AND p_id IN ('name', 'name-latin', 'born-on', 'nationality', 'phone', 'email', 'language');
      END IF;
    WHEN 'document' THEN
      SELECT jsonb_build_object('kind', kind, 'issuer', issuer, 'tail', number_tail) INTO v_found
        FROM public.identity_document WHERE owner_id = p_owner AND id = p_id;
    WHEN 'employment' THEN
      SELECT jsonb_build_object('employerId', m.employer_id, 'fromOn', m.from_on, 'toOn', (SELECT x.ended_on
            FROM public.employment_end x WHERE x.owner_id = m.owner_id AND x.employment_id = m.id
           ORDER BY x.recorded_at DESC, x.id DESC LIMIT 1)) INTO v_found
        FROM public.employment m WHERE m.owner_id = p_owner AND m.id = p_id;
    WHEN 'period' THEN
      SELECT jsonb_build_object('fromMonth', from_month, 'toMonth', to_month, 'baseFen', base_fen::text,
          'originRegion', origin_region) INTO v_found
        FROM public.paid_period WHERE owner_id = p_owner AND id = p_id;
  END CASE;
  RETURN v_found;
END $$;

CREATE FUNCTION correction_digest(p_subject text, p_subject_id text, p_before jsonb, p_after jsonb, p_true_from date,
    p_true_to date, p_reason text, p_paper text, p_wish text, p_maker text, p_at timestamptz) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_subject, p_subject_id, p_before::text, p_after::text, to_char(p_true_from, 'YYYY-MM-DD'),
    to_char(p_true_to, 'YYYY-MM-DD'), p_reason, p_paper, p_wish, p_maker, public.instant_text(p_at))
$$;

CREATE FUNCTION detail_digest(p_field text, p_value text, p_true_from date, p_correction text, p_at timestamptz) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_field, p_value, to_char(p_true_from, 'YYYY-MM-DD'), p_correction, public.instant_text(p_at))
$$;

CREATE FUNCTION document_digest(p_kind text, p_issuer text, p_tail text, p_true_from date, p_correction text, p_at timestamptz)
  RETURNS bytea LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_kind, p_issuer, p_tail, to_char(p_true_from, 'YYYY-MM-DD'), p_correction, public.instant_text(p_at))
$$;

CREATE FUNCTION void_digest(p_subject text, p_id text, p_correction text, p_at timestamptz) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_subject, p_id, p_correction, public.instant_text(p_at))
$$;

-- A clerk requests a correction. What is there before is told by the database, not by the caller; one request at a time
-- about one thing.
CREATE FUNCTION request_correction(p_token text, p_owner text, p_id text, p_subject text, p_subject_id text, p_after jsonb,
    p_true_from date, p_true_to date, p_sealed bytea, p_hash bytea, p_tail text, p_reason text, p_paper text, p_wish text,
    p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'clerk');
  v_before jsonb;
BEGIN
  PERFORM 1 FROM public.person WHERE owner_id = p_owner FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.no-such-person';
  END IF;
  IF p_subject_id IS NOT NULL THEN
    v_before := public.record_subject(p_owner, p_subject, p_subject_id);
    IF v_before IS NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.nothing-to-correct';
    END IF;
    PERFORM 1 FROM public.correction c WHERE c.owner_id = p_owner AND c.subject = p_subject AND c.subject_id = p_subject_id
       AND NOT EXISTS (SELECT FROM public.correction_decision d WHERE d.owner_id = c.owner_id AND d.correction_id = c.id);
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.correction-open';
    END IF;
  END IF;
  IF p_wish IS NOT NULL THEN
    PERFORM 1 FROM public.correction_wish_refusal WHERE owner_id = p_owner AND wish_id = p_wish;
    IF FOUND OR NOT EXISTS (SELECT FROM public.correction_wish WHERE owner_id = p_owner AND id = p_wish) THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.no-such-wish';
    END IF;
  END IF;
  INSERT INTO public.correction (owner_id, id, subject, subject_id, before, after, true_from, true_to, value_sealed,
    number_hash, number_tail, reason, paper_reference, wish_id, maker_id, requested_at)
  VALUES (p_owner, p_id, p_subject, p_subject_id, v_before, p_after, p_true_from, p_true_to, p_sealed, p_hash, p_tail,
    p_reason, p_paper, p_wish, v_maker, p_at);
  PERFORM public.chain_record(p_owner, 'correction', p_id, public.correction_digest(p_subject, p_subject_id, v_before, p_after,
    p_true_from, p_true_to, p_reason, p_paper, p_wish, v_maker, p_at), p_at);
  RETURN v_maker;
END $$;

-- Puts what is right in the place of what was wrong. Called by decide_correction only. The new row's id ends as the
-- correction's does.
CREATE FUNCTION apply_correction(p_made correction, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_suffix text := substr(p_made.id, 5);
  v_rank timestamptz;
  v_maker text := p_made.maker_id;
  v_void boolean := p_made.subject_id IS NOT NULL
    AND p_made.subject_id NOT IN ('name', 'name-latin', 'born-on', 'nationality', 'phone', 'email', 'language');
BEGIN
  IF v_void THEN
    INSERT INTO public.record_void (owner_id, subject, subject_id, correction_id, voided_at)
    VALUES (p_made.owner_id, p_made.subject, p_made.subject_id, p_made.id, p_at);
    PERFORM public.chain_record(p_made.owner_id, 'void', p_made.id,
      public.void_digest(p_made.subject, p_made.subject_id, p_made.id, p_at), p_at);
    -- A number that was wrongly written down may be somebody else's.
    IF p_made.subject = 'document' THEN
      DELETE FROM public.identity_locator l USING public.identity_document d
       WHERE d.owner_id = p_made.owner_id AND d.id = p_made.subject_id AND l.number_hash = d.number_hash
         AND l.owner_id = d.owner_id;
    END IF;
  END IF;
  IF p_made.after IS NULL THEN RETURN; END IF;
  CASE p_made.subject
    WHEN 'entry' THEN
      SELECT coalesce(rank_at, recorded_at) INTO v_rank FROM public.record_entry
       WHERE owner_id = p_made.owner_id AND id = p_made.subject_id;
      INSERT INTO public.record_entry (owner_id, id, kind, body, true_from, true_to, rank_at, correction_id, maker_id, recorded_at)
      VALUES (p_made.owner_id, 'rec_' || v_suffix, p_made.before ->> 'kind', p_made.after, p_made.true_from, p_made.true_to,
        v_rank, p_made.id, v_maker, p_at);
      PERFORM public.chain_record(p_made.owner_id, 'entry', 'rec_' || v_suffix,
        public.entry_digest(p_made.before ->> 'kind', p_made.after, NULL, NULL, NULL, NULL, v_maker, p_at, p_made.true_from,
          p_made.true_to, v_rank, p_made.id), p_at);
    WHEN 'detail' THEN
      INSERT INTO public.person_detail (owner_id, id, field, value, value_sealed, true_from, correction_id, recorded_at)
      VALUES (p_made.owner_id, 'dtl_' || v_suffix, p_made.before ->> 'field', p_made.after ->> 'value', p_made.value_sealed,
        p_made.true_from, p_made.id, p_at);
      PERFORM public.chain_record(p_made.owner_id, 'detail', 'dtl_' || v_suffix,
        public.detail_digest(p_made.before ->> 'field', p_made.after ->> 'value', p_made.true_from, p_made.id, p_at), p_at);
    WHEN 'document' THEN
      INSERT INTO public.identity_locator (number_hash, owner_id) VALUES (p_made.number_hash, p_made.owner_id);
      INSERT INTO public.identity_document (owner_id, id, number_hash, kind, issuer, number_sealed, number_tail, true_from,
        correction_id, recorded_at)
      VALUES (p_made.owner_id, 'doc_' || v_suffix, p_made.number_hash, p_made.after ->> 'kind', p_made.after ->> 'issuer',
        p_made.value_sealed, p_made.number_tail, p_made.true_from, p_made.id, p_at);
      PERFORM public.chain_record(p_made.owner_id, 'document', 'doc_' || v_suffix,
        public.document_digest(p_made.after ->> 'kind', p_made.after ->> 'issuer', p_made.number_tail, p_made.true_from,
          p_made.id, p_at), p_at);
    WHEN 'employment' THEN
      PERFORM public.apply_employment(p_made, p_at);
    WHEN 'period' THEN
      INSERT INTO public.paid_period (owner_id, id, from_month, to_month, base_fen, origin_region, correction_id, recorded_at)
      VALUES (p_made.owner_id, 'per_' || v_suffix, p_made.after ->> 'fromMonth', p_made.after ->> 'toMonth',
        (p_made.after ->> 'baseFen')::bigint, p_made.after ->> 'originRegion', p_made.id, p_at);
      PERFORM public.chain_record(p_made.owner_id, 'period', 'per_' || v_suffix,
        public.period_digest(p_made.after ->> 'fromMonth', p_made.after ->> 'toMonth', (p_made.after ->> 'baseFen')::bigint,
          p_made.after ->> 'originRegion', NULL, NULL, p_made.id, p_at), p_at);
  END CASE;
END $$;

CREATE FUNCTION apply_employment(p_made correction, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_id text := 'job_' || substr(p_made.id, 5);
  v_from date := (p_made.after ->> 'fromOn')::date;
  v_to date := (p_made.after ->> 'toOn')::date;
BEGIN
  INSERT INTO public.employment (owner_id, id, employer_id, from_on, correction_id, recorded_at)
  VALUES (p_made.owner_id, v_id, p_made.after ->> 'employerId', v_from, p_made.id, p_at);
  PERFORM public.chain_record(p_made.owner_id, 'employment', v_id,
    public.employment_digest(p_made.after ->> 'employerId', v_from, NULL, NULL, p_made.id, p_at), p_at);
  IF v_to IS NULL THEN RETURN; END IF;
  INSERT INTO public.employment_end (owner_id, id, employment_id, ended_on, correction_id, recorded_at)
  VALUES (p_made.owner_id, v_id, v_id, v_to, p_made.id, p_at);
  PERFORM public.chain_record(p_made.owner_id, 'employment-end', v_id,
    public.employment_end_digest(v_id, v_to, NULL, p_made.id, p_at), p_at);
END $$;

-- The second officer approves or declines. Approved only while the record still says what it said at the request.
CREATE FUNCTION decide_correction(p_token text, p_owner text, p_correction text, p_approved boolean, p_reason text,
    p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'reviewer');
  v_made public.correction;
BEGIN
  PERFORM 1 FROM public.person WHERE owner_id = p_owner FOR NO KEY UPDATE;
  SELECT * INTO v_made FROM public.correction WHERE owner_id = p_owner AND id = p_correction;
  IF v_made.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.no-such-correction';
  END IF;
  INSERT INTO public.correction_decision (owner_id, correction_id, maker_id, checker_id, approved, reason, decided_at)
  VALUES (p_owner, p_correction, v_made.maker_id, v_checker, p_approved, p_reason, p_at);
  PERFORM public.chain_record(p_owner, 'correction-decision', p_correction,
    public.confirmation_digest(v_made.maker_id, v_checker, p_approved, p_reason, p_at), p_at);
  IF NOT p_approved THEN RETURN v_checker; END IF;
  IF v_made.subject_id IS NOT NULL
     AND public.record_subject(p_owner, v_made.subject, v_made.subject_id) IS DISTINCT FROM v_made.before THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.correction-overtaken';
  END IF;
  PERFORM public.apply_correction(v_made, p_at);
  RETURN v_checker;
END $$;

CREATE FUNCTION refuse_correction_wish(p_token text, p_owner text, p_wish text, p_reason text, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'clerk');
BEGIN
  PERFORM 1 FROM public.correction_wish WHERE owner_id = p_owner AND id = p_wish;
  IF NOT FOUND OR EXISTS (SELECT FROM public.correction WHERE owner_id = p_owner AND wish_id = p_wish) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.no-such-wish';
  END IF;
  INSERT INTO public.correction_wish_refusal (owner_id, wish_id, officer_id, reason, refused_at)
  VALUES (p_owner, p_wish, v_officer, p_reason, p_at);
END $$;

REVOKE ALL ON FUNCTION record_subject, correction_digest, detail_digest, document_digest, void_digest, request_correction,
  apply_correction, apply_employment, decide_correction, refuse_correction_wish FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record_subject, correction_digest, detail_digest, document_digest, void_digest, request_correction,
  decide_correction, refuse_correction_wish TO suixing_app;
GRANT SELECT ON correction, correction_decision, correction_wish, correction_wish_refusal, person_detail TO suixing_app;
GRANT INSERT ON correction_wish TO suixing_app;
-- What an import inserts names no correction.
REVOKE INSERT ON identity_document FROM suixing_app;
GRANT INSERT (owner_id, id, number_hash, kind, issuer, number_sealed, number_tail, recorded_at) ON identity_document TO suixing_app;
