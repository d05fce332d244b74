-- compatible: no
-- The control totals that two finance officers agree on are told by the database itself, in one statement on one picture,
-- when the run is proposed: until now it froze whatever figures the program handed over. Approving, it holds the row against
-- the digest that the officer read, and the row cannot have changed meanwhile; what was recorded between the picture and the
-- run is told entry by entry afterwards, as before.

DROP FUNCTION propose_interest_run(text, text, text, integer, text, bigint, bigint, bigint, bigint, bigint, bigint, text, timestamptz);

CREATE FUNCTION propose_interest_run(p_token text, p_run text, p_kind text, p_year integer, p_reverses text, p_at timestamptz)
  RETURNS bytea LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'finance');
  v_closed integer;
  v_run public.interest_run;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_closed := public.interest_run_is_next(p_kind, p_year, p_reverses);
  -- The function is STABLE: it looks at the very picture that is kept with what it tells.
  SELECT p_run, p_kind, p_year, p_reverses, coalesce(sum(t.accounts), 0), coalesce(sum(t.bearing), 0), coalesce(sum(t.interest_fen), 0),
         coalesce(sum(t.negative_fen), 0), coalesce(sum(t.laggards), 0), coalesce(sum(t.by_replay), 0),
         public.interest_rates_text(), pg_current_snapshot()::text, v_closed, NULL, v_maker, p_at, NULL
    INTO v_run FROM public.preview_interest_slice(p_kind, p_year, p_reverses, '', 2147483647) AS t;
  v_run.digest := public.interest_run_digest(v_run);
  INSERT INTO public.interest_run SELECT (v_run).*;
  RETURN v_run.digest;
END $$;
REVOKE ALL ON FUNCTION propose_interest_run FROM PUBLIC;
GRANT EXECUTE ON FUNCTION propose_interest_run TO suixing_app;
