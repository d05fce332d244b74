-- compatible: yes
-- The account of an heir is named by the heir's own live session, which the database looks up, and no longer by a login that the program
-- tells it. Whoever only says to be this heir, without officers having seen who they are, replaces no account that was given at the window
-- or by the agency's link: choosing an heir from a list proves nothing.

SELECT amend_function('record_heir_payee', E'  v_named_by text;', E'  v_named_by text;\n  v_login text;');
SELECT amend_function('record_heir_payee', '    v_by := public.estate_recorder(p_token, p_by);',
  $$    v_login := CASE WHEN p_token LIKE 'sxu\_%' THEN public.live_successor(p_token, p_owner) END;
    v_by := coalesce(v_login, public.estate_recorder(p_token, p_by));$$);
SELECT amend_function('record_heir_payee', 'IF v_approved AND (p_token IS NULL OR p_secret IS NOT NULL) THEN',
  'IF v_approved AND (p_token IS NULL OR v_login IS NOT NULL OR p_secret IS NOT NULL) THEN');
SELECT amend_function('record_heir_payee', $$WHEN p_token IS NOT NULL THEN 'window'$$,
  $$WHEN p_token IS NOT NULL AND v_login IS NULL THEN 'window'$$);
SELECT amend_function('record_heir_payee', 'successor_id = p_successor AND login_id = p_by) THEN',
  'successor_id = p_successor AND login_id = v_login) THEN');
SELECT amend_function('record_heir_payee', '  PERFORM public.mind_whose_account(p_owner, p_case, p_successor, v_named_by);',
  $$  PERFORM public.mind_whose_account(p_owner, p_case, p_successor, v_named_by);
  IF v_named_by = 'heir' AND NOT public.identified_as_heir(v_login, p_owner, p_case, p_successor) THEN
    PERFORM 1 FROM (SELECT coalesce(named_by, 'window') AS by FROM public.payee WHERE owner_id = p_owner AND case_id = p_case
      AND party_id = p_successor ORDER BY revision DESC LIMIT 1) AS last WHERE last.by IN ('window', 'link');
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.account-seen';
    END IF;
  END IF;$$);
