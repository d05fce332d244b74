-- compatible: yes
-- The other agency refuses a balance while our bank has it: that the bank has paid must still come into the books.

SELECT declare_move('transfer-out', 'paid-after-refusal', 'awaiting-money-back', '=', 'bank finance system');
