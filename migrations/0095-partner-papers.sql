-- compatible: yes
-- Agencies without a gateway: what is written to them is printed and posted, and the day of posting is recorded; what they write is keyed
-- in from its scan, once, and confirmed by another officer. Whether a transfer goes on paper is settled by the directory of agencies: one that
-- has a gateway is not answered for here, except in what began on paper and of which its gateway has never spoken.

-- ---- What is posted ---------------------------------------------------------------------------------------------------------

CREATE TABLE partner_post (
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  -- The step that says it, and its letter.
  seq integer NOT NULL,
  message_id text COLLATE "C" NOT NULL CHECK (length(message_id) BETWEEN 1 AND 100),
  to_region text COLLATE "C" NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, case_id, seq),
  FOREIGN KEY (owner_id, case_id, seq) REFERENCES letter (owner_id, case_id, seq)
);
CREATE INDEX partner_post_in_order ON partner_post (made_at, owner_id, case_id, seq);
COMMENT ON TABLE partner_post IS 'distributed: letters to agencies without a gateway, to be printed and posted, append-only';

CREATE TABLE partner_posting (
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  posted_on date NOT NULL,
  -- The number of the registered letter, or who took it along.
  post_reference text CHECK (length(post_reference) BETWEEN 1 AND 100),
  officer_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, case_id, seq),
  FOREIGN KEY (owner_id, case_id, seq) REFERENCES partner_post (owner_id, case_id, seq)
);
COMMENT ON TABLE partner_posting IS 'distributed: on which day a letter to an agency without a gateway was posted, append-only';

CREATE FUNCTION speaks_on_paper(p_transfer public.transfer, p_on date) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (SELECT s.gateway FROM public.partner_speaking(p_transfer.partner, p_on) AS s) IS NULL
      OR (NOT EXISTS (SELECT FROM public.exchange_transfer e WHERE e.transfer_id = p_transfer.transfer_id)
          AND ((SELECT s.gateway FROM public.partner_speaking(p_transfer.partner,
                  (p_transfer.opened_at AT TIME ZONE 'Asia/Shanghai')::date) AS s) IS NULL
               OR EXISTS (SELECT FROM public.partner_post p
                           WHERE p.owner_id = p_transfer.owner_id AND p.case_id = p_transfer.case_id)))
$$;

-- Whether what is said in a transfer today is printed and posted.
CREATE FUNCTION transfer_on_paper(p_owner text, p_transfer text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.speaks_on_paper(t, public.business_today()) FROM public.transfer t
   WHERE t.owner_id = p_owner AND t.transfer_id = p_transfer
$$;

-- Whether a letter of a day is taken on paper: the agency writes so today, or did on that day while the transfer was open.
CREATE FUNCTION letter_on_paper(p_owner text, p_transfer text, p_dated date) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.speaks_on_paper(t, public.business_today())
      OR public.speaks_on_paper(t, greatest(p_dated, (t.opened_at AT TIME ZONE 'Asia/Shanghai')::date))
    FROM public.transfer t WHERE t.owner_id = p_owner AND t.transfer_id = p_transfer
$$;

CREATE FUNCTION partner_posting_digest(p_row public.partner_posting) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.posted_on::text, p_row.post_reference, p_row.officer_id, public.instant_text(p_row.recorded_at))
$$;

CREATE FUNCTION make_partner_post(p_owner text, p_case text, p_seq integer, p_message text, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.mind_the_clock(p_at);
  INSERT INTO public.partner_post (owner_id, case_id, seq, message_id, to_region, made_at)
  SELECT t.owner_id, t.case_id, p_seq, p_message, t.partner, p_at FROM public.transfer t
   WHERE t.owner_id = p_owner AND t.case_id = p_case AND public.speaks_on_paper(t, public.business_today());
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.partner-has-gateway';
  END IF;
END $$;

-- A clerk has posted it: not before it was made, nor on a day that is still to come. The other agency's time runs from then.
CREATE FUNCTION record_posting(p_token text, p_owner text, p_case text, p_seq integer, p_on date, p_reference text, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text;
  v_made date;
  v_row public.partner_posting;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_officer := public.live_officer(p_token, 'clerk');
  SELECT (made_at AT TIME ZONE 'Asia/Shanghai')::date INTO v_made FROM public.partner_post
   WHERE owner_id = p_owner AND case_id = p_case AND seq = p_seq;
  IF v_made IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.nothing-to-post';
  END IF;
  IF p_on NOT BETWEEN v_made AND public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.posted-on-no-such-day';
  END IF;
  INSERT INTO public.partner_posting (owner_id, case_id, seq, posted_on, post_reference, officer_id, recorded_at)
  VALUES (p_owner, p_case, p_seq, p_on, p_reference, v_officer, p_at) RETURNING * INTO v_row;
  PERFORM public.chain_record(p_owner, 'partner-posting', p_case || '/' || p_seq, public.partner_posting_digest(v_row), p_at);
END $$;

-- ---- What is keyed in -------------------------------------------------------------------------------------------------------

CREATE TABLE partner_paper_draft (
  owner_id text COLLATE "C" NOT NULL,
  -- What the letter will be called.
  message_id text COLLATE "C" NOT NULL CHECK (length(message_id) BETWEEN 1 AND 100),
  case_id text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  content_sealed bytea NOT NULL,
  officer_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, message_id),
  FOREIGN KEY (owner_id, case_id) REFERENCES transfer (owner_id, case_id)
);
CREATE INDEX partner_paper_draft_in_order ON partner_paper_draft (saved_at, owner_id, message_id);
COMMENT ON TABLE partner_paper_draft IS 'distributed: letters on paper that are being keyed in; what was typed so far, sealed, erased once it is whole or dropped';

-- Keeps what a clerk has typed so far, if nobody kept more since the version that was seen; 0 begins it.
CREATE FUNCTION save_paper_draft(p_token text, p_owner text, p_case text, p_message text, p_seen integer, p_content bytea,
    p_at timestamptz)
  RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text;
  v_version integer;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_officer := public.live_officer(p_token, 'clerk');
  IF p_seen = 0 THEN
    INSERT INTO public.partner_paper_draft (owner_id, message_id, case_id, version, content_sealed, officer_id, saved_at)
    VALUES (p_owner, p_message, p_case, 1, p_content, v_officer, p_at);
    RETURN 1;
  END IF;
  UPDATE public.partner_paper_draft SET version = version + 1, content_sealed = p_content, officer_id = v_officer, saved_at = p_at
   WHERE owner_id = p_owner AND message_id = p_message AND case_id = p_case AND version = p_seen
  RETURNING version INTO v_version;
  IF v_version IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.paper-newer';
  END IF;
  RETURN v_version;
END $$;

CREATE FUNCTION drop_paper_draft(p_token text, p_owner text, p_message text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.live_officer(p_token, 'clerk');
  DELETE FROM public.partner_paper_draft WHERE owner_id = p_owner AND message_id = p_message;
  RETURN FOUND;
END $$;

-- What is keyed in is a paper of this case that anybody may look at, of a day that has come, of an agency that writes on paper, and keyed in
-- once: neither the same scan nor the same reference of a transfer is another letter of that kind, unless it was turned down.
CREATE FUNCTION mind_the_paper(p_owner text, p_message text, p_transfer text, p_type text, p_paper text, p_file text,
    p_dated_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_transfer public.transfer;
  v_dated date := (p_dated_at AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.person WHERE owner_id = p_owner FOR NO KEY UPDATE;
  SELECT * INTO v_transfer FROM public.transfer WHERE owner_id = p_owner AND transfer_id = p_transfer;
  IF NOT public.letter_on_paper(p_owner, p_transfer, v_dated) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.partner-has-gateway';
  END IF;
  IF v_dated > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.paper-of-tomorrow';
  END IF;
  PERFORM 1 FROM public.paper_upload WHERE owner_id = p_owner AND case_id = v_transfer.case_id AND file_id = p_file;
  IF NOT FOUND OR public.scan_of(p_owner, p_file) IN ('infected', 'failed') THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.no-scan';
  END IF;
  PERFORM 1 FROM public.partner_paper p
    LEFT JOIN public.partner_paper_decision d ON d.owner_id = p.owner_id AND d.message_id = p.message_id
   WHERE p.owner_id = p_owner AND p.type = p_type AND d.confirmed IS DISTINCT FROM false
     AND (p.file_id = p_file OR (p.transfer_id = p_transfer AND p.paper_reference = p_paper));
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.paper-recorded';
  END IF;
  DELETE FROM public.partner_paper_draft WHERE owner_id = p_owner AND message_id = p_message;
END $$;
SELECT amend_function('record_partner_paper', E'  INSERT INTO public.partner_paper (',
  $$  PERFORM public.mind_the_paper(p_owner, p_message, p_transfer, p_type, p_paper, p_file, p_dated_at);
  INSERT INTO public.partner_paper ($$);

-- Nothing that comes from a suspended agency counts, by whichever way it comes.
SELECT amend_function('decide_partner_paper', E'  INSERT INTO public.partner_paper_decision (',
  $$  IF p_confirmed AND (SELECT s.suspended FROM public.partner_speaking(v_paper.from_region, public.business_today()) AS s) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.partner-suspended';
  END IF;
  INSERT INTO public.partner_paper_decision ($$);

REVOKE ALL ON FUNCTION speaks_on_paper, transfer_on_paper, letter_on_paper, partner_posting_digest, make_partner_post, record_posting, save_paper_draft,
  drop_paper_draft, mind_the_paper FROM PUBLIC;
GRANT EXECUTE ON FUNCTION transfer_on_paper, letter_on_paper, make_partner_post, record_posting, save_paper_draft, drop_paper_draft TO suixing_app;
GRANT SELECT ON partner_post, partner_posting, partner_paper_draft TO suixing_app;
