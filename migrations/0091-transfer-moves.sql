-- compatible: yes
-- The steps of a transfer out and of a transfer in, and the states in which each is over, as business/transfer declares them.

INSERT INTO case_move (process, action, from_state, to_state, doers)
VALUES ('transfer-out', 'open', '', 'draft', '{}'), ('transfer-in', 'open', '', 'draft', '{}');
SELECT declare_move('transfer-out', 'accept', 'awaiting-letter', 'accepted', 'partner-agency'),
       declare_move('transfer-out', 'account-corrected', 'sent-back', 'remitting', 'clerk partner-agency'),
       declare_move('transfer-out', 'account-never-came', 'awaiting-account sent-back', 'no-account', 'system'),
       declare_move('transfer-out', 'account-told', 'awaiting-account', 'accepted', 'partner-agency'),
       declare_move('transfer-out', 'await-account', 'accepted', 'awaiting-account', 'system'),
       declare_move('transfer-out', 'cancel', 'awaiting-letter draft', 'cancelled', 'agent clerk employer insured'),
       declare_move('transfer-out', 'close-by-death', 'accepted awaiting-account awaiting-letter draft', 'closed-by-death', 'system'),
       declare_move('transfer-out', 'close-difference', 'difference', 'completed', 'clerk'),
       declare_move('transfer-out', 'confirm-credited', 'difference remitted', 'completed', 'partner-agency system'),
       declare_move('transfer-out', 'confirm-paid', 'with-bank', 'remitted', 'bank finance system'),
       declare_move('transfer-out', 'credited-early', 'remitting with-bank', '=', 'partner-agency'),
       declare_move('transfer-out', 'credited-otherwise', 'remitted', 'difference', 'partner-agency system'),
       declare_move('transfer-out', 'decline', 'awaiting-letter', 'declined', 'system'),
       declare_move('transfer-out', 'hand-over', 'accepted awaiting-account awaiting-letter awaiting-money-back difference remitted remitting sent-back with-bank', '=', 'clerk reviewer'),
       declare_move('transfer-out', 'letter-opens', 'draft', 'awaiting-letter', 'partner-agency'),
       declare_move('transfer-out', 'letter-withdrawn', 'accepted awaiting-account', 'awaiting-letter', 'partner-agency'),
       declare_move('transfer-out', 'money-back', 'awaiting-money-back', 'refused-balance', 'bank finance system'),
       declare_move('transfer-out', 'nothing-to-remit', 'accepted', 'completed', 'system'),
       declare_move('transfer-out', 'refuse-after-remittance', 'remitted with-bank', 'awaiting-money-back', 'partner-agency'),
       declare_move('transfer-out', 'refuse-balance', 'accepted awaiting-account remitting sent-back', 'refused-balance', 'partner-agency'),
       declare_move('transfer-out', 'release', 'accepted awaiting-account awaiting-letter awaiting-money-back difference remitted remitting sent-back with-bank', '=', 'clerk reviewer'),
       declare_move('transfer-out', 'remind', 'awaiting-account awaiting-letter awaiting-money-back remitted sent-back', '=', 'system'),
       declare_move('transfer-out', 'return-payment', 'remitted with-bank', 'sent-back', 'bank finance system'),
       declare_move('transfer-out', 'send-sheet-again', 'accepted awaiting-account remitted remitting sent-back with-bank', '=', 'clerk'),
       declare_move('transfer-out', 'send-to-bank', 'remitting', 'with-bank', 'finance system'),
       declare_move('transfer-out', 'settle', 'accepted', 'remitting', 'system'),
       declare_move('transfer-out', 'submit', 'draft', 'awaiting-letter', 'agent clerk employer insured'),
       declare_move('transfer-out', 'take-over', 'accepted awaiting-account awaiting-letter awaiting-money-back difference remitted remitting sent-back with-bank', '=', 'clerk');

SELECT declare_move('transfer-in', 'amount-differs', 'awaiting-balance', 'difference', 'bank finance system'),
       declare_move('transfer-in', 'announce', 'draft', 'announced', 'partner-agency'),
       declare_move('transfer-in', 'ask-correction', 'in-check', 'awaiting-correction', 'clerk'),
       declare_move('transfer-in', 'cancel', 'announced awaiting-sheet draft', 'cancelled', 'agent clerk employer insured'),
       declare_move('transfer-in', 'close-by-death', 'announced awaiting-sheet draft', 'closed-by-death', 'system'),
       declare_move('transfer-in', 'credit', 'awaiting-balance', 'completed', 'bank finance system'),
       declare_move('transfer-in', 'credit-difference', 'difference', 'completed', 'finance'),
       declare_move('transfer-in', 'declined-there', 'awaiting-sheet', 'declined', 'partner-agency'),
       declare_move('transfer-in', 'hand-over', 'announced awaiting-balance awaiting-correction awaiting-sheet difference in-check', '=', 'clerk reviewer'),
       declare_move('transfer-in', 'note-advice', 'awaiting-balance awaiting-correction awaiting-sheet difference in-check', '=', 'partner-agency'),
       declare_move('transfer-in', 'propose-refusal', 'awaiting-balance', '=', 'clerk'),
       declare_move('transfer-in', 'receive-sheet', 'awaiting-balance awaiting-correction awaiting-sheet', 'in-check', 'partner-agency'),
       declare_move('transfer-in', 'record-months', 'in-check', 'awaiting-balance', 'clerk system'),
       declare_move('transfer-in', 'record-only', 'in-check', 'completed', 'clerk system'),
       declare_move('transfer-in', 'refuse-balance', 'awaiting-balance', 'balance-refused', 'reviewer'),
       declare_move('transfer-in', 'release', 'announced awaiting-balance awaiting-correction awaiting-sheet difference in-check', '=', 'clerk reviewer'),
       declare_move('transfer-in', 'remind', 'awaiting-balance awaiting-correction awaiting-sheet', '=', 'system'),
       declare_move('transfer-in', 'submit', 'announced draft', 'awaiting-sheet', 'agent clerk employer insured'),
       declare_move('transfer-in', 'take-over', 'announced awaiting-balance awaiting-correction awaiting-sheet difference in-check', '=', 'clerk');

INSERT INTO case_end (process, state) VALUES
  ('transfer-out', 'completed'), ('transfer-out', 'refused-balance'), ('transfer-out', 'no-account'), ('transfer-out', 'declined'),
  ('transfer-out', 'cancelled'), ('transfer-out', 'closed-by-death'),
  ('transfer-in', 'completed'), ('transfer-in', 'declined'), ('transfer-in', 'balance-refused'), ('transfer-in', 'cancelled'),
  ('transfer-in', 'closed-by-death');
