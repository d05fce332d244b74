-- compatible: yes
-- A transfer that our bank has paid and the other agency never confirms ends on proof of payment; what is heard later is still acted on.

SELECT declare_move('transfer-out', 'close-unconfirmed', 'remitted', 'completed', 'clerk'),
       declare_move('transfer-out', 'confirm-credited', 'completed', '=', 'partner-agency system'),
       declare_move('transfer-out', 'credited-otherwise', 'completed', 'difference', 'partner-agency system'),
       declare_move('transfer-out', 'refuse-after-remittance', 'completed', 'awaiting-money-back', 'partner-agency'),
       declare_move('transfer-out', 'return-payment', 'completed', 'sent-back', 'bank finance system');
