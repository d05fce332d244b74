-- compatible: no
-- A day seal is kept by a guard alone: until now the application's role could insert any row, and so cover days to come, leave
-- a range of transactions out, or put a seal on top of another one than the last; `suixing verify --seals` would have shown it,
-- but only then. Whether the signature holds, only those who know the keys can say.

-- What a signed statement (JWS, compact) says.
CREATE FUNCTION statement_payload(p_statement text) RETURNS jsonb
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT convert_from(decode(rpad(body, (length(body) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb
    FROM (SELECT translate(split_part(p_statement, '.', 2), '-_', '+/') AS body) AS part
$$;

-- Keeps the next seal; false where another process has kept one of this number meanwhile.
CREATE FUNCTION keep_seal(p_number integer, p_sealed_on date, p_from_xid bigint, p_below_xid bigint, p_sources text[],
    p_first_sources text[], p_leaves bigint, p_secret bytea, p_statement text, p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_last public.day_seal;
  v_said jsonb;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  SELECT * INTO v_last FROM public.day_seal ORDER BY number DESC LIMIT 1;
  IF p_number <= v_last.number THEN RETURN false; END IF;
  -- The next one, of the day it is made on, over the transactions from where the last one ended to those that are open.
  IF p_number IS DISTINCT FROM coalesce(v_last.number, 0) + 1
     OR p_sealed_on IS DISTINCT FROM (p_at AT TIME ZONE 'Asia/Shanghai')::date OR p_sealed_on < v_last.sealed_on
     OR p_from_xid IS DISTINCT FROM coalesce(v_last.below_xid, -4611686018427387904)
     OR p_below_xid > pg_snapshot_xmin(pg_current_snapshot())::text::bigint THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'audit.seal-not-next';
  END IF;
  -- What was signed says the same, and names the seal before.
  v_said := public.statement_payload(p_statement);
  IF (v_said ->> 'number')::integer IS DISTINCT FROM p_number
     OR (v_said ->> 'previous') IS DISTINCT FROM encode(sha256(convert_to(v_last.statement, 'UTF8')), 'hex')
     OR (v_said ->> 'sealedOn')::date IS DISTINCT FROM p_sealed_on
     OR (v_said ->> 'leaves')::bigint IS DISTINCT FROM p_leaves
     OR (v_said ->> 'secretHash') IS DISTINCT FROM encode(sha256(p_secret), 'hex') THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'audit.seal-not-next';
  END IF;
  INSERT INTO public.day_seal (number, sealed_on, from_xid, below_xid, sources, first_sources, leaves, secret, statement, made_at)
  VALUES (p_number, p_sealed_on, p_from_xid, p_below_xid, p_sources, p_first_sources, p_leaves, p_secret, p_statement, p_at)
  ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;

REVOKE INSERT ON day_seal FROM suixing_app;
REVOKE ALL ON FUNCTION keep_seal FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keep_seal TO suixing_app;
