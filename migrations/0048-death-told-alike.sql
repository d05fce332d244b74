-- compatible: yes
-- A death ends the logins of the dead whichever of their records tells it: a paper may stand on the one record of a person and
-- the login belong to another that was folded in.

CREATE OR REPLACE FUNCTION end_access_of_the_dead(p_owner text) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_record text;
  v_died boolean := false;
  v_records text[];
  v_logins text[];
BEGIN
  PERFORM public.sees_what_is_committed();
  WITH RECURSIVE own AS (
    SELECT public.survivor_of(p_owner) COLLATE "C" AS id
    UNION SELECT l.merged_id FROM own JOIN public.person_link l ON l.survivor_id = own.id AND l.unlinked_at IS NULL)
  SELECT array_agg(id) INTO v_records FROM own;
  FOREACH v_record IN ARRAY v_records LOOP
    v_died := v_died OR (public.counting_entry(v_record, 'died')).body ->> 'on' IS NOT NULL;
  END LOOP;
  IF NOT v_died THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.no-death-on-record';
  END IF;
  WITH ended AS (
    UPDATE public.person_access SET ended_at = clock_timestamp()
     WHERE owner_id = ANY (v_records) AND capacity IN ('insured', 'agent') AND ended_at IS NULL RETURNING login_id)
  SELECT coalesce(array_agg(DISTINCT login_id), '{}') INTO v_logins FROM ended;
  UPDATE public.login_person SET ended_at = clock_timestamp()
   WHERE owner_id = ANY (v_logins) AND person_id = ANY (v_records) AND capacity IN ('insured', 'agent') AND ended_at IS NULL;
  UPDATE public.person_session s SET ended_at = clock_timestamp()
   WHERE s.owner_id = ANY (v_logins) AND s.capacity IN ('insured', 'agent') AND s.ended_at IS NULL
     AND NOT EXISTS (SELECT FROM public.login_person l
       WHERE l.owner_id = s.owner_id AND l.capacity = s.capacity AND l.ended_at IS NULL);
  RETURN cardinality(v_logins);
END $$;
