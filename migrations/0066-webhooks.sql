-- compatible: yes
-- Webhooks: other programs are told of the steps of cases, by ids and states. The steps themselves are the outbox: a step that is
-- committed is told, and one that is not is not. They are handed out up to a transaction's number, as the sums of the fund are,
-- so that a transaction which commits late is not passed over.

-- Who may subscribe: an integrator by a live key with the scope, or an administrator by a live session.
CREATE FUNCTION webhook_holder(p_token text) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_key text;
BEGIN
  IF p_token NOT LIKE 'sxk\_%' THEN RETURN public.live_officer(p_token, 'administrator'); END IF;
  SELECT id INTO v_key FROM public.api_key
   WHERE secret_hash = sha256(convert_to(p_token, 'UTF8')) AND revoked_at IS NULL AND expires_at > clock_timestamp()
     AND 'webhooks' = ANY (scopes);
  IF v_key IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'access.no-session';
  END IF;
  RETURN v_key;
END $$;

CREATE TABLE webhook_subscription (
  id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^whk_[0-9a-z]{26}$'),
  -- An integrator's key, or the administrator who made it.
  holder_id text COLLATE "C" NOT NULL,
  url_sealed bytea NOT NULL,
  -- Told when it is switched off; null where nobody is to be.
  contact_sealed bytea,
  events text[] NOT NULL CHECK (cardinality(events) BETWEEN 1 AND 50),
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'disabled', 'ended')),
  last_sequence bigint NOT NULL DEFAULT 0 CHECK (last_sequence >= 0),
  -- Since when nothing has been taken; null while all is well.
  failing_since timestamptz,
  secret_sealed bytea NOT NULL,
  -- The secret before, which signs too until then.
  old_secret_sealed bytea,
  old_secret_until timestamptz,
  made_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL
);
COMMENT ON TABLE webhook_subscription IS 'reference: who is told of which steps, where; address and secrets sealed';

CREATE TABLE webhook_delivery (
  owner_id text COLLATE "C" NOT NULL,
  subscription_id text COLLATE "C" NOT NULL REFERENCES webhook_subscription (id),
  case_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  sequence bigint NOT NULL CHECK (sequence > 0),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'failed')),
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_at timestamptz NOT NULL,
  -- What the last attempt came to: a status, or a word of ours.
  result text CHECK (length(result) <= 40),
  made_at timestamptz NOT NULL,
  done_at timestamptz,
  PRIMARY KEY (owner_id, subscription_id, case_id, seq),
  FOREIGN KEY (owner_id, case_id, seq) REFERENCES case_action (owner_id, case_id, seq)
);
CREATE INDEX webhook_delivery_waiting ON webhook_delivery (next_at) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_by_sequence ON webhook_delivery (subscription_id, sequence);
COMMENT ON TABLE webhook_delivery IS 'distributed: steps that a subscription is told of, and how that went';

CREATE TABLE webhook_horizon (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  -- Steps of transactions below this number were handed out.
  below_xid bigint NOT NULL
);
COMMENT ON TABLE webhook_horizon IS 'reference: one row, how far steps were handed out to subscriptions';
COMMENT ON COLUMN webhook_horizon.below_xid IS 'a restore lowers it with recorded_xid';
INSERT INTO webhook_horizon (below_xid) VALUES (pg_snapshot_xmin(pg_current_snapshot())::text::bigint);

CREATE FUNCTION subscribe_webhook(p_token text, p_id text, p_url bytea, p_contact bytea, p_events text[], p_secret bytea)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_holder text := public.webhook_holder(p_token);
BEGIN
  INSERT INTO public.webhook_subscription (id, holder_id, url_sealed, contact_sealed, events, secret_sealed, made_at, changed_at)
  VALUES (p_id, v_holder, p_url, p_contact, p_events, p_secret, clock_timestamp(), clock_timestamp());
  RETURN v_holder;
END $$;

-- Its holder, or an administrator, gives it another secret or state; the secret before stays good for a while.
CREATE FUNCTION change_webhook(p_token text, p_id text, p_state text, p_secret bytea, p_overlap interval)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_holder text := public.webhook_holder(p_token);
BEGIN
  UPDATE public.webhook_subscription
     SET state = coalesce(p_state, state), failing_since = CASE WHEN p_state = 'active' THEN NULL ELSE failing_since END,
         old_secret_sealed = CASE WHEN p_secret IS NULL THEN old_secret_sealed ELSE secret_sealed END,
         old_secret_until = CASE WHEN p_secret IS NULL THEN old_secret_until ELSE clock_timestamp() + p_overlap END,
         secret_sealed = coalesce(p_secret, secret_sealed), changed_at = clock_timestamp()
   WHERE id = p_id AND state <> 'ended' AND (holder_id = v_holder OR p_token NOT LIKE 'sxk\_%');
  RETURN FOUND;
END $$;

-- Hands every step since the horizon to the subscriptions that want it, numbered for each. Two at once wait for one another.
CREATE FUNCTION fan_out_webhooks() RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_from bigint;
  v_to bigint;
  v_told bigint;
  v_all bigint := 0;
  v_each record;
BEGIN
  PERFORM public.sees_what_is_committed();
  SELECT below_xid INTO v_from FROM public.webhook_horizon FOR UPDATE;
  v_to := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
  IF v_to <= v_from THEN RETURN 0; END IF;
  FOR v_each IN SELECT id, events, last_sequence FROM public.webhook_subscription
                 WHERE state = 'active' ORDER BY id FOR UPDATE LOOP
    INSERT INTO public.webhook_delivery (owner_id, subscription_id, case_id, seq, sequence, next_at, made_at)
    SELECT a.owner_id, v_each.id, a.case_id, a.seq,
           v_each.last_sequence + row_number() OVER (ORDER BY a.recorded_xid, a.owner_id, a.case_id, a.seq),
           clock_timestamp(), clock_timestamp()
      FROM public.case_action a JOIN public.case_file c ON c.owner_id = a.owner_id AND c.id = a.case_id
     WHERE a.recorded_xid >= v_from AND a.recorded_xid < v_to
       AND v_each.events && ARRAY['*', c.process || '.*', c.process || '.' || a.action];
    GET DIAGNOSTICS v_told = ROW_COUNT;
    UPDATE public.webhook_subscription SET last_sequence = last_sequence + v_told WHERE id = v_each.id;
    v_all := v_all + v_told;
  END LOOP;
  UPDATE public.webhook_horizon SET below_xid = v_to;
  RETURN v_all;
END $$;

-- Tells again what was told or given up, from a number on; only what belongs to the subscription's holder.
CREATE FUNCTION replay_webhook(p_token text, p_id text, p_from bigint, p_to bigint) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_holder text := public.webhook_holder(p_token);
  v_again bigint;
BEGIN
  PERFORM 1 FROM public.webhook_subscription
    WHERE id = p_id AND state <> 'ended' AND (holder_id = v_holder OR p_token NOT LIKE 'sxk\_%');
  IF NOT FOUND THEN RETURN NULL; END IF;
  UPDATE public.webhook_delivery SET state = 'waiting', attempts = 0, next_at = clock_timestamp(), done_at = NULL
   WHERE subscription_id = p_id AND sequence BETWEEN p_from AND p_to AND state <> 'waiting';
  GET DIAGNOSTICS v_again = ROW_COUNT;
  RETURN v_again;
END $$;

REVOKE ALL ON FUNCTION webhook_holder, subscribe_webhook, change_webhook, fan_out_webhooks, replay_webhook FROM PUBLIC;
GRANT EXECUTE ON FUNCTION subscribe_webhook, change_webhook, fan_out_webhooks, replay_webhook TO suixing_app;
GRANT SELECT ON webhook_subscription, webhook_delivery, webhook_horizon TO suixing_app;
-- What the worker notes of its attempts, and that a subscription is switched off where nothing is taken.
GRANT UPDATE (state, attempts, next_at, result, done_at) ON webhook_delivery TO suixing_app;
GRANT UPDATE (state, failing_since) ON webhook_subscription TO suixing_app;
