-- compatible: yes
-- The other agency withdraws its letter when the balance was settled on it and has not gone to the bank: the money is taken back into
-- the account on that word, the account is free again, and the case is over.

SELECT declare_move('transfer-out', 'withdrawn-there', 'remitting sent-back', 'cancelled', 'partner-agency');

SELECT amend_function('take_back_transfer', $$    PERFORM public.word_in_transfer(v_transfer, p_message, ARRAY['balance-refused']);$$,
  $$    IF (public.word_in_transfer(v_transfer, p_message, ARRAY['balance-refused', 'invalidate'])).figures ->> 'invalidates'
       IS DISTINCT FROM (SELECT CASE w.type WHEN 'invalidate' THEN (public.standing_acceptance(p_owner, p_case)).message_id END
                           FROM public.partner_word w WHERE w.owner_id = p_owner AND w.message_id = p_message) THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.no-word';
    END IF;$$);

-- After the money: an order that is still open keeps the acceptance.
SELECT amend_function('withdraw_acceptance', $$state IN ('accepted', 'awaiting-account') FOR UPDATE;$$,
  $$state IN ('accepted', 'awaiting-account', 'remitting', 'sent-back')
     AND NOT EXISTS (SELECT FROM public.payment_order o WHERE o.owner_id = p_owner AND o.case_id = p_case AND o.standing = 'open') FOR UPDATE;$$);
