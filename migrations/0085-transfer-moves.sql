-- compatible: yes
-- The steps of a transfer out, and the states in which a transfer is over.

INSERT INTO case_move (process, action, from_state, to_state, doers) VALUES ('transfer-out', 'open', '', 'draft', '{}');
SELECT declare_move('transfer-out', 'submit', 'draft', 'awaiting-letter', 'insured agent employer clerk'),
       declare_move('transfer-out', 'letter-opens', 'draft', 'awaiting-letter', 'partner-agency'),
       declare_move('transfer-out', 'cancel', 'draft awaiting-letter', 'cancelled', 'insured agent employer clerk'),
       declare_move('transfer-out', 'accept', 'awaiting-letter', 'accepted', 'partner-agency'),
       declare_move('transfer-out', 'decline', 'awaiting-letter', 'declined', 'system'),
       declare_move('transfer-out', 'await-account', 'accepted', 'awaiting-account', 'system'),
       declare_move('transfer-out', 'account-told', 'awaiting-account', 'accepted', 'partner-agency'),
       declare_move('transfer-out', 'settle', 'accepted', 'remitting', 'system'),
       declare_move('transfer-out', 'nothing-to-remit', 'accepted', 'completed', 'system'),
       declare_move('transfer-out', 'send-to-bank', 'remitting', 'with-bank', 'system finance'),
       declare_move('transfer-out', 'confirm-paid', 'with-bank', 'remitted', 'bank system finance'),
       declare_move('transfer-out', 'return-payment', 'with-bank remitted', 'sent-back', 'bank system finance'),
       declare_move('transfer-out', 'return-payment', 'awaiting-money-back', 'refused-balance', 'bank system finance'),
       declare_move('transfer-out', 'account-corrected', 'sent-back', 'remitting', 'partner-agency clerk'),
       declare_move('transfer-out', 'credited-early', 'remitting with-bank', '=', 'partner-agency'),
       declare_move('transfer-out', 'confirm-credited', 'remitted difference', 'completed', 'partner-agency system'),
       declare_move('transfer-out', 'credited-otherwise', 'remitted', 'difference', 'partner-agency'),
       declare_move('transfer-out', 'close-difference', 'difference', 'completed', 'clerk'),
       declare_move('transfer-out', 'refuse-balance', 'accepted awaiting-account remitting sent-back', 'refused-balance', 'partner-agency'),
       declare_move('transfer-out', 'refuse-balance', 'with-bank remitted', 'awaiting-money-back', 'partner-agency'),
       declare_move('transfer-out', 'money-back', 'awaiting-money-back', 'refused-balance', 'bank system finance'),
       declare_move('transfer-out', 'account-never-came', 'awaiting-account sent-back', 'no-account', 'system'),
       declare_move('transfer-out', 'letter-withdrawn', 'accepted awaiting-account', 'awaiting-letter', 'partner-agency'),
       declare_move('transfer-out', 'send-sheet-again', 'accepted awaiting-account remitting with-bank sent-back remitted', '=', 'clerk'),
       declare_move('transfer-out', 'remind', 'awaiting-letter awaiting-account sent-back remitted awaiting-money-back', '=', 'system'),
       declare_move('transfer-out', 'close-by-death', 'draft awaiting-letter accepted awaiting-account', 'closed-by-death', 'system');

INSERT INTO case_end (process, state) VALUES
  ('transfer-out', 'completed'), ('transfer-out', 'refused-balance'), ('transfer-out', 'no-account'), ('transfer-out', 'declined'),
  ('transfer-out', 'cancelled'), ('transfer-out', 'closed-by-death'),
  ('transfer-in', 'completed'), ('transfer-in', 'declined'), ('transfer-in', 'balance-refused'), ('transfer-in', 'cancelled'),
  ('transfer-in', 'closed-by-death');
