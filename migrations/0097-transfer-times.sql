-- compatible: yes
-- How long transfers take is read from the case log by the day on which a leg ended.

CREATE INDEX case_action_by_leg_end ON case_action (at)
  WHERE action IN ('accept', 'record-months', 'record-only', 'let-pass')
     OR to_state IN ('completed', 'declined', 'refused-balance', 'no-account', 'balance-refused');
