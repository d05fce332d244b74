-- compatible: yes
-- Whoever announced somebody that does not come hears of it, and its case is over; and a letter that comes again after a decline is weighed
-- anew, as what stood against it may be mended.

SELECT declare_move('transfer-out', 'not-confirmed-there', 'awaiting-letter', 'cancelled', 'partner-agency'),
       declare_move('transfer-out', 'letter-again', 'declined', 'awaiting-letter', 'partner-agency');

SELECT amend_function('issue_letter', $$WHEN 'transfer-declined' THEN '{decline,answer-late-letter}'$$,
  $$WHEN 'transfer-declined' THEN '{decline,answer-late-letter,cancel,close-by-death}'$$);
