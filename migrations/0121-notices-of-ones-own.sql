-- compatible: yes
-- People read what they were told: their own notices with the case each is about, which they have read, and the language in which they
-- want to be told. Texts are kept for five years and no longer, and a code is gone once it was handed on.

ALTER TABLE notice_outbox
  ADD COLUMN case_id text COLLATE "C",
  -- To whom it goes: what an heir or another program is told is not among what the person reads.
  ADD COLUMN addressee text NOT NULL DEFAULT 'person' CHECK (addressee IN ('person', 'heir', 'program')),
  ALTER COLUMN body_sealed DROP NOT NULL;
UPDATE notice_outbox SET case_id = substring(id FROM '^ntc_(cas_[0-9a-z]+)'),
  addressee = CASE kind WHEN 'heir-told' THEN 'heir' WHEN 'webhook-disabled' THEN 'program' ELSE 'person' END;
CREATE INDEX notice_outbox_of_person ON notice_outbox (owner_id, made_at, id) WHERE addressee = 'person';
CREATE INDEX notice_outbox_made ON notice_outbox (made_at);

CREATE TABLE notice_reading (
  owner_id text COLLATE "C" NOT NULL,
  notice_id text COLLATE "C" NOT NULL,
  read_at timestamptz NOT NULL,
  login_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (owner_id, notice_id),
  FOREIGN KEY (owner_id, notice_id) REFERENCES notice_outbox (owner_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE notice_reading IS 'distributed: which notices a person has read online, owned by the person';

CREATE TABLE notice_language (
  owner_id text COLLATE "C" NOT NULL,
  chosen_at timestamptz NOT NULL,
  language text NOT NULL CHECK (language IN ('zh', 'en')),
  login_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (owner_id, chosen_at)
);
COMMENT ON TABLE notice_language IS 'distributed: in which language a person wants to be told, each choice with when and by which login; the last one counts';

-- That somebody has read what they were told is said by their own session, and once.
CREATE FUNCTION read_notices(p_token text, p_owner text, p_ids text[], p_at timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_login text;
  v_read integer;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_login := public.live_principal(p_token, p_owner);
  INSERT INTO public.notice_reading (owner_id, notice_id, read_at, login_id)
  SELECT n.owner_id, n.id, p_at, v_login FROM public.notice_outbox n
   WHERE n.id = ANY (p_ids) AND n.addressee = 'person'
     AND (n.owner_id = p_owner OR n.owner_id IN (SELECT k.merged_id FROM public.person_link k
       WHERE k.survivor_id = p_owner AND k.unlinked_at IS NULL))
  ON CONFLICT (owner_id, notice_id) DO NOTHING;
  GET DIAGNOSTICS v_read = ROW_COUNT;
  RETURN v_read;
END $$;

CREATE FUNCTION choose_notice_language(p_token text, p_owner text, p_language text, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_login text;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_login := public.live_principal(p_token, p_owner);
  INSERT INTO public.notice_language (owner_id, chosen_at, language, login_id) VALUES (p_owner, p_at, p_language, v_login);
END $$;

-- A code that was handed on is of no use to anybody but a thief. What else was told goes after five years, which is how long the act that it
-- told of can be taken to court (Administrative Litigation Law, article 46). How long is fixed here: no program shortens it.
CREATE FUNCTION forget_notices(p_most integer, OUT codes integer, OUT notices integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE public.notice_outbox SET body_sealed = NULL
   WHERE (owner_id, id) IN (SELECT n.owner_id, n.id FROM public.notice_outbox n
     WHERE n.kind IN ('activation-code', 'recovery-code') AND n.state <> 'waiting' AND n.body_sealed IS NOT NULL LIMIT p_most);
  GET DIAGNOSTICS codes = ROW_COUNT;
  DELETE FROM public.notice_outbox
   WHERE (owner_id, id) IN (SELECT n.owner_id, n.id FROM public.notice_outbox n
     WHERE n.made_at < clock_timestamp() - interval '5 years' AND n.state <> 'waiting' ORDER BY n.made_at LIMIT p_most);
  GET DIAGNOSTICS notices = ROW_COUNT;
END $$;

REVOKE ALL ON FUNCTION read_notices, choose_notice_language, forget_notices FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_notices, choose_notice_language, forget_notices TO suixing_app;
GRANT SELECT ON notice_language, notice_reading TO suixing_app;
