-- compatible: no
-- Money that comes after an account was settled and closed opens it again, and the case that pays it out names the one
-- that it follows.

-- Why an account that a settlement had closed stands open again.
CREATE TABLE account_reopening (
  owner_id text COLLATE "C" NOT NULL REFERENCES personal_account (owner_id),
  journal_id text COLLATE "C" NOT NULL,
  closed_on date NOT NULL,
  reopened_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, journal_id)
);
COMMENT ON TABLE account_reopening IS 'distributed: which late money opened a closed account again, append-only';

-- Late money is looked for among those who were paid out, not among everybody.
CREATE INDEX account_hold_settled ON account_hold (owner_id) WHERE released_by = 'settlement';

CREATE FUNCTION open_for_late_money(p_owner text, p_journal text, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_closed date;
BEGIN
  SELECT closed_on INTO v_closed FROM public.personal_account WHERE owner_id = p_owner AND closed_on IS NOT NULL FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  -- Only what a settlement closed: a record that was merged into another takes nothing.
  PERFORM 1 FROM public.account_hold WHERE owner_id = p_owner AND released_by = 'settlement';
  IF NOT FOUND THEN RETURN; END IF;
  UPDATE public.personal_account
     SET closed_on = NULL, version = version + 1,
         -- Nothing bore interest in the years between.
         open_year = greatest(open_year, (SELECT last_year + 1 FROM public.closed_years))
   WHERE owner_id = p_owner;
  INSERT INTO public.account_reopening (owner_id, journal_id, closed_on, reopened_at) VALUES (p_owner, p_journal, v_closed, p_at);
END $$;

CREATE OR REPLACE FUNCTION post_credit(p_owner text, p_journal text, p_line smallint, p_purpose text, p_from text, p_amount bigint, p_on date,
    p_bucket text, p_basis_kind text, p_basis_id text, p_case text, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_entry bigint;
  v_cause text := p_journal || '/' || p_line;
BEGIN
  IF p_purpose IN ('contribution', 'transfer-in', 'refund', 'correction') THEN
    PERFORM public.open_for_late_money(p_owner, p_journal, p_at);
  END IF;
  INSERT INTO public.credit_cause (owner_id, id, purpose, amount_fen, basis_kind, basis_id, made_at)
  VALUES (p_owner, v_cause, p_purpose, p_amount, p_basis_kind, p_basis_id, p_at);
  v_entry := public.enter(p_owner, p_amount, p_bucket, p_on);
  INSERT INTO public.posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen, effective_on, recorded_at,
    entry_no, bucket, cause_id, case_id)
  VALUES (p_owner, p_journal, p_line, p_purpose, p_from, 'personal', p_amount, p_on, p_at, v_entry, p_bucket, v_cause, p_case);
  PERFORM public.mind_closed_years(p_owner, p_journal, p_bucket, p_on, p_case, p_at);
END $$;

-- A case that follows another; `cause` is the entry of late money that opened it, once.
CREATE TABLE case_parent (
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  parent_id text COLLATE "C" NOT NULL,
  cause text COLLATE "C",
  linked_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, case_id),
  CONSTRAINT follow_up_once UNIQUE (owner_id, cause),
  FOREIGN KEY (owner_id, case_id) REFERENCES case_file (owner_id, id),
  FOREIGN KEY (owner_id, parent_id) REFERENCES case_file (owner_id, id),
  CHECK (case_id <> parent_id)
);
CREATE INDEX case_parent_by_parent ON case_parent (owner_id, parent_id);
COMMENT ON TABLE case_parent IS 'distributed: which case follows which, append-only';

-- The hold of a parent passes on to the case that follows it; not that of an approval that waits for its settlement.
CREATE FUNCTION pass_hold(p_owner text, p_case text, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_parent text;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.sees_what_is_committed();
  SELECT parent_id INTO v_parent FROM public.case_parent WHERE owner_id = p_owner AND case_id = p_case;
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = v_parent FOR UPDATE;
  PERFORM 1 FROM public.decision_approval a WHERE a.owner_id = p_owner AND a.case_id = v_parent AND a.outcome = 'approve'
    AND NOT EXISTS (SELECT FROM public.approval_set_aside s WHERE s.owner_id = a.owner_id AND s.decision_id = a.decision_id);
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.approved-stays-held';
  END IF;
  UPDATE public.account_hold SET released_at = p_at, released_by = 'passed-on'
   WHERE owner_id = p_owner AND case_id = v_parent AND released_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.already-held';
  END IF;
  PERFORM public.place_hold(p_owner, p_case, p_at);
END $$;

REVOKE ALL ON FUNCTION open_for_late_money, pass_hold FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pass_hold TO suixing_app;
GRANT SELECT ON account_reopening, case_parent TO suixing_app;
GRANT INSERT ON case_parent TO suixing_app;
