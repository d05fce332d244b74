-- compatible: yes
-- Who waived, lost the right to inherit or was struck out does not become an heir again by their own link: taking a waiver
-- back is a court's matter, and losing the right was recorded on papers. They are heard at the window. Who was recorded by
-- mistake reads nothing of the family any more either; the others still read the letters to them.

CREATE FUNCTION out_of_estate(p_owner text, p_successor text, p_words text[]) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((SELECT word = ANY (p_words) FROM public.successor_word
                    WHERE owner_id = p_owner AND successor_id = p_successor ORDER BY seq DESC LIMIT 1), false)
$$;
REVOKE ALL ON FUNCTION out_of_estate FROM PUBLIC;

CREATE OR REPLACE FUNCTION heir_of_link(p_secret text) RETURNS public.heir_link
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_link public.heir_link;
BEGIN
  SELECT * INTO v_link FROM public.heir_link
   WHERE secret_hash = sha256(convert_to('suixing heir link ' || p_secret, 'UTF8')) AND ended_at IS NULL AND expires_at > clock_timestamp();
  IF v_link.owner_id IS NULL OR public.out_of_estate(v_link.owner_id, v_link.successor_id, '{struck}') THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.link-over';
  END IF;
  RETURN v_link;
END $$;

-- Looked at under the lock of the case, so that a word of the window which comes first is seen.
DO $body$
DECLARE
  v_guard CONSTANT text := E'  IF p_secret IS NOT NULL AND public.out_of_estate(p_owner, p_successor, \'{waive,disqualified,struck}\') THEN\n'
    || E'    RAISE EXCEPTION USING ERRCODE = \'SX001\', MESSAGE = \'succession.link-over\';\n  END IF;\n';
  v_amended record;
  v_before text;
  v_after text;
BEGIN
  FOR v_amended IN SELECT * FROM (VALUES
      ('public.hear_successor'::regproc, '  INSERT INTO public.successor_word ('),
      ('public.record_heir_payee'::regproc, '  SELECT coalesce(max(revision), 0) + 1 INTO v_revision FROM public.payee ')) AS a (name, at) LOOP
    v_before := pg_get_functiondef(v_amended.name);
    v_after := replace(v_before, v_amended.at, v_guard || v_amended.at);
    IF v_after = v_before THEN RAISE EXCEPTION '% is not as this migration knows it', v_amended.name; END IF;
    EXECUTE v_after;
  END LOOP;
END $body$;
