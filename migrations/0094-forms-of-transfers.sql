-- compatible: yes
-- What one agency writes to another about a transfer is kept as letters are: on the step that says it, in a case of a transfer, and on no
-- other. Two kinds of form more than there were: a reminder, and the withdrawal of a contact letter.

ALTER TABLE letter
  DROP CONSTRAINT letter_kind_check,
  ADD CONSTRAINT letter_kind_check CHECK (kind IN
    ('receipt', 'papers-request', 'decision', 'refusal', 'payment-advice', 'objection-decision', 'money-back',
     'insurance-certificate', 'contact-letter', 'information-sheet', 'remittance-advice', 'balance-refused', 'transfer-declined',
     'reminder', 'balance-credited', 'invalidation'));

SELECT amend_function('issue_letter', $$WHEN 'money-back' THEN '{return-meanwhile}' END$$, $$WHEN 'money-back' THEN '{return-meanwhile}'
           WHEN 'insurance-certificate' THEN '{submit}' WHEN 'contact-letter' THEN '{submit}'
           WHEN 'information-sheet' THEN '{accept,send-sheet-again}' WHEN 'remittance-advice' THEN '{confirm-paid}'
           WHEN 'balance-refused' THEN '{record-only,refuse-balance}' WHEN 'transfer-declined' THEN '{decline}'
           WHEN 'reminder' THEN '{await-account,return-payment,remind,ask-correction}'
           WHEN 'balance-credited' THEN '{credit,credit-difference}' WHEN 'invalidation' THEN '{cancel}' END$$);

-- A withdrawal confirms payments too: what it writes about them goes to a person, what a transfer writes to another agency.
SELECT amend_function('issue_letter', $$     AND (p_kind NOT IN ('decision', 'refusal')$$,
  $$     AND (c.process IN ('transfer-out', 'transfer-in')) = (p_kind IN ('insurance-certificate', 'contact-letter', 'information-sheet',
           'remittance-advice', 'balance-refused', 'transfer-declined', 'reminder', 'balance-credited', 'invalidation'))
     AND (p_kind NOT IN ('decision', 'refusal')$$);
