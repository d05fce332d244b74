-- compatible: yes
-- What another agency reminds us of stands in the case, where clerks have it as work until it is answered.

SELECT declare_move('transfer-in', 'answer-reminder', 'announced awaiting-balance awaiting-correction awaiting-sheet in-check refusal-proposed sheet-proposed', '=', 'clerk'),
       declare_move('transfer-in transfer-out', 'answer-reminder', 'difference', '=', 'clerk'),
       declare_move('transfer-out', 'answer-reminder', 'accepted awaiting-account awaiting-letter awaiting-money-back remitted remitting sent-back with-bank', '=', 'clerk'),
       declare_move('transfer-in', 'reminded', 'announced awaiting-balance awaiting-correction awaiting-sheet in-check refusal-proposed sheet-proposed', '=', 'partner-agency'),
       declare_move('transfer-in transfer-out', 'reminded', 'difference', '=', 'partner-agency'),
       declare_move('transfer-out', 'reminded', 'accepted awaiting-account awaiting-letter awaiting-money-back remitted remitting sent-back with-bank', '=', 'partner-agency');
