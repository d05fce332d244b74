-- compatible: yes
-- "Did my relative have an account?" It is answered to whoever proves the death and the relation, once two officers have
-- confirmed both; everybody else, on record or not, gets the same words.

CREATE TABLE account_inquiry (
  id text COLLATE "C" PRIMARY KEY,
  -- The secret that the asker keeps has 160 random bits, so its plain hash is enough.
  secret_hash bytea NOT NULL CHECK (octet_length(secret_hash) = 32),
  -- Who died and who asks, as one sealed text: there may be nobody of that number here.
  asked_sealed bytea NOT NULL,
  relation text NOT NULL CHECK (relation IN ('spouse', 'child', 'parent', 'supporting-in-law', 'sibling', 'grandparent', 'descendant', 'other')),
  asked_at timestamptz NOT NULL
);
CREATE INDEX account_inquiry_in_order ON account_inquiry (asked_at, id);
COMMENT ON TABLE account_inquiry IS 'reference: questions whether somebody who died had an account; who died and who asks lie sealed';

CREATE TABLE account_inquiry_review (
  inquiry_id text COLLATE "C" PRIMARY KEY REFERENCES account_inquiry (id),
  entitled boolean NOT NULL,
  death_paper text NOT NULL CHECK (length(death_paper) BETWEEN 1 AND 200),
  relation_paper text NOT NULL CHECK (length(relation_paper) BETWEEN 1 AND 200),
  maker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  reviewed_at timestamptz NOT NULL,
  UNIQUE (inquiry_id, maker_id)
);
COMMENT ON TABLE account_inquiry_review IS 'reference: what a first officer found of an asker''s papers';

CREATE TABLE account_inquiry_decision (
  inquiry_id text COLLATE "C" PRIMARY KEY,
  maker_id text COLLATE "C" NOT NULL,
  checker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  confirmed boolean NOT NULL,
  decided_at timestamptz NOT NULL,
  FOREIGN KEY (inquiry_id, maker_id) REFERENCES account_inquiry_review (inquiry_id, maker_id),
  CONSTRAINT inquiry_maker_is_not_checker CHECK (checker_id <> maker_id)
);
COMMENT ON TABLE account_inquiry_decision IS 'reference: the second officer''s word on what the first one found';

CREATE FUNCTION review_inquiry(p_token text, p_id text, p_entitled boolean, p_death_paper text, p_relation_paper text, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'clerk');
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM 1 FROM public.account_inquiry WHERE id = p_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.no-inquiry';
  END IF;
  INSERT INTO public.account_inquiry_review (inquiry_id, entitled, death_paper, relation_paper, maker_id, reviewed_at)
  VALUES (p_id, p_entitled, p_death_paper, p_relation_paper, v_maker, p_at);
  RETURN v_maker;
END $$;

CREATE FUNCTION decide_inquiry(p_token text, p_id text, p_confirmed boolean, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'reviewer');
BEGIN
  PERFORM public.mind_the_clock(p_at);
  INSERT INTO public.account_inquiry_decision (inquiry_id, maker_id, checker_id, confirmed, decided_at)
  SELECT inquiry_id, maker_id, v_checker, p_confirmed, p_at FROM public.account_inquiry_review WHERE inquiry_id = p_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.no-inquiry';
  END IF;
  RETURN v_checker;
END $$;

REVOKE ALL ON FUNCTION review_inquiry, decide_inquiry FROM PUBLIC;
GRANT EXECUTE ON FUNCTION review_inquiry, decide_inquiry TO suixing_app;
GRANT SELECT ON account_inquiry, account_inquiry_review, account_inquiry_decision TO suixing_app;
-- A question harms nobody: it is answered only once two officers have looked at it.
GRANT INSERT ON account_inquiry TO suixing_app;
