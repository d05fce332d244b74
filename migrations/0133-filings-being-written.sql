-- compatible: yes
-- A filing of treatment elsewhere that is being written: what somebody typed so far, one for each login and person, sealed, kept by
-- version, gone once it is handed in, thrown away or old.

CREATE TABLE filing_draft (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  -- The login that writes it, alone.
  login_id text COLLATE "C" NOT NULL CHECK (login_id ~ '^usr_'),
  version integer NOT NULL CHECK (version > 0),
  content_sealed bytea NOT NULL,
  saved_at timestamptz NOT NULL,
  kept_until date NOT NULL,
  PRIMARY KEY (owner_id, login_id)
);
CREATE INDEX filing_draft_by_end ON filing_draft (kept_until);
COMMENT ON TABLE filing_draft IS 'distributed: filings of treatment elsewhere that are being written; the content sealed, erased at the end';

-- Saves it if nobody saved it since the version that was seen; 0 begins one. Answers whether it did.
CREATE FUNCTION save_filing_draft(p_token text, p_owner text, p_seen integer, p_content bytea, p_until date, p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_login text;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_login := (SELECT l.login FROM public.live_login(p_token) l);
  IF p_seen = 0 THEN
    INSERT INTO public.filing_draft (owner_id, login_id, version, content_sealed, saved_at, kept_until)
    VALUES (p_owner, v_login, 1, p_content, p_at, p_until) ON CONFLICT DO NOTHING;
    RETURN FOUND;
  END IF;
  UPDATE public.filing_draft SET version = version + 1, content_sealed = p_content, saved_at = p_at, kept_until = p_until
   WHERE owner_id = p_owner AND login_id = v_login AND version = p_seen;
  RETURN FOUND;
END $$;

-- Erases it as it was seen: handed in or thrown away. Answers whether it lay there so.
CREATE FUNCTION end_filing_draft(p_token text, p_owner text, p_seen integer) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_login text := (SELECT l.login FROM public.live_login(p_token) l);
BEGIN
  DELETE FROM public.filing_draft WHERE owner_id = p_owner AND login_id = v_login AND version = p_seen;
  RETURN FOUND;
END $$;

-- Erases what nobody saved for long; answers how many.
CREATE FUNCTION forget_filing_drafts() RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_gone bigint;
BEGIN
  PERFORM public.sees_what_is_committed();
  DELETE FROM public.filing_draft WHERE kept_until < public.business_today();
  GET DIAGNOSTICS v_gone = ROW_COUNT;
  RETURN v_gone;
END $$;

REVOKE ALL ON FUNCTION save_filing_draft, end_filing_draft, forget_filing_drafts FROM PUBLIC;
GRANT EXECUTE ON FUNCTION save_filing_draft, end_filing_draft, forget_filing_drafts TO suixing_app;
GRANT SELECT ON filing_draft TO suixing_app;
