-- compatible: yes
-- Once the bank sent a payment back, the insured person names another account of their own, signed in as themselves, as a clerk may;
-- what they name lies under their login. Nothing else of the way to the bank changes: a batch, and two officers who let it go.

ALTER TABLE payee
  ADD COLUMN corrected_by_login text COLLATE "C" CHECK (corrected_by_login ~ '^usr_'),
  ADD CONSTRAINT payee_corrected_by_one CHECK (num_nonnulls(corrected_by, corrected_by_login) <= 1);

-- The login behind a live session in which somebody acts as this insured person themselves.
CREATE FUNCTION live_insured(p_token text, p_owner text) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v record;
BEGIN
  SELECT * INTO v FROM public.live_login(p_token);
  PERFORM 1 FROM public.login_person p
   WHERE v.capacity = 'insured' AND p.owner_id = v.login AND p.capacity = 'insured' AND p.ended_at IS NULL
     AND (p.person_id = p_owner OR EXISTS (SELECT FROM public.person_link k
       WHERE k.merged_id = p.person_id AND k.survivor_id = p_owner AND k.unlinked_at IS NULL));
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'access.no-session';
  END IF;
  RETURN v.login;
END $$;
REVOKE ALL ON FUNCTION live_insured FROM PUBLIC;

SELECT amend_function('correct_payee', E'  v_clerk text := public.live_officer(p_token, \'clerk\');\n',
  E'  v_login text := CASE WHEN p_token LIKE \'sxu\\_%\' THEN public.live_insured(p_token, p_owner) END;\n'
  || E'  v_clerk text := CASE WHEN v_login IS NULL THEN public.live_officer(p_token, \'clerk\') END;\n');
SELECT amend_function('correct_payee', E'    corrected_by, recorded_at,', E'    corrected_by, corrected_by_login, recorded_at,');
SELECT amend_function('correct_payee', E'v_clerk, p_at, p_doubts', E'v_clerk, v_login, p_at, p_doubts');

-- The step is now the insured person's, too.
UPDATE case_move SET doers = '{insured,clerk,system}' WHERE process = 'withdrawal' AND action = 'correct-payee';
