-- compatible: yes
-- A draft that papers are photographed for has a case, to which its files belong; where the draft ends, the case is over with it.

SELECT declare_move('withdrawal', 'end-draft', 'draft', 'draft-ended', 'agent clerk insured successor system');
INSERT INTO case_end (process, state) VALUES ('withdrawal', 'draft-ended');

ALTER TABLE withdrawal_draft DROP CONSTRAINT withdrawal_draft_check2,
  ADD CONSTRAINT a_submitted_draft_is_a_case CHECK (ended IS DISTINCT FROM 'submitted' OR case_number IS NOT NULL);

-- Says which case the files of a draft belong to: one of the same person that is a draft itself. Answers whether the draft was open.
CREATE FUNCTION link_draft(p_owner text, p_draft text, p_by text, p_case text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  UPDATE public.withdrawal_draft d SET case_number = p_case
   WHERE d.owner_id = p_owner AND d.id = p_draft AND d.made_by = p_by AND d.ended IS NULL
     AND EXISTS (SELECT FROM public.case_file c
                  WHERE c.owner_id = p_owner AND c.number = p_case AND c.process = 'withdrawal' AND c.state = 'draft');
  RETURN FOUND;
END $$;

-- The files of a draft's case that is over belong to the one that came in its place; both are the same person's.
CREATE FUNCTION carry_uploads(p_owner text, p_from text, p_to text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  INSERT INTO public.paper_upload (owner_id, case_id, file_id, uploader_kind, uploader_id, name_sealed, at)
  SELECT u.owner_id, p_to, u.file_id, u.uploader_kind, u.uploader_id, u.name_sealed, u.at
    FROM public.paper_upload u JOIN public.paper_file f ON f.owner_id = u.owner_id AND f.id = u.file_id
   WHERE u.owner_id = p_owner AND u.case_id = p_from AND f.erased_at IS NULL
     AND EXISTS (SELECT FROM public.case_file c WHERE c.owner_id = p_owner AND c.id = p_from AND c.state = 'draft-ended')
     AND EXISTS (SELECT FROM public.case_file c WHERE c.owner_id = p_owner AND c.id = p_to AND c.state = 'draft')
  ON CONFLICT DO NOTHING;
END $$;

REVOKE ALL ON FUNCTION link_draft, carry_uploads FROM PUBLIC;
GRANT EXECUTE ON FUNCTION link_draft, carry_uploads TO suixing_app;
