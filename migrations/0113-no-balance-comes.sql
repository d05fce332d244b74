-- compatible: yes
-- Where no account ever came, the other agency is told by a corrected sheet that no balance comes, so that its case ends as well.

SELECT amend_function('issue_letter', $$WHEN 'information-sheet' THEN '{accept,send-sheet-again,close-by-death}'$$,
  $$WHEN 'information-sheet' THEN '{accept,send-sheet-again,close-by-death,account-never-came}'$$);
