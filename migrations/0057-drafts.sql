-- compatible: yes
-- What somebody typed before it is an application: kept by version, sealed, and erased when it is discarded, handed in or old.

CREATE TABLE withdrawal_draft (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  id text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  -- Of whom it is: the login or the officer that began it.
  made_by text COLLATE "C" NOT NULL,
  made_kind text NOT NULL CHECK (made_kind IN ('insured', 'successor', 'agent', 'officer')),
  content_sealed bytea,
  saved_at timestamptz NOT NULL,
  kept_until date NOT NULL,
  ended text CHECK (ended IN ('submitted', 'discarded', 'expired')),
  ended_at timestamptz,
  case_number text COLLATE "C",
  PRIMARY KEY (owner_id, id),
  CHECK ((ended IS NULL) = (ended_at IS NULL)),
  CHECK ((ended IS NULL) = (content_sealed IS NOT NULL)),
  CHECK ((ended IS NOT DISTINCT FROM 'submitted') = (case_number IS NOT NULL))
);
CREATE INDEX withdrawal_draft_by_maker ON withdrawal_draft (made_by, id);
CREATE INDEX withdrawal_draft_by_end ON withdrawal_draft (kept_until) WHERE ended IS NULL;
COMMENT ON TABLE withdrawal_draft IS 'distributed: applications that are being written; the content sealed, erased at the end';

-- Saves a draft if nobody saved it since the version that was seen; 0 begins one. Answers whether it did.
CREATE FUNCTION save_draft(p_owner text, p_draft text, p_seen integer, p_by text, p_kind text, p_content bytea, p_until date,
    p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  IF p_seen = 0 THEN
    INSERT INTO public.withdrawal_draft (owner_id, id, version, made_by, made_kind, content_sealed, saved_at, kept_until)
    VALUES (p_owner, p_draft, 1, p_by, p_kind, p_content, p_at, p_until);
    RETURN true;
  END IF;
  UPDATE public.withdrawal_draft SET version = version + 1, content_sealed = p_content, saved_at = p_at, kept_until = p_until
   WHERE owner_id = p_owner AND id = p_draft AND made_by = p_by AND version = p_seen AND ended IS NULL;
  RETURN FOUND;
END $$;

-- Ends a draft and erases what was typed; one that expires has passed its day. Answers whether it was open.
CREATE FUNCTION end_draft(p_owner text, p_draft text, p_ended text, p_case text, p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  UPDATE public.withdrawal_draft SET ended = p_ended, ended_at = p_at, case_number = p_case, content_sealed = NULL
   WHERE owner_id = p_owner AND id = p_draft AND ended IS NULL
     AND (p_ended <> 'expired' OR kept_until < public.business_today());
  RETURN FOUND;
END $$;

REVOKE ALL ON FUNCTION save_draft, end_draft FROM PUBLIC;
GRANT EXECUTE ON FUNCTION save_draft, end_draft TO suixing_app;
GRANT SELECT ON withdrawal_draft TO suixing_app;
