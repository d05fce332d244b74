-- compatible: yes
-- A death ends the transfers of which no money has moved, those whose balance did not go and waits among them; what the other agency
-- is told then is printed on that step.

SELECT declare_move('transfer-out', 'close-by-death', 'not-paid-out', 'closed-by-death', 'system');

SELECT amend_function('issue_letter', $$WHEN 'information-sheet' THEN '{accept,send-sheet-again}'$$,
  $$WHEN 'information-sheet' THEN '{accept,send-sheet-again,close-by-death}'$$);
SELECT amend_function('issue_letter', $$WHEN 'invalidation' THEN '{cancel}'$$, $$WHEN 'invalidation' THEN '{cancel,close-by-death}'$$);
