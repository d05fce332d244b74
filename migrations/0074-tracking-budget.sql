-- compatible: yes
-- Wrong tries to ask after a case lock out whoever made them, not everybody: tracking_try counts by the keyed hash of the
-- number and of where the try came from. What all together may try is a budget of the number, apart for each second factor,
-- so that whoever guesses at the one does not use up the other. The server's own clock counts.

CREATE TABLE tracking_budget (
  number_hash bytea NOT NULL CHECK (octet_length(number_hash) = 32),
  factor text NOT NULL CHECK (factor IN ('code', 'document')),
  spent double precision NOT NULL CHECK (spent >= 0),
  wrong integer NOT NULL CHECK (wrong >= 0),
  last_at timestamptz NOT NULL,
  PRIMARY KEY (number_hash, factor)
);
CREATE INDEX tracking_budget_by_age ON tracking_budget (last_at);
COMMENT ON TABLE tracking_budget IS 'locator(number_hash): what all who ask after a case have tried of a second factor, by the keyed hash of its number; not in backups';

-- Takes one try out of a number's budget and says whether it may be looked at. Of the code 2,000 at once and 2,000 a day; of the
-- document ten at once, one more a day, and fifty in all.
CREATE FUNCTION spend_tracking_try(p_number_hash bytea, p_factor text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_now timestamptz := clock_timestamp();
  v_row public.tracking_budget;
  v_at_once integer := CASE p_factor WHEN 'code' THEN 2000 ELSE 10 END;
  v_a_day integer := CASE p_factor WHEN 'code' THEN 2000 ELSE 1 END;
BEGIN
  PERFORM public.sees_what_is_committed();
  DELETE FROM public.tracking_budget WHERE last_at < v_now - interval '3 years';
  INSERT INTO public.tracking_budget AS t (number_hash, factor, spent, wrong, last_at) VALUES (p_number_hash, p_factor, 0, 0, v_now)
  ON CONFLICT (number_hash, factor) DO UPDATE SET last_at = v_now,
    spent = greatest(0, t.spent - v_a_day * greatest(0, extract(epoch FROM v_now - t.last_at)) / 86400)
  RETURNING t.* INTO v_row;
  IF v_row.spent + 1 > v_at_once OR (p_factor = 'document' AND v_row.wrong >= 50) THEN RETURN false; END IF;
  UPDATE public.tracking_budget SET spent = spent + 1, wrong = wrong + 1 WHERE number_hash = p_number_hash AND factor = p_factor;
  RETURN true;
END $$;

-- Whoever gave the right factor had not tried wrongly.
CREATE FUNCTION refund_tracking_try(p_number_hash bytea, p_factor text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE public.tracking_budget SET spent = greatest(0, spent - 1), wrong = greatest(0, wrong - 1)
   WHERE number_hash = p_number_hash AND factor = p_factor
$$;

REVOKE ALL ON FUNCTION spend_tracking_try, refund_tracking_try FROM PUBLIC;
GRANT EXECUTE ON FUNCTION spend_tracking_try, refund_tracking_try TO suixing_app;
