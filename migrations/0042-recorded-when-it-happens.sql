-- compatible: yes
-- The second clock is not the program's to choose: whatever a guard function records is recorded when it happens. Until now
-- whoever knew the application's password could hand over any moment with it, and so confirm a card payment of last week, or
-- date an approval back before a change. Every guard function that keeps a time now begins with `mind_the_clock`.

-- How far the time that a program hands over may lie from the business clock: machines' clocks differ a little, and a step may
-- have waited for another. The migrator's to set; tests, whose clocks stand in other years, set it wide.
ALTER TABLE business_clock ADD COLUMN tolerance_seconds bigint NOT NULL DEFAULT 300 CHECK (tolerance_seconds >= 0);

CREATE FUNCTION mind_the_clock(p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.business_clock
    WHERE p_at BETWEEN clock_timestamp() + (ahead_seconds - tolerance_seconds) * interval '1 second'
                   AND clock_timestamp() + (ahead_seconds + tolerance_seconds) * interval '1 second';
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'postgres.clock-apart';
  END IF;
END $$;
REVOKE ALL ON FUNCTION mind_the_clock FROM PUBLIC;

-- All of them at once, by one line at the top of each: those that the application may call and that take a `p_at`. A guard
-- function written after this one carries the line itself; `suixing verify` names one that does not.
DO $body$
DECLARE
  v_function oid;
BEGIN
  FOR v_function IN
    SELECT oid FROM pg_catalog.pg_proc
     WHERE pronamespace = 'public'::regnamespace AND prosecdef AND 'p_at' = ANY (proargnames)
       AND has_function_privilege('suixing_app', oid, 'EXECUTE') AND strpos(prosrc, 'mind_the_clock') = 0
  LOOP
    EXECUTE regexp_replace(pg_get_functiondef(v_function), '\nBEGIN\n', E'\nBEGIN\n  PERFORM public.mind_the_clock(p_at);\n');
  END LOOP;
END $body$;
