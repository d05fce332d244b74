-- compatible: yes
-- Who succeeds somebody who died: heirs and legatees with their proof, what each of them says (agrees, waives, objects), and
-- how the account is divided among them, in whole parts of one denominator. Append-only; every row has its link in the
-- chain of the person who died.

CREATE TABLE successor (
  owner_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  place integer NOT NULL CHECK (place > 0),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 70),
  -- As an account abroad has it.
  name_latin text CHECK (length(name_latin) BETWEEN 1 AND 70),
  relation text NOT NULL CHECK (relation IN ('spouse', 'child', 'parent', 'supporting-in-law', 'sibling', 'grandparent', 'descendant', 'other')),
  basis text NOT NULL CHECK (basis IN ('legal', 'will', 'legacy', 'agreement')),
  -- Whose place a descendant takes (Civil Code, art. 1128).
  represents text COLLATE "C",
  -- The day on which an heir died before the insured person.
  predeceased_on date,
  born_on date,
  identity_kind text CHECK (identity_kind IN ('citizen-id', 'residence-permit', 'permanent-resident-card', 'passport')),
  identity_sealed bytea,
  identity_tail text CHECK (length(identity_tail) <= 4),
  guardian_name text CHECK (length(guardian_name) BETWEEN 1 AND 70),
  guardian_kind text CHECK (guardian_kind IN ('citizen-id', 'residence-permit', 'permanent-resident-card', 'passport')),
  guardian_sealed bytea,
  guardian_tail text CHECK (length(guardian_tail) <= 4),
  guardian_paper text CHECK (length(guardian_paper) BETWEEN 1 AND 200),
  paper_reference text NOT NULL CHECK (length(paper_reference) BETWEEN 1 AND 200),
  recorded_by text COLLATE "C" NOT NULL CHECK (recorded_by ~ '^(off|usr)_'),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  UNIQUE (owner_id, case_id, id),
  UNIQUE (owner_id, case_id, place),
  FOREIGN KEY (owner_id, case_id) REFERENCES case_file (owner_id, id),
  FOREIGN KEY (owner_id, case_id, represents) REFERENCES successor (owner_id, case_id, id),
  CHECK ((relation = 'descendant') = (represents IS NOT NULL)),
  CHECK ((identity_kind IS NULL) = (identity_sealed IS NULL) AND (identity_kind IS NULL) = (identity_tail IS NULL)),
  CHECK ((guardian_name IS NULL) = (guardian_sealed IS NULL) AND (guardian_name IS NULL) = (guardian_tail IS NULL)
    AND (guardian_name IS NULL) = (guardian_kind IS NULL) AND (guardian_name IS NULL) = (guardian_paper IS NULL))
);
COMMENT ON TABLE successor IS 'distributed: heirs and legatees of a case after a death, append-only; identity numbers sealed';

CREATE TABLE successor_word (
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  successor_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  word text NOT NULL CHECK (word IN ('agree', 'waive', 'object', 'disqualified', 'struck')),
  -- Whose shares an objection disputes.
  disputes text[] NOT NULL DEFAULT '{}',
  -- The division that was agreed to.
  division_id text COLLATE "C",
  channel text NOT NULL CHECK (channel IN ('link', 'window', 'login')),
  paper_reference text CHECK (length(paper_reference) BETWEEN 1 AND 200),
  recorded_by text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, successor_id, seq),
  FOREIGN KEY (owner_id, case_id, successor_id) REFERENCES successor (owner_id, case_id, id),
  CHECK ((word = 'object') = (cardinality(disputes) > 0)),
  CHECK ((word = 'agree') = (division_id IS NOT NULL)),
  -- At the window there is a paper; whoever has the link is the heir whom it was given to.
  CHECK (channel = 'link' OR paper_reference IS NOT NULL),
  CHECK ((channel = 'link') = (recorded_by = successor_id))
);
COMMENT ON TABLE successor_word IS 'distributed: what each heir says, append-only; the last word counts';

CREATE TABLE division (
  owner_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  revision integer NOT NULL CHECK (revision > 0),
  -- The order that is divided anew, after a court's word or after it came back; null while nothing is settled.
  order_id text COLLATE "C",
  basis text NOT NULL CHECK (basis IN ('equal', 'agreement', 'will', 'undertaking', 'court')),
  denominator bigint NOT NULL CHECK (denominator > 0),
  paper_reference text CHECK (length(paper_reference) BETWEEN 1 AND 200),
  maker_id text COLLATE "C" NOT NULL CHECK (maker_id ~ '^(off|usr)_'),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  UNIQUE (owner_id, case_id, revision),
  UNIQUE (owner_id, id, maker_id),
  FOREIGN KEY (owner_id, case_id) REFERENCES case_file (owner_id, id),
  CHECK (basis = 'equal' OR paper_reference IS NOT NULL),
  CONSTRAINT division_anew_by_officer CHECK (order_id IS NULL OR maker_id ~ '^off_')
);
COMMENT ON TABLE division IS 'distributed: how an account is divided among successors, append-only; before the settlement the highest revision counts';

CREATE TABLE division_share (
  owner_id text COLLATE "C" NOT NULL,
  division_id text COLLATE "C" NOT NULL,
  place integer NOT NULL CHECK (place > 0),
  successor_id text COLLATE "C" NOT NULL,
  numerator bigint NOT NULL CHECK (numerator > 0),
  PRIMARY KEY (owner_id, division_id, place),
  UNIQUE (owner_id, division_id, successor_id),
  FOREIGN KEY (owner_id, division_id) REFERENCES division (owner_id, id),
  FOREIGN KEY (owner_id, successor_id) REFERENCES successor (owner_id, id)
);
COMMENT ON TABLE division_share IS 'distributed: the shares of a division; the numerators sum to its denominator';

-- The second officer's word on a division anew. The first division is approved with its case's decision.
CREATE TABLE division_decision (
  owner_id text COLLATE "C" NOT NULL,
  division_id text COLLATE "C" NOT NULL,
  maker_id text COLLATE "C" NOT NULL,
  checker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  approved boolean NOT NULL,
  reason text CHECK (length(reason) BETWEEN 1 AND 500),
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, division_id),
  FOREIGN KEY (owner_id, division_id, maker_id) REFERENCES division (owner_id, id, maker_id),
  CONSTRAINT division_maker_is_not_checker CHECK (checker_id <> maker_id),
  CHECK (approved OR reason IS NOT NULL)
);
COMMENT ON TABLE division_decision IS 'distributed: the second officer''s word on a division anew';

-- A link for an heir without a login. Its secret has 160 random bits, so its plain hash is enough, and no change of key
-- touches it.
CREATE TABLE heir_link (
  secret_hash bytea PRIMARY KEY CHECK (octet_length(secret_hash) = 32),
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  successor_id text COLLATE "C" NOT NULL,
  officer_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX heir_link_of_successor ON heir_link (owner_id, successor_id);
COMMENT ON TABLE heir_link IS 'locator(secret_hash): links given to heirs, by hash; not in backups';

CREATE FUNCTION successor_digest(p_row public.successor) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.case_id, p_row.place::text, p_row.name, p_row.name_latin, p_row.relation, p_row.basis, p_row.represents,
    to_char(p_row.predeceased_on, 'YYYY-MM-DD'), to_char(p_row.born_on, 'YYYY-MM-DD'), p_row.identity_kind, p_row.guardian_name,
    p_row.guardian_kind, p_row.guardian_paper, p_row.paper_reference, p_row.recorded_by, public.instant_text(p_row.recorded_at))
$$;

CREATE FUNCTION successor_word_digest(p_row public.successor_word) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.case_id, p_row.word, array_to_string(p_row.disputes, ' '), p_row.division_id, p_row.channel,
    p_row.paper_reference, p_row.recorded_by, public.instant_text(p_row.recorded_at))
$$;

-- A division with its shares, in their order.
CREATE FUNCTION division_digest(p_owner text, p_division text) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(d.case_id, d.revision::text, d.order_id, d.basis, d.denominator::text,
    (SELECT string_agg(s.successor_id || ' ' || s.numerator, ' ' ORDER BY s.place) FROM public.division_share s
      WHERE s.owner_id = d.owner_id AND s.division_id = d.id),
    d.paper_reference, d.maker_id, public.instant_text(d.recorded_at))
    FROM public.division d WHERE d.owner_id = p_owner AND d.id = p_division
$$;

CREATE FUNCTION division_decision_digest(p_row public.division_decision) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.maker_id, p_row.checker_id, p_row.approved::text, p_row.reason, public.instant_text(p_row.decided_at))
$$;

-- Locks a case after a death and says whether it is approved: whoever approves waits for this lock or is seen here. An approval
-- that was set aside because the facts changed counts no more.
CREATE FUNCTION case_of_estate(p_owner text, p_case text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case AND process = 'withdrawal' AND subject = 'death' FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.no-estate';
  END IF;
  RETURN EXISTS (SELECT FROM public.decision_approval a WHERE a.owner_id = p_owner AND a.case_id = p_case AND a.outcome = 'approve'
    AND NOT EXISTS (SELECT FROM public.approval_set_aside s WHERE s.owner_id = a.owner_id AND s.decision_id = a.decision_id));
END $$;

-- Who records: the clerk whose session it is, or a login of an applicant, which can name no officer.
CREATE FUNCTION estate_recorder(p_token text, p_by text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF p_token IS NOT NULL THEN RETURN public.live_officer(p_token, 'clerk'); END IF;
  IF p_by IS NULL OR p_by !~ '^usr_' THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'access.no-session';
  END IF;
  RETURN p_by;
END $$;

-- Records an heir or legatee. Once the case is approved only a clerk can, for a court's word on what is still held.
CREATE FUNCTION record_successor(p_token text, p_by text, p_owner text, p_id text, p_case text, p_name text, p_name_latin text,
    p_relation text, p_basis text, p_represents text, p_predeceased_on date, p_born_on date, p_identity_kind text, p_identity_sealed bytea,
    p_identity_tail text, p_guardian_name text, p_guardian_kind text, p_guardian_sealed bytea, p_guardian_tail text,
    p_guardian_paper text, p_paper text, p_at timestamptz)
  RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_by text := public.estate_recorder(p_token, p_by);
  v_row public.successor;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  IF public.case_of_estate(p_owner, p_case) AND p_token IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.approved';
  END IF;
  INSERT INTO public.successor (owner_id, id, case_id, place, name, name_latin, relation, basis, represents, predeceased_on, born_on,
    identity_kind, identity_sealed, identity_tail, guardian_name, guardian_kind, guardian_sealed, guardian_tail, guardian_paper,
    paper_reference, recorded_by, recorded_at)
  SELECT p_owner, p_id, p_case, coalesce(max(place), 0) + 1, p_name, p_name_latin, p_relation, p_basis, p_represents, p_predeceased_on, p_born_on,
    p_identity_kind, p_identity_sealed, p_identity_tail, p_guardian_name, p_guardian_kind, p_guardian_sealed, p_guardian_tail,
    p_guardian_paper, p_paper, v_by, p_at
    FROM public.successor WHERE owner_id = p_owner AND case_id = p_case
  RETURNING * INTO v_row;
  PERFORM public.chain_record(p_owner, 'successor', p_id, public.successor_digest(v_row), p_at);
  RETURN v_row.place;
END $$;

-- A clerk gives one heir a link. A new one ends those before it.
CREATE FUNCTION give_heir_link(p_token text, p_owner text, p_case text, p_successor text, p_secret_hash bytea, p_days integer)
  RETURNS timestamptz LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_clerk text := public.live_officer(p_token, 'clerk');
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
   WHERE owner_id = p_owner AND successor_id = p_successor AND ended_at IS NULL;
  INSERT INTO public.heir_link (secret_hash, owner_id, case_id, successor_id, officer_id, made_at, expires_at)
  VALUES (p_secret_hash, p_owner, p_case, p_successor, v_clerk, clock_timestamp(), v_until);
  RETURN v_until;
END $$;

-- Whose link this is. It takes the secret itself: who can read the table has its hash only.
CREATE FUNCTION heir_of_link(p_secret text) RETURNS public.heir_link
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_link public.heir_link;
BEGIN
  SELECT * INTO v_link FROM public.heir_link
   WHERE secret_hash = sha256(convert_to('suixing heir link ' || p_secret, 'UTF8')) AND ended_at IS NULL AND expires_at > clock_timestamp();
  IF v_link.owner_id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.link-over';
  END IF;
  RETURN v_link;
END $$;

-- Which shares of a case are disputed: those that an objection names whose heir has said nothing since.
CREATE FUNCTION disputed_shares(p_owner text, p_case text) RETURNS text[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT disputed), '{}')
    FROM (SELECT DISTINCT ON (successor_id) word, disputes FROM public.successor_word
           WHERE owner_id = p_owner AND case_id = p_case ORDER BY successor_id, seq DESC) AS last, unnest(last.disputes) AS disputed
   WHERE last.word = 'object'
$$;

REVOKE ALL ON FUNCTION successor_digest, successor_word_digest, division_digest, division_decision_digest, case_of_estate, estate_recorder,
  record_successor, give_heir_link, heir_of_link, disputed_shares FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record_successor, give_heir_link, heir_of_link, disputed_shares TO suixing_app;
GRANT SELECT ON successor, successor_word, division, division_share, division_decision, heir_link TO suixing_app;
