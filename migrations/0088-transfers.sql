-- compatible: yes
-- Transfers between agencies: which case is which transfer with whom, and what the other agency said of it. Its word comes from
-- the gateway, which alone may keep it, or on paper, which a clerk records and a reviewer confirms. On the contact letter of
-- the agency that the person goes to, and on nothing else, a transfer is accepted: the account is held and the relationship ends.

CREATE FUNCTION amend_function(p_name text, p_find text, p_put text) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_body text := pg_get_functiondef(('public.' || p_name)::regproc);
BEGIN
  IF position(p_find IN v_body) = 0 THEN
    RAISE EXCEPTION 'the function % does not say: %', p_name, p_find;
  END IF;
  EXECUTE replace(v_body, p_find, p_put);
END $$;
COMMENT ON FUNCTION amend_function IS 'for migrations: puts one text of a function for another and leaves the rest as it is';
REVOKE ALL ON FUNCTION amend_function FROM PUBLIC;

ALTER TABLE case_action
  DROP CONSTRAINT case_action_actor_kind_check,
  ADD CONSTRAINT case_action_actor_kind_check CHECK (actor_kind IN
    ('insured', 'successor', 'agent', 'employer', 'officer', 'integrator', 'system', 'bank', 'partner-agency'));

CREATE TABLE transfer (
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  -- The region of whoever opened it and a name of theirs; both agencies call it so.
  transfer_id text COLLATE "C" NOT NULL CHECK (transfer_id ~ '^[1-8][0-9]{5}-[A-Za-z0-9_]{8,64}$'),
  direction text NOT NULL CHECK (direction IN ('out', 'in')),
  process text COLLATE "C" NOT NULL GENERATED ALWAYS AS ('transfer-' || direction) STORED,
  partner text COLLATE "C" NOT NULL CHECK (partner ~ '^\d{6}$'),
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, case_id),
  UNIQUE (owner_id, transfer_id),
  FOREIGN KEY (owner_id, case_id, process) REFERENCES case_file (owner_id, id, process)
);
COMMENT ON TABLE transfer IS 'distributed: which case is which transfer, and with which agency, append-only';

CREATE TABLE transfer_locator (
  transfer_id text COLLATE "C" PRIMARY KEY,
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL
);
COMMENT ON TABLE transfer_locator IS 'locator(transfer_id): whose case a transfer is';

CREATE TABLE partner_word (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  message_id text COLLATE "C" NOT NULL CHECK (length(message_id) BETWEEN 1 AND 100),
  transfer_id text COLLATE "C" NOT NULL,
  from_region text COLLATE "C" NOT NULL CHECK (from_region ~ '^\d{6}$'),
  to_region text COLLATE "C" NOT NULL CHECK (to_region ~ '^\d{6}$'),
  type text COLLATE "C" NOT NULL CHECK (type IN ('contact-letter', 'information-sheet', 'remittance-advice', 'balance-credited',
    'balance-refused', 'account-details', 'transfer-declined', 'reminder', 'invalidate')),
  -- What the books rest on, without anybody's data: amountFen and reference of money, acceptsBalance, the account of the agency
  -- itself (holder, bankCode, tail), revision, and which message is invalidated.
  figures jsonb NOT NULL CHECK (jsonb_typeof(figures) = 'object' AND pg_column_size(figures) <= 4096),
  channel text NOT NULL CHECK (channel IN ('gateway', 'paper')),
  sent_at timestamptz NOT NULL,
  kept_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, message_id),
  CONSTRAINT words_cross_a_border CHECK (from_region <> to_region)
);
COMMENT ON TABLE partner_word IS 'distributed: what another agency said in a transfer of a person, append-only';

CREATE TABLE partner_paper (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  message_id text COLLATE "C" NOT NULL CHECK (length(message_id) BETWEEN 1 AND 100),
  transfer_id text COLLATE "C" NOT NULL,
  from_region text COLLATE "C" NOT NULL,
  to_region text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL CHECK (type IN ('contact-letter', 'information-sheet', 'remittance-advice', 'balance-credited',
    'balance-refused', 'account-details', 'transfer-declined', 'reminder', 'invalidate')),
  figures jsonb NOT NULL CHECK (jsonb_typeof(figures) = 'object' AND pg_column_size(figures) <= 4096),
  -- All that the paper says, as the clerk keyed it in; the digest is over the unsealed text.
  body_sealed bytea NOT NULL,
  digest bytea NOT NULL CHECK (octet_length(digest) = 32),
  paper_reference text NOT NULL CHECK (length(paper_reference) BETWEEN 1 AND 200),
  -- The scan of it.
  file_id text COLLATE "C" NOT NULL,
  dated_at timestamptz NOT NULL,
  maker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, message_id),
  UNIQUE (owner_id, message_id, maker_id, digest),
  FOREIGN KEY (owner_id, file_id) REFERENCES paper_file (owner_id, id)
);
CREATE INDEX partner_paper_in_order ON partner_paper (recorded_at, owner_id, message_id);
COMMENT ON TABLE partner_paper IS 'distributed: letters of other agencies that came on paper, as a clerk keyed them in, append-only; what they say is sealed';

CREATE TABLE partner_paper_decision (
  owner_id text COLLATE "C" NOT NULL,
  message_id text COLLATE "C" NOT NULL,
  maker_id text COLLATE "C" NOT NULL,
  digest bytea NOT NULL,
  checker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  confirmed boolean NOT NULL,
  reason text CHECK (length(reason) BETWEEN 1 AND 500),
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, message_id),
  FOREIGN KEY (owner_id, message_id, maker_id, digest) REFERENCES partner_paper (owner_id, message_id, maker_id, digest),
  CONSTRAINT paper_recorder_is_not_checker CHECK (checker_id <> maker_id),
  CONSTRAINT paper_declined_with_a_reason CHECK (confirmed OR reason IS NOT NULL)
);
COMMENT ON TABLE partner_paper_decision IS 'distributed: the reviewer''s word on a letter that came on paper';

CREATE TABLE transfer_acceptance (
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  -- The contact letter; each opens one acceptance.
  message_id text COLLATE "C" NOT NULL,
  accepted_at timestamptz NOT NULL,
  -- The other agency's message that took the letter back before the money was settled.
  withdrawn_by text COLLATE "C",
  withdrawn_at timestamptz,
  PRIMARY KEY (owner_id, message_id),
  FOREIGN KEY (owner_id, case_id) REFERENCES transfer (owner_id, case_id),
  FOREIGN KEY (owner_id, message_id) REFERENCES partner_word (owner_id, message_id),
  FOREIGN KEY (owner_id, withdrawn_by) REFERENCES partner_word (owner_id, message_id),
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);
CREATE UNIQUE INDEX one_acceptance_stands ON transfer_acceptance (owner_id, case_id) WHERE withdrawn_by IS NULL;
COMMENT ON TABLE transfer_acceptance IS 'distributed: on which contact letter a transfer was accepted, and which message took it back';

-- ---- Digests, as the person's chain keeps them ------------------------------------------------------------------------------

CREATE FUNCTION transfer_digest(p_row public.transfer) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.transfer_id, p_row.direction, p_row.partner, public.instant_text(p_row.opened_at))
$$;

CREATE FUNCTION partner_word_digest(p_row public.partner_word) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.transfer_id, p_row.from_region, p_row.to_region, p_row.type, p_row.figures::text, p_row.channel,
    public.instant_text(p_row.sent_at), public.instant_text(p_row.kept_at))
$$;

CREATE FUNCTION partner_paper_digest(p_row public.partner_paper) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.transfer_id, p_row.from_region, p_row.to_region, p_row.type, p_row.figures::text,
    encode(p_row.digest, 'hex'), p_row.paper_reference, p_row.file_id, public.instant_text(p_row.dated_at), p_row.maker_id,
    public.instant_text(p_row.recorded_at))
$$;

CREATE FUNCTION partner_paper_decision_digest(p_row public.partner_paper_decision) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.maker_id, encode(p_row.digest, 'hex'), p_row.checker_id, p_row.confirmed::text, p_row.reason,
    public.instant_text(p_row.decided_at))
$$;

CREATE FUNCTION acceptance_digest(p_row public.transfer_acceptance) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.case_id, public.instant_text(p_row.accepted_at))
$$;

-- ---- Which case is which transfer -----------------------------------------------------------------------------------------

-- Says which transfer a case is, once, and with which agency; the agency's clearing account comes with its first transfer.
CREATE FUNCTION open_transfer(p_owner text, p_case text, p_transfer text, p_direction text, p_partner text, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_row public.transfer;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case AND process = 'transfer-' || p_direction;
  IF NOT FOUND OR public.case_is_over(p_owner, p_case) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.no-transfer';
  END IF;
  PERFORM 1 FROM public.office WHERE region = p_partner;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.own-region';
  END IF;
  PERFORM 1 FROM public.partner_word WHERE owner_id = p_owner AND transfer_id = p_transfer AND from_region <> p_partner;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.another-partner';
  END IF;
  INSERT INTO public.ledger_account (code, normal_side) VALUES ('clearing:' || p_partner, 'credit') ON CONFLICT DO NOTHING;
  INSERT INTO public.transfer (owner_id, case_id, transfer_id, direction, partner, opened_at)
  VALUES (p_owner, p_case, p_transfer, p_direction, p_partner, p_at) RETURNING * INTO v_row;
  INSERT INTO public.transfer_locator (transfer_id, owner_id, case_id) VALUES (p_transfer, p_owner, p_case);
  PERFORM public.chain_record(p_owner, 'transfer', p_case, public.transfer_digest(v_row), p_at);
END $$;

-- ---- What the other agency says -------------------------------------------------------------------------------------------

-- Keeps a word of another agency, once; answers whether it is new. It belongs to the transfer's person and partner; before
-- there is a transfer, to the person whose identity number it names; `p_subject` has its hashes by every key.
CREATE FUNCTION keep_partner_word(p_word public.partner_word, p_subject bytea) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_known public.partner_word;
  v_transfer public.transfer;
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.person WHERE owner_id = p_word.owner_id FOR NO KEY UPDATE;
  SELECT * INTO v_known FROM public.partner_word WHERE owner_id = p_word.owner_id AND message_id = p_word.message_id;
  IF v_known.message_id IS NOT NULL THEN
    IF (v_known.transfer_id, v_known.from_region, v_known.to_region, v_known.type, v_known.figures, v_known.channel)
       = (p_word.transfer_id, p_word.from_region, p_word.to_region, p_word.type, p_word.figures, p_word.channel) THEN
      RETURN false;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.word-differs';
  END IF;
  SELECT t.* INTO v_transfer FROM public.transfer_locator l
    JOIN public.transfer t ON t.owner_id = l.owner_id AND t.case_id = l.case_id WHERE l.transfer_id = p_word.transfer_id;
  IF v_transfer.owner_id <> p_word.owner_id
     OR (v_transfer.owner_id IS NULL AND p_subject IS NULL)
     OR (p_subject IS NOT NULL AND NOT EXISTS (SELECT FROM public.identity_locator
           WHERE number_hash = ANY (public.hashes_in(p_subject)) AND owner_id = p_word.owner_id)) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.another-person';
  END IF;
  IF v_transfer.partner <> p_word.from_region THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.another-partner';
  END IF;
  INSERT INTO public.partner_word SELECT p_word.*;
  PERFORM public.chain_record(p_word.owner_id, 'partner-word', p_word.message_id, public.partner_word_digest(p_word), p_word.kept_at);
  RETURN true;
END $$;

-- Takes a message into the person's transfer, while it is applied in its turn: all that it says is what the gateway kept of it, so
-- that whoever calls this says no more than which message is whose.
CREATE FUNCTION take_partner_word(p_owner text, p_message text, p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_kept public.exchange_received;
  v_self text;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  -- Two agencies may have called a message the same; the one in a transfer of this person is meant.
  SELECT r.* INTO v_kept FROM public.exchange_message m
    JOIN public.exchange_received r ON r.owner_id = m.owner_id AND r.from_region = m.from_region AND r.message_id = m.message_id
    LEFT JOIN public.transfer_locator l ON l.transfer_id = r.owner_id AND l.owner_id = p_owner
   WHERE m.message_id = p_message ORDER BY l.owner_id IS NULL, r.received_at LIMIT 1;
  IF v_kept.message_id IS NULL OR NOT (v_kept.state = 'applied'
       OR (v_kept.state = 'kept' AND public.message_is_next(v_kept.owner_id, v_kept.from_region, v_kept.sequence, v_kept.released))) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.no-word';
  END IF;
  SELECT min(region) INTO v_self FROM public.office;
  RETURN public.keep_partner_word(ROW(p_owner, p_message, v_kept.owner_id, v_kept.from_region, v_self, v_kept.type, v_kept.figures,
    'gateway', v_kept.sent_at, p_at)::public.partner_word, v_kept.subject_hashes);
END $$;

-- A letter that came on paper, as a clerk keyed it in; it counts once a reviewer has compared it.
CREATE FUNCTION record_partner_paper(p_token text, p_owner text, p_message text, p_transfer text, p_from text, p_to text,
    p_type text, p_figures jsonb, p_body_sealed bytea, p_digest bytea, p_paper text, p_file text, p_dated_at timestamptz,
    p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text;
  v_row public.partner_paper;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_maker := public.live_officer(p_token, 'clerk');
  PERFORM 1 FROM public.transfer WHERE owner_id = p_owner AND transfer_id = p_transfer AND partner = p_from;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.another-partner';
  END IF;
  PERFORM 1 FROM public.paper_file WHERE owner_id = p_owner AND id = p_file AND erased_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.no-scan';
  END IF;
  INSERT INTO public.partner_paper (owner_id, message_id, transfer_id, from_region, to_region, type, figures, body_sealed, digest,
    paper_reference, file_id, dated_at, maker_id, recorded_at)
  VALUES (p_owner, p_message, p_transfer, p_from, p_to, p_type, p_figures, p_body_sealed, p_digest, p_paper, p_file, p_dated_at,
    v_maker, p_at)
  RETURNING * INTO v_row;
  PERFORM public.chain_record(p_owner, 'partner-paper', p_message, public.partner_paper_digest(v_row), p_at);
  RETURN v_maker;
END $$;

-- A reviewer says whether it is what the paper says, by its digest; confirmed, it is the other agency's word.
CREATE FUNCTION decide_partner_paper(p_token text, p_owner text, p_message text, p_digest bytea, p_confirmed boolean, p_reason text,
    p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text;
  v_paper public.partner_paper;
  v_row public.partner_paper_decision;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_checker := public.live_officer(p_token, 'reviewer');
  SELECT * INTO v_paper FROM public.partner_paper WHERE owner_id = p_owner AND message_id = p_message;
  IF v_paper.message_id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.no-word';
  END IF;
  IF p_digest IS DISTINCT FROM v_paper.digest THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.word-differs';
  END IF;
  INSERT INTO public.partner_paper_decision (owner_id, message_id, maker_id, digest, checker_id, confirmed, reason, decided_at)
  VALUES (p_owner, p_message, v_paper.maker_id, v_paper.digest, v_checker, p_confirmed, p_reason, p_at)
  RETURNING * INTO v_row;
  PERFORM public.chain_record(p_owner, 'partner-paper-decision', p_message, public.partner_paper_decision_digest(v_row), p_at);
  IF p_confirmed THEN
    PERFORM public.keep_partner_word(ROW(p_owner, p_message, v_paper.transfer_id, v_paper.from_region, v_paper.to_region,
      v_paper.type, v_paper.figures, 'paper', v_paper.dated_at, p_at)::public.partner_word, NULL);
  END IF;
  RETURN v_checker;
END $$;

-- What the partner of a transfer said in it, and did not take back.
CREATE FUNCTION word_in_transfer(p_transfer public.transfer, p_message text, p_types text[]) RETURNS public.partner_word
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_word public.partner_word;
BEGIN
  SELECT * INTO v_word FROM public.partner_word w
   WHERE w.owner_id = p_transfer.owner_id AND w.message_id = p_message AND w.transfer_id = p_transfer.transfer_id
     AND w.from_region = p_transfer.partner AND w.type = ANY (p_types)
     AND NOT EXISTS (SELECT FROM public.partner_word i WHERE i.owner_id = w.owner_id AND i.transfer_id = w.transfer_id
       AND i.from_region = w.from_region AND i.type = 'invalidate' AND i.figures ->> 'invalidates' = w.message_id);
  IF v_word.message_id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.no-word';
  END IF;
  RETURN v_word;
END $$;

-- ---- Acceptance -----------------------------------------------------------------------------------------------------------

CREATE FUNCTION standing_acceptance(p_owner text, p_case text) RETURNS public.transfer_acceptance
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.* FROM public.transfer_acceptance a WHERE a.owner_id = p_owner AND a.case_id = p_case AND a.withdrawn_by IS NULL
$$;

-- Accepts a transfer on the partner's contact letter, once; the account is held where there is an open one. Answers whether.
CREATE FUNCTION accept_transfer(p_owner text, p_case text, p_message text, p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_transfer public.transfer;
  v_row public.transfer_acceptance;
  v_open boolean;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case AND process = 'transfer-out' AND state = 'awaiting-letter'
    FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.no-transfer';
  END IF;
  SELECT * INTO v_transfer FROM public.transfer WHERE owner_id = p_owner AND case_id = p_case;
  PERFORM public.word_in_transfer(v_transfer, p_message, ARRAY['contact-letter']);
  -- The account before the person, whom the chain locks, as everywhere.
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner AND closed_on IS NULL FOR UPDATE;
  v_open := FOUND;
  INSERT INTO public.transfer_acceptance (owner_id, case_id, message_id, accepted_at) VALUES (p_owner, p_case, p_message, p_at)
  RETURNING * INTO v_row;
  PERFORM public.chain_record(p_owner, 'transfer-acceptance', p_message, public.acceptance_digest(v_row), p_at);
  IF v_open THEN PERFORM public.place_hold(p_owner, p_case, p_at); END IF;
  RETURN v_open;
END $$;

-- The partner took its letter back before the money was settled: nothing is accepted any more, the account is free, and the
-- relationship is again what it was. `p_body` is that earlier record; null where the relationship had not ended.
CREATE FUNCTION withdraw_acceptance(p_owner text, p_case text, p_message text, p_entry text, p_body jsonb, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_transfer public.transfer;
  v_acceptance public.transfer_acceptance;
  v_word public.partner_word;
  v_before text;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case AND state IN ('accepted', 'awaiting-account') FOR UPDATE;
  SELECT * INTO v_transfer FROM public.transfer WHERE owner_id = p_owner AND case_id = p_case AND FOUND;
  v_acceptance := public.standing_acceptance(p_owner, p_case);
  IF v_acceptance.message_id IS NULL OR v_transfer.case_id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.not-accepted';
  END IF;
  v_word := public.word_in_transfer(v_transfer, p_message, ARRAY['invalidate']);
  IF v_word.figures ->> 'invalidates' IS DISTINCT FROM v_acceptance.message_id THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.no-word';
  END IF;
  UPDATE public.transfer_acceptance SET withdrawn_by = p_message, withdrawn_at = p_at
   WHERE owner_id = p_owner AND message_id = v_acceptance.message_id;
  UPDATE public.account_hold SET released_at = p_at, released_by = 'letter-withdrawn'
   WHERE owner_id = p_owner AND case_id = p_case AND released_at IS NULL;
  IF (public.counting_entry(p_owner, 'relationship')).case_id = p_case THEN
    SELECT e.body ->> 'status' INTO v_before FROM public.record_entry e
     WHERE e.owner_id = p_owner AND e.kind = 'relationship' AND e.case_id IS DISTINCT FROM p_case
     ORDER BY coalesce(e.rank_at, e.recorded_at) DESC, e.recorded_at DESC, e.id DESC LIMIT 1;
    PERFORM public.record_by_case(p_owner, p_entry, 'relationship',
      coalesce(p_body, '{}') || jsonb_build_object('status', coalesce(v_before, 'active'), 'messageId', p_message), NULL, NULL, p_case, p_at);
  END IF;
END $$;

-- ---- What the rest of the house makes of it -------------------------------------------------------------------------------

ALTER TABLE account_hold
  DROP CONSTRAINT account_hold_released_by_check,
  ADD CONSTRAINT account_hold_released_by_check CHECK (released_by IN
    ('settlement', 'refusal', 'withdrawal-of-application', 'not-completed', 'passed-on', 'letter-withdrawn'));
SELECT amend_function('place_hold', $$released_by = 'refusal'$$, $$released_by IN ('refusal', 'letter-withdrawn')$$);

-- The relationship ends with the acceptance, and the person has moved, not left.
SELECT amend_function('mind_the_relationship', E'BEGIN\n', $$BEGIN
  IF (public.standing_acceptance(p_owner, p_case)).message_id IS NOT NULL THEN RETURN; END IF;
$$);
CREATE FUNCTION ended_relationship(p_owner text, p_case text, p_body jsonb) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((SELECT (p_body - 'messageId') || jsonb_build_object('status', 'transferred', 'messageId', a.message_id)
                     FROM public.standing_acceptance(p_owner, p_case) a WHERE a.message_id IS NOT NULL),
                  (p_body - 'messageId') || '{"status": "terminated"}')
$$;
SELECT amend_function('record_relationship_ended', $$p_body || '{"status": "terminated"}'$$,
  'public.ended_relationship(p_owner, p_case, p_body)');
-- Each message ends the relationship once, or gives it back once.
DROP INDEX one_entry_per_case;
CREATE UNIQUE INDEX one_entry_per_case ON record_entry (owner_id, case_id, kind)
  WHERE case_id IS NOT NULL AND kind <> 'treatment-elsewhere' AND (kind <> 'relationship' OR body ->> 'messageId' IS NULL);
CREATE UNIQUE INDEX one_relationship_per_message ON record_entry (owner_id, case_id, (body ->> 'messageId'))
  WHERE case_id IS NOT NULL AND kind = 'relationship' AND body ->> 'messageId' IS NOT NULL;

-- An account held for an accepted transfer passes on to what follows the case only once that is over.
CREATE FUNCTION transfer_lets_go(p_owner text, p_case text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (public.standing_acceptance(p_owner, p_case)).message_id IS NOT NULL AND NOT public.case_is_over(p_owner, p_case) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.approved-stays-held';
  END IF;
END $$;
SELECT amend_function('pass_hold', $$  UPDATE public.account_hold SET released_at = p_at, released_by = 'passed-on'$$,
  $$  PERFORM public.transfer_lets_go(p_owner, v_parent);
  UPDATE public.account_hold SET released_at = p_at, released_by = 'passed-on'$$);

-- A step in the name of another agency rests on a word of that agency about this person.
CREATE FUNCTION partner_said(p_owner text, p_region text, p_message text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.partner_word WHERE owner_id = p_owner AND message_id = p_message AND from_region = p_region;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.no-word';
  END IF;
END $$;
SELECT amend_function('append_action', E'  IF p_seen > 0 THEN\n', $$  IF p_actor_kind = 'partner-agency' THEN
    PERFORM public.partner_said(p_owner, p_actor, p_data ->> 'messageId');
  END IF;
  IF p_seen > 0 THEN
$$);

REVOKE ALL ON FUNCTION transfer_digest, partner_word_digest, partner_paper_digest, partner_paper_decision_digest, acceptance_digest,
  open_transfer, keep_partner_word, take_partner_word, record_partner_paper, decide_partner_paper, word_in_transfer,
  standing_acceptance, accept_transfer, withdraw_acceptance, ended_relationship, transfer_lets_go, partner_said FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_transfer, take_partner_word, record_partner_paper, decide_partner_paper, accept_transfer, withdraw_acceptance TO suixing_app;
GRANT SELECT ON transfer, transfer_locator, partner_word, partner_paper, partner_paper_decision, transfer_acceptance TO suixing_app;
