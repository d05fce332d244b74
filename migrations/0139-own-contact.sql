-- compatible: yes
-- Somebody changes the telephone number or e-mail on their own record, signed in as themselves, with a code that was sent to the new one.
-- The change stands beside corrections by two officers, on the login and the code that it rests on; what was there stays.

ALTER TABLE one_time_code DROP CONSTRAINT one_time_code_purpose_check,
  ADD CONSTRAINT one_time_code_purpose_check CHECK (purpose IN ('activation', 'recovery', 'contact'));

ALTER TABLE person_detail ALTER COLUMN correction_id DROP NOT NULL,
  ADD COLUMN changed_by text COLLATE "C" CHECK (changed_by ~ '^usr_'),
  ADD COLUMN code_id text COLLATE "C",
  ADD CONSTRAINT detail_has_one_basis CHECK (num_nonnulls(correction_id, changed_by) = 1),
  ADD CONSTRAINT detail_by_the_person CHECK ((changed_by IS NULL) = (code_id IS NULL)
    AND (changed_by IS NULL OR (field IN ('phone', 'email') AND value_sealed IS NOT NULL AND true_from IS NULL)));

-- Only the login role, which keeps the codes, asks for it; the code is used up with the change.
CREATE FUNCTION change_own_contact(p_token text, p_owner text, p_detail text, p_field text, p_sealed bytea, p_code text, p_hashes bytea[],
    p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_login text;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_login := public.live_insured(p_token, p_owner);
  UPDATE public.one_time_code SET used_at = clock_timestamp()
   WHERE owner_id = p_owner AND id = p_code AND purpose = 'contact' AND code_hash = ANY (p_hashes) AND used_at IS NULL
     AND expires_at > clock_timestamp();
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'access.code-wrong';
  END IF;
  INSERT INTO public.person_detail (owner_id, id, field, value_sealed, changed_by, code_id, recorded_at)
  VALUES (p_owner, p_detail, p_field, p_sealed, v_login, p_code, p_at);
  PERFORM public.chain_record(p_owner, 'detail', p_detail,
    public.detail_digest(p_field, NULL, NULL, v_login || ' ' || p_code, p_at), p_at);
END $$;
REVOKE ALL ON FUNCTION change_own_contact FROM PUBLIC;
GRANT EXECUTE ON FUNCTION change_own_contact TO suixing_login;

-- A code that was handed on goes, of this kind too.
SELECT amend_function('forget_notices', $$n.kind IN ('activation-code', 'recovery-code')$$,
  $$n.kind IN ('activation-code', 'recovery-code', 'contact-code')$$);
DROP INDEX notice_outbox_codes;
CREATE INDEX notice_outbox_codes ON notice_outbox (owner_id, id)
  WHERE kind IN ('activation-code', 'recovery-code', 'contact-code') AND body_sealed IS NOT NULL;
