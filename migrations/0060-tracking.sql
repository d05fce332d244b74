-- compatible: yes
-- Whoever asks without a login where a case is gives its number and a second factor. Tries are counted by the number's keyed
-- hash before anything is looked at, for numbers that exist and for those that do not, by the server's own clock.

CREATE TABLE tracking_try (
  number_hash bytea PRIMARY KEY CHECK (octet_length(number_hash) = 32),
  tries integer NOT NULL CHECK (tries >= 0),
  locks integer NOT NULL CHECK (locks >= 0),
  locked_until timestamptz,
  last_at timestamptz NOT NULL
);
CREATE INDEX tracking_try_by_age ON tracking_try (last_at);
COMMENT ON TABLE tracking_try IS 'locator(number_hash): wrong tries to ask after a case, by the keyed hash of its number; not in backups';

-- Counts a try and says whether it may be looked at. The fifth wrong one locks the number for a quarter of an hour, each
-- further lock for twice as long, up to a day. What is older than two days is swept on the way.
CREATE FUNCTION count_tracking_try(p_number_hash bytea) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_now timestamptz := clock_timestamp();
  v_row public.tracking_try;
BEGIN
  PERFORM public.sees_what_is_committed();
  DELETE FROM public.tracking_try WHERE last_at < v_now - interval '2 days';
  INSERT INTO public.tracking_try AS t (number_hash, tries, locks, last_at) VALUES (p_number_hash, 0, 0, v_now)
  ON CONFLICT (number_hash) DO UPDATE SET last_at = v_now RETURNING t.* INTO v_row;
  IF v_row.locked_until > v_now THEN RETURN false; END IF;
  UPDATE public.tracking_try SET tries = CASE WHEN v_row.tries >= 4 THEN 0 ELSE v_row.tries + 1 END,
    locks = CASE WHEN v_row.tries >= 4 THEN v_row.locks + 1 ELSE v_row.locks END,
    locked_until = CASE WHEN v_row.tries >= 4 THEN v_now + least(interval '15 minutes' * 2 ^ least(v_row.locks, 7), interval '1 day') END
   WHERE number_hash = p_number_hash;
  RETURN true;
END $$;

-- Whoever gave the right factor had not tried wrongly; the locks that there were stay counted.
CREATE FUNCTION forget_tracking_try(p_number_hash bytea) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE public.tracking_try SET tries = 0, locked_until = NULL WHERE number_hash = p_number_hash
$$;

REVOKE ALL ON FUNCTION count_tracking_try, forget_tracking_try FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_tracking_try, forget_tracking_try TO suixing_app;
