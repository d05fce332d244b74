-- compatible: yes
-- Whoever finds an account held is told by which case, also where two ask at the same moment: the one that loses reads it once the
-- other has committed. The number goes beside the refusal; who may be told it, the procedure knows.

CREATE FUNCTION account_is_held(p_owner text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_number text;
BEGIN
  PERFORM public.sees_what_is_committed();
  SELECT c.number INTO v_number FROM public.account_hold h
    JOIN public.case_file c ON c.owner_id = h.owner_id AND c.id = h.case_id
   WHERE h.owner_id = p_owner AND h.released_at IS NULL;
  RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.already-held', DETAIL = coalesce(v_number, '');
END $$;
REVOKE ALL ON FUNCTION account_is_held FROM PUBLIC;

CREATE OR REPLACE FUNCTION place_hold(p_owner text, p_case text, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner AND closed_on IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.account-closed';
  END IF;
  PERFORM 1 FROM public.case_file c WHERE c.owner_id = p_owner AND c.id = p_case
    AND NOT EXISTS (SELECT FROM public.case_end e WHERE e.process = c.process AND e.state = c.state);
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.no-case';
  END IF;
  BEGIN
    UPDATE public.account_hold SET placed_at = p_at, released_at = NULL, released_by = NULL
     WHERE owner_id = p_owner AND case_id = p_case AND released_by IN ('refusal', 'letter-withdrawn');
    IF NOT FOUND THEN
      INSERT INTO public.account_hold (owner_id, case_id, placed_at) VALUES (p_owner, p_case, p_at);
    END IF;
  EXCEPTION WHEN unique_violation THEN
    PERFORM public.account_is_held(p_owner);
  END;
END $$;

SELECT amend_function('pass_hold', $$RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.already-held';$$,
         'PERFORM public.account_is_held(p_owner);'),
       amend_function('heirless_account', $$RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.already-held';$$,
         'PERFORM public.account_is_held(p_owner);');
