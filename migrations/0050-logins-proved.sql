-- compatible: yes
-- What `verify` needs to prove of logins, told by a function: the application's role reads neither logins nor names' hashes.

CREATE FUNCTION stray_logins(OUT logins bigint, OUT not_found text[], OUT leads_nowhere text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (SELECT count(*) FROM public.person_login),
         ARRAY(SELECT p.owner_id FROM public.person_login p
                WHERE NOT EXISTS (SELECT FROM public.login_locator l WHERE l.owner_id = p.owner_id) ORDER BY 1 LIMIT 100),
         ARRAY(SELECT l.owner_id FROM public.login_locator l
                WHERE NOT EXISTS (SELECT FROM public.person_login p WHERE p.owner_id = l.owner_id) ORDER BY 1 LIMIT 100)
$$;
CREATE INDEX login_locator_by_owner ON login_locator (owner_id);
REVOKE ALL ON FUNCTION stray_logins FROM PUBLIC;
GRANT EXECUTE ON FUNCTION stray_logins TO suixing_app;
