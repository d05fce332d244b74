-- compatible: yes
-- Whoever arrives gets a letter of what their months come to, on the step that records them. Where the balance is refused with the same
-- step, the form for the other agency stands on it.

ALTER TABLE letter
  DROP CONSTRAINT letter_kind_check,
  ADD CONSTRAINT letter_kind_check CHECK (kind IN
    ('receipt', 'papers-request', 'decision', 'refusal', 'payment-advice', 'objection-decision', 'money-back',
     'insurance-certificate', 'contact-letter', 'information-sheet', 'remittance-advice', 'balance-refused', 'transfer-declined',
     'reminder', 'balance-credited', 'invalidation', 'account-details', 'months-recorded'));

SELECT amend_function('issue_letter', $$WHEN 'account-details' THEN '{tell-account}' END$$,
  $$WHEN 'account-details' THEN '{tell-account}'
           WHEN 'months-recorded' THEN '{record-months,record-only,let-pass,let-pass-only}' END$$);
SELECT amend_function('issue_letter', $$'invalidation', 'account-details'))$$, $$'invalidation', 'account-details', 'months-recorded'))$$);
