-- compatible: no
-- Ways round the guards that an adversary with the application's role and plain SQL had, closed.

-- A guard that looks again after waiting for a lock must see what was committed meanwhile. Under REPEATABLE READ it sees the
-- picture that its caller took before: an order slips into a released batch, a balance into an import that was counted, an
-- ended session lives on. Every guard that looks at somebody else's rows asks this first.
CREATE FUNCTION sees_what_is_committed() RETURNS void
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
    RAISE EXCEPTION USING ERRCODE = '25001', MESSAGE = 'guards work under READ COMMITTED only';
  END IF;
END $$;

CREATE OR REPLACE FUNCTION live_officer(p_token text, p_role text) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text;
  v_roles text[];
BEGIN
  PERFORM public.sees_what_is_committed();
  SELECT o.id, o.roles INTO v_officer, v_roles
    FROM public.officer_session s JOIN public.officer o ON o.id = s.officer_id
   WHERE s.token_hash = sha256(convert_to(p_token, 'UTF8'))
     AND s.ended_at IS NULL AND s.expires_at > clock_timestamp() AND o.active;
  IF v_officer IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'access.no-session';
  END IF;
  IF NOT p_role = ANY (v_roles) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'access.role-missing';
  END IF;
  RETURN v_officer;
END $$;

CREATE OR REPLACE FUNCTION add_to_batch(p_owner text, p_order text, p_attempt integer, p_batch text, p_line integer,
    p_payee_revision integer)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_order public.payment_order;
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.payment_batch WHERE id = p_batch FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-batch';
  END IF;
  PERFORM 1 FROM public.payment_release WHERE batch_id = p_batch;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.batch-released';
  END IF;
  SELECT * INTO v_order FROM public.payment_order WHERE owner_id = p_owner AND id = p_order FOR UPDATE;
  IF v_order.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-order';
  END IF;
  IF p_payee_revision IS DISTINCT FROM (SELECT max(revision) FROM public.payee
       WHERE owner_id = p_owner AND case_id = v_order.case_id) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.payee-changed';
  END IF;
  INSERT INTO public.payment_attempt (owner_id, order_id, attempt, batch_id, line_no, amount_fen, payee_revision)
  VALUES (p_owner, p_order, p_attempt, p_batch, p_line, v_order.amount_fen, p_payee_revision);
END $$;

CREATE OR REPLACE FUNCTION record_payee(p_owner text, p_case text, p_kind text, p_name text, p_bank_code text,
    p_bank_name text, p_account_sealed bytea, p_account_tail text, p_at timestamptz)
  RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_revision integer;
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case FOR UPDATE;
  PERFORM 1 FROM public.decision_approval WHERE owner_id = p_owner AND case_id = p_case;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.payee-approved';
  END IF;
  SELECT coalesce(max(revision), 0) + 1 INTO v_revision FROM public.payee WHERE owner_id = p_owner AND case_id = p_case;
  INSERT INTO public.payee (owner_id, case_id, revision, kind, name, bank_code, bank_name, account_sealed, account_tail, recorded_at)
  VALUES (p_owner, p_case, v_revision, p_kind, p_name, p_bank_code, p_bank_name, p_account_sealed, p_account_tail, p_at);
  RETURN v_revision;
END $$;

-- Finishing fixes which balances the second officer approves, so it too needs a clerk: otherwise a line could be swapped for
-- one of the same amount and the import be finished before the right one comes.
DROP FUNCTION finish_import(text, timestamptz);
CREATE FUNCTION finish_import(p_token text, p_run text, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'clerk');
  v_run public.import_run;
  v_lines bigint;
  v_total numeric;
BEGIN
  UPDATE public.import_run SET finished_at = p_at WHERE id = p_run AND finished_at IS NULL RETURNING * INTO v_run;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT count(*), coalesce(sum(amount_fen), 0) INTO v_lines, v_total FROM public.opening_line WHERE run_id = p_run;
  IF v_lines <> v_run.opening_count OR v_total <> v_run.opening_total_fen THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.import-totals-differ';
  END IF;
END $$;

-- An entry without a paper counts without a second officer, so nobody types one: it comes with the line of an import under
-- way that brings the person, or as the end of the relationship with the settlement of a case, once.
REVOKE INSERT (owner_id, id, kind, body, run_id, line_no, case_id, recorded_at) ON record_entry FROM suixing_app;

CREATE UNIQUE INDEX one_entry_per_case ON record_entry (owner_id, case_id) WHERE case_id IS NOT NULL;

CREATE FUNCTION record_imported(p_owner text, p_entries jsonb, p_run text, p_line integer, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.import_run WHERE id = p_run AND finished_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.import-closed';
  END IF;
  INSERT INTO public.record_entry (owner_id, id, kind, body, run_id, line_no, recorded_at)
  SELECT p.owner_id, e.id, e.kind, e.body, p.run_id, p.line_no, p_at
    FROM public.person p, jsonb_to_recordset(p_entries) AS e (id text, kind text, body jsonb)
   WHERE p.owner_id = p_owner AND p.run_id = p_run AND p.line_no = p_line;
  IF NOT FOUND AND jsonb_array_length(p_entries) > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.import-closed';
  END IF;
END $$;

CREATE FUNCTION record_relationship_ended(p_owner text, p_entry text, p_body jsonb, p_case text, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.account_hold
    WHERE owner_id = p_owner AND case_id = p_case AND released_by = 'settlement';
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-settled';
  END IF;
  INSERT INTO public.record_entry (owner_id, id, kind, body, case_id, recorded_at)
  VALUES (p_owner, p_entry, 'relationship', p_body || '{"status": "terminated"}', p_case, p_at);
END $$;

-- The login role looks sessions up; the application has no use for the hashes of their tokens.
REVOKE SELECT ON officer_session FROM suixing_app;

REVOKE ALL ON FUNCTION sees_what_is_committed, finish_import, record_imported, record_relationship_ended FROM PUBLIC;
GRANT EXECUTE ON FUNCTION finish_import, record_imported, record_relationship_ended TO suixing_app;
