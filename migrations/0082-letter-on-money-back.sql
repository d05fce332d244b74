-- compatible: yes
-- Money that the bank sends back while somebody objects, or after the payment was revoked, is told by a letter: it is not the
-- person's to correct then, and where it went nobody would have told them.

ALTER TABLE letter
  DROP CONSTRAINT letter_kind_check,
  ADD CONSTRAINT letter_kind_check CHECK (kind IN
    ('receipt', 'papers-request', 'decision', 'refusal', 'payment-advice', 'objection-decision', 'money-back'));

-- One kind more; the rest of the function stays as it is.
DO $body$
DECLARE
  v_before text := pg_get_functiondef('public.issue_letter'::regproc);
  v_after text := replace(v_before, E'\'{uphold,overturn-payment}\' END',
    E'\'{uphold,overturn-payment}\' WHEN \'money-back\' THEN \'{return-meanwhile}\' END');
BEGIN
  IF v_after = v_before THEN RAISE EXCEPTION 'issue_letter is not as this migration knows it'; END IF;
  EXECUTE v_after;
END $body$;
