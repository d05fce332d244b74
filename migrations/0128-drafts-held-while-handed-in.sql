-- compatible: yes
-- What is handed in is the draft as it lies there: held from before it is read, so that nothing that another device saves meanwhile is
-- said to be saved and then lost.

CREATE FUNCTION hold_draft(p_owner text, p_draft text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.withdrawal_draft WHERE owner_id = p_owner AND id = p_draft AND ended IS NULL FOR UPDATE;
END $$;

REVOKE ALL ON FUNCTION hold_draft FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hold_draft TO suixing_app;
