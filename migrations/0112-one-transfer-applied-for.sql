-- compatible: yes
-- Of one person one transfer is applied for here at a time: two applications at once wait for each other, and the second is refused.
-- And months are recorded of the sheet that came last, which is the one that was looked at.

SELECT amend_function('open_transfer', $$  PERFORM 1 FROM public.partner_word WHERE owner_id = p_owner AND transfer_id = p_transfer AND from_region <> p_partner;$$,
  $$  -- What another agency began is weighed with its letter. The lock is that of the person's records.
  PERFORM pg_advisory_xact_lock(hashtextextended('registry:' || p_owner, 0));
  PERFORM 1 FROM public.transfer t
   WHERE t.owner_id = p_owner AND split_part(p_transfer, '-', 1) IN (SELECT o.region FROM public.office o)
     AND NOT public.case_is_over(t.owner_id, t.case_id);
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.open-already';
  END IF;
  PERFORM 1 FROM public.partner_word WHERE owner_id = p_owner AND transfer_id = p_transfer AND from_region <> p_partner;$$);

SELECT amend_function('record_arrived_months', $$  v_word := public.word_in_transfer(v_transfer, p_message, ARRAY['information-sheet']);$$,
  $$  IF p_message IS DISTINCT FROM (SELECT a.data ->> 'messageId' FROM public.case_action a
       WHERE a.owner_id = p_owner AND a.case_id = p_case AND a.action = 'receive-sheet' ORDER BY a.seq DESC LIMIT 1) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.another-sheet';
  END IF;
  v_word := public.word_in_transfer(v_transfer, p_message, ARRAY['information-sheet']);$$);
