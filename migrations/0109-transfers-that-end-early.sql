-- compatible: yes
-- A transfer that ends early ends at both agencies: an announcement that is taken back ends the case that waits to be confirmed, also
-- where it could not be applied yet; a letter about what is over is answered; and who is reminded in vain becomes work for a clerk.

SELECT declare_move('transfer-in', 'withdrawn-there', 'announced', 'cancelled', 'partner-agency'),
       declare_move('transfer-out', 'withdrawn-there', 'accepted awaiting-account', 'cancelled', 'partner-agency'),
       declare_move('transfer-out', 'answer-late-letter', 'cancelled closed-by-death declined', '=', 'system'),
       declare_move('transfer-out', 'note-silence', 'awaiting-letter awaiting-money-back remitted', '=', 'system'),
       declare_move('transfer-out', 'ask-again', 'awaiting-letter awaiting-money-back remitted', '=', 'clerk'),
       declare_move('transfer-in', 'note-silence', 'awaiting-balance awaiting-correction awaiting-sheet', '=', 'system'),
       declare_move('transfer-in', 'ask-again', 'awaiting-balance awaiting-correction awaiting-sheet', '=', 'clerk');

-- A sender takes back what nobody could apply yet: it is no matter for a clerk any more. Only while the message that says so is
-- applied in its turn. Answers whether the sender has said it here at all.
CREATE FUNCTION close_taken_back(p_transfer text, p_from text, p_message text, p_by text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.exchange_received b
   WHERE b.owner_id = p_transfer AND b.from_region = p_from AND b.message_id = p_by AND b.state = 'kept'
     AND b.figures ->> 'invalidates' = p_message AND public.message_is_next(p_transfer, p_from, b.sequence, b.released);
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'exchange.changed-meanwhile';
  END IF;
  UPDATE public.exchange_received SET state = 'closed'
   WHERE owner_id = p_transfer AND from_region = p_from AND message_id = p_message AND state = 'set-aside';
  PERFORM 1 FROM public.exchange_received
   WHERE owner_id = p_transfer AND from_region = p_from AND message_id = p_message AND state <> 'refused';
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION close_taken_back FROM PUBLIC;
GRANT EXECUTE ON FUNCTION close_taken_back TO suixing_app;

SELECT amend_function('issue_letter', $$WHEN 'transfer-declined' THEN '{decline}'$$,
  $$WHEN 'transfer-declined' THEN '{decline,answer-late-letter}'$$);
SELECT amend_function('issue_letter', $$'{await-account,return-payment,remind,ask-correction}'$$,
  $$'{await-account,return-payment,remind,ask-again,ask-correction}'$$);
