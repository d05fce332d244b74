-- compatible: yes
-- An account and an address that an heir gave at the window, or by the agency's link, are not replaced by a link that a relative passed
-- on: nobody saw who opens it. Nor does another applicant's login replace them. The heir comes to the window.

ALTER TABLE payee
  ADD COLUMN named_by text CHECK (named_by IN ('window', 'link', 'invited', 'heir', 'applicant')),
  ADD CONSTRAINT heirs_account_says_by_whom CHECK (named_by IS NULL OR party_id IS NOT NULL);
COMMENT ON COLUMN payee.named_by IS 'by which way the account of an heir was named; null before this was kept, and of a case’s one payee';
ALTER TABLE heir_contact ADD COLUMN invited boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN heir_contact.invited IS 'said by a link that a relative passed on';

-- Who may put another account in the place of the last one: whoever is seen, or proved who they are, at any time; others only over what was named by
-- the likes of them.
CREATE FUNCTION mind_whose_account(p_owner text, p_case text, p_successor text, p_by text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_last text;
BEGIN
  SELECT coalesce(named_by, 'window') INTO v_last FROM public.payee
   WHERE owner_id = p_owner AND case_id = p_case AND party_id = p_successor ORDER BY revision DESC LIMIT 1;
  IF p_by = 'invited' AND v_last NOT IN ('invited', 'applicant') THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.given-at-window';
  END IF;
  IF p_by = 'applicant' AND v_last IN ('window', 'link', 'heir') THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.account-of-another';
  END IF;
END $$;

SELECT amend_function('record_heir_payee', '  v_revision integer;', '  v_revision integer;
  v_named_by text;');
SELECT amend_function('record_heir_payee', '  SELECT coalesce(max(revision), 0) + 1 INTO v_revision FROM public.payee',
  $$  v_named_by := CASE WHEN p_secret IS NOT NULL THEN CASE WHEN v_link.officer_id IS NULL THEN 'invited' ELSE 'link' END
    WHEN p_token IS NOT NULL THEN 'window'
    WHEN EXISTS (SELECT FROM public.successor_login WHERE owner_id = p_owner AND successor_id = p_successor AND login_id = p_by) THEN 'heir'
    ELSE 'applicant' END;
  PERFORM public.mind_whose_account(p_owner, p_case, p_successor, v_named_by);
  SELECT coalesce(max(revision), 0) + 1 INTO v_revision FROM public.payee$$);
SELECT amend_function('record_heir_payee', 'charges, details_sealed)
  VALUES', 'charges, details_sealed, named_by)
  VALUES');
SELECT amend_function('record_heir_payee', 'p_charges, p_details_sealed);', 'p_charges, p_details_sealed, v_named_by);');

SELECT amend_function('record_heir_contact', '  SELECT coalesce(max(revision), 0) + 1 INTO v_revision', $$  IF p_secret IS NOT NULL AND v_link.officer_id IS NULL THEN
    PERFORM 1 FROM (SELECT invited FROM public.heir_contact WHERE owner_id = p_owner AND successor_id = p_successor
      ORDER BY revision DESC LIMIT 1) AS last WHERE NOT last.invited;
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.given-at-window';
    END IF;
  END IF;
  SELECT coalesce(max(revision), 0) + 1 INTO v_revision$$);
SELECT amend_function('record_heir_contact', 'email_sealed, recorded_by, recorded_at)', 'email_sealed, recorded_by, recorded_at, invited)');
SELECT amend_function('record_heir_contact', 'p_email, v_by, p_at)', 'p_email, v_by, p_at, p_secret IS NOT NULL AND v_link.officer_id IS NULL)');

REVOKE ALL ON FUNCTION mind_whose_account FROM PUBLIC;
