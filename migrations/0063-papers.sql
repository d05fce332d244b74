-- compatible: yes
-- Papers that were uploaded: what lies in the files' folder, whether a scanner looked at it, which pages make which paper of a
-- case, what a clerk found of it, commitments in place of papers, and what was erased when its time was over.

CREATE TABLE paper_file (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  id text COLLATE "C" NOT NULL,
  -- SHA-256 of the bytes as they lie there, sealed: the name in the folder.
  stored_name text COLLATE "C" NOT NULL CHECK (stored_name ~ '^[0-9a-f]{64}$'),
  stored_bytes integer NOT NULL CHECK (stored_bytes > 0),
  -- The file's own key; gone once the file was erased, so that no copy can be read any more.
  key_sealed bytea,
  -- SHA-256 of the content, by a keyed hash to be found again, and sealed for a change of the key.
  content_hash bytea NOT NULL CHECK (octet_length(content_hash) = 32),
  content_sealed bytea NOT NULL,
  kind text NOT NULL CHECK (kind IN ('pdf', 'jpeg', 'png')),
  byte_count integer NOT NULL CHECK (byte_count BETWEEN 1 AND 20971520),
  removed text[] NOT NULL,
  received_at timestamptz NOT NULL,
  erased_at timestamptz,
  PRIMARY KEY (owner_id, id),
  CONSTRAINT paper_key_goes_with_the_content CHECK ((key_sealed IS NULL) = (erased_at IS NOT NULL))
);
CREATE UNIQUE INDEX one_file_per_content ON paper_file (owner_id, content_hash) WHERE erased_at IS NULL;
CREATE INDEX paper_file_by_name ON paper_file (stored_name);
COMMENT ON TABLE paper_file IS 'distributed: files of papers, each person''s once by its content';

CREATE TABLE paper_scan (
  owner_id text COLLATE "C" NOT NULL,
  file_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  outcome text NOT NULL CHECK (outcome IN ('clean', 'infected', 'failed', 'not-scanned')),
  -- What the scanner found, or why it could not say.
  said text NOT NULL CHECK (length(said) <= 200),
  at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, file_id, seq),
  FOREIGN KEY (owner_id, file_id) REFERENCES paper_file (owner_id, id)
);
CREATE INDEX paper_scan_not_judged ON paper_scan (owner_id, file_id) WHERE outcome IN ('failed', 'not-scanned');
COMMENT ON TABLE paper_scan IS 'distributed: what the virus scanner said of a file, the last one counts; append-only';

CREATE TABLE paper_upload (
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  file_id text COLLATE "C" NOT NULL,
  uploader_kind text NOT NULL,
  uploader_id text COLLATE "C" NOT NULL,
  -- What its owner called the file.
  name_sealed bytea,
  at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, case_id, file_id),
  FOREIGN KEY (owner_id, case_id) REFERENCES case_file (owner_id, id),
  FOREIGN KEY (owner_id, file_id) REFERENCES paper_file (owner_id, id)
);
CREATE INDEX paper_upload_by_file ON paper_upload (owner_id, file_id);
COMMENT ON TABLE paper_upload IS 'distributed: which files were uploaded for which case, append-only';

CREATE TABLE paper_page (
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  material_id text NOT NULL,
  revision integer NOT NULL,
  page integer NOT NULL CHECK (page BETWEEN 1 AND 40),
  file_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (owner_id, case_id, material_id, revision, page),
  FOREIGN KEY (owner_id, case_id, material_id, revision) REFERENCES case_material (owner_id, case_id, material_id, revision),
  FOREIGN KEY (owner_id, case_id, file_id) REFERENCES paper_upload (owner_id, case_id, file_id)
);
COMMENT ON TABLE paper_page IS 'distributed: the pages of a paper that was handed in, in their order, append-only';

CREATE TABLE paper_verdict (
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  material_id text NOT NULL,
  revision integer NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  verdict text NOT NULL CHECK (verdict IN ('accepted', 'rejected')),
  reason text CHECK (reason ~ '^[a-z]+(-[a-z]+)*$'),
  valid_until date,
  officer_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  judged_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, case_id, material_id, revision, seq),
  FOREIGN KEY (owner_id, case_id, material_id, revision) REFERENCES case_material (owner_id, case_id, material_id, revision),
  CONSTRAINT rejected_with_a_reason CHECK ((verdict = 'rejected') = (reason IS NOT NULL)),
  CONSTRAINT only_accepted_papers_expire CHECK (verdict = 'accepted' OR valid_until IS NULL)
);
COMMENT ON TABLE paper_verdict IS 'distributed: what a clerk found of a paper, the last one counts; append-only';

CREATE TABLE paper_commitment (
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  material_id text NOT NULL,
  revision integer NOT NULL,
  text_version text NOT NULL,
  text_digest bytea NOT NULL CHECK (octet_length(text_digest) = 32),
  signer_kind text NOT NULL,
  signer_id text COLLATE "C" NOT NULL,
  signer_name_sealed bytea NOT NULL,
  signed_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, case_id, material_id, revision),
  FOREIGN KEY (owner_id, case_id, material_id, revision) REFERENCES case_material (owner_id, case_id, material_id, revision)
);
COMMENT ON TABLE paper_commitment IS 'distributed: commitments signed in place of a paper, append-only';

-- The last word of the scanner on a file.
CREATE FUNCTION scan_of(p_owner text, p_file text) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT outcome FROM public.paper_scan WHERE owner_id = p_owner AND file_id = p_file ORDER BY seq DESC LIMIT 1
$$;

-- Keeps what the scanner said. What was once found infected stays so, whatever a later scan says.
CREATE FUNCTION record_scan(p_owner text, p_file text, p_outcome text, p_said text, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.paper_file WHERE owner_id = p_owner AND id = p_file FOR UPDATE;
  IF public.scan_of(p_owner, p_file) = 'infected' THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'materials.infected';
  END IF;
  INSERT INTO public.paper_scan (owner_id, file_id, seq, outcome, said, at)
  SELECT p_owner, p_file, coalesce(max(seq), 0) + 1, p_outcome, p_said, p_at
    FROM public.paper_scan WHERE owner_id = p_owner AND file_id = p_file;
END $$;

-- Takes a file into a case: the one that the person has already with this content, else the new one. A case takes sixty files
-- and two hundred megabytes. `p_hashes`: the content's hash by every key, the current one first. Answers the file's id.
CREATE FUNCTION take_file_in(p_owner text, p_case text, p_file text, p_name text, p_stored integer, p_key bytea, p_hashes bytea[],
    p_content bytea, p_kind text, p_bytes integer, p_removed text[], p_uploader_kind text, p_uploader text, p_called bytea,
    p_scan text, p_said text, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_file text;
  v_files bigint;
  v_bytes bigint;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  IF p_scan = 'infected' THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'materials.infected';
  END IF;
  -- Two who upload for one person at once come one after the other.
  PERFORM 1 FROM public.person WHERE owner_id = p_owner FOR NO KEY UPDATE;
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.no-case';
  END IF;
  SELECT id INTO v_file FROM public.paper_file
   WHERE owner_id = p_owner AND content_hash = ANY (p_hashes) AND erased_at IS NULL;
  IF v_file IS NULL THEN
    v_file := p_file;
    INSERT INTO public.paper_file (owner_id, id, stored_name, stored_bytes, key_sealed, content_hash, content_sealed, kind,
      byte_count, removed, received_at)
    VALUES (p_owner, p_file, p_name, p_stored, p_key, p_hashes[1], p_content, p_kind, p_bytes, p_removed, p_at);
  END IF;
  IF public.scan_of(p_owner, v_file) IS NULL OR (p_scan = 'clean' AND public.scan_of(p_owner, v_file) <> 'clean') THEN
    PERFORM public.record_scan(p_owner, v_file, p_scan, p_said, p_at);
  END IF;
  INSERT INTO public.paper_upload (owner_id, case_id, file_id, uploader_kind, uploader_id, name_sealed, at)
  VALUES (p_owner, p_case, v_file, p_uploader_kind, p_uploader, p_called, p_at) ON CONFLICT DO NOTHING;
  SELECT count(*), coalesce(sum(f.byte_count), 0) INTO v_files, v_bytes
    FROM public.paper_upload u JOIN public.paper_file f ON f.owner_id = u.owner_id AND f.id = u.file_id
   WHERE u.owner_id = p_owner AND u.case_id = p_case;
  IF v_files > 60 OR v_bytes > 209715200 THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'materials.case-full';
  END IF;
  RETURN v_file;
END $$;

-- The pages of the last revision of a paper, in their order; once.
CREATE FUNCTION keep_pages(p_owner text, p_case text, p_material text, p_revision integer, p_files text[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.paper_upload u JOIN public.paper_file f ON f.owner_id = u.owner_id AND f.id = u.file_id
   WHERE u.owner_id = p_owner AND u.case_id = p_case AND u.file_id = ANY (p_files)
     AND (public.scan_of(p_owner, f.id) = 'infected' OR f.erased_at IS NOT NULL);
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'materials.not-served';
  END IF;
  INSERT INTO public.paper_page (owner_id, case_id, material_id, revision, page, file_id)
  SELECT p_owner, p_case, p_material, p_revision, f.place, f.id
    FROM unnest(p_files) WITH ORDINALITY AS f (id, place);
END $$;

-- A clerk's verdict on the last revision of a paper. Accepted is nothing that a scanner found infected or could not judge.
CREATE FUNCTION judge_paper(p_token text, p_owner text, p_case text, p_material text, p_revision integer, p_verdict text,
    p_reason text, p_until date, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'clerk');
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case FOR UPDATE;
  PERFORM 1 FROM public.case_material
   WHERE owner_id = p_owner AND case_id = p_case AND material_id = p_material AND revision > p_revision;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.changed-meanwhile';
  END IF;
  PERFORM 1 FROM public.paper_page
   WHERE owner_id = p_owner AND case_id = p_case AND material_id = p_material AND revision = p_revision
     AND p_verdict = 'accepted' AND public.scan_of(p_owner, file_id) IN ('infected', 'failed');
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'materials.not-served';
  END IF;
  INSERT INTO public.paper_verdict (owner_id, case_id, material_id, revision, seq, verdict, reason, valid_until, officer_id,
    judged_at)
  SELECT p_owner, p_case, p_material, p_revision, coalesce(max(seq), 0) + 1, p_verdict, p_reason, p_until, v_officer, p_at
    FROM public.paper_verdict
   WHERE owner_id = p_owner AND case_id = p_case AND material_id = p_material AND revision = p_revision;
  RETURN v_officer;
END $$;

-- A commitment in place of a paper, word for word by the version of its text.
CREATE FUNCTION keep_commitment(p_owner text, p_case text, p_material text, p_revision integer, p_version text, p_digest bytea,
    p_signer_kind text, p_signer text, p_name bytea, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.mind_the_clock(p_at);
  INSERT INTO public.paper_commitment (owner_id, case_id, material_id, revision, text_version, text_digest, signer_kind,
    signer_id, signer_name_sealed, signed_at)
  VALUES (p_owner, p_case, p_material, p_revision, p_version, p_digest, p_signer_kind, p_signer, p_name, p_at);
END $$;

-- Erases a file whose time is over: its key goes, so that no copy of it can be read any more; its hashes stay. Never while
-- anything happened since `p_before` in a case that it was uploaded for, nor while an investigation or a recovery stands.
CREATE FUNCTION erase_paper_file(p_owner text, p_file text, p_before timestamptz, p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  IF p_before > (public.business_today() - 90)::timestamp AT TIME ZONE 'Asia/Shanghai' THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'materials.too-early';
  END IF;
  PERFORM 1 FROM public.person WHERE owner_id = p_owner FOR NO KEY UPDATE;
  IF public.measure_stands(p_owner, 'investigation') OR public.measure_stands(p_owner, 'recovery') THEN RETURN false; END IF;
  PERFORM 1 FROM public.paper_upload u JOIN public.case_action a ON a.owner_id = u.owner_id AND a.case_id = u.case_id
   WHERE u.owner_id = p_owner AND u.file_id = p_file AND a.at >= p_before;
  IF FOUND THEN RETURN false; END IF;
  PERFORM 1 FROM public.paper_upload WHERE owner_id = p_owner AND file_id = p_file AND at >= p_before;
  IF FOUND THEN RETURN false; END IF;
  UPDATE public.paper_file SET key_sealed = NULL, erased_at = p_at
   WHERE owner_id = p_owner AND id = p_file AND erased_at IS NULL;
  RETURN FOUND;
END $$;

REVOKE ALL ON FUNCTION scan_of, record_scan, take_file_in, keep_pages, judge_paper, keep_commitment, erase_paper_file FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record_scan, take_file_in, keep_pages, judge_paper, keep_commitment, erase_paper_file TO suixing_app;
GRANT SELECT ON paper_file, paper_scan, paper_upload, paper_page, paper_verdict, paper_commitment TO suixing_app;

-- The step by which a clerk judges a paper.
SELECT declare_move('death-notice insurance-stop retirement staff-reduction treatment-filing withdrawal', 'judge-paper', 'awaiting-materials in-review', '=', 'clerk'),
       declare_move('withdrawal', 'judge-paper', 'objection', '=', 'clerk');
