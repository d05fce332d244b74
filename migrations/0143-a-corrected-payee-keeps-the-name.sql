-- compatible: yes
-- Since the insured person corrects the account themselves, any session of theirs leads to where returned money goes: that it goes to
-- the name that was approved, or to the insured person's as the record has it, is now held here, too, and not by the program alone.

CREATE FUNCTION keeps_the_payees_name(p_last public.payee, p_name text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(public.name_key(p_name) = public.name_key(p_last.name), false) OR p_last.kind = 'insured' AND EXISTS (
    SELECT FROM unnest(ARRAY['name', 'name-latin']) AS field
     WHERE public.name_key(public.record_subject(p_last.owner_id, 'detail', field) ->> 'value') = public.name_key(p_name))
$$;
REVOKE ALL ON FUNCTION keeps_the_payees_name FROM PUBLIC;

SELECT amend_function('correct_payee', '  SELECT max(revision) + 1 INTO v_revision FROM public.payee',
  $$  IF NOT coalesce(public.keeps_the_payees_name(v_last, p_name), false) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'withdrawal.payee-name-changed';
  END IF;
  SELECT max(revision) + 1 INTO v_revision FROM public.payee$$);
