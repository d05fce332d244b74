-- compatible: yes
-- Where no balances are taken, the balance is refused in a step of its own after the months are on record, as where officers refuse it: so
-- there is a letter of the months for the person, and a form of the refusal for the other agency. Cases are in the state that says so.

SELECT declare_move('transfer-in', 'turn-away', 'awaiting-balance', 'balance-refused', 'system');
SELECT amend_function('issue_letter', $${record-only,let-pass-only,refuse-balance}$$, $${record-only,let-pass-only,refuse-balance,turn-away}$$);
