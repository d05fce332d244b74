-- compatible: yes
-- A question at which officers are still looking is not erased under their hands: the year counts from the last thing that happened with
-- it, and one that an officer's word is just being written on has to wait. What was erased is neither reviewed nor decided on any more, also by whoever still has the page open: nobody sees what it was.

CREATE OR REPLACE FUNCTION erase_inquiries(p_most integer, OUT erased integer, OUT names text[])
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_ids text[];
BEGIN
  PERFORM public.sees_what_is_committed();
  SELECT coalesce(array_agg(due.id), '{}') INTO v_ids FROM (SELECT q.id FROM public.account_inquiry q
      LEFT JOIN public.account_inquiry_review r ON r.inquiry_id = q.id
      LEFT JOIN public.account_inquiry_decision d ON d.inquiry_id = q.id
     WHERE q.erased_at IS NULL AND q.asked_at < clock_timestamp() - interval '1 year'
       AND coalesce(d.decided_at, r.reviewed_at, q.asked_at) < clock_timestamp() - interval '1 year'
     ORDER BY q.asked_at LIMIT p_most FOR UPDATE OF q SKIP LOCKED) AS due;
  UPDATE public.account_inquiry SET asked_sealed = NULL, erased_at = clock_timestamp() WHERE id = ANY (v_ids);
  GET DIAGNOSTICS erased = ROW_COUNT;
  UPDATE public.account_inquiry_review SET asker_name = NULL WHERE inquiry_id = ANY (v_ids);
  WITH gone AS (DELETE FROM public.account_inquiry_file WHERE inquiry_id = ANY (v_ids) RETURNING stored_name)
  SELECT coalesce(array_agg(stored_name), '{}') INTO names FROM gone;
END $$;

-- Locks the question while an officer's word on it is written, so that of a word and the erasing one comes first.
CREATE FUNCTION question_not_erased(p_id text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.account_inquiry WHERE id = p_id AND erased_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.no-inquiry';
  END IF;
END $$;
REVOKE ALL ON FUNCTION question_not_erased FROM PUBLIC;

SELECT amend_function('review_inquiry', E'  PERFORM 1 FROM public.account_inquiry WHERE id = p_id;\n', E'  PERFORM public.question_not_erased(p_id);\n  PERFORM 1 FROM public.account_inquiry WHERE id = p_id;\n');
SELECT amend_function('decide_inquiry', E'  PERFORM public.mind_the_clock(p_at);\n', E'  PERFORM public.mind_the_clock(p_at);\n  PERFORM public.question_not_erased(p_id);\n');

-- Asked before a paper is read, so that nobody keeps the scanner and the disk busy without a question of their own.
GRANT EXECUTE ON FUNCTION question_open_for_papers TO suixing_app;
