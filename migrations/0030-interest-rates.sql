-- compatible: yes
-- Rates changed for days gone by. Two finance officers stand behind it, as behind every run: the second one's approval writes
-- the rates; then every account's sums are built anew, and of years that were closed the difference is posted with its reason.

ALTER TABLE interest_run
  DROP CONSTRAINT interest_run_kind_check, ADD CONSTRAINT interest_run_kind_check CHECK (kind IN ('credit', 'reversal', 'rates')),
  -- The rates as they shall be, one a line as interest_rates_text tells them.
  ADD COLUMN new_rates text,
  ADD CHECK ((kind = 'rates') = (new_rates IS NOT NULL));

CREATE OR REPLACE FUNCTION interest_run_digest(p_row public.interest_run) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.id, p_row.kind, p_row.year::text, p_row.reverses_id, p_row.accounts::text, p_row.bearing::text,
    p_row.interest_fen::text, p_row.negative_fen::text, p_row.laggards::text, p_row.by_replay::text, p_row.rates, p_row.picture, p_row.new_rates)
$$;

-- Writes growth and discount of every day to the end of the century anew, where interest compounds. A day grows by its rate,
-- rounded half up at 10^-30, as the program computes it.
CREATE FUNCTION write_interest_growth() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_one numeric := 10::numeric ^ 30;
  v_rate record;
  v_growth numeric;
  v_whole numeric;
  v_bucket text := '';
BEGIN
  DELETE FROM public.interest_growth;
  IF NOT public.interest_compounds() THEN RETURN; END IF;
  FOR v_rate IN
    SELECT bucket, from_on, rate_ppm, day_count,
           lead(from_on, 1, '2100-12-31') OVER (PARTITION BY bucket ORDER BY from_on) AS until_on
      FROM public.interest_rate ORDER BY bucket, from_on
  LOOP
    IF v_rate.bucket <> v_bucket THEN
      v_bucket := v_rate.bucket;
      v_growth := v_one;
    END IF;
    v_whole := 1000000 * v_rate.day_count;
    FOR v_day IN 0 .. v_rate.until_on - v_rate.from_on - 1 LOOP
      INSERT INTO public.interest_growth (bucket, on_day, growth, discount)
      VALUES (v_bucket, v_rate.from_on + v_day, v_growth, div(v_one * v_one * 2 + v_growth, v_growth * 2));
      v_growth := div(v_growth * (v_whole + v_rate.rate_ppm) * 2 + v_whole, v_whole * 2);
    END LOOP;
  END LOOP;
END $$;

-- Makes the rates those of a text. Whoever has read a rate and not committed yet is waited for, so that nobody adds to a sum
-- by an old rate once the sums are built anew.
CREATE FUNCTION write_interest_rates(p_rates text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  LOCK TABLE public.interest_rate IN ACCESS EXCLUSIVE MODE;
  DELETE FROM public.interest_rate;
  INSERT INTO public.interest_rate (bucket, from_on, rate_ppm, day_count, compounding)
  SELECT f[1], f[2]::date, f[3]::bigint, f[4]::integer, f[5]
    FROM (SELECT string_to_array(line, ' ') AS f FROM string_to_table(p_rates, E'\n') AS line WHERE line <> '') AS lines;
  PERFORM public.write_interest_growth();
END $$;

CREATE OR REPLACE FUNCTION interest_run_is_next(p_kind text, p_year integer, p_reverses text) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_closed integer;
BEGIN
  SELECT last_year INTO v_closed FROM public.closed_years FOR UPDATE;
  PERFORM 1 FROM public.interest_run_progress WHERE finished_at IS NULL;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.run-under-way';
  END IF;
  IF p_kind = 'rates' THEN
    RETURN v_closed;
  ELSIF p_kind = 'credit' THEN
    IF make_date(p_year + 1, 1, 1) > public.business_today() THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.year-not-over';
    ELSIF p_year <= v_closed THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.year-credited';
    ELSIF v_closed > 0 AND p_year > v_closed + 1 THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.year-before-open';
    END IF;
  ELSE
    PERFORM 1 FROM public.interest_run r JOIN public.interest_run_progress g ON g.run_id = r.id
      WHERE r.id = p_reverses AND r.kind = 'credit' AND r.year = p_year AND g.finished_at IS NOT NULL
        AND NOT EXISTS (SELECT FROM public.interest_run v JOIN public.interest_run_progress w ON w.run_id = v.id
                         WHERE v.reverses_id = r.id);
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.nothing-to-reverse';
    ELSIF v_closed > p_year THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.later-year-stands';
    END IF;
  END IF;
  RETURN v_closed;
END $$;

CREATE OR REPLACE FUNCTION propose_interest_run(p_token text, p_run text, p_kind text, p_year integer, p_reverses text, p_accounts bigint,
    p_bearing bigint, p_interest bigint, p_negative bigint, p_laggards bigint, p_by_replay bigint, p_picture text, p_at timestamptz)
  RETURNS bytea LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'finance');
  v_run public.interest_run;
BEGIN
  v_run.closed_before := public.interest_run_is_next(p_kind, p_year, p_reverses);
  v_run := (p_run, p_kind, p_year, p_reverses, p_accounts, p_bearing, p_interest, p_negative, p_laggards, p_by_replay,
    public.interest_rates_text(), p_picture, v_run.closed_before, NULL, v_maker, p_at, NULL);
  v_run.digest := public.interest_run_digest(v_run);
  INSERT INTO public.interest_run SELECT (v_run).*;
  RETURN v_run.digest;
END $$;

-- A first officer proposes rates that differ for days on which entries rest; the year is that of the first such day.
CREATE FUNCTION propose_interest_rates(p_token text, p_run text, p_year integer, p_new_rates text, p_accounts bigint, p_bearing bigint,
    p_interest bigint, p_negative bigint, p_picture text, p_at timestamptz)
  RETURNS bytea LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'finance');
  v_run public.interest_run;
BEGIN
  v_run.closed_before := public.interest_run_is_next('rates', p_year, NULL);
  IF p_new_rates = public.interest_rates_text() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.rates-same';
  END IF;
  v_run := (p_run, 'rates', p_year, NULL, p_accounts, p_bearing, p_interest, p_negative, 0, 0, public.interest_rates_text(),
    p_picture, v_run.closed_before, NULL, v_maker, p_at, p_new_rates);
  v_run.digest := public.interest_run_digest(v_run);
  INSERT INTO public.interest_run SELECT (v_run).*;
  RETURN v_run.digest;
END $$;

-- A slice of a change of rates: differences of closed years one by one, sums set by set.
CREATE FUNCTION change_rates_between(p_run text, p_year integer, p_from text, p_to text, p_at timestamptz)
  RETURNS bigint[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_account record;
  v_sums bigint[];
BEGIN
  PERFORM 1 FROM public.personal_account WHERE owner_id BETWEEN p_from AND p_to ORDER BY owner_id FOR UPDATE;
  FOR v_account IN
    SELECT owner_id FROM public.personal_account
     WHERE owner_id BETWEEN p_from AND p_to AND open_year > p_year AND closed_on IS NULL ORDER BY owner_id
  LOOP
    PERFORM public.post_interest_differences(v_account.owner_id, p_run, NULL, p_at);
  END LOOP;
  PERFORM public.rebuild_interest_sums_between(p_from, p_to);
  SELECT array[(SELECT count(*) FROM public.personal_account WHERE owner_id BETWEEN p_from AND p_to AND open_year IS NOT NULL),
               count(DISTINCT owner_id), coalesce(sum(due_fen - posted_before_fen) FILTER (WHERE due_fen > posted_before_fen), 0),
               coalesce(sum(posted_before_fen - due_fen) FILTER (WHERE due_fen < posted_before_fen), 0), 0, 0, 0]
    INTO v_sums FROM public.interest_difference
   WHERE owner_id BETWEEN p_from AND p_to AND because_journal_id = p_run;
  v_sums[5] := (SELECT coalesce(sum(amount_fen), 0) FROM public.posting
                 WHERE owner_id BETWEEN p_from AND p_to AND purpose = 'interest-difference' AND debit = 'recoverable'
                   AND starts_with(journal_id, p_run || '-interest-'));
  RETURN v_sums;
END $$;

CREATE OR REPLACE FUNCTION decide_interest_run(p_token text, p_run text, p_digest bytea, p_approved boolean, p_reason text, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'finance');
  v_run public.interest_run;
BEGIN
  SELECT * INTO v_run FROM public.interest_run WHERE id = p_run;
  IF v_run.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.no-such-run';
  END IF;
  PERFORM 1 FROM public.interest_run_decision WHERE run_id = p_run;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.decided';
  END IF;
  IF p_approved THEN
    IF v_run.digest IS DISTINCT FROM p_digest OR v_run.digest <> public.interest_run_digest(v_run)
       OR v_run.rates <> public.interest_rates_text() THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.totals-not-confirmed';
    END IF;
    PERFORM public.interest_run_is_next(v_run.kind, v_run.year, v_run.reverses_id);
  END IF;
  INSERT INTO public.interest_run_decision (run_id, maker_id, digest, checker_id, approved, reason, decided_at)
  VALUES (p_run, v_run.maker_id, v_run.digest, v_checker, p_approved, p_reason, p_at);
  IF p_approved THEN
    INSERT INTO public.interest_run_progress (run_id) VALUES (p_run);
    IF v_run.kind = 'rates' THEN
      PERFORM public.write_interest_rates(v_run.new_rates);
    END IF;
  END IF;
END $$;

CREATE OR REPLACE FUNCTION run_interest_slice(p_run text, p_limit integer, p_at timestamptz) RETURNS SETOF public.interest_run_progress
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_run public.interest_run;
  v_done public.interest_run_progress;
  v_from text;
  v_to text;
  v_sums bigint[];
BEGIN
  PERFORM public.sees_what_is_committed();
  SELECT * INTO v_done FROM public.interest_run_progress WHERE run_id = p_run FOR UPDATE;
  IF v_done.run_id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.not-approved';
  END IF;
  SELECT * INTO v_run FROM public.interest_run WHERE id = p_run;
  IF v_done.finished_at IS NULL THEN
    SELECT min(owner_id), max(owner_id) INTO v_from, v_to
      FROM (SELECT owner_id FROM public.personal_account WHERE owner_id > v_done.done_to
             ORDER BY owner_id LIMIT least(greatest(p_limit, 1), 50000)) AS slice;
    IF v_to IS NULL AND v_run.kind = 'credit' THEN
      -- Accounts that came meanwhile, behind the place where the run stood.
      SELECT min(owner_id) INTO v_from FROM public.personal_account WHERE open_year <= v_run.year;
      v_to := v_from;
    END IF;
    IF v_to IS NULL THEN
      UPDATE public.closed_years SET last_year = CASE v_run.kind WHEN 'credit' THEN v_run.year
        ELSE (SELECT closed_before FROM public.interest_run WHERE id = v_run.reverses_id) END
       WHERE v_run.kind <> 'rates';
      UPDATE public.interest_run_progress SET finished_at = p_at WHERE run_id = p_run;
    ELSE
      v_sums := CASE v_run.kind WHEN 'credit' THEN public.credit_interest_between(p_run, v_run.year, v_from, v_to, p_at)
        WHEN 'rates' THEN public.change_rates_between(p_run, v_run.year, v_from, v_to, p_at)
        ELSE public.reverse_interest_between(p_run, v_run.reverses_id, v_run.year, v_from, v_to, p_at) END;
      UPDATE public.interest_run_progress
         SET done_to = greatest(done_to, v_to), accounts = accounts + v_sums[1], bearing = bearing + v_sums[2],
             interest_fen = interest_fen + v_sums[3], negative_fen = negative_fen + v_sums[4],
             recoverable_fen = recoverable_fen + v_sums[5], laggards = laggards + v_sums[6], by_replay = by_replay + v_sums[7]
       WHERE run_id = p_run;
    END IF;
  END IF;
  RETURN QUERY SELECT * FROM public.interest_run_progress WHERE run_id = p_run;
END $$;

REVOKE ALL ON FUNCTION write_interest_growth, write_interest_rates, propose_interest_rates, change_rates_between FROM PUBLIC;
GRANT EXECUTE ON FUNCTION propose_interest_rates TO suixing_app;
