-- compatible: yes
-- A relative sends the proof of death and of kinship with the question, by its number and secret; both officers see them. What was
-- asked and its papers are erased a year after the decision, or after the question where nobody ever came: the answer can be read for 30
-- days, who was refused may ask for a reconsideration for 60 days and go to court for six months of knowing of it (Administrative
-- Reconsideration Law, article 20; Administrative Litigation Law, article 46), and after that nothing turns on it. That it was asked,
-- and which officers decided, stays; how long is fixed here, and no program shortens it.

ALTER TABLE account_inquiry
  ALTER COLUMN asked_sealed DROP NOT NULL,
  ADD COLUMN erased_at timestamptz,
  ADD CONSTRAINT what_was_asked_goes_once CHECK ((asked_sealed IS NULL) = (erased_at IS NOT NULL));
CREATE INDEX account_inquiry_to_erase ON account_inquiry (asked_at) WHERE erased_at IS NULL;

CREATE TABLE account_inquiry_file (
  inquiry_id text COLLATE "C" NOT NULL REFERENCES account_inquiry (id),
  id text COLLATE "C" NOT NULL,
  paper text NOT NULL CHECK (paper IN ('death', 'relation')),
  -- As it lies in the files' folder: the hash of its sealed bytes is its name there, its own key opens it.
  stored_name text COLLATE "C" NOT NULL CHECK (stored_name ~ '^[0-9a-f]{64}$'),
  stored_bytes integer NOT NULL CHECK (stored_bytes > 0),
  key_sealed bytea NOT NULL,
  -- Of the question's secret and the content, so that what is sent twice lies there once.
  content_hash bytea NOT NULL CHECK (octet_length(content_hash) = 32),
  kind text NOT NULL CHECK (kind IN ('pdf', 'jpeg', 'png')),
  byte_count integer NOT NULL CHECK (byte_count BETWEEN 1 AND 20971520),
  scan text NOT NULL CHECK (scan IN ('clean', 'not-scanned')),
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (inquiry_id, id),
  CONSTRAINT inquiry_file_once UNIQUE (inquiry_id, paper, content_hash)
);
CREATE INDEX account_inquiry_file_by_name ON account_inquiry_file (stored_name);
COMMENT ON TABLE account_inquiry_file IS 'reference: papers sent with a question, as long as the question is kept';

-- The question of a number and its secret, locked, while papers may still be added: until a first officer has looked at them.
CREATE FUNCTION question_open_for_papers(p_id text, p_secret text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.account_inquiry WHERE id = p_id AND erased_at IS NULL
    AND secret_hash = sha256(convert_to('suixing account inquiry ' || p_secret, 'UTF8')) FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.no-question';
  END IF;
  PERFORM 1 FROM public.account_inquiry_review WHERE inquiry_id = p_id;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.inquiry-reviewed';
  END IF;
END $$;

CREATE FUNCTION take_inquiry_file(p_id text, p_secret text, p_file text, p_paper text, p_stored_name text, p_stored_bytes integer,
    p_key bytea, p_content bytea, p_kind text, p_bytes integer, p_scan text, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_known text;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.question_open_for_papers(p_id, p_secret);
  SELECT id INTO v_known FROM public.account_inquiry_file WHERE inquiry_id = p_id AND paper = p_paper AND content_hash = p_content;
  IF FOUND THEN
    RETURN v_known;
  END IF;
  IF (SELECT count(*) >= 8 FROM public.account_inquiry_file WHERE inquiry_id = p_id) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.too-many-files';
  END IF;
  INSERT INTO public.account_inquiry_file (inquiry_id, id, paper, stored_name, stored_bytes, key_sealed, content_hash, kind, byte_count,
    scan, sent_at)
  VALUES (p_id, p_file, p_paper, p_stored_name, p_stored_bytes, p_key, p_content, p_kind, p_bytes, p_scan, p_at);
  RETURN p_file;
END $$;

-- Answers the name in the folder, which the program then removes; null where there is no such paper.
CREATE FUNCTION drop_inquiry_file(p_id text, p_secret text, p_file text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_name text;
BEGIN
  PERFORM public.question_open_for_papers(p_id, p_secret);
  DELETE FROM public.account_inquiry_file WHERE inquiry_id = p_id AND id = p_file RETURNING stored_name INTO v_name;
  RETURN v_name;
END $$;

-- What was asked a year ago goes with its papers; answers the names in the folder. A name that lies there for another paper stays there.
CREATE FUNCTION erase_inquiries(p_most integer, OUT erased integer, OUT names text[])
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_ids text[];
BEGIN
  SELECT coalesce(array_agg(due.id), '{}') INTO v_ids FROM (SELECT q.id FROM public.account_inquiry q
      LEFT JOIN public.account_inquiry_decision d ON d.inquiry_id = q.id
     WHERE q.erased_at IS NULL AND q.asked_at < clock_timestamp() - interval '1 year'
       AND (d.decided_at IS NULL OR d.decided_at < clock_timestamp() - interval '1 year')
     ORDER BY q.asked_at LIMIT p_most FOR UPDATE OF q) AS due;
  UPDATE public.account_inquiry SET asked_sealed = NULL, erased_at = clock_timestamp() WHERE id = ANY (v_ids);
  GET DIAGNOSTICS erased = ROW_COUNT;
  UPDATE public.account_inquiry_review SET asker_name = NULL WHERE inquiry_id = ANY (v_ids);
  WITH gone AS (DELETE FROM public.account_inquiry_file WHERE inquiry_id = ANY (v_ids) RETURNING stored_name)
  SELECT coalesce(array_agg(stored_name), '{}') INTO names FROM gone;
END $$;

REVOKE ALL ON FUNCTION question_open_for_papers, take_inquiry_file, drop_inquiry_file, erase_inquiries FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_inquiry_file, drop_inquiry_file, erase_inquiries TO suixing_app;
GRANT SELECT ON account_inquiry_file TO suixing_app;
