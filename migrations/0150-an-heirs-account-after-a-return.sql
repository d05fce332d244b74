-- compatible: yes
-- After the approval an heir names where their own share goes without coming to the window, as the insured person may: another
-- account once the bank sent the payment back, or the first one where none was named. They are signed in as this heir, and officers
-- identified them under this heir's name; or they have the agency's link. A link that a relative passed on names no account any more,
-- whoever named the one before, nor an address: nobody of the agency knows who opened it. Whoever names it, a clerk too: from the approval
-- on the account is the heir's own, or a minor's guardian's, as the database compares it, since no two officers look at it again before
-- it is paid.

SELECT declare_move('withdrawal', 'name-own-account', 'settled paying returned', '=', 'successor');

-- Whether whoever acts by a login speaks for this heir and was identified under the heir's name.
CREATE FUNCTION signed_in_as_heir(p_login text, p_owner text, p_case text, p_successor text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM public.successor_login
     WHERE owner_id = p_owner AND case_id = p_case AND successor_id = p_successor AND login_id = p_login)
    AND public.identified_as_heir(p_login, p_owner, p_case, p_successor)
$$;

-- What holds of an heir's account from the approval on, in whatever way it is named.
CREATE FUNCTION mind_account_after_approval(p_owner text, p_case text, p_successor text, p_by text, p_name text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_last integer;
BEGIN
  IF p_by = 'invited' THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.link-passed-on';
  END IF;
  SELECT max(revision) INTO v_last FROM public.payee WHERE owner_id = p_owner AND case_id = p_case AND party_id = p_successor;
  -- Heirs name one other account for each return; what was mistyped in it the window corrects.
  IF v_last IS NOT NULL AND p_by <> 'window' AND NOT EXISTS (SELECT FROM public.payment_order o
      JOIN public.payment_attempt a ON a.owner_id = o.owner_id AND a.order_id = o.id
     WHERE o.owner_id = p_owner AND o.case_id = p_case AND o.party_id = p_successor AND o.standing = 'open'
       AND a.result IN ('returned', 'sent-back') AND a.payee_revision >= v_last) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.not-returned';
  END IF;
  PERFORM 1 FROM public.successor s
   WHERE s.owner_id = p_owner AND s.case_id = p_case AND s.id = p_successor AND public.name_key(p_name) <> ''
     AND (public.name_key(p_name) IN (public.name_key(s.name), public.name_key(s.name_latin))
       OR (public.name_key(p_name) = public.name_key(s.guardian_name)
           AND (s.born_on + interval '18 years')::date >= public.business_today()));
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.payee-not-heir';
  END IF;
END $$;
REVOKE ALL ON FUNCTION signed_in_as_heir, mind_account_after_approval FROM PUBLIC;

SELECT amend_function('record_heir_payee', 'IF v_approved AND (p_token IS NULL OR v_login IS NOT NULL OR p_secret IS NOT NULL) THEN',
  $$IF v_approved AND p_secret IS NULL AND (p_token IS NULL
     OR (v_login IS NOT NULL AND NOT public.signed_in_as_heir(v_login, p_owner, p_case, p_successor))) THEN$$);
SELECT amend_function('record_heir_payee', '  SELECT coalesce(max(revision), 0) + 1 INTO v_revision FROM public.payee',
  $$  IF v_approved THEN
    PERFORM public.mind_account_after_approval(p_owner, p_case, p_successor, v_named_by, p_name);
  END IF;
  SELECT coalesce(max(revision), 0) + 1 INTO v_revision FROM public.payee$$);
SELECT amend_function('record_heir_payee', 'corrected_by, recorded_at, party_id,', 'corrected_by, corrected_by_login, recorded_at, party_id,');
SELECT amend_function('record_heir_payee', 'CASE WHEN v_approved THEN v_by END, p_at,',
  'CASE WHEN v_approved AND v_login IS NULL THEN v_by END, CASE WHEN v_approved THEN v_login END, p_at,');

SELECT amend_function('record_heir_contact', $$  IF p_secret IS NOT NULL AND v_link.officer_id IS NULL THEN
    PERFORM 1$$, $$  IF p_secret IS NOT NULL AND v_link.officer_id IS NULL THEN
    IF public.case_of_estate(p_owner, p_case) THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.link-passed-on';
    END IF;
    PERFORM 1$$);

-- An heir's link is given, and is over, by the agency's clock, as everything else that has a day.
SELECT amend_function('give_heir_link', 'clock_timestamp()', 'public.business_now()');
SELECT amend_function('heir_of_link', 'clock_timestamp()', 'public.business_now()');
GRANT EXECUTE ON FUNCTION business_now TO suixing_app;
