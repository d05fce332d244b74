-- compatible: yes
-- What heirs do by themselves: whoever applies with a login of their own says which heir they are, speaks for that one, strikes out
-- what they typed wrongly before the application is handed in, and passes links on to the others. Nobody saw who opens a link that a
-- relative passed on, so what is said by it is told apart (`invited`): an objection counts at once, but a waiver, and the agreement to
-- shares other than the law's, must be confirmed by a clerk before money is divided by them.

ALTER TABLE heir_link
  ALTER COLUMN officer_id DROP NOT NULL,
  ADD COLUMN login_id text COLLATE "C" CHECK (login_id ~ '^usr_'),
  ADD CONSTRAINT heir_link_given_by_one CHECK (num_nonnulls(officer_id, login_id) = 1);

ALTER TABLE successor_word
  DROP CONSTRAINT successor_word_channel_check,
  ADD CONSTRAINT successor_word_channel_check CHECK (channel IN ('link', 'invited', 'window', 'login')),
  -- At the window there is a paper; whoever has the link is the heir whom it was given to.
  DROP CONSTRAINT successor_word_check2,
  ADD CONSTRAINT successor_word_check2 CHECK (channel <> 'window' OR paper_reference IS NOT NULL),
  DROP CONSTRAINT successor_word_check3,
  ADD CONSTRAINT successor_word_check3 CHECK ((channel IN ('link', 'invited')) = (recorded_by = successor_id));

CREATE TABLE successor_login (
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  login_id text COLLATE "C" NOT NULL CHECK (login_id ~ '^usr_'),
  successor_id text COLLATE "C" NOT NULL,
  said_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, case_id, login_id),
  CONSTRAINT one_login_of_an_heir UNIQUE (owner_id, successor_id),
  FOREIGN KEY (owner_id, case_id, successor_id) REFERENCES successor (owner_id, case_id, id)
);
COMMENT ON TABLE successor_login IS 'distributed: which heir of a case the login of a successor says to be';

-- The login behind a session in which somebody acts as a successor of this person.
CREATE FUNCTION live_successor(p_token text, p_owner text) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v record;
BEGIN
  SELECT * INTO v FROM public.live_login(p_token);
  PERFORM 1 FROM public.login_person p
   WHERE p.owner_id = v.login AND v.capacity = 'successor' AND p.capacity = 'successor' AND p.ended_at IS NULL
     AND (p.person_id = p_owner OR EXISTS (SELECT FROM public.person_link k
       WHERE k.unlinked_at IS NULL AND ((k.merged_id = p.person_id AND k.survivor_id = p_owner)
         OR (k.survivor_id = p.person_id AND k.merged_id = p_owner))));
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'access.no-session';
  END IF;
  RETURN v.login;
END $$;

-- Somebody says which heir they are. They may say otherwise until the case is decided; an heir is one login's only.
CREATE FUNCTION be_successor(p_token text, p_owner text, p_case text, p_successor text, p_at timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_login text;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_login := public.live_successor(p_token, p_owner);
  IF public.case_of_estate(p_owner, p_case) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.approved';
  END IF;
  PERFORM 1 FROM public.successor WHERE owner_id = p_owner AND case_id = p_case AND id = p_successor;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.no-successor';
  END IF;
  INSERT INTO public.successor_login (owner_id, case_id, login_id, successor_id, said_at)
  VALUES (p_owner, p_case, v_login, p_successor, p_at)
  ON CONFLICT (owner_id, case_id, login_id) DO UPDATE SET successor_id = excluded.successor_id, said_at = excluded.said_at;
  RETURN v_login;
END $$;

-- A clerk gives one heir a link, or a successor passes one on. A clerk's ends those before it; a successor's ends only those that
-- successors passed on, so that nobody replaces the link of the agency.
CREATE OR REPLACE FUNCTION give_heir_link(p_token text, p_owner text, p_case text, p_successor text, p_secret_hash bytea, p_days integer)
  RETURNS timestamptz LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_login text := CASE WHEN p_token LIKE 'sxu\_%' THEN public.live_successor(p_token, p_owner) END;
  v_clerk text := CASE WHEN v_login IS NULL THEN public.live_officer(p_token, 'clerk') END;
  v_until timestamptz := clock_timestamp() + p_days * interval '1 day';
BEGIN
  PERFORM public.case_of_estate(p_owner, p_case);
  PERFORM 1 FROM public.successor WHERE owner_id = p_owner AND case_id = p_case AND id = p_successor;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.no-successor';
  END IF;
  IF p_days IS NULL OR p_days NOT BETWEEN 1 AND 90 THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.link-too-long';
  END IF;
  UPDATE public.heir_link SET ended_at = clock_timestamp()
   WHERE owner_id = p_owner AND successor_id = p_successor AND ended_at IS NULL AND (v_clerk IS NOT NULL OR login_id IS NOT NULL);
  INSERT INTO public.heir_link (secret_hash, owner_id, case_id, successor_id, officer_id, login_id, made_at, expires_at)
  VALUES (p_secret_hash, p_owner, p_case, p_successor, v_clerk, v_login, clock_timestamp(), v_until);
  RETURN v_until;
END $$;

CREATE OR REPLACE FUNCTION hear_successor(p_token text, p_secret text, p_owner text, p_case text, p_successor text, p_word text, p_disputes text[],
    p_division text, p_paper text, p_at timestamptz)
  RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_clerk text;
  v_login text;
  v_channel text := 'window';
  v_link public.heir_link;
  v_row public.successor_word;
  v_held integer := 0;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  IF p_secret IS NOT NULL THEN
    v_link := public.heir_of_link(p_secret);
    IF v_link.owner_id <> p_owner OR v_link.case_id <> p_case OR v_link.successor_id <> p_successor
       OR p_word NOT IN ('agree', 'waive', 'object') THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.link-over';
    END IF;
    v_channel := CASE WHEN v_link.officer_id IS NULL THEN 'invited' ELSE 'link' END;
  ELSIF p_token LIKE 'sxu\_%' THEN
    v_login := public.live_successor(p_token, p_owner);
    v_channel := 'login';
  ELSE
    v_clerk := public.live_officer(p_token, 'clerk');
  END IF;
  IF public.case_of_estate(p_owner, p_case) AND p_word <> 'object' THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.approved';
  END IF;
  -- Looked at under the lock of the case: one's own share, or what one typed wrongly of somebody who has not spoken yet.
  IF v_login IS NOT NULL AND p_word = 'struck' THEN
    PERFORM 1 FROM public.successor s JOIN public.case_file f ON f.owner_id = s.owner_id AND f.id = s.case_id
     WHERE s.owner_id = p_owner AND s.case_id = p_case AND s.id = p_successor AND s.recorded_by = v_login AND f.state = 'draft'
       AND NOT EXISTS (SELECT FROM public.successor_word w WHERE w.owner_id = s.owner_id AND w.successor_id = s.id AND w.recorded_by <> v_login);
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.not-yours-to-strike';
    END IF;
    DELETE FROM public.successor_login WHERE owner_id = p_owner AND successor_id = p_successor;
  ELSIF v_login IS NOT NULL THEN
    PERFORM 1 FROM public.successor_login
     WHERE owner_id = p_owner AND case_id = p_case AND successor_id = p_successor AND login_id = v_login;
    IF NOT FOUND OR p_word NOT IN ('agree', 'object') OR public.out_of_estate(p_owner, p_successor, '{waive,disqualified,struck}') THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.not-your-share';
    END IF;
  END IF;
  IF p_secret IS NOT NULL AND public.out_of_estate(p_owner, p_successor, '{waive,disqualified,struck}') THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.link-over';
  END IF;
  INSERT INTO public.successor_word (owner_id, case_id, successor_id, seq, word, disputes, division_id, channel, paper_reference,
    recorded_by, recorded_at)
  SELECT p_owner, p_case, p_successor, coalesce(max(seq), 0) + 1, p_word, p_disputes, p_division,
    v_channel, p_paper, coalesce(v_clerk, v_login, p_successor), p_at
    FROM public.successor_word WHERE owner_id = p_owner AND successor_id = p_successor
  RETURNING * INTO v_row;
  PERFORM public.chain_record(p_owner, 'successor-word', p_successor || '/' || v_row.seq, public.successor_word_digest(v_row), p_at);
  IF p_word = 'object' THEN
    PERFORM 1 FROM public.payment_order WHERE owner_id = p_owner AND case_id = p_case AND party_id = ANY (p_disputes) FOR UPDATE;
    UPDATE public.payment_order o SET standing = 'held'
     WHERE o.owner_id = p_owner AND o.case_id = p_case AND o.standing = 'open' AND o.party_id = ANY (p_disputes)
       AND NOT public.left_for_bank(o.owner_id, o.id);
    GET DIAGNOSTICS v_held = ROW_COUNT;
  END IF;
  RETURN v_held;
END $$;

REVOKE ALL ON FUNCTION live_successor, be_successor FROM PUBLIC;
GRANT EXECUTE ON FUNCTION be_successor TO suixing_app;
GRANT SELECT ON successor_login TO suixing_app;
