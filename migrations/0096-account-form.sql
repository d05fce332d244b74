-- compatible: yes
-- The account that the other agency shall remit to can be told on paper as well.

ALTER TABLE letter
  DROP CONSTRAINT letter_kind_check,
  ADD CONSTRAINT letter_kind_check CHECK (kind IN
    ('receipt', 'papers-request', 'decision', 'refusal', 'payment-advice', 'objection-decision', 'money-back',
     'insurance-certificate', 'contact-letter', 'information-sheet', 'remittance-advice', 'balance-refused', 'transfer-declined',
     'reminder', 'balance-credited', 'invalidation', 'account-details'));

SELECT amend_function('issue_letter', $$WHEN 'invalidation' THEN '{cancel}' END$$,
  $$WHEN 'invalidation' THEN '{cancel}' WHEN 'account-details' THEN '{tell-account}' END$$);
SELECT amend_function('issue_letter', $$'balance-credited', 'invalidation'))$$, $$'balance-credited', 'invalidation', 'account-details'))$$);
