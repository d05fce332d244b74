-- compatible: yes
-- A case that two officers approved keeps its hold until it is settled. Typed by hand, the hold could be lifted without
-- anybody's session, and the approved payment be kept from its settlement.

CREATE OR REPLACE FUNCTION release_hold(p_owner text, p_case text, p_by text, p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  -- Whoever approves waits for this lock or is seen here.
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case FOR UPDATE;
  PERFORM 1 FROM public.decision_approval WHERE owner_id = p_owner AND case_id = p_case AND outcome = 'approve';
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.approved-stays-held';
  END IF;
  UPDATE public.account_hold SET released_at = p_at, released_by = p_by
   WHERE owner_id = p_owner AND case_id = p_case AND released_at IS NULL AND p_by <> 'settlement';
  RETURN FOUND;
END $$;
