-- compatible: yes
-- Messages between agencies. What was sent stands beside the case of the person whom it is about, what was received beside its
-- transfer, because nobody knows whose case it is before it is applied. A message of a partner is kept by a role of its own,
-- which can do nothing else: whoever knows the application's password cannot make up a partner's word.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'suixing_gateway') THEN
    BEGIN
      CREATE ROLE suixing_gateway NOLOGIN;
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN
        NULL; -- another database's migration was quicker
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'the role suixing_gateway does not exist and this user may not create it'
          USING HINT = 'An administrator runs once: CREATE ROLE suixing_gateway NOLOGIN;';
    END;
  END IF;
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO suixing_gateway', current_database());
END
$$;
GRANT USAGE ON SCHEMA public TO suixing_gateway;
GRANT SELECT ON schema_migration TO suixing_gateway;

CREATE TABLE exchange_transfer (
  transfer_id text COLLATE "C" PRIMARY KEY CHECK (transfer_id ~ '^[1-8][0-9]{5}-[A-Za-z0-9_]{8,64}$'),
  -- The one agency that a transfer is with: a third one's message about it is refused.
  partner_region text COLLATE "C" NOT NULL CHECK (partner_region ~ '^[1-8][0-9]{5}$'),
  -- Beside whose rows what is sent stands; null until something is.
  owner_id text COLLATE "C",
  made_at timestamptz NOT NULL
);
COMMENT ON TABLE exchange_transfer IS 'locator(transfer_id): with whom a transfer is, and whose rows its outgoing messages stand beside';

CREATE TABLE exchange_sent (
  owner_id text COLLATE "C" NOT NULL,
  message_id text COLLATE "C" NOT NULL CHECK (message_id ~ '^[A-Za-z0-9_-]{8,64}$'),
  transfer_id text COLLATE "C" NOT NULL,
  to_region text COLLATE "C" NOT NULL,
  sequence integer NOT NULL CHECK (sequence BETWEEN 1 AND 10000),
  in_reply_to text COLLATE "C",
  type text COLLATE "C" NOT NULL,
  kid text COLLATE "C" NOT NULL,
  digest text COLLATE "C" NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  text_sealed bytea NOT NULL,
  sent_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'refused', 'undeliverable', 'closed')),
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_at timestamptz NOT NULL,
  -- What the last try came to: a refusal's code, or a word of ours.
  result text CHECK (length(result) <= 100),
  receipt_sealed bytea,
  receipt_digest text COLLATE "C" CHECK (receipt_digest ~ '^[0-9a-f]{64}$'),
  done_at timestamptz,
  PRIMARY KEY (owner_id, message_id),
  CONSTRAINT exchange_sent_sequence UNIQUE (owner_id, transfer_id, sequence),
  CONSTRAINT exchange_sent_receipt CHECK (state NOT IN ('delivered', 'refused') OR receipt_sealed IS NOT NULL),
  CHECK (num_nonnulls(receipt_sealed, receipt_digest) IN (0, 2))
);
CREATE INDEX exchange_sent_due ON exchange_sent (next_at) WHERE state = 'waiting';
CREATE INDEX exchange_sent_queue ON exchange_sent (done_at) WHERE state IN ('refused', 'undeliverable');
CREATE INDEX exchange_sent_by_message ON exchange_sent (message_id);
COMMENT ON TABLE exchange_sent IS 'distributed: what this agency said to another, signed once, and the receipt for it; texts sealed';

CREATE TABLE exchange_message (
  message_id text COLLATE "C" NOT NULL,
  from_region text COLLATE "C" NOT NULL,
  owner_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (message_id, from_region)
);
COMMENT ON TABLE exchange_message IS 'locator(message_id): to which transfer a partner’s message belongs';

CREATE TABLE exchange_received (
  -- The transfer.
  owner_id text COLLATE "C" NOT NULL,
  from_region text COLLATE "C" NOT NULL,
  message_id text COLLATE "C" NOT NULL,
  sequence integer NOT NULL CHECK (sequence BETWEEN 1 AND 10000),
  in_reply_to text COLLATE "C",
  type text COLLATE "C" NOT NULL,
  kid text COLLATE "C" NOT NULL,
  digest text COLLATE "C" NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  text_sealed bytea NOT NULL,
  receipt_sealed bytea NOT NULL,
  -- What later steps are held to, as the gateway read it from the verified body; nothing of it is a person's data.
  figures jsonb NOT NULL CHECK (jsonb_typeof(figures) = 'object' AND pg_column_size(figures) <= 4096),
  -- The identity number of whom it is about, hashed by every key of then, and the first of these hashes; null where it names nobody.
  subject_hashes bytea CHECK (octet_length(subject_hashes) BETWEEN 40 AND 4000 AND octet_length(subject_hashes) % 40 = 0),
  subject_hash bytea,
  sent_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  -- `refused` by its receipt; `set-aside` by whoever applies it; `kept` until then.
  state text NOT NULL CHECK (state IN ('kept', 'applied', 'refused', 'set-aside', 'closed')),
  -- Why it was refused or set aside, or what it waits for.
  reason text CHECK (length(reason) <= 100),
  -- A clerk let it go on although one before it is missing.
  released boolean NOT NULL DEFAULT false,
  applied_at timestamptz,
  effect text CHECK (effect ~ '^[a-z][a-z-]{0,59}$'),
  effect_owner_id text COLLATE "C",
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  PRIMARY KEY (owner_id, from_region, message_id),
  CONSTRAINT exchange_received_sequence UNIQUE (owner_id, from_region, sequence),
  CONSTRAINT exchange_received_subject CHECK (subject_hash IS NOT DISTINCT FROM substr(subject_hashes, 9, 32)),
  -- What was refused says nothing that anything could rest on.
  CONSTRAINT exchange_received_figures CHECK (state <> 'refused' OR (figures = '{}' AND subject_hash IS NULL)),
  CONSTRAINT exchange_received_applied CHECK ((state = 'applied') = (applied_at IS NOT NULL)),
  CONSTRAINT exchange_received_effect CHECK ((state = 'applied') = (effect IS NOT NULL))
);
CREATE INDEX exchange_received_kept ON exchange_received (received_at) WHERE state = 'kept';
CREATE INDEX exchange_received_queue ON exchange_received (received_at) WHERE state = 'set-aside';
COMMENT ON TABLE exchange_received IS 'distributed: what a partner said, verified before it was kept, the receipt given and what came of it; texts sealed';

CREATE TABLE exchange_contradiction (
  owner_id text COLLATE "C" NOT NULL,
  from_region text COLLATE "C" NOT NULL,
  digest text COLLATE "C" NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  message_id text COLLATE "C" NOT NULL,
  sequence integer NOT NULL,
  type text COLLATE "C" NOT NULL,
  kid text COLLATE "C" NOT NULL,
  text_sealed bytea NOT NULL,
  receipt_sealed bytea NOT NULL,
  sent_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
  PRIMARY KEY (owner_id, from_region, digest)
);
CREATE INDEX exchange_contradiction_open ON exchange_contradiction (received_at) WHERE state = 'open';
CREATE INDEX exchange_contradiction_by_digest ON exchange_contradiction (digest);
COMMENT ON TABLE exchange_contradiction IS 'distributed: what a partner said that contradicts what it had said before; never applied, texts sealed';

CREATE TABLE exchange_handling (
  owner_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  -- `sent.<message>`, `received.<region>.<message>`, `contradiction.<digest>`
  item_id text COLLATE "C" NOT NULL,
  what text NOT NULL CHECK (what IN ('resend', 'apply-again', 'close')),
  officer_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id)
);
CREATE INDEX exchange_handling_of_item ON exchange_handling (owner_id, item_id);
COMMENT ON TABLE exchange_handling IS 'distributed: what clerks did with messages that did not go their way by themselves';

CREATE TABLE exchange_rejection (
  on_date date NOT NULL,
  code text COLLATE "C" NOT NULL CHECK (length(code) <= 60),
  -- A partner, or nobody that is known.
  region text COLLATE "C" NOT NULL CHECK (region ~ '^([1-8][0-9]{5}|-)$'),
  times bigint NOT NULL CHECK (times > 0),
  last_at timestamptz NOT NULL,
  PRIMARY KEY (on_date, code, region)
);
COMMENT ON TABLE exchange_rejection IS 'reference: how often the gateway turned something away, by day, reason and partner; nothing of what it was';

-- The hashes alone, of hashes by key (8 bytes of the key's number and 32 of the hash, for each); none of null.
CREATE FUNCTION hashes_in(p_by_key bytea) RETURNS bytea[]
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(substr(p_by_key, place * 40 + 9, 32) ORDER BY place), '{}')
    FROM generate_series(0, octet_length(p_by_key) / 40 - 1) AS place
$$;

-- Keeps a verified message with the receipt for it, once: `kept`, or `again` with the receipt of the first time, or
-- `contradicts` or `anothers-transfer`, and then nothing is kept. Of the two receipts that the gateway signed the one counts that
-- says whether all before it are here.
CREATE FUNCTION keep_message(p_transfer text, p_from text, p_message text, p_sequence integer, p_in_reply_to text, p_type text,
    p_sent_at timestamptz, p_kid text, p_digest text, p_text bytea, p_receipt bytea, p_receipt_waiting bytea, p_refused text,
    p_figures jsonb, p_subject bytea, p_at timestamptz, OUT outcome text, OUT receipt bytea)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_partner text;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  INSERT INTO public.exchange_transfer (transfer_id, partner_region, made_at) VALUES (p_transfer, p_from, p_at)
    ON CONFLICT (transfer_id) DO NOTHING;
  IF NOT FOUND THEN
    SELECT partner_region INTO v_partner FROM public.exchange_transfer WHERE transfer_id = p_transfer;
    IF v_partner <> p_from THEN
      outcome := 'anothers-transfer';
      RETURN;
    END IF;
  END IF;
  INSERT INTO public.exchange_message (message_id, from_region, owner_id) VALUES (p_message, p_from, p_transfer)
    ON CONFLICT (message_id, from_region) DO NOTHING;
  IF FOUND THEN
    receipt := p_receipt;
    IF p_sequence > 1 AND p_refused IS NULL AND p_sequence - 1 > (SELECT count(*) FROM public.exchange_received r
        WHERE r.owner_id = p_transfer AND r.from_region = p_from AND r.sequence < p_sequence) THEN
      receipt := p_receipt_waiting;
    END IF;
    INSERT INTO public.exchange_received (owner_id, from_region, message_id, sequence, in_reply_to, type, kid, digest,
      text_sealed, receipt_sealed, figures, subject_hashes, subject_hash, sent_at, received_at, state, reason)
    VALUES (p_transfer, p_from, p_message, p_sequence, p_in_reply_to, p_type, p_kid, p_digest, p_text, receipt, p_figures,
      p_subject, substr(p_subject, 9, 32), p_sent_at, p_at, CASE WHEN p_refused IS NULL THEN 'kept' ELSE 'refused' END, p_refused)
    ON CONFLICT DO NOTHING;
    outcome := CASE WHEN FOUND THEN 'kept' ELSE 'contradicts' END;
    RETURN;
  END IF;
  SELECT r.receipt_sealed INTO receipt FROM public.exchange_received r
   WHERE r.owner_id = p_transfer AND r.from_region = p_from AND r.message_id = p_message AND r.digest = p_digest;
  outcome := CASE WHEN FOUND THEN 'again' ELSE 'contradicts' END;
END $$;

-- Keeps what contradicts, with the receipt that refuses it; the same again gets the receipt of the first time.
CREATE FUNCTION keep_contradiction(p_transfer text, p_from text, p_message text, p_sequence integer, p_type text,
    p_sent_at timestamptz, p_kid text, p_digest text, p_text bytea, p_receipt bytea, p_at timestamptz) RETURNS bytea
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_receipt bytea;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  INSERT INTO public.exchange_contradiction (owner_id, from_region, digest, message_id, sequence, type, kid, text_sealed,
    receipt_sealed, sent_at, received_at)
  VALUES (p_transfer, p_from, p_digest, p_message, p_sequence, p_type, p_kid, p_text, p_receipt, p_sent_at, p_at)
  ON CONFLICT (owner_id, from_region, digest) DO NOTHING;
  SELECT receipt_sealed INTO v_receipt FROM public.exchange_contradiction
   WHERE owner_id = p_transfer AND from_region = p_from AND digest = p_digest;
  RETURN v_receipt;
END $$;

CREATE FUNCTION count_rejection(p_on date, p_code text, p_region text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO public.exchange_rejection (on_date, code, region, times, last_at)
  VALUES (p_on, p_code, p_region, 1, clock_timestamp())
  ON CONFLICT (on_date, code, region) DO UPDATE
    SET times = public.exchange_rejection.times + 1, last_at = clock_timestamp();
END $$;

-- Whether all of a sender's messages before this one are done, whatever came of them, or a clerk let it go on without them.
CREATE FUNCTION message_is_next(p_transfer text, p_from text, p_sequence integer, p_released boolean) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_waits boolean;
  v_reached integer;
BEGIN
  IF p_sequence = 1 THEN RETURN true; END IF;
  SELECT coalesce(bool_or(state = 'kept' AND sequence < p_sequence), false),
         coalesce(max(sequence) FILTER (WHERE state <> 'kept'), 0)
    INTO v_waits, v_reached FROM public.exchange_received WHERE owner_id = p_transfer AND from_region = p_from;
  RETURN NOT v_waits AND (p_released OR p_sequence <= v_reached + 1);
END $$;

-- Takes a sender's next message of a transfer to be applied in this transaction; of several who try, one has it until the end.
-- Nothing where none is there or one before it is missing.
CREATE FUNCTION claim_next_message(p_transfer text, p_from text, OUT message text, OUT digest text, OUT text_sealed bytea,
    OUT received timestamptz)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_next public.exchange_received;
BEGIN
  SELECT * INTO v_next FROM public.exchange_received r
   WHERE r.owner_id = p_transfer AND r.from_region = p_from AND r.state = 'kept' ORDER BY r.sequence LIMIT 1 FOR UPDATE;
  IF NOT FOUND OR NOT public.message_is_next(p_transfer, p_from, v_next.sequence, v_next.released) THEN RETURN; END IF;
  message := v_next.message_id;
  digest := v_next.digest;
  text_sealed := v_next.text_sealed;
  received := v_next.received_at;
END $$;

-- It is applied, once and in its turn, and this is what it did. Answers whether another one of its sender waits in the transfer.
CREATE FUNCTION message_applied(p_transfer text, p_from text, p_message text, p_effect text, p_effect_owner text,
    p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.mind_the_clock(p_at);
  UPDATE public.exchange_received r
     SET state = 'applied', applied_at = p_at, reason = NULL, effect = p_effect, effect_owner_id = p_effect_owner
   WHERE r.owner_id = p_transfer AND r.from_region = p_from AND r.message_id = p_message AND r.state = 'kept'
     AND public.message_is_next(p_transfer, p_from, r.sequence, r.released);
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'exchange.changed-meanwhile';
  END IF;
  RETURN EXISTS (SELECT FROM public.exchange_received
                  WHERE owner_id = p_transfer AND from_region = p_from AND state = 'kept');
END $$;

-- Puts a message that could not be applied before a clerk, or lets it wait for the next pass; never past one that waits before it.
CREATE FUNCTION set_message_aside(p_transfer text, p_from text, p_message text, p_reason text, p_waits boolean) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE public.exchange_received m
     SET state = CASE WHEN p_waits THEN 'kept' ELSE 'set-aside' END, reason = p_reason, attempts = attempts + 1
   WHERE m.owner_id = p_transfer AND m.from_region = p_from AND m.message_id = p_message AND m.state = 'kept'
     AND NOT EXISTS (SELECT FROM public.exchange_received b
                      WHERE b.owner_id = m.owner_id AND b.from_region = m.from_region AND b.sequence < m.sequence
                        AND b.state = 'kept');
  RETURN FOUND;
END $$;

-- The next number of this agency's messages in a transfer; whoever asks holds the transfer until the end of the transaction.
CREATE FUNCTION next_sequence(p_transfer text, p_to text, p_owner text, p_at timestamptz, OUT owner text, OUT sequence integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_partner text;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  INSERT INTO public.exchange_transfer (transfer_id, partner_region, owner_id, made_at) VALUES (p_transfer, p_to, p_owner, p_at)
    ON CONFLICT (transfer_id) DO NOTHING;
  SELECT partner_region, owner_id INTO v_partner, owner FROM public.exchange_transfer
   WHERE transfer_id = p_transfer FOR UPDATE;
  IF v_partner <> p_to THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'exchange.anothers-transfer';
  END IF;
  IF owner IS NULL THEN
    UPDATE public.exchange_transfer SET owner_id = p_owner WHERE transfer_id = p_transfer;
    owner := p_owner;
  END IF;
  SELECT coalesce(max(s.sequence), 0) + 1 INTO sequence FROM public.exchange_sent s
   WHERE s.owner_id = owner AND s.transfer_id = p_transfer;
END $$;

CREATE FUNCTION keep_sent(p_owner text, p_message text, p_transfer text, p_to text, p_sequence integer, p_in_reply_to text,
    p_type text, p_kid text, p_digest text, p_text bytea, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.mind_the_clock(p_at);
  INSERT INTO public.exchange_sent (owner_id, message_id, transfer_id, to_region, sequence, in_reply_to, type, kid, digest,
    text_sealed, sent_at, next_at)
  SELECT p_owner, p_message, p_transfer, p_to, p_sequence, p_in_reply_to, p_type, p_kid, p_digest, p_text, p_at, p_at
    FROM public.exchange_transfer t
   WHERE t.transfer_id = p_transfer AND t.partner_region = p_to AND t.owner_id = p_owner
     AND p_sequence = 1 + coalesce((SELECT max(s.sequence) FROM public.exchange_sent s
                                     WHERE s.owner_id = p_owner AND s.transfer_id = p_transfer), 0);
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'exchange.changed-meanwhile';
  END IF;
END $$;

-- Of several workers one has the next try; where nobody reports back it is tried again at p_next.
CREATE FUNCTION claim_delivery(p_owner text, p_message text, p_attempts integer, p_next timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE public.exchange_sent SET attempts = attempts + 1, next_at = p_next
   WHERE owner_id = p_owner AND message_id = p_message AND state = 'waiting' AND attempts = p_attempts;
  RETURN FOUND;
END $$;

CREATE FUNCTION close_delivery(p_owner text, p_message text, p_state text, p_result text, p_receipt bytea,
    p_receipt_digest text, p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.mind_the_clock(p_at);
  UPDATE public.exchange_sent
     SET state = p_state, result = p_result, receipt_sealed = p_receipt, receipt_digest = p_receipt_digest,
         done_at = CASE WHEN p_state = 'waiting' THEN NULL ELSE p_at END
   WHERE owner_id = p_owner AND message_id = p_message AND state = 'waiting'
     AND p_state IN ('waiting', 'delivered', 'refused', 'undeliverable');
  RETURN FOUND;
END $$;

-- What a clerk does with what did not go its way by itself.
CREATE FUNCTION handle_sent(p_token text, p_id text, p_owner text, p_message text, p_what text, p_reason text, p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'clerk');
BEGIN
  PERFORM public.mind_the_clock(p_at);
  UPDATE public.exchange_sent
     SET state = CASE p_what WHEN 'resend' THEN 'waiting' ELSE 'closed' END, attempts = 0, next_at = p_at,
         done_at = CASE p_what WHEN 'resend' THEN NULL ELSE p_at END
   WHERE owner_id = p_owner AND message_id = p_message
     AND ((p_what = 'resend' AND state = 'undeliverable') OR (p_what = 'close' AND state IN ('undeliverable', 'refused')));
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO public.exchange_handling (owner_id, id, item_id, what, officer_id, reason, at)
  VALUES (p_owner, p_id, 'sent.' || p_message, p_what, v_officer, p_reason, p_at);
  RETURN true;
END $$;

CREATE FUNCTION handle_received(p_token text, p_id text, p_transfer text, p_from text, p_message text, p_what text,
    p_reason text, p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'clerk');
BEGIN
  PERFORM public.mind_the_clock(p_at);
  UPDATE public.exchange_received
     SET state = CASE p_what WHEN 'apply-again' THEN 'kept' ELSE 'closed' END,
         released = released OR p_what = 'apply-again',
         reason = CASE p_what WHEN 'apply-again' THEN NULL ELSE reason END
   WHERE owner_id = p_transfer AND from_region = p_from AND message_id = p_message
     AND p_what IN ('apply-again', 'close') AND state IN ('set-aside', 'kept');
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO public.exchange_handling (owner_id, id, item_id, what, officer_id, reason, at)
  VALUES (p_transfer, p_id, 'received.' || p_from || '.' || p_message, p_what, v_officer, p_reason, p_at);
  RETURN true;
END $$;

CREATE FUNCTION handle_contradiction(p_token text, p_id text, p_transfer text, p_from text, p_digest text, p_reason text,
    p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'clerk');
BEGIN
  PERFORM public.mind_the_clock(p_at);
  UPDATE public.exchange_contradiction SET state = 'closed'
   WHERE owner_id = p_transfer AND from_region = p_from AND digest = p_digest AND state = 'open';
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO public.exchange_handling (owner_id, id, item_id, what, officer_id, reason, at)
  VALUES (p_transfer, p_id, 'contradiction.' || p_digest, 'close', v_officer, p_reason, p_at);
  RETURN true;
END $$;

REVOKE ALL ON FUNCTION hashes_in, keep_message, keep_contradiction, count_rejection, message_is_next, claim_next_message, message_applied, set_message_aside, next_sequence, keep_sent, claim_delivery, close_delivery, handle_sent, handle_received,
  handle_contradiction FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keep_message, keep_contradiction, count_rejection TO suixing_gateway;
GRANT EXECUTE ON FUNCTION claim_next_message, message_applied, set_message_aside, next_sequence, keep_sent,
  claim_delivery, close_delivery, handle_sent, handle_received, handle_contradiction TO suixing_app;
GRANT SELECT ON exchange_transfer, exchange_sent, exchange_message, exchange_received, exchange_contradiction,
  exchange_handling, exchange_rejection TO suixing_app;
