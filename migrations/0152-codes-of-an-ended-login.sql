-- compatible: yes
-- A login accepts no mandate that it gave itself, whether or not its own right has ended since: else what the window ended comes back by a
-- code that was made beforehand. And what an employer's login gave and nobody accepted falls with the right of that login, in
-- whosever hands the code is. What was accepted by then stays: it is the employer's word (Civil Code, article 173), and the clerk is told.

SELECT amend_function('accept_mandate', '  PERFORM 1 FROM public.login_person a WHERE a.owner_id = v_login',
  $$  PERFORM 1 FROM public.mandate m WHERE m.owner_id = given_by AND m.id = given AND m.given_by_login = v_login;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'mandate.own';
  END IF;
  PERFORM 1 FROM public.mandate m
   WHERE m.owner_id = given_by AND m.id = given AND m.owner_id LIKE 'emp\_%' AND m.given_by_login IS NOT NULL
     AND NOT EXISTS (SELECT FROM public.login_person g WHERE g.owner_id = m.given_by_login AND g.person_id = m.owner_id
       AND g.capacity = 'employer' AND g.proof <> 'mandate' AND g.ended_at IS NULL);
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'mandate.code-wrong';
  END IF;
  PERFORM 1 FROM public.login_person a WHERE a.owner_id = v_login$$);
