-- compatible: no
-- Changing the key of identity numbers, while everybody works. Numbers, card numbers and login names are unique by a keyed
-- hash, so the same number under two keys would be two people. Therefore whoever takes one brings its hashes by every key
-- that numbers may lie under, and it is taken only where nobody has it under any of them.
--
-- Hashes by key are, for each key of a process, the key's number (8 bytes) and the hash (32); the key that seals comes first.

CREATE TABLE identity_key (
  key_id bytea PRIMARY KEY CHECK (octet_length(key_id) = 8),
  since_at timestamptz NOT NULL,
  -- Nothing lies under it any more.
  retired_at timestamptz,
  CHECK (retired_at >= since_at)
);
COMMENT ON TABLE identity_key IS 'reference: numbers of the keys that identity numbers lie under; the keys are nowhere in the database';

-- The hashes alone, the one to be stored first, after a look whether the process knows the keys in use. Two who take one
-- number by several keys wait for one another; by one key the unique index sees to it. A key is taken up or put away only
-- while nobody takes a number (register_identity_key has the same lock to itself, and so has whoever puts a key away).
CREATE FUNCTION hashes_by_key(p_by_key bytea) RETURNS bytea[]
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_keys bytea[];
  v_hashes bytea[];
  v_hash bytea;
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM pg_advisory_xact_lock_shared(7449646017);
  -- Where there has only ever been one key, a hash without the key's number is enough.
  IF octet_length(p_by_key) = 32 AND (SELECT count(*) FROM public.identity_key) < 2 THEN
    RETURN ARRAY[p_by_key];
  END IF;
  SELECT array_agg(substr(p_by_key, place * 40 + 1, 8) ORDER BY place), array_agg(substr(p_by_key, place * 40 + 9, 32) ORDER BY place)
    INTO v_keys, v_hashes FROM generate_series(0, octet_length(p_by_key) / 40 - 1) AS place;
  IF v_keys IS NULL OR octet_length(p_by_key) % 40 <> 0
     OR EXISTS (SELECT FROM public.identity_key WHERE retired_at IS NULL AND key_id <> ALL (v_keys))
     OR (EXISTS (SELECT FROM public.identity_key)
         AND NOT EXISTS (SELECT FROM public.identity_key WHERE key_id = v_keys[1] AND retired_at IS NULL)) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'seal.keys-outdated';
  END IF;
  IF cardinality(v_hashes) > 1 THEN
    -- In one order, so that two do not wait for each other.
    FOR v_hash IN SELECT h FROM unnest(v_hashes) AS h ORDER BY h LOOP
      PERFORM pg_advisory_xact_lock(('x' || encode(substr(v_hash, 1, 8), 'hex'))::bit(64)::bigint);
    END LOOP;
  END IF;
  RETURN v_hashes;
END $$;

-- Takes an identity number for a person; false where it is somebody's already.
CREATE FUNCTION take_number(p_by_key bytea, p_owner text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_hashes bytea[] := public.hashes_by_key(p_by_key);
BEGIN
  IF EXISTS (SELECT FROM public.identity_locator WHERE number_hash = ANY (v_hashes))
     OR EXISTS (SELECT FROM public.identity_document WHERE owner_id = p_owner AND number_hash = ANY (v_hashes)) THEN
    RETURN false;
  END IF;
  INSERT INTO public.identity_locator (number_hash, owner_id) VALUES (v_hashes[1], p_owner) ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;

-- Takes a name for a login; false where another has it.
CREATE FUNCTION take_login_name(p_by_key bytea, p_owner text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_hashes bytea[] := public.hashes_by_key(p_by_key);
BEGIN
  PERFORM 1 FROM public.login_locator WHERE name_hash = ANY (v_hashes);
  IF FOUND THEN RETURN false; END IF;
  INSERT INTO public.login_locator (name_hash, owner_id) VALUES (v_hashes[1], p_owner) ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;

-- From now on numbers may lie under this key too. Waits for numbers that are being taken; whoever comes later must know it.
CREATE FUNCTION register_identity_key(p_key bytea) RETURNS boolean
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7449646017);
  INSERT INTO public.identity_key (key_id, since_at) VALUES (p_key, clock_timestamp()) ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;

-- A number that waits for a second officer's word is taken when it is approved, by the keys that count then.
ALTER TABLE correction ADD COLUMN number_hashes bytea;

CREATE OR REPLACE FUNCTION request_correction(p_token text, p_owner text, p_id text, p_subject text, p_subject_id text, p_after jsonb,
    p_true_from date, p_true_to date, p_sealed bytea, p_hash bytea, p_tail text, p_reason text, p_paper text, p_wish text,
    p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'clerk');
  v_before jsonb;
  v_hashes bytea[];
BEGIN
  PERFORM 1 FROM public.person WHERE owner_id = p_owner FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.no-such-person';
  END IF;
  IF p_subject_id IS NOT NULL THEN
    v_before := public.record_subject(p_owner, p_subject, p_subject_id);
    IF v_before IS NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.nothing-to-correct';
    END IF;
    PERFORM 1 FROM public.correction c WHERE c.owner_id = p_owner AND c.subject = p_subject AND c.subject_id = p_subject_id
       AND NOT EXISTS (SELECT FROM public.correction_decision d WHERE d.owner_id = c.owner_id AND d.correction_id = c.id);
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.correction-open';
    END IF;
  END IF;
  IF p_wish IS NOT NULL THEN
    PERFORM 1 FROM public.correction_wish_refusal WHERE owner_id = p_owner AND wish_id = p_wish;
    IF FOUND OR NOT EXISTS (SELECT FROM public.correction_wish WHERE owner_id = p_owner AND id = p_wish) THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.no-such-wish';
    END IF;
  END IF;
  IF p_hash IS NOT NULL THEN
    v_hashes := public.hashes_by_key(p_hash);
  END IF;
  INSERT INTO public.correction (owner_id, id, subject, subject_id, before, after, true_from, true_to, value_sealed,
    number_hash, number_hashes, number_tail, reason, paper_reference, wish_id, maker_id, requested_at)
  VALUES (p_owner, p_id, p_subject, p_subject_id, v_before, p_after, p_true_from, p_true_to, p_sealed, v_hashes[1],
    p_hash, p_tail, p_reason, p_paper, p_wish, v_maker, p_at);
  PERFORM public.chain_record(p_owner, 'correction', p_id, public.correction_digest(p_subject, p_subject_id, v_before, p_after,
    p_true_from, p_true_to, p_reason, p_paper, p_wish, v_maker, p_at), p_at);
  RETURN v_maker;
END $$;

CREATE OR REPLACE FUNCTION apply_correction(p_made correction, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_suffix text := substr(p_made.id, 5);
  v_rank timestamptz;
  v_maker text := p_made.maker_id;
  v_void boolean := p_made.subject_id IS NOT NULL
    AND p_made.subject_id NOT IN ('name', 'name-latin', 'born-on', 'nationality', 'phone', 'email', 'language');
BEGIN
  IF v_void THEN
    INSERT INTO public.record_void (owner_id, subject, subject_id, correction_id, voided_at)
    VALUES (p_made.owner_id, p_made.subject, p_made.subject_id, p_made.id, p_at);
    PERFORM public.chain_record(p_made.owner_id, 'void', p_made.id,
      public.void_digest(p_made.subject, p_made.subject_id, p_made.id, p_at), p_at);
    -- A number that was wrongly written down may be somebody else's.
    IF p_made.subject = 'document' THEN
      DELETE FROM public.identity_locator l USING public.identity_document d
       WHERE d.owner_id = p_made.owner_id AND d.id = p_made.subject_id AND l.number_hash = d.number_hash
         AND l.owner_id = d.owner_id;
    END IF;
  END IF;
  IF p_made.after IS NULL THEN RETURN; END IF;
  CASE p_made.subject
    WHEN 'entry' THEN
      SELECT coalesce(rank_at, recorded_at) INTO v_rank FROM public.record_entry
       WHERE owner_id = p_made.owner_id AND id = p_made.subject_id;
      INSERT INTO public.record_entry (owner_id, id, kind, body, true_from, true_to, rank_at, correction_id, maker_id, recorded_at)
      VALUES (p_made.owner_id, 'rec_' || v_suffix, p_made.before ->> 'kind', p_made.after, p_made.true_from, p_made.true_to,
        v_rank, p_made.id, v_maker, p_at);
      PERFORM public.chain_record(p_made.owner_id, 'entry', 'rec_' || v_suffix,
        public.entry_digest(p_made.before ->> 'kind', p_made.after, NULL, NULL, NULL, NULL, v_maker, p_at, p_made.true_from,
          p_made.true_to, v_rank, p_made.id), p_at);
    WHEN 'detail' THEN
      INSERT INTO public.person_detail (owner_id, id, field, value, value_sealed, true_from, correction_id, recorded_at)
      VALUES (p_made.owner_id, 'dtl_' || v_suffix, p_made.before ->> 'field', p_made.after ->> 'value', p_made.value_sealed,
        p_made.true_from, p_made.id, p_at);
      PERFORM public.chain_record(p_made.owner_id, 'detail', 'dtl_' || v_suffix,
        public.detail_digest(p_made.before ->> 'field', p_made.after ->> 'value', p_made.true_from, p_made.id, p_at), p_at);
    WHEN 'document' THEN
      -- A request of before this migration has one hash only.
      IF NOT public.take_number(coalesce(p_made.number_hashes, p_made.number_hash), p_made.owner_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.document-known';
      END IF;
      INSERT INTO public.identity_document (owner_id, id, number_hash, kind, issuer, number_sealed, number_tail, true_from,
        correction_id, recorded_at)
      VALUES (p_made.owner_id, 'doc_' || v_suffix, p_made.number_hash, p_made.after ->> 'kind', p_made.after ->> 'issuer',
        p_made.value_sealed, p_made.number_tail, p_made.true_from, p_made.id, p_at);
      PERFORM public.chain_record(p_made.owner_id, 'document', 'doc_' || v_suffix,
        public.document_digest(p_made.after ->> 'kind', p_made.after ->> 'issuer', p_made.number_tail, p_made.true_from,
          p_made.id, p_at), p_at);
    WHEN 'employment' THEN
      PERFORM public.apply_employment(p_made, p_at);
    WHEN 'period' THEN
      INSERT INTO public.paid_period (owner_id, id, from_month, to_month, base_fen, origin_region, correction_id, recorded_at)
      VALUES (p_made.owner_id, 'per_' || v_suffix, p_made.after ->> 'fromMonth', p_made.after ->> 'toMonth',
        (p_made.after ->> 'baseFen')::bigint, p_made.after ->> 'originRegion', p_made.id, p_at);
      PERFORM public.chain_record(p_made.owner_id, 'period', 'per_' || v_suffix,
        public.period_digest(p_made.after ->> 'fromMonth', p_made.after ->> 'toMonth', (p_made.after ->> 'baseFen')::bigint,
          p_made.after ->> 'originRegion', NULL, NULL, p_made.id, p_at), p_at);
  END CASE;
END $$;

CREATE OR REPLACE FUNCTION insert_card(p_owner text, p_card text, p_kind text, p_hash bytea, p_sealed bytea, p_tail text, p_replaces text,
    p_clerk text, p_paper text, p_effective timestamptz, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_hashes bytea[] := public.hashes_by_key(p_hash);
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
  PERFORM 1 FROM public.card_locator WHERE number_hash = ANY (v_hashes[2:]) AND owner_id <> p_owner;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.number-taken';
  END IF;
  -- Where the person had this card before, under another key, it is found by today's from now on.
  UPDATE public.card SET number_hash = v_hashes[1] WHERE owner_id = p_owner AND number_hash = ANY (v_hashes[2:]);
  DELETE FROM public.card_locator WHERE number_hash = ANY (v_hashes[2:]);
  INSERT INTO public.card_locator AS l (number_hash, owner_id, card_id) VALUES (v_hashes[1], p_owner, p_card)
  ON CONFLICT (number_hash) DO UPDATE SET card_id = excluded.card_id WHERE l.owner_id = excluded.owner_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.number-taken';
  END IF;
  PERFORM 1 FROM public.card WHERE owner_id = p_owner AND number_hash = v_hashes[1] AND state <> 'ended';
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'card.kind-bound';
  END IF;
  INSERT INTO public.card (owner_id, id, kind, number_hash, number_sealed, number_tail, replaces_id, state, event_count)
  VALUES (p_owner, p_card, p_kind, v_hashes[1], p_sealed, p_tail, p_replaces, 'active', 1) RETURNING * INTO v_card;
  INSERT INTO public.card_event (owner_id, card_id, seq, step, from_state, to_state, actor_kind, actor_id, paper_reference,
    effective_at, recorded_at)
  VALUES (p_owner, p_card, 1, 'bind', 'unbound', 'active', 'officer', p_clerk, p_paper, p_effective, p_at)
  RETURNING * INTO v_event;
  PERFORM public.chain_record(p_owner, 'card', p_card, public.card_digest(v_card), p_at);
  PERFORM public.chain_record(p_owner, 'card-event', p_card || '/1', public.card_event_digest(v_event), p_at);
END $$;

REVOKE INSERT ON identity_locator FROM suixing_app;
REVOKE INSERT ON login_locator FROM suixing_login;
REVOKE ALL ON FUNCTION hashes_by_key, take_number, take_login_name, register_identity_key FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_number TO suixing_app;
GRANT EXECUTE ON FUNCTION take_login_name TO suixing_login;
GRANT SELECT ON identity_key TO suixing_app, suixing_login;
