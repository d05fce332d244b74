-- compatible: yes
-- The guardian who is on record with a minor heir, and whom officers identified under that very name, names the child's account anew
-- without coming to the window once the bank sent the payment back, as an heir of age does for their own share. They need not have said
-- to be the child. Two guardians of one name and other papers are not told apart, nor is a guardian from an heir of that name whose paper is
-- another one or not known: they come to the window. A child who speaks by a login of its own does so alone.

CREATE FUNCTION signed_in_as_guardian(p_login text, p_owner text, p_case text, p_successor text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM (SELECT DISTINCT ON (person_id) * FROM public.login_holder WHERE owner_id = p_login
        ORDER BY person_id, seq DESC) h
    JOIN public.login_person p ON p.owner_id = h.owner_id AND p.person_id = h.person_id AND p.capacity = 'successor' AND p.ended_at IS NULL
    JOIN public.successor s ON s.owner_id = p_owner AND s.case_id = p_case AND s.id = p_successor
    WHERE public.same_person(h.person_id, p_owner)
      AND public.name_key(h.name) <> ''
      AND public.name_key(h.name) = public.name_key(s.guardian_name)
      AND (s.born_on + interval '18 years')::date > public.business_today()
      AND NOT public.out_of_estate(p_owner, s.id, '{struck}')
      AND NOT EXISTS (SELECT FROM public.successor_login l
        WHERE l.owner_id = p_owner AND l.successor_id = s.id AND l.login_id <> p_login)
      AND NOT EXISTS (SELECT FROM public.successor o WHERE o.owner_id = p_owner AND o.case_id = p_case
        AND public.name_key(o.guardian_name) = public.name_key(s.guardian_name)
        AND (o.guardian_kind, o.guardian_tail) IS DISTINCT FROM (s.guardian_kind, s.guardian_tail))
      AND NOT EXISTS (SELECT FROM public.successor o WHERE o.owner_id = p_owner AND o.case_id = p_case
        AND public.name_key(s.guardian_name) IN (public.name_key(o.name), public.name_key(o.name_latin))
        AND (o.identity_kind, o.identity_tail) IS DISTINCT FROM (s.guardian_kind, s.guardian_tail)
        AND NOT public.out_of_estate(p_owner, o.id, '{struck}')))
$$;
REVOKE ALL ON FUNCTION signed_in_as_guardian FROM PUBLIC;
GRANT EXECUTE ON FUNCTION signed_in_as_guardian TO suixing_app;

-- What the guardian says of the account is said as by the heir, from the approval on.
SELECT amend_function('record_heir_payee', E'  v_login text;', E'  v_login text;\n  v_guardian boolean;');
SELECT amend_function('record_heir_payee', 'IF v_approved AND p_secret IS NULL AND (p_token IS NULL',
  $$v_guardian := v_approved AND v_login IS NOT NULL AND public.signed_in_as_guardian(v_login, p_owner, p_case, p_successor);
  IF v_approved AND NOT v_guardian AND p_secret IS NULL AND (p_token IS NULL$$);
SELECT amend_function('record_heir_payee', 'login_id = v_login) THEN', 'login_id = v_login) OR v_guardian THEN');
SELECT amend_function('record_heir_payee', $$IF v_named_by = 'heir' AND NOT public.identified_as_heir($$,
  $$IF v_named_by = 'heir' AND NOT v_guardian AND NOT public.identified_as_heir($$);
