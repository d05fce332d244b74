-- compatible: yes
-- A mandate for staff reductions that was accepted before it opened the employer's own capacity rests on a link as an agent: with its end
-- that link ends, so that nobody reads of somebody who may act for the employer and may not.

SELECT amend_function('end_mandate', '  v_capacity := public.capacity_of_mandate(v_mandate);',
  $$  v_capacity := public.capacity_of_mandate(v_mandate);
  IF v_capacity = 'employer' AND NOT EXISTS (SELECT FROM public.login_person p WHERE p.owner_id = v_mandate.agent_login
     AND p.person_id = p_owner AND p.capacity = 'employer' AND p.proof = 'mandate' AND p.ended_at IS NULL) THEN
    v_capacity := 'agent';
  END IF;$$);
