-- compatible: yes
-- From the approval on a link that a relative passed on names no account and no address, also where such a link, or an applicant, named
-- the one before: nobody of the agency knows who opened it, and no two officers look again before the money leaves. Whoever it is for signs
-- in, has the agency's link, or comes to the window.

SELECT amend_function('mind_account_after_approval', $$  IF v_last IS NULL AND p_by = 'invited' THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.payee-approved';$$,
  $$  IF p_by = 'invited' THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.link-passed-on';$$);
SELECT amend_function('mind_account_after_approval', '  PERFORM 1 FROM public.successor s',
  $$  IF public.name_key(p_name) = '' THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.payee-not-heir';
  END IF;
  PERFORM 1 FROM public.successor s$$);

SELECT amend_function('record_heir_contact', $$  IF p_secret IS NOT NULL AND v_link.officer_id IS NULL THEN
    PERFORM 1$$, $$  IF p_secret IS NOT NULL AND v_link.officer_id IS NULL THEN
    IF public.case_of_estate(p_owner, p_case) THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.link-passed-on';
    END IF;
    PERFORM 1$$);
