-- compatible: yes
-- The day on which a mandate was given is the agency's, as its last day is; the time besides stays the server's own, by which
-- sessions and codes live. In a demo the two clocks may stand apart.

ALTER TABLE mandate ADD COLUMN given_on date;
UPDATE mandate SET given_on = (given_at AT TIME ZONE 'Asia/Shanghai')::date;
ALTER TABLE mandate ALTER COLUMN given_on SET NOT NULL;

CREATE OR REPLACE FUNCTION give_mandate(p_token text, p_owner text, p_id text, p_agent_sealed bytea, p_scope text[], p_case text,
    p_until date, p_paper text, p_code_hash bytea)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := CASE WHEN p_paper IS NOT NULL THEN public.live_officer(p_token, 'clerk') END;
  v_login text := CASE WHEN p_paper IS NULL THEN public.live_principal(p_token, p_owner) END;
BEGIN
  PERFORM public.no_mandate_of_the_dead(p_owner);
  INSERT INTO public.mandate (owner_id, id, agent_sealed, scope, case_id, until_on, given_by_login, maker_id, paper_reference,
    given_at, given_on)
  VALUES (p_owner, p_id, p_agent_sealed, p_scope, p_case, p_until, v_login, v_maker, p_paper, clock_timestamp(),
    public.business_today());
  INSERT INTO public.mandate_code (code_hash, owner_id, mandate_id) VALUES (p_code_hash, p_owner, p_id);
END $$;
