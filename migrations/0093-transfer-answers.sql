-- compatible: yes
-- Steps of a transfer in which one agency answers the other: the account that a balance shall go to, and money that comes back.

SELECT declare_move('transfer-out', 'note-sending-back', 'awaiting-money-back', '=', 'partner-agency'),
       declare_move('transfer-out', 'note-paid', 'awaiting-money-back', '=', 'bank finance system');

SELECT declare_move('transfer-in', 'tell-account', 'awaiting-balance awaiting-correction awaiting-sheet difference in-check', '=', 'clerk');
