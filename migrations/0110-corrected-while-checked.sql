-- compatible: yes
-- A corrected sheet that comes by itself takes the place of the one that a clerk is checking.

SELECT declare_move('transfer-in', 'receive-sheet', 'in-check', '=', 'partner-agency');
