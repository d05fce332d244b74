-- compatible: yes
-- What the books say somebody owes keeps their account from being emptied, whether an order asks for it already or not: a
-- shortage that two officers booked was owed and yet paid past. A record that owes is not folded into another either.

CREATE OR REPLACE FUNCTION nothing_is_owed(p_owner text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_record text;
BEGIN
  PERFORM public.sees_what_is_committed();
  -- Over the person's own record and those that are folded into it.
  FOR v_record IN
    WITH RECURSIVE own AS (
      SELECT p_owner COLLATE "C" AS id
      UNION SELECT l.merged_id FROM own JOIN public.person_link l ON l.survivor_id = own.id AND l.unlinked_at IS NULL)
    SELECT id FROM own
  LOOP
    PERFORM 1 FROM public.supervision_step
      WHERE owner_id = v_record AND kind = 'recovery' AND step = 'set' AND public.still_owed(v_record, id) > 0;
    IF FOUND OR public.booked_unordered(v_record) > 0 THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.recovery-open';
    END IF;
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION merge_hindrance(p_owner text, p_survivor text) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  IF p_owner = p_survivor OR public.survivor_of(p_owner) <> p_owner OR public.survivor_of(p_survivor) <> p_survivor THEN
    RETURN 'registry.merge-linked';
  END IF;
  IF EXISTS (SELECT FROM public.case_file c WHERE c.owner_id = p_owner
       AND NOT EXISTS (SELECT FROM public.case_end e WHERE e.process = c.process AND e.state = c.state)) THEN
    RETURN 'registry.merge-case-open';
  END IF;
  IF public.measure_stands(p_owner, 'investigation') OR public.measure_stands(p_owner, 'recovery') THEN
    RETURN 'registry.merge-measure-stands';
  END IF;
  IF public.booked_unordered(p_owner) > 0 THEN
    RETURN 'registry.merge-money-owed';
  END IF;
  IF EXISTS (SELECT FROM public.card WHERE owner_id = p_owner AND state <> 'ended') THEN
    RETURN 'registry.merge-card-bound';
  END IF;
  IF EXISTS (SELECT FROM public.opening_line o WHERE o.owner_id = p_owner AND o.amount_fen > 0
       AND NOT EXISTS (SELECT FROM public.credit_cause c WHERE c.owner_id = o.owner_id AND c.purpose = 'opening')) THEN
    RETURN 'registry.merge-opening-waits';
  END IF;
  RETURN NULL;
END $$;
