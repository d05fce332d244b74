-- compatible: no
-- A person comes with the line of an import under way, together with the document that they are known by and the place where
-- its number is found; an employer together with its credit code. Typed by hand, a locator could say of a number what no
-- row says.

-- Writes the person of a line, unless the number is somebody's already. Answers whether it did.
CREATE FUNCTION import_person(p_owner text, p_name text, p_latin text, p_born_on date, p_nationality text, p_office text,
    p_phone bytea, p_email bytea, p_language text, p_run text, p_line integer, p_at timestamptz, p_hashes bytea, p_document text,
    p_kind text, p_issuer text, p_sealed bytea, p_tail text)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.import_run WHERE id = p_run AND kind = 'people' AND finished_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.import-closed';
  END IF;
  IF NOT public.take_number(p_hashes, p_owner) THEN RETURN false; END IF;
  INSERT INTO public.person (owner_id, name, name_latin, born_on, nationality, office_id, phone_sealed, email_sealed, language,
    run_id, line_no, recorded_at)
  VALUES (p_owner, p_name, p_latin, p_born_on, p_nationality, p_office, p_phone, p_email, p_language, p_run, p_line, p_at);
  INSERT INTO public.identity_document (owner_id, number_hash, kind, issuer, number_sealed, number_tail, recorded_at, id)
  VALUES (p_owner, (public.hashes_by_key(p_hashes))[1], p_kind, p_issuer, p_sealed, p_tail, p_at, p_document);
  RETURN true;
END $$;

-- The employer of a credit code, made where there is none; its name is not changed. Answers its id.
CREATE FUNCTION register_employer(p_owner text, p_code text, p_name text, p_at timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_owner text;
BEGIN
  PERFORM public.sees_what_is_committed();
  INSERT INTO public.employer_locator (credit_code, owner_id) VALUES (p_code, p_owner) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    INSERT INTO public.employer (owner_id, credit_code, name, recorded_at) VALUES (p_owner, p_code, p_name, p_at);
  END IF;
  SELECT owner_id INTO v_owner FROM public.employer_locator WHERE credit_code = p_code;
  RETURN v_owner;
END $$;

REVOKE INSERT ON person, identity_document, identity_locator, employer, employer_locator FROM suixing_app;
REVOKE INSERT (owner_id, id, number_hash, kind, issuer, number_sealed, number_tail, recorded_at) ON identity_document FROM suixing_app;
REVOKE EXECUTE ON FUNCTION take_number FROM suixing_app;
REVOKE ALL ON FUNCTION import_person, register_employer FROM PUBLIC;
GRANT EXECUTE ON FUNCTION import_person, register_employer TO suixing_app;
