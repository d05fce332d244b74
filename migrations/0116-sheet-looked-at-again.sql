-- compatible: yes
-- A clerk looks at a doubtful sheet again while a corrected one is waited for, so that no transfer waits for ever for what never comes.

SELECT declare_move('transfer-in', 'look-again', 'awaiting-correction', 'in-check', 'clerk');
