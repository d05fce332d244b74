-- compatible: yes
-- The card through which the insured person uses the account: the social security card (社保卡) or its electronic credential
-- (医保电子凭证). Its number lies sealed and is found by a keyed hash. What happens to a card is a list of events on two
-- clocks: `effective_at` says from when it holds, `recorded_at` since when it is known.

-- What may happen to a card, from which state to which, and whose session it takes: a clerk's, a reviewer's, or nobody's.
-- Reporting a loss takes none, since it only ever stops money; ending with the relationship stands on the settled case.
CREATE TABLE card_step (
  step text COLLATE "C" NOT NULL,
  from_state text COLLATE "C" NOT NULL,
  to_state text COLLATE "C" NOT NULL,
  role text CHECK (role IN ('clerk', 'reviewer')),
  PRIMARY KEY (step, from_state),
  UNIQUE (step, from_state, to_state)
);
COMMENT ON TABLE card_step IS 'reference: the steps of a card, written by migrations only';
INSERT INTO card_step (step, from_state, to_state, role) VALUES
  ('bind', 'unbound', 'active', 'clerk'),
  ('report-lost', 'active', 'lost', NULL), ('report-lost', 'locked', 'lost-and-locked', NULL),
  ('found', 'lost', 'active', 'clerk'), ('found', 'lost-and-locked', 'locked', 'clerk'),
  ('lock', 'active', 'locked', 'clerk'), ('lock', 'lost', 'lost-and-locked', 'clerk'),
  ('unlock', 'locked', 'active', 'reviewer'), ('unlock', 'lost-and-locked', 'lost', 'reviewer'),
  ('replace', 'active', 'ended', 'clerk'), ('replace', 'lost', 'ended', 'clerk'),
  ('end', 'active', 'ended', 'clerk'), ('end', 'lost', 'ended', 'clerk'),
  ('end', 'locked', 'ended', 'clerk'), ('end', 'lost-and-locked', 'ended', 'clerk'),
  ('end-with-relationship', 'active', 'ended', NULL), ('end-with-relationship', 'lost', 'ended', NULL),
  ('end-with-relationship', 'locked', 'ended', NULL), ('end-with-relationship', 'lost-and-locked', 'ended', NULL);

CREATE TABLE card (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  id text COLLATE "C" NOT NULL,
  kind text NOT NULL CHECK (kind IN ('social-security-card', 'electronic-credential')),
  number_hash bytea NOT NULL CHECK (octet_length(number_hash) = 32),
  number_sealed bytea NOT NULL,
  number_tail text NOT NULL CHECK (length(number_tail) <= 4),
  replaces_id text COLLATE "C",
  -- What the events compute to; moved only together with one.
  state text NOT NULL CHECK (state IN ('active', 'lost', 'locked', 'lost-and-locked', 'ended')),
  event_count integer NOT NULL CHECK (event_count > 0),
  PRIMARY KEY (owner_id, id),
  FOREIGN KEY (owner_id, replaces_id) REFERENCES card (owner_id, id)
);
CREATE UNIQUE INDEX one_card_of_a_kind ON card (owner_id, kind) WHERE state <> 'ended';
COMMENT ON TABLE card IS 'distributed: cards bound to personal accounts; the number sealed, its last characters for masks';

CREATE TABLE card_locator (
  number_hash bytea PRIMARY KEY CHECK (octet_length(number_hash) = 32),
  owner_id text COLLATE "C" NOT NULL,
  card_id text COLLATE "C" NOT NULL
);
COMMENT ON TABLE card_locator IS 'locator(number_hash): which card, and whose, a number belongs to; the last one where a card was bound again';

CREATE TABLE card_event (
  owner_id text COLLATE "C" NOT NULL,
  card_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  step text COLLATE "C" NOT NULL,
  from_state text COLLATE "C" NOT NULL,
  to_state text COLLATE "C" NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind IN ('officer', 'insured', 'agent', 'system')),
  actor_id text COLLATE "C" NOT NULL,
  legal_basis text CHECK (legal_basis ~ '^[A-Z0-9][A-Z0-9.-]{1,39}$'),
  reason text CHECK (length(reason) BETWEEN 1 AND 500),
  paper_reference text CHECK (length(paper_reference) BETWEEN 1 AND 200),
  -- The settled case with which the card ended.
  case_id text COLLATE "C",
  effective_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, card_id, seq),
  FOREIGN KEY (owner_id, card_id) REFERENCES card (owner_id, id),
  FOREIGN KEY (step, from_state, to_state) REFERENCES card_step (step, from_state, to_state),
  CHECK (effective_at <= recorded_at),
  CHECK ((seq = 1) = (step = 'bind')),
  -- An agency keeps a person from their card only on a legal basis; what it binds or gives back, it has seen a paper for.
  CHECK (step <> 'lock' OR (legal_basis IS NOT NULL AND reason IS NOT NULL)),
  CHECK (step <> 'unlock' OR reason IS NOT NULL),
  CHECK (step NOT IN ('bind', 'found', 'replace', 'end') OR paper_reference IS NOT NULL),
  CHECK ((step = 'end-with-relationship') = (case_id IS NOT NULL))
);
COMMENT ON TABLE card_event IS 'distributed: what happened to a card, append-only';

-- What the person's chain says of a card and of an event; never the number or its hash, which change with their key.
CREATE FUNCTION card_digest(p_row public.card) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.kind, p_row.number_tail, p_row.replaces_id)
$$;

CREATE FUNCTION card_event_digest(p_row public.card_event) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.step, p_row.from_state, p_row.to_state, p_row.actor_kind, p_row.actor_id, p_row.legal_basis,
    p_row.reason, p_row.paper_reference, p_row.case_id, public.instant_text(p_row.effective_at),
    public.instant_text(p_row.recorded_at))
$$;

-- Appends an event and moves the card's state with it. Whoever calls has looked the actor up.
CREATE FUNCTION append_card_event(p_owner text, p_card text, p_step text, p_actor_kind text, p_actor text, p_basis text,
    p_reason text, p_paper text, p_case text, p_effective timestamptz, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_card public.card;
  v_to text;
  v_event public.card_event;
BEGIN
  SELECT * INTO v_card FROM public.card WHERE owner_id = p_owner AND id = p_card FOR UPDATE;
  IF v_card.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.no-such-card';
  END IF;
  SELECT to_state INTO v_to FROM public.card_step WHERE step = p_step AND from_state = v_card.state;
  IF v_to IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.step-not-open';
  END IF;
  IF p_effective > p_at THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.moment-not-come';
  END IF;
  UPDATE public.card SET state = v_to, event_count = event_count + 1 WHERE owner_id = p_owner AND id = p_card;
  INSERT INTO public.card_event (owner_id, card_id, seq, step, from_state, to_state, actor_kind, actor_id, legal_basis, reason,
    paper_reference, case_id, effective_at, recorded_at)
  VALUES (p_owner, p_card, v_card.event_count + 1, p_step, v_card.state, v_to, p_actor_kind, p_actor, p_basis, p_reason,
    p_paper, p_case, p_effective, p_at)
  RETURNING * INTO v_event;
  PERFORM public.chain_record(p_owner, 'card-event', p_card || '/' || v_event.seq, public.card_event_digest(v_event), p_at);
  RETURN v_to;
END $$;

-- Writes a card that a clerk binds, as its first event. A number belongs to one person for good; the same person may bind
-- it again after it ended.
CREATE FUNCTION insert_card(p_owner text, p_card text, p_kind text, p_hash bytea, p_sealed bytea, p_tail text, p_replaces text,
    p_clerk text, p_paper text, p_effective timestamptz, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_card public.card;
  v_event public.card_event;
BEGIN
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner AND closed_on IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.no-account';
  END IF;
  IF p_effective > p_at THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.moment-not-come';
  END IF;
  INSERT INTO public.card_locator AS l (number_hash, owner_id, card_id) VALUES (p_hash, p_owner, p_card)
  ON CONFLICT (number_hash) DO UPDATE SET card_id = excluded.card_id WHERE l.owner_id = excluded.owner_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.number-taken';
  END IF;
  PERFORM 1 FROM public.card WHERE owner_id = p_owner AND number_hash = p_hash AND state <> 'ended';
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.kind-bound';
  END IF;
  INSERT INTO public.card (owner_id, id, kind, number_hash, number_sealed, number_tail, replaces_id, state, event_count)
  VALUES (p_owner, p_card, p_kind, p_hash, p_sealed, p_tail, p_replaces, 'active', 1) RETURNING * INTO v_card;
  INSERT INTO public.card_event (owner_id, card_id, seq, step, from_state, to_state, actor_kind, actor_id, paper_reference,
    effective_at, recorded_at)
  VALUES (p_owner, p_card, 1, 'bind', 'unbound', 'active', 'officer', p_clerk, p_paper, p_effective, p_at)
  RETURNING * INTO v_event;
  PERFORM public.chain_record(p_owner, 'card', p_card, public.card_digest(v_card), p_at);
  PERFORM public.chain_record(p_owner, 'card-event', p_card || '/1', public.card_event_digest(v_event), p_at);
END $$;

CREATE FUNCTION bind_card(p_token text, p_owner text, p_card text, p_kind text, p_hash bytea, p_sealed bytea, p_tail text,
    p_paper text, p_effective timestamptz, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_clerk text := public.live_officer(p_token, 'clerk');
BEGIN
  PERFORM public.insert_card(p_owner, p_card, p_kind, p_hash, p_sealed, p_tail, NULL, v_clerk, p_paper, p_effective, p_at);
END $$;

-- A new card for an old one of the same kind, in one go; a locked card is unlocked first, so that nobody gets round the lock.
CREATE FUNCTION replace_card(p_token text, p_owner text, p_old text, p_card text, p_hash bytea, p_sealed bytea, p_tail text,
    p_reason text, p_paper text, p_effective timestamptz, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_clerk text := public.live_officer(p_token, 'clerk');
  v_kind text;
BEGIN
  -- The account first, as whoever lets money leave does.
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner FOR SHARE;
  PERFORM public.append_card_event(p_owner, p_old, 'replace', 'officer', v_clerk, NULL, p_reason, p_paper, NULL, p_effective, p_at);
  SELECT kind INTO v_kind FROM public.card WHERE owner_id = p_owner AND id = p_old;
  PERFORM public.insert_card(p_owner, p_card, v_kind, p_hash, p_sealed, p_tail, p_old, v_clerk, p_paper, p_effective, p_at);
END $$;

-- Found again, locked, unlocked, ended: what officers do to a card. The step names the role; whoever locked a card is not
-- the one who unlocks it.
CREATE FUNCTION step_card(p_token text, p_owner text, p_card text, p_step text, p_basis text, p_reason text, p_paper text,
    p_effective timestamptz, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_role text := (SELECT max(role) FROM public.card_step WHERE step = p_step AND step IN ('found', 'lock', 'unlock', 'end'));
  v_officer text := public.live_officer(p_token, coalesce(v_role, 'nobody'));
BEGIN
  PERFORM 1 FROM public.card WHERE owner_id = p_owner AND id = p_card FOR UPDATE;
  IF p_step = 'unlock' AND v_officer = (SELECT actor_id FROM public.card_event
      WHERE owner_id = p_owner AND card_id = p_card AND step = 'lock' ORDER BY seq DESC LIMIT 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.same-officer';
  END IF;
  RETURN public.append_card_event(p_owner, p_card, p_step, 'officer', v_officer, p_basis, p_reason, p_paper, NULL, p_effective, p_at);
END $$;

-- A loss is taken from whoever says so: it stops money, and only an officer gives the card back.
CREATE FUNCTION report_card_lost(p_owner text, p_card text, p_actor_kind text, p_actor text, p_reason text,
    p_effective timestamptz, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  RETURN public.append_card_event(p_owner, p_card, 'report-lost', p_actor_kind, p_actor, NULL, p_reason, NULL, NULL, p_effective, p_at);
END $$;

-- The cards end with the relationship: only after the case that emptied the account, and closed it.
CREATE FUNCTION end_cards_with_relationship(p_owner text, p_case text, p_at timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_card text;
  v_count integer := 0;
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.account_hold h JOIN public.personal_account a ON a.owner_id = h.owner_id AND a.closed_on IS NOT NULL
    WHERE h.owner_id = p_owner AND h.case_id = p_case AND h.released_by = 'settlement';
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-settled';
  END IF;
  FOR v_card IN SELECT id FROM public.card WHERE owner_id = p_owner AND state <> 'ended' ORDER BY id LOOP
    PERFORM public.append_card_event(p_owner, v_card, 'end-with-relationship', 'system', 'system', NULL, NULL, NULL, p_case, p_at, p_at);
    v_count := v_count + 1;
  END LOOP;
  RETURN v_count;
END $$;

-- What every card payment asks before it takes money. The card's row stays locked until the payment is written, so that a
-- loss reported meanwhile comes either before or after it.
CREATE FUNCTION card_may_pay(p_owner text, p_card text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_state text;
BEGIN
  PERFORM public.money_may_leave(p_owner);
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner AND closed_on IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.no-account';
  END IF;
  SELECT state INTO v_state FROM public.card WHERE owner_id = p_owner AND id = p_card FOR SHARE;
  IF v_state IS DISTINCT FROM 'active' THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = CASE v_state WHEN 'lost' THEN 'card.lost'
      WHEN 'lost-and-locked' THEN 'card.lost' WHEN 'locked' THEN 'card.locked' WHEN 'ended' THEN 'card.ended'
      ELSE 'card.no-such-card' END;
  END IF;
END $$;

REVOKE ALL ON FUNCTION card_digest, card_event_digest, append_card_event, insert_card, bind_card, replace_card, step_card,
  report_card_lost, end_cards_with_relationship, card_may_pay FROM PUBLIC;
GRANT EXECUTE ON FUNCTION card_digest, card_event_digest, bind_card, replace_card, step_card, report_card_lost,
  end_cards_with_relationship TO suixing_app;
GRANT SELECT ON card_step, card, card_locator, card_event TO suixing_app;
