-- compatible: yes
-- A balance that did not go, and whose withdrawal cannot open by itself, is a clerk's work until it is opened or left in the account.

SELECT declare_move('transfer-out', 'withdrawal-not-opened', 'no-account refused-balance', 'not-paid-out', 'system'),
       declare_move('transfer-out', 'open-withdrawal', 'not-paid-out', 'no-account', 'clerk'),
       declare_move('transfer-out', 'open-withdrawal', 'not-paid-out', 'refused-balance', 'clerk'),
       declare_move('transfer-out', 'leave-balance', 'not-paid-out', 'no-account', 'clerk'),
       declare_move('transfer-out', 'leave-balance', 'not-paid-out', 'refused-balance', 'clerk'),
       declare_move('transfer-out', 'hand-over', 'not-paid-out', '=', 'clerk reviewer'),
       declare_move('transfer-out', 'release', 'not-paid-out', '=', 'clerk reviewer'),
       declare_move('transfer-out', 'take-over', 'not-paid-out', '=', 'clerk');
