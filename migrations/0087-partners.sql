-- compatible: yes
-- The directory of agencies. Everything in it is a change that one administrator asked for; another one agrees to it before it
-- counts. What closes a door (a suspension, the end of a key) counts at once, until the second one turns it down.

CREATE TABLE partner_change (
  id text COLLATE "C" PRIMARY KEY CHECK (id ~ '^pch_[0-9a-z]{26}$'),
  region text COLLATE "C" NOT NULL CHECK (region ~ '^[1-8][0-9]{5}$'),
  kind text NOT NULL CHECK (kind IN ('profile', 'key', 'key-end', 'suspend', 'resume')),
  -- Of a profile.
  effective_on date,
  name_zh text CHECK (length(name_zh) BETWEEN 1 AND 200),
  name_en text CHECK (length(name_en) BETWEEN 1 AND 200),
  gateway_url text CHECK (length(gateway_url) <= 500),
  accepts_balances boolean,
  versions text[] CHECK (cardinality(versions) BETWEEN 1 AND 10),
  account_sealed bytea,
  -- Of a key, or of its end.
  kid text COLLATE "C" CHECK (kid ~ '^[A-Za-z0-9_-]{43}$'),
  key_x text COLLATE "C" CHECK (key_x ~ '^[A-Za-z0-9_-]{43}$'),
  key_from bigint,
  key_until bigint,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  asked_by text COLLATE "C" NOT NULL REFERENCES officer (id),
  asked_at timestamptz NOT NULL,
  decided_by text COLLATE "C" REFERENCES officer (id),
  decided_at timestamptz,
  agreed boolean,
  CHECK (num_nonnulls(decided_by, decided_at, agreed) IN (0, 3)),
  CONSTRAINT partner_change_by_two CHECK (decided_by <> asked_by),
  CHECK (num_nonnulls(effective_on, name_zh, name_en, accepts_balances, versions) = CASE kind WHEN 'profile' THEN 5 ELSE 0 END),
  CHECK (kind = 'profile' OR num_nonnulls(gateway_url, account_sealed) = 0),
  CHECK ((kind IN ('key', 'key-end')) = (kid IS NOT NULL)),
  CHECK (num_nonnulls(key_x, key_from, key_until) = CASE kind WHEN 'key' THEN 3 ELSE 0 END),
  CHECK (key_from < key_until)
);
CREATE INDEX partner_change_of_region ON partner_change (region, kind, asked_at);
COMMENT ON TABLE partner_change IS 'reference: what was asked for of the directory of agencies, and who agreed; the account sealed';

CREATE FUNCTION ask_partner_change(p_token text, p_id text, p_region text, p_kind text, p_effective_on date, p_name_zh text,
    p_name_en text, p_gateway text, p_accepts boolean, p_versions text[], p_account bytea, p_kid text, p_x text, p_from bigint,
    p_until bigint, p_reason text, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_by text;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_by := public.live_officer(p_token, 'administrator');
  INSERT INTO public.partner_change (id, region, kind, effective_on, name_zh, name_en, gateway_url, accepts_balances, versions,
    account_sealed, kid, key_x, key_from, key_until, reason, asked_by, asked_at)
  VALUES (p_id, p_region, p_kind, p_effective_on, p_name_zh, p_name_en, p_gateway, p_accepts, p_versions, p_account, p_kid, p_x,
    p_from, p_until, p_reason, v_by, p_at);
END $$;

CREATE FUNCTION decide_partner_change(p_token text, p_id text, p_agreed boolean, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_by text;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_by := public.live_officer(p_token, 'administrator');
  UPDATE public.partner_change SET decided_by = v_by, decided_at = p_at, agreed = p_agreed
   WHERE id = p_id AND decided_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'partners.no-open-change';
  END IF;
END $$;

-- Whom the gateway speaks to: where it is, whether exchange with it is suspended, and its keys. One question for each message.
CREATE FUNCTION partner_speaking(p_region text, p_on date, OUT gateway text, OUT suspended boolean, OUT keys json)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  SELECT p.gateway_url INTO gateway FROM public.partner_change p
   WHERE p.region = p_region AND p.kind = 'profile' AND p.agreed AND p.effective_on <= p_on
   ORDER BY p.effective_on DESC, p.decided_at DESC, p.id DESC LIMIT 1;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT s.kind = 'suspend' INTO suspended FROM public.partner_change s
   WHERE s.region = p_region AND s.kind IN ('suspend', 'resume') AND (s.agreed OR (s.agreed IS NULL AND s.kind = 'suspend'))
   ORDER BY coalesce(s.decided_at, s.asked_at) DESC, s.id DESC LIMIT 1;
  suspended := coalesce(suspended, false);
  SELECT coalesce(json_agg(json_build_object('kid', k.kid, 'x', k.key_x, 'from', k.key_from, 'until', k.key_until)), '[]')
    INTO keys FROM public.partner_change k
   WHERE k.region = p_region AND k.kind = 'key' AND k.agreed
     AND NOT EXISTS (SELECT FROM public.partner_change e WHERE e.region = k.region AND e.kind = 'key-end' AND e.kid = k.kid
                        AND e.agreed IS NOT false);
END $$;

REVOKE ALL ON FUNCTION ask_partner_change, decide_partner_change, partner_speaking FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ask_partner_change, decide_partner_change, partner_speaking TO suixing_app;
GRANT EXECUTE ON FUNCTION partner_speaking TO suixing_gateway;
GRANT SELECT ON partner_change TO suixing_app;
