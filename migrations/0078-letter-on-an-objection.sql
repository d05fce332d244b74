-- compatible: yes
-- What two other officers decided on an objection is told by a letter: that the decision stands, or that a payment is revoked. A
-- refusal that they overturn is told by the decision itself, as before.

ALTER TABLE letter
  DROP CONSTRAINT letter_kind_check,
  ADD CONSTRAINT letter_kind_check CHECK (kind IN
    ('receipt', 'papers-request', 'decision', 'refusal', 'payment-advice', 'objection-decision'));

-- One kind more; the rest of the function stays as it is.
DO $body$
BEGIN
  EXECUTE replace(pg_get_functiondef('public.issue_letter'::regproc), E'WHEN \'payment-advice\' THEN \'{confirm-paid}\' END',
    E'WHEN \'payment-advice\' THEN \'{confirm-paid}\' WHEN \'objection-decision\' THEN \'{uphold,overturn-payment}\' END');
END $body$;
