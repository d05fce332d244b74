-- compatible: yes
-- A balance is not turned away while its money is here, as nobody refuses it by hand then; and what is advised after the end is kept
-- with the case, so that finance reads whose money came all the same and that it goes back.

SELECT declare_move('transfer-in', 'note-late-advice', 'balance-refused', '=', 'partner-agency');
SELECT amend_function('append_action', E'  IF p_seen > 0 THEN\n', $$  IF v_process = 'transfer-in' AND p_action = 'turn-away' THEN
    PERFORM public.no_money_is_here(t, '{}') FROM public.transfer t WHERE t.owner_id = p_owner AND t.case_id = p_case;
  END IF;
  IF p_seen > 0 THEN
$$);
