-- compatible: yes
-- What comes into an account between the approval and the settlement is paid with it: never more than whoever approved might
-- approve. The case comes back then, and an officer with a higher limit decides; a settlement typed by hand is refused.

CREATE FUNCTION within_approved_limit(p_owner text, p_decision text, p_total bigint) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.decision_approval WHERE owner_id = p_owner AND decision_id = p_decision AND p_total > limit_fen;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.above-approved-limit';
  END IF;
END $$;
REVOKE ALL ON FUNCTION within_approved_limit FROM PUBLIC;

-- One line more, where the total is known; the rest of the function stays as it is.
DO $body$
BEGIN
  EXECUTE replace(pg_get_functiondef('public.settle_withdrawal'::regproc), E'\n  IF v_total <= 0 THEN',
    E'\n  PERFORM public.within_approved_limit(p_owner, p_decision, v_total);\n  IF v_total <= 0 THEN');
END $body$;
