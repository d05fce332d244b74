-- compatible: yes
-- Finance finds the transfer that money in suspense belongs to by the reference or the amount that was announced; and what one
-- officer has said a line is waits for another before it is said to be something else.

CREATE INDEX partner_word_by_reference ON partner_word ((figures ->> 'reference')) WHERE type IN ('remittance-advice', 'balance-refused');
CREATE INDEX partner_word_by_amount ON partner_word ((figures ->> 'amountFen')) WHERE type IN ('remittance-advice', 'balance-refused');
CREATE INDEX transfer_match_by_line ON transfer_match (bank_owner, line_key);
CREATE INDEX transfer_match_of_case ON transfer_match (owner_id, case_id);
