-- compatible: yes
-- Insured persons and what is on record of them. Append-only: a record entry is never changed, a later one supersedes it.
-- Identity numbers lie sealed (encrypted); they are found by a keyed hash in a locator.

CREATE TABLE import_run (
  id text COLLATE "C" PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('people', 'months')),
  file_name text NOT NULL,
  file_sha256 bytea NOT NULL CHECK (octet_length(file_sha256) = 32),
  line_count integer NOT NULL CHECK (line_count >= 0),
  opening_count integer NOT NULL CHECK (opening_count >= 0),
  opening_total_fen bigint NOT NULL CHECK (opening_total_fen >= 0),
  maker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  made_at timestamptz NOT NULL,
  finished_at timestamptz,
  UNIQUE (kind, file_sha256),
  UNIQUE (id, maker_id)
);
-- One file of a kind at a time: which persons are new is settled before the first line is written, and two files that name
-- the same person would otherwise both bring an opening balance.
CREATE UNIQUE INDEX one_import_under_way ON import_run (kind) WHERE finished_at IS NULL;
COMMENT ON TABLE import_run IS 'reference: one file taken in, once';

-- An import's opening balances are posted only after a second officer has approved its control totals.
CREATE TABLE import_approval (
  run_id text COLLATE "C" PRIMARY KEY,
  maker_id text COLLATE "C" NOT NULL,
  checker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  approved_at timestamptz NOT NULL,
  FOREIGN KEY (run_id, maker_id) REFERENCES import_run (id, maker_id),
  CONSTRAINT import_maker_is_not_checker CHECK (checker_id <> maker_id)
);
COMMENT ON TABLE import_approval IS 'reference: the second pair of eyes on an import';

CREATE TABLE person (
  owner_id text COLLATE "C" PRIMARY KEY,
  name text NOT NULL,
  name_latin text,
  born_on date NOT NULL,
  nationality text NOT NULL CHECK (nationality ~ '^[A-Z]{3}$'),
  office_id text COLLATE "C" NOT NULL REFERENCES office (id),
  phone_sealed bytea,
  email_sealed bytea,
  language text NOT NULL DEFAULT 'zh' CHECK (language IN ('zh', 'en')),
  run_id text COLLATE "C" REFERENCES import_run (id),
  line_no integer,
  recorded_at timestamptz NOT NULL,
  -- Which line of which import brought the person, so that an import that was cut short goes on where it stood.
  CHECK ((run_id IS NULL) = (line_no IS NULL))
);
COMMENT ON TABLE person IS 'distributed: insured persons';

CREATE TABLE identity_document (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  number_hash bytea NOT NULL CHECK (octet_length(number_hash) = 32),
  kind text NOT NULL CHECK (kind IN ('citizen-id', 'residence-permit', 'permanent-resident-card', 'passport')),
  issuer text NOT NULL CHECK (issuer ~ '^[A-Z]{3}$'),
  number_sealed bytea NOT NULL,
  number_tail text NOT NULL CHECK (length(number_tail) <= 4),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, number_hash)
);
COMMENT ON TABLE identity_document IS 'distributed: identity documents; the number sealed, its last characters for masks';

CREATE TABLE identity_locator (
  number_hash bytea PRIMARY KEY CHECK (octet_length(number_hash) = 32),
  owner_id text COLLATE "C" NOT NULL
);
COMMENT ON TABLE identity_locator IS 'locator(number_hash): which person an identity number belongs to';

CREATE TABLE employer (
  owner_id text COLLATE "C" PRIMARY KEY,
  credit_code text COLLATE "C" NOT NULL CHECK (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  name text NOT NULL,
  recorded_at timestamptz NOT NULL
);
COMMENT ON TABLE employer IS 'distributed: employers';

CREATE TABLE employer_locator (
  credit_code text COLLATE "C" PRIMARY KEY,
  owner_id text COLLATE "C" NOT NULL
);
COMMENT ON TABLE employer_locator IS 'locator(credit_code): which employer a unified social credit code belongs to';

-- What is on record of a person: events and statuses, each with the paper or the import line it rests on. The entry that
-- counts is, for each kind, the one recorded last among those that are confirmed (or came by import).
CREATE TABLE record_entry (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  id text COLLATE "C" NOT NULL,
  kind text NOT NULL CHECK (kind IN ('retired', 'died', 'left-country', 'nationality-lost', 'treatment-elsewhere',
    'roster', 'relationship', 'succession', 'transfer', 'open-claims', 'open-recoveries', 'investigation')),
  body jsonb NOT NULL,
  paper_reference text,
  run_id text COLLATE "C" REFERENCES import_run (id),
  line_no integer,
  case_id text COLLATE "C",
  maker_id text COLLATE "C" REFERENCES officer (id),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  UNIQUE (owner_id, id, maker_id),
  -- An entry stands on a paper that an officer saw, on a line of an import, or on a settled case.
  CHECK (num_nonnulls(paper_reference, run_id, case_id) = 1),
  CHECK ((run_id IS NULL) = (line_no IS NULL)),
  CHECK (paper_reference IS NULL OR maker_id IS NOT NULL)
);
-- The work list of the second officer, in the order of recording.
CREATE INDEX record_entry_on_paper ON record_entry (recorded_at, owner_id, id) WHERE paper_reference IS NOT NULL;
COMMENT ON TABLE record_entry IS 'distributed: life events and statuses of a person, append-only';

CREATE TABLE record_confirmation (
  owner_id text COLLATE "C" NOT NULL,
  entry_id text COLLATE "C" NOT NULL,
  maker_id text COLLATE "C" NOT NULL,
  checker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  confirmed boolean NOT NULL,
  reason text,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, entry_id),
  FOREIGN KEY (owner_id, entry_id, maker_id) REFERENCES record_entry (owner_id, id, maker_id),
  CONSTRAINT record_maker_is_not_checker CHECK (checker_id <> maker_id)
);
COMMENT ON TABLE record_confirmation IS 'distributed: the second officer''s word on a record entry';

CREATE TABLE employment (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  employer_id text COLLATE "C" NOT NULL,
  from_on date NOT NULL,
  run_id text COLLATE "C" NOT NULL REFERENCES import_run (id),
  line_no integer NOT NULL,
  PRIMARY KEY (owner_id, run_id, line_no)
);
COMMENT ON TABLE employment IS 'distributed: which employer a person worked for';

CREATE TABLE paid_period (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  run_id text COLLATE "C" NOT NULL REFERENCES import_run (id),
  line_no integer NOT NULL,
  from_month text COLLATE "C" NOT NULL CHECK (from_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  to_month text COLLATE "C" NOT NULL CHECK (to_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  base_fen bigint NOT NULL CHECK (base_fen >= 0),
  origin_region text NOT NULL CHECK (origin_region ~ '^\d{6}$'),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, run_id, line_no),
  CHECK (from_month <= to_month)
);
COMMENT ON TABLE paid_period IS 'distributed: paid months by period; a month is counted once however often it is listed';

-- How far an import has come.
CREATE INDEX person_by_run ON person (run_id, line_no) WHERE run_id IS NOT NULL;

-- A second officer's word on a record entry.
CREATE FUNCTION confirm_record(p_token text, p_owner text, p_entry text, p_confirmed boolean, p_reason text, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'reviewer');
  v_maker text;
BEGIN
  SELECT maker_id INTO v_maker FROM public.record_entry WHERE owner_id = p_owner AND id = p_entry;
  INSERT INTO public.record_confirmation (owner_id, entry_id, maker_id, checker_id, confirmed, reason, decided_at)
  VALUES (p_owner, p_entry, v_maker, v_checker, p_confirmed, p_reason, p_at);
  RETURN v_checker;
END $$;

-- A paper's fact is recorded in the name of the officer whose session it is.
CREATE FUNCTION record_paper(p_token text, p_owner text, p_entry text, p_kind text, p_body jsonb, p_paper text, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'clerk');
BEGIN
  INSERT INTO public.record_entry (owner_id, id, kind, body, paper_reference, maker_id, recorded_at)
  VALUES (p_owner, p_entry, p_kind, p_body, p_paper, v_maker, p_at);
  RETURN v_maker;
END $$;

CREATE FUNCTION begin_import(p_token text, p_run text, p_kind text, p_file_name text, p_sha256 bytea, p_lines integer,
    p_opening_count integer, p_opening_total bigint, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'clerk');
BEGIN
  INSERT INTO public.import_run (id, kind, file_name, file_sha256, line_count, opening_count, opening_total_fen, maker_id, made_at)
  VALUES (p_run, p_kind, p_file_name, p_sha256, p_lines, p_opening_count, p_opening_total, v_maker, p_at);
  RETURN v_maker;
END $$;

-- An import is finished only when the opening balances that lie there are, in number and sum, those that its maker named at
-- the beginning. The update comes first: it waits for lines under way, and none can come after it.
CREATE FUNCTION finish_import(p_run text, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_run public.import_run;
  v_lines bigint;
  v_total numeric;
BEGIN
  UPDATE public.import_run SET finished_at = p_at WHERE id = p_run AND finished_at IS NULL RETURNING * INTO v_run;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT count(*), coalesce(sum(amount_fen), 0) INTO v_lines, v_total FROM public.opening_line WHERE run_id = p_run;
  IF v_lines <> v_run.opening_count OR v_total <> v_run.opening_total_fen THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.import-totals-differ';
  END IF;
END $$;

-- Only a finished import can be approved, and never by the officer who made it.
CREATE FUNCTION approve_import(p_token text, p_run text, p_at timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'reviewer');
  v_run public.import_run;
BEGIN
  SELECT * INTO v_run FROM public.import_run WHERE id = p_run FOR UPDATE;
  IF v_run.id IS NULL OR v_run.finished_at IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.import-not-finished';
  END IF;
  INSERT INTO public.import_approval (run_id, maker_id, checker_id, approved_at)
  VALUES (p_run, v_run.maker_id, v_checker, p_at);
  RETURN v_checker;
END $$;

REVOKE ALL ON FUNCTION confirm_record, record_paper, begin_import, finish_import, approve_import FROM PUBLIC;
GRANT EXECUTE ON FUNCTION confirm_record, record_paper, begin_import, finish_import, approve_import TO suixing_app;
GRANT SELECT ON import_run, import_approval, person, identity_document, identity_locator, employer, employer_locator,
  record_entry, record_confirmation, employment, paid_period TO suixing_app;
GRANT INSERT ON person, identity_document, identity_locator, employer, employer_locator, employment, paid_period TO suixing_app;
-- By import or by a settled case; a paper's entry only through record_paper (its CHECK needs an officer, which the
-- application cannot write).
GRANT INSERT (owner_id, id, kind, body, run_id, line_no, case_id, recorded_at) ON record_entry TO suixing_app;
