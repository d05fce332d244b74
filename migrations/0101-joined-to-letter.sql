-- compatible: yes
-- Somebody applied at both agencies: the contact letter opens the transfer under its own name, and the case that waited for a letter
-- ends in its favour, on that letter.

SELECT declare_move('transfer-out', 'joined-to-letter', 'awaiting-letter', 'cancelled', 'partner-agency');
