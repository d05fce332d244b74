-- compatible: no
-- The ledger, whole: every purpose, leave for every debit and a cause for every credit, amounts held for card payments,
-- corrections and reversals by two officers, interest by year, fund balances by day. A posting carries its journal's fields
-- itself, so that one line of a bulk run is one row.

-- ---- Postings ---------------------------------------------------------------------------------------------------------

CREATE TEMPORARY TABLE posting_before ON COMMIT DROP AS
  SELECT p.*, j.effective_on, j.recorded_at, j.case_id FROM posting p JOIN journal j ON j.owner_id = p.owner_id AND j.id = p.journal_id;
ALTER TABLE payment_attempt DROP CONSTRAINT payment_attempt_owner_id_journal_id_fkey;
DROP TABLE posting;
DROP TABLE journal;

-- What leave or a cause rests on: an approved decision, a line of an approved import, an adjustment by two officers. One
-- basis gives one authority, or one cause.
ALTER TABLE authority ADD COLUMN basis_kind text, ADD COLUMN basis_id text COLLATE "C";
UPDATE authority SET basis_kind = 'decision', basis_id = decision_id;
ALTER TABLE authority
  ALTER COLUMN basis_kind SET NOT NULL, ALTER COLUMN basis_id SET NOT NULL,
  DROP CONSTRAINT authority_purpose_check, DROP COLUMN decision_id,
  ADD CONSTRAINT authority_once_per_basis UNIQUE (owner_id, basis_kind, basis_id),
  ADD CONSTRAINT authority_rests_on_its_kind CHECK ((purpose, basis_kind) IN (
    ('withdrawal', 'decision'), ('card-payment', 'card-authorisation'), ('claim-share', 'claim'), ('transfer-out', 'transfer'),
    ('recovery-offset', 'recovery-order'), ('between-persons', 'merge'), ('correction', 'adjustment'),
    ('contribution-refund', 'adjustment'), ('reversal', 'adjustment'), ('interest-difference', 'backdated-entry')));

ALTER TABLE credit_cause ADD COLUMN basis_kind text, ADD COLUMN basis_id text COLLATE "C";
UPDATE credit_cause SET basis_kind = CASE purpose WHEN 'opening' THEN 'import-line' ELSE 'decision' END,
                        basis_id = CASE purpose WHEN 'opening' THEN run_id || '/' || line_no ELSE decision_id END;
ALTER TABLE credit_cause
  ALTER COLUMN basis_kind SET NOT NULL, ALTER COLUMN basis_id SET NOT NULL,
  DROP CONSTRAINT credit_cause_purpose_check, DROP COLUMN run_id, DROP COLUMN line_no, DROP COLUMN decision_id,
  ADD CONSTRAINT cause_once_per_basis UNIQUE (owner_id, basis_kind, basis_id),
  ADD CONSTRAINT cause_rests_on_its_kind CHECK ((purpose, basis_kind) IN (
    ('opening', 'import-line'), ('contribution', 'receipt'), ('transfer-in', 'remittance'), ('refund', 'adjustment'),
    ('settlement-interest', 'decision'), ('interest-difference', 'backdated-entry'), ('between-persons', 'merge'),
    ('correction', 'adjustment'), ('reversal', 'adjustment')));

CREATE TABLE posting (
  owner_id text COLLATE "C" NOT NULL,
  journal_id text COLLATE "C" NOT NULL,
  line_no smallint NOT NULL CHECK (line_no > 0),
  purpose text COLLATE "C" NOT NULL,
  debit text COLLATE "C" NOT NULL,
  credit text COLLATE "C" NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  effective_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  -- Which entry of the personal account this is, counted without a gap. Interest that did not reach the account bears the
  -- number of the entry before it; other lines that do not touch the account have none.
  entry_no bigint,
  -- Which sum of the interest it belongs to; null for interest itself and for what does not touch the account.
  bucket text COLLATE "C" CHECK (bucket IN ('carried-over', 'inflow', 'debit', 'reset')),
  authority_id text COLLATE "C",
  cause_id text COLLATE "C",
  -- The bulk run whose line this is; its journal bears the run's id, so a run has one journal a person.
  run_id text COLLATE "C",
  case_id text COLLATE "C",
  -- The transaction that wrote it, so that a roll-up knows what can no longer come before its horizon.
  recorded_xid bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
  PRIMARY KEY (owner_id, journal_id, line_no),
  FOREIGN KEY (owner_id, authority_id, purpose, amount_fen) REFERENCES authority (owner_id, id, purpose, amount_fen),
  FOREIGN KEY (owner_id, cause_id, purpose, amount_fen) REFERENCES credit_cause (owner_id, id, purpose, amount_fen),
  CHECK (debit <> credit),
  -- What each purpose moves, so that no function, a later one included, can post a payment out of `personal`.
  CONSTRAINT purpose_names_its_accounts CHECK ((purpose, split_part(debit, ':', 1), split_part(credit, ':', 1)) IN (
    ('opening', 'opening', 'personal'),
    ('declaration', 'contributions-due', 'declared'), ('contribution', 'declared', 'personal'), ('contribution', 'declared', 'pool'),
    ('receipt', 'bank', 'contributions-due'), ('receipt', 'bank', 'subsidy-due'), ('receipt', 'bank', 'suspense'),
    ('receipt', 'suspense', 'contributions-due'), ('subsidy', 'subsidy-due', 'pool'),
    ('settlement-interest', 'interest-expense', 'personal'),
    ('yearly-interest', 'interest-expense', 'personal'), ('yearly-interest', 'personal', 'interest-expense'),
    ('yearly-interest', 'recoverable', 'interest-expense'), ('yearly-interest', 'interest-expense', 'recoverable'),
    ('interest-difference', 'interest-expense', 'personal'), ('interest-difference', 'personal', 'interest-expense'),
    ('interest-difference', 'recoverable', 'interest-expense'),
    ('withdrawal', 'personal', 'payable'), ('card-payment', 'personal', 'payable'), ('claim-share', 'personal', 'payable'),
    ('reimbursement', 'pool', 'payable'),
    ('transfer-out', 'personal', 'clearing'), ('transfer-in', 'clearing', 'personal'), ('transfer-payment', 'clearing', 'bank'),
    ('transfer-receipt', 'bank', 'clearing'), ('transfer-receipt', 'suspense', 'clearing'),
    ('payment', 'payable', 'bank'), ('payment-return', 'bank', 'payable'), ('refund', 'payable', 'personal'),
    ('unclaimed', 'payable', 'unclaimed'), ('claimed', 'unclaimed', 'payable'), ('escheat', 'payable', 'pool'),
    ('contribution-refund', 'personal', 'payable'), ('contribution-refund', 'pool', 'payable'),
    ('recovery-order', 'recoverable', 'pool'), ('recovery-order', 'recoverable', 'suspense'),
    ('recovery-offset', 'personal', 'recoverable'), ('recovery-receipt', 'bank', 'recoverable'),
    ('between-persons', 'personal', 'between-persons'), ('between-persons', 'between-persons', 'personal'),
    ('correction', 'suspense', 'personal'), ('correction', 'personal', 'suspense'), ('correction', 'recoverable', 'suspense'),
    ('correction', 'pool', 'personal'), ('correction', 'personal', 'pool'), ('correction', 'recoverable', 'pool'),
    ('correction', 'opening', 'personal'), ('correction', 'personal', 'opening'), ('correction', 'recoverable', 'opening'),
    ('reversal', 'personal', 'opening'), ('reversal', 'recoverable', 'opening'),
    ('reversal', 'personal', 'suspense'), ('reversal', 'recoverable', 'suspense'), ('reversal', 'suspense', 'personal'),
    ('reversal', 'personal', 'pool'), ('reversal', 'recoverable', 'pool'), ('reversal', 'pool', 'personal'),
    ('reversal', 'opening', 'personal'), ('reversal', 'suspense', 'recoverable'), ('reversal', 'pool', 'recoverable'),
    ('reversal', 'opening', 'recoverable'), ('reversal', 'payable', 'personal'),
    ('reversal', 'personal', 'declared'), ('reversal', 'pool', 'declared'), ('reversal', 'recoverable', 'declared'))),
  CONSTRAINT account_names CHECK (debit IN ('personal', 'pool', 'bank', 'contributions-due', 'subsidy-due', 'interest-expense',
      'payable', 'between-persons', 'suspense', 'recoverable', 'unclaimed', 'declared', 'opening') OR debit ~ '^clearing:\d{6}$'),
  CONSTRAINT credit_account_names CHECK (credit IN ('personal', 'pool', 'bank', 'contributions-due', 'subsidy-due',
      'interest-expense', 'payable', 'between-persons', 'suspense', 'recoverable', 'unclaimed', 'declared', 'opening')
      OR credit ~ '^clearing:\d{6}$'),
  -- A debit of `personal` needs leave, a credit of it a cause; a run that two officers approved is both, for its own lines.
  CONSTRAINT debit_needs_authority CHECK ((debit = 'personal' AND run_id IS NULL) = (authority_id IS NOT NULL)),
  CONSTRAINT credit_needs_cause CHECK ((credit = 'personal' AND run_id IS NULL) = (cause_id IS NOT NULL)),
  CONSTRAINT run_posts_interest_only CHECK ((run_id IS NOT NULL) = (purpose = 'yearly-interest')),
  CONSTRAINT run_has_one_journal CHECK (run_id IS NULL OR journal_id = run_id),
  CONSTRAINT entry_is_counted CHECK (entry_no IS NOT NULL OR 'personal' NOT IN (debit, credit)),
  CONSTRAINT bucket_of_an_entry CHECK (bucket IS NULL OR 'personal' IN (debit, credit))
);
COMMENT ON TABLE posting IS 'distributed: postings, append-only; the lines of one journal share its id, purpose and day';
CREATE UNIQUE INDEX authority_used_once ON posting (owner_id, authority_id) WHERE authority_id IS NOT NULL;
CREATE UNIQUE INDEX cause_used_once ON posting (owner_id, cause_id) WHERE cause_id IS NOT NULL;
CREATE INDEX posting_by_transaction ON posting USING brin (recorded_xid);

INSERT INTO posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen, effective_on, recorded_at, entry_no,
  bucket, authority_id, cause_id, case_id)
SELECT owner_id, journal_id, line_no, purpose, debit, credit, amount_fen, effective_on, recorded_at,
       CASE WHEN 'personal' IN (debit, credit) THEN row_number() OVER (
         PARTITION BY owner_id, 'personal' IN (debit, credit) ORDER BY recorded_at, journal_id, line_no) END,
       CASE purpose WHEN 'opening' THEN 'carried-over' WHEN 'withdrawal' THEN 'reset' END, authority_id, cause_id, case_id
  FROM posting_before;

ALTER TABLE payment_attempt
  ADD COLUMN journal_line smallint NOT NULL DEFAULT 1 CHECK (journal_line = 1),
  ADD FOREIGN KEY (owner_id, journal_id, journal_line) REFERENCES posting (owner_id, journal_id, line_no);

-- ---- Interest: the sums of an account's open year -----------------------------------------------------------------------

-- The years whose interest was credited: everything to the end of the last of them is closed. Written by the yearly run.
CREATE TABLE closed_years (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  last_year integer NOT NULL DEFAULT 0
);
COMMENT ON TABLE closed_years IS 'reference: one row, the last year whose interest was credited to everybody';
INSERT INTO closed_years DEFAULT VALUES;

-- Σ amount and Σ amount × index(effective day), so that an entry, backdated or not, only adds. The open year is the first
-- whose interest this account has not got; `next` is the year after it, whose entries come before the run. Spending keeps
-- two weights, since only at the end it is known how much of it this year's inflow covers (see interest_of_sums).
ALTER TABLE personal_account
  ADD COLUMN entry_count bigint NOT NULL DEFAULT 0,
  ADD COLUMN held_fen bigint NOT NULL DEFAULT 0 CHECK (held_fen >= 0),
  ADD COLUMN open_year integer,
  ADD COLUMN carried_fen bigint NOT NULL DEFAULT 0,
  ADD COLUMN carried_weight numeric NOT NULL DEFAULT 0,
  ADD COLUMN inflow_fen bigint NOT NULL DEFAULT 0,
  ADD COLUMN inflow_weight numeric NOT NULL DEFAULT 0,
  ADD COLUMN debit_fen bigint NOT NULL DEFAULT 0,
  ADD COLUMN debit_inflow_weight numeric NOT NULL DEFAULT 0,
  ADD COLUMN debit_carried_weight numeric NOT NULL DEFAULT 0,
  ADD COLUMN next_carried_fen bigint NOT NULL DEFAULT 0,
  ADD COLUMN next_carried_weight numeric NOT NULL DEFAULT 0,
  ADD COLUMN next_inflow_fen bigint NOT NULL DEFAULT 0,
  ADD COLUMN next_inflow_weight numeric NOT NULL DEFAULT 0,
  ADD COLUMN next_debit_fen bigint NOT NULL DEFAULT 0,
  ADD COLUMN next_debit_inflow_weight numeric NOT NULL DEFAULT 0,
  ADD COLUMN next_debit_carried_weight numeric NOT NULL DEFAULT 0,
  -- An entry lies beyond those two years: the sums are told by its postings only, until a run comes so far.
  ADD COLUMN sums_by_replay boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT held_is_covered CHECK (held_fen <= balance_fen);
DROP TABLE interest_bucket;

-- Whole numbers throughout: a quotient cut off at some decimal could fall on the other side of a half.
CREATE FUNCTION interest_weight(p_bucket text, p_amount numeric, p_on date) RETURNS numeric
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p_amount * public.interest_index(p_bucket, p_on)
$$;

-- The interest of a year's sums up to a day whose indices are given. A debit uses this year's inflow first: of all that was
-- spent, the share that the inflow covers bears at its rate, the rest at the rate of what was carried over. Taken over the
-- year's sums and not debit by debit, so that the order of recording is of no matter.
CREATE FUNCTION interest_of_sums(p_carried bigint, p_carried_weight numeric, p_inflow bigint, p_inflow_weight numeric,
    p_debit bigint, p_debit_inflow_weight numeric, p_debit_carried_weight numeric, p_carried_index numeric, p_inflow_index numeric)
  RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN p_debit <= greatest(p_inflow, 0) OR p_debit <= 0
    THEN (sign(n) * div(abs(n) * 2 + 131400000000, 262800000000))::bigint
    ELSE (sign(m) * div(abs(m) * 2 + 131400000000 * p_debit::numeric, 262800000000 * p_debit::numeric))::bigint END
  FROM (SELECT p_carried * p_carried_index - p_carried_weight + p_inflow * p_inflow_index - p_inflow_weight
                 - (p_debit * p_inflow_index - p_debit_inflow_weight) AS n,
               (p_carried * p_carried_index - p_carried_weight + p_inflow * p_inflow_index - p_inflow_weight) * p_debit
                 - greatest(p_inflow, 0) * (p_debit * p_inflow_index - p_debit_inflow_weight)
                 - (p_debit - greatest(p_inflow, 0)) * (p_debit * p_carried_index - p_debit_carried_weight) AS m) AS owed
$$;

-- An account's years from its postings alone, from the first entry after it was last emptied: each year's sums, the
-- interest that they bear to the year's end (or to the day asked for, in its year), and what has been posted of it. Slow and
-- obvious; the sums on the account's row are its shortcut.
CREATE FUNCTION replay_interest(p_owner text, p_until date)
  RETURNS TABLE (year integer, carried_fen bigint, carried_weight numeric, inflow_fen bigint, inflow_weight numeric,
    debit_fen bigint, debit_inflow_weight numeric, debit_carried_weight numeric, interest_fen bigint, posted_fen bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_year record;
  v_carried bigint := 0;
  v_end date;
BEGIN
  FOR v_year IN
    WITH entry AS (
      SELECT extract(year FROM p.effective_on)::integer AS y, p.bucket, p.effective_on, p.debit, p.credit, p.purpose,
             CASE WHEN p.credit = 'personal' THEN p.amount_fen WHEN p.debit = 'personal' THEN -p.amount_fen ELSE 0 END AS change,
             CASE WHEN p.debit = 'interest-expense' THEN p.amount_fen WHEN p.credit = 'interest-expense' THEN -p.amount_fen
                  ELSE 0 END AS interest
        FROM public.posting p
       WHERE p.owner_id = p_owner
         AND p.entry_no > coalesce((SELECT max(r.entry_no) FROM public.posting r
                                     WHERE r.owner_id = p_owner AND r.bucket = 'reset'), 0)
    ), sums AS (
      SELECT y,
             coalesce(sum(change) FILTER (WHERE bucket = 'carried-over'), 0)::bigint AS carried,
             coalesce(sum(public.interest_weight('carried-over', change, effective_on)) FILTER (WHERE bucket = 'carried-over'), 0) AS carried_w,
             coalesce(sum(change) FILTER (WHERE bucket = 'inflow'), 0)::bigint AS inflow,
             coalesce(sum(public.interest_weight('inflow', change, effective_on)) FILTER (WHERE bucket = 'inflow'), 0) AS inflow_w,
             coalesce(-sum(change) FILTER (WHERE bucket = 'debit'), 0)::bigint AS debit,
             coalesce(-sum(public.interest_weight('inflow', change, effective_on)) FILTER (WHERE bucket = 'debit'), 0) AS debit_iw,
             coalesce(-sum(public.interest_weight('carried-over', change, effective_on)) FILTER (WHERE bucket = 'debit'), 0) AS debit_cw,
             coalesce(sum(interest) FILTER (WHERE bucket IS NULL), 0)::bigint AS posted,
             -- Interest that was taken back from somebody who had spent it stands in `recoverable`, not in the account.
             coalesce(sum(interest) FILTER (WHERE 'recoverable' IN (debit, credit)), 0)::bigint AS elsewhere
        FROM entry GROUP BY y
    )
    SELECT g.y, coalesce(s.carried, 0) AS carried, coalesce(s.carried_w, 0) AS carried_w, coalesce(s.inflow, 0) AS inflow,
           coalesce(s.inflow_w, 0) AS inflow_w, coalesce(s.debit, 0) AS debit, coalesce(s.debit_iw, 0) AS debit_iw,
           coalesce(s.debit_cw, 0) AS debit_cw, coalesce(s.posted, 0) AS posted, coalesce(s.elsewhere, 0) AS elsewhere
      FROM generate_series((SELECT min(y) FROM sums), extract(year FROM p_until)::integer) AS g (y)
      LEFT JOIN sums s ON s.y = g.y ORDER BY g.y
  LOOP
    year := v_year.y;
    v_end := least(p_until, make_date(v_year.y + 1, 1, 1));
    carried_fen := v_carried + v_year.carried;
    carried_weight := v_year.carried_w + public.interest_weight('carried-over', v_carried, make_date(v_year.y, 1, 1));
    inflow_fen := v_year.inflow;
    inflow_weight := v_year.inflow_w;
    debit_fen := v_year.debit;
    debit_inflow_weight := v_year.debit_iw;
    debit_carried_weight := v_year.debit_cw;
    interest_fen := public.interest_of_sums(carried_fen, carried_weight, inflow_fen, inflow_weight, debit_fen,
      debit_inflow_weight, debit_carried_weight, public.interest_index('carried-over', v_end), public.interest_index('inflow', v_end));
    posted_fen := v_year.posted;
    v_carried := carried_fen + inflow_fen - debit_fen + interest_fen - v_year.elsewhere;
    RETURN NEXT;
  END LOOP;
END $$;

-- The interest that an account has borne to a day and has not got; years gone by without a run carry theirs forward.
CREATE OR REPLACE FUNCTION interest_to_date(p_owner text, p_on date) RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(sum(interest_fen - posted_fen), 0)::bigint FROM public.replay_interest(p_owner, p_on)
$$;

-- Writes the sums of an account's open year anew from its postings.
CREATE FUNCTION rebuild_interest_sums(p_owner text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_open integer;
  v_last integer;
BEGIN
  SELECT coalesce(a.open_year, greatest(min(extract(year FROM p.effective_on))::integer, (SELECT last_year + 1 FROM public.closed_years))),
         max(extract(year FROM p.effective_on))::integer
    INTO v_open, v_last
    FROM public.personal_account a LEFT JOIN public.posting p ON p.owner_id = a.owner_id AND p.bucket IS NOT NULL
   WHERE a.owner_id = p_owner GROUP BY a.open_year;
  UPDATE public.personal_account a
     SET open_year = v_open, sums_by_replay = coalesce(v_last > v_open + 1, false),
         carried_fen = coalesce(c.carried_fen, 0), carried_weight = coalesce(c.carried_weight, 0),
         inflow_fen = coalesce(c.inflow_fen, 0), inflow_weight = coalesce(c.inflow_weight, 0),
         debit_fen = coalesce(c.debit_fen, 0), debit_inflow_weight = coalesce(c.debit_inflow_weight, 0),
         debit_carried_weight = coalesce(c.debit_carried_weight, 0),
         next_carried_fen = coalesce(n.carried, 0), next_carried_weight = coalesce(n.carried_w, 0),
         next_inflow_fen = coalesce(n.inflow, 0), next_inflow_weight = coalesce(n.inflow_w, 0),
         next_debit_fen = coalesce(n.debit, 0), next_debit_inflow_weight = coalesce(n.debit_iw, 0),
         next_debit_carried_weight = coalesce(n.debit_cw, 0)
    FROM (SELECT 1) AS one
    LEFT JOIN public.replay_interest(p_owner, make_date(v_open, 12, 31)) c ON c.year = v_open
    LEFT JOIN (
      SELECT sum(change) FILTER (WHERE bucket = 'carried-over') AS carried,
             sum(public.interest_weight('carried-over', change, effective_on)) FILTER (WHERE bucket = 'carried-over') AS carried_w,
             sum(change) FILTER (WHERE bucket = 'inflow') AS inflow,
             sum(public.interest_weight('inflow', change, effective_on)) FILTER (WHERE bucket = 'inflow') AS inflow_w,
             -sum(change) FILTER (WHERE bucket = 'debit') AS debit,
             -sum(public.interest_weight('inflow', change, effective_on)) FILTER (WHERE bucket = 'debit') AS debit_iw,
             -sum(public.interest_weight('carried-over', change, effective_on)) FILTER (WHERE bucket = 'debit') AS debit_cw
        FROM (SELECT p.bucket, p.effective_on, CASE WHEN p.credit = 'personal' THEN p.amount_fen ELSE -p.amount_fen END AS change
                FROM public.posting p
               WHERE p.owner_id = p_owner AND p.bucket <> 'reset' AND extract(year FROM p.effective_on) = v_open + 1
                 AND p.entry_no > coalesce((SELECT max(r.entry_no) FROM public.posting r
                                             WHERE r.owner_id = p_owner AND r.bucket = 'reset'), 0)) AS entry) n ON true
   WHERE a.owner_id = p_owner;
END $$;

UPDATE personal_account a SET entry_count = p.entries
  FROM (SELECT owner_id, max(entry_no) AS entries FROM posting WHERE entry_no IS NOT NULL GROUP BY owner_id) p
 WHERE p.owner_id = a.owner_id;
SELECT rebuild_interest_sums(owner_id) FROM personal_account;

-- ---- The one door to an account: guards call these, nobody else can ------------------------------------------------------

-- Changes a balance, its entry number and the sums of its interest, in one guarded statement; answers the entry's number.
-- A debit never reaches into what is held for card payments.
CREATE FUNCTION enter(p_owner text, p_change bigint, p_bucket text, p_on date) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_year integer := extract(year FROM p_on)::integer;
  v_closed integer;
  v_first integer;
  v_carried_fen bigint := CASE p_bucket WHEN 'carried-over' THEN p_change ELSE 0 END;
  v_inflow_fen bigint := CASE p_bucket WHEN 'inflow' THEN p_change ELSE 0 END;
  v_debit_fen bigint := CASE p_bucket WHEN 'debit' THEN -p_change ELSE 0 END;
  v_carried_weight numeric := 0;
  v_inflow_weight numeric := 0;
  v_debit_inflow_weight numeric := 0;
  v_debit_carried_weight numeric := 0;
  v_entry bigint;
BEGIN
  IF p_bucket = 'carried-over' THEN
    v_carried_weight := public.interest_weight('carried-over', p_change, p_on);
  ELSIF p_bucket = 'inflow' THEN
    v_inflow_weight := public.interest_weight('inflow', p_change, p_on);
  ELSIF p_bucket = 'debit' THEN
    v_debit_inflow_weight := public.interest_weight('inflow', -p_change, p_on);
    v_debit_carried_weight := public.interest_weight('carried-over', -p_change, p_on);
  END IF;
  SELECT last_year INTO v_closed FROM public.closed_years;
  v_first := greatest(v_year, v_closed + 1);
  IF p_bucket = 'reset' THEN
    UPDATE public.personal_account
       SET balance_fen = balance_fen + p_change, version = version + 1, entry_count = entry_count + 1,
           open_year = greatest(open_year, v_year, v_closed + 1), sums_by_replay = false,
           carried_fen = 0, carried_weight = 0, inflow_fen = 0, inflow_weight = 0, debit_fen = 0, debit_inflow_weight = 0,
           debit_carried_weight = 0, next_carried_fen = 0, next_carried_weight = 0, next_inflow_fen = 0, next_inflow_weight = 0,
           next_debit_fen = 0, next_debit_inflow_weight = 0, next_debit_carried_weight = 0
     WHERE owner_id = p_owner AND closed_on IS NULL AND balance_fen + p_change = 0 AND held_fen = 0
    RETURNING entry_count INTO v_entry;
  ELSE
    -- What the entry adds to each sum; to those of the open year or of the next one is known only from the row itself.
    UPDATE public.personal_account
       SET balance_fen = balance_fen + p_change, version = version + 1, entry_count = entry_count + 1,
           open_year = CASE WHEN p_bucket IS NULL THEN open_year ELSE coalesce(open_year, v_first) END,
           sums_by_replay = sums_by_replay OR (p_bucket IS NOT NULL AND v_year > coalesce(open_year, v_first) + 1),
           carried_fen = carried_fen + CASE WHEN coalesce(open_year, v_first) = v_year THEN v_carried_fen ELSE 0 END,
           carried_weight = carried_weight + CASE WHEN coalesce(open_year, v_first) = v_year THEN v_carried_weight ELSE 0 END,
           inflow_fen = inflow_fen + CASE WHEN coalesce(open_year, v_first) = v_year THEN v_inflow_fen ELSE 0 END,
           inflow_weight = inflow_weight + CASE WHEN coalesce(open_year, v_first) = v_year THEN v_inflow_weight ELSE 0 END,
           debit_fen = debit_fen + CASE WHEN coalesce(open_year, v_first) = v_year THEN v_debit_fen ELSE 0 END,
           debit_inflow_weight = debit_inflow_weight + CASE WHEN coalesce(open_year, v_first) = v_year THEN v_debit_inflow_weight ELSE 0 END,
           debit_carried_weight = debit_carried_weight + CASE WHEN coalesce(open_year, v_first) = v_year THEN v_debit_carried_weight ELSE 0 END,
           next_carried_fen = next_carried_fen + CASE WHEN coalesce(open_year, v_first) + 1 = v_year THEN v_carried_fen ELSE 0 END,
           next_carried_weight = next_carried_weight + CASE WHEN coalesce(open_year, v_first) + 1 = v_year THEN v_carried_weight ELSE 0 END,
           next_inflow_fen = next_inflow_fen + CASE WHEN coalesce(open_year, v_first) + 1 = v_year THEN v_inflow_fen ELSE 0 END,
           next_inflow_weight = next_inflow_weight + CASE WHEN coalesce(open_year, v_first) + 1 = v_year THEN v_inflow_weight ELSE 0 END,
           next_debit_fen = next_debit_fen + CASE WHEN coalesce(open_year, v_first) + 1 = v_year THEN v_debit_fen ELSE 0 END,
           next_debit_inflow_weight = next_debit_inflow_weight + CASE WHEN coalesce(open_year, v_first) + 1 = v_year THEN v_debit_inflow_weight ELSE 0 END,
           next_debit_carried_weight = next_debit_carried_weight + CASE WHEN coalesce(open_year, v_first) + 1 = v_year THEN v_debit_carried_weight ELSE 0 END
     WHERE owner_id = p_owner AND closed_on IS NULL AND balance_fen + p_change >= held_fen
    RETURNING entry_count INTO v_entry;
  END IF;
  IF v_entry IS NULL THEN
    PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner AND closed_on IS NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.account-closed';
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-enough';
  END IF;
  RETURN v_entry;
END $$;

-- After an entry into a year whose interest was credited already: of each closed year the difference between what it should
-- bear now and what was posted, with its explanation; then the open year's sums anew. What had to be taken back and was
-- spent already becomes `recoverable`.
CREATE TABLE interest_difference (
  owner_id text COLLATE "C" NOT NULL,
  journal_id text COLLATE "C" NOT NULL,
  year integer NOT NULL,
  because_journal_id text COLLATE "C" NOT NULL,
  posted_before_fen bigint NOT NULL,
  due_fen bigint NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, journal_id)
);
COMMENT ON TABLE interest_difference IS 'distributed: why interest of a closed year was posted again, append-only';

CREATE FUNCTION post_interest_differences(p_owner text, p_because text, p_case text, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_account public.personal_account;
  v_year record;
  v_journal text;
  v_on date;
  v_difference bigint;
  v_taken bigint;
BEGIN
  SELECT * INTO v_account FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  FOR v_year IN
    SELECT year, interest_fen, posted_fen FROM public.replay_interest(p_owner, make_date(v_account.open_year - 1, 12, 31) + 1)
     WHERE year < v_account.open_year AND interest_fen <> posted_fen ORDER BY year
  LOOP
    v_journal := p_because || '-interest-' || v_year.year;
    v_on := make_date(v_year.year, 12, 31);
    v_difference := v_year.interest_fen - v_year.posted_fen;
    INSERT INTO public.interest_difference (owner_id, journal_id, year, because_journal_id, posted_before_fen, due_fen, recorded_at)
    VALUES (p_owner, v_journal, v_year.year, p_because, v_year.posted_fen, v_year.interest_fen, p_at);
    IF v_difference > 0 THEN
      PERFORM public.post_credit(p_owner, v_journal, 1::smallint, 'interest-difference', 'interest-expense', v_difference, v_on,
        NULL, 'backdated-entry', v_journal, p_case, p_at);
    ELSE
      SELECT least(-v_difference, balance_fen - held_fen) INTO v_taken FROM public.personal_account WHERE owner_id = p_owner;
      IF v_taken > 0 THEN
        PERFORM public.post_debit(p_owner, v_journal, 1::smallint, 'interest-difference', 'interest-expense', v_taken, v_on,
          NULL, 'backdated-entry', v_journal, p_case, p_at);
      END IF;
      IF v_taken < -v_difference THEN
        INSERT INTO public.posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen, effective_on, recorded_at,
          entry_no, case_id)
        SELECT p_owner, v_journal, 2, 'interest-difference', 'recoverable', 'interest-expense', -v_difference - v_taken, v_on, p_at,
               entry_count, p_case FROM public.personal_account WHERE owner_id = p_owner;
      END IF;
    END IF;
  END LOOP;
  PERFORM public.rebuild_interest_sums(p_owner);
END $$;

-- Enters a line that credits `personal`, with its cause; `p_bucket` null is interest itself.
CREATE FUNCTION post_credit(p_owner text, p_journal text, p_line smallint, p_purpose text, p_from text, p_amount bigint, p_on date,
    p_bucket text, p_basis_kind text, p_basis_id text, p_case text, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_entry bigint;
  v_cause text := p_journal || '/' || p_line;
BEGIN
  INSERT INTO public.credit_cause (owner_id, id, purpose, amount_fen, basis_kind, basis_id, made_at)
  VALUES (p_owner, v_cause, p_purpose, p_amount, p_basis_kind, p_basis_id, p_at);
  v_entry := public.enter(p_owner, p_amount, p_bucket, p_on);
  INSERT INTO public.posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen, effective_on, recorded_at,
    entry_no, bucket, cause_id, case_id)
  VALUES (p_owner, p_journal, p_line, p_purpose, p_from, 'personal', p_amount, p_on, p_at, v_entry, p_bucket, v_cause, p_case);
  PERFORM public.mind_closed_years(p_owner, p_journal, p_bucket, p_on, p_case, p_at);
END $$;

-- Enters a line that debits `personal`, with its authority, which is made here and consumed here. The bucket is `debit`, or
-- `reset` where the account is emptied and its interest was settled, or the one that a reversed credit had gone into.
CREATE FUNCTION post_debit(p_owner text, p_journal text, p_line smallint, p_purpose text, p_to text, p_amount bigint, p_on date,
    p_bucket text, p_basis_kind text, p_basis_id text, p_case text, p_at timestamptz, p_authority text DEFAULT NULL)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_entry bigint;
  v_authority text := coalesce(p_authority, p_journal || '/' || p_line);
BEGIN
  INSERT INTO public.authority (owner_id, id, purpose, amount_fen, basis_kind, basis_id, made_at)
  VALUES (p_owner, v_authority, p_purpose, p_amount, p_basis_kind, p_basis_id, p_at);
  v_entry := public.enter(p_owner, -p_amount, p_bucket, p_on);
  INSERT INTO public.posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen, effective_on, recorded_at,
    entry_no, bucket, authority_id, case_id)
  VALUES (p_owner, p_journal, p_line, p_purpose, 'personal', p_to, p_amount, p_on, p_at, v_entry, p_bucket, v_authority, p_case);
  PERFORM public.mind_closed_years(p_owner, p_journal, p_bucket, p_on, p_case, p_at);
END $$;

-- Enters a line between two accounts of the fund.
CREATE FUNCTION post_fund(p_owner text, p_journal text, p_line smallint, p_purpose text, p_debit text, p_credit text,
    p_amount bigint, p_on date, p_case text, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO public.posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen, effective_on, recorded_at, case_id)
  VALUES (p_owner, p_journal, p_line, p_purpose, p_debit, p_credit, p_amount, p_on, p_at, p_case);
END $$;

-- An entry into a closed year is for those only whom two officers stand behind; then the closed years get their differences.
CREATE FUNCTION mind_closed_years(p_owner text, p_journal text, p_bucket text, p_on date, p_case text, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_open integer;
BEGIN
  IF p_bucket IS NULL OR p_bucket = 'reset' THEN RETURN; END IF;
  SELECT open_year INTO v_open FROM public.personal_account WHERE owner_id = p_owner;
  IF extract(year FROM p_on) >= v_open THEN RETURN; END IF;
  PERFORM 1 FROM public.posting WHERE owner_id = p_owner AND journal_id = p_journal
    AND purpose NOT IN ('opening', 'correction', 'reversal', 'transfer-in', 'between-persons', 'refund');
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.year-closed';
  END IF;
  PERFORM public.post_interest_differences(p_owner, p_journal, p_case, p_at);
END $$;

REVOKE ALL ON FUNCTION interest_weight, interest_of_sums, replay_interest, rebuild_interest_sums, enter,
  post_interest_differences, post_credit, post_debit, post_fund, mind_closed_years FROM PUBLIC;
GRANT EXECUTE ON FUNCTION interest_weight, replay_interest TO suixing_app;

-- ---- What stood on the old tables, made anew -------------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION post_opening(p_owner text, p_run text, p_line integer, p_journal text, p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_line public.opening_line;
  v_basis text := p_run || '/' || p_line;
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.import_approval WHERE run_id = p_run;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.import-not-approved';
  END IF;
  SELECT * INTO v_line FROM public.opening_line WHERE owner_id = p_owner AND run_id = p_run AND line_no = p_line;
  IF v_line.owner_id IS NULL OR v_line.amount_fen = 0 THEN RETURN false; END IF;
  -- Two at once wait for one another here, and the second finds the first one's cause.
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  PERFORM 1 FROM public.credit_cause WHERE owner_id = p_owner AND basis_kind = 'import-line' AND basis_id = v_basis;
  IF FOUND THEN RETURN false; END IF;
  PERFORM public.post_credit(p_owner, p_journal, 1::smallint, 'opening', 'opening', v_line.amount_fen, v_line.balance_on,
    'carried-over', 'import-line', v_basis, NULL, p_at);
  RETURN true;
END $$;

CREATE OR REPLACE FUNCTION settle_withdrawal(p_owner text, p_case text, p_decision text, p_interest bigint, p_interest_journal text,
    p_withdrawal_journal text, p_authority text, p_order text, p_on date, p_at timestamptz)
  RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_account public.personal_account;
  v_decided_on date;
  v_total bigint;
BEGIN
  PERFORM public.money_may_leave(p_owner);
  PERFORM public.nothing_is_owed(p_owner);
  SELECT * INTO v_account FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  IF v_account.owner_id IS NULL OR v_account.closed_on IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.account-closed';
  END IF;
  SELECT a.decided_on INTO v_decided_on
    FROM public.decision_approval a JOIN public.case_file c ON c.owner_id = a.owner_id AND c.id = a.case_id
   WHERE a.owner_id = p_owner AND a.decision_id = p_decision AND a.case_id = p_case AND a.outcome = 'approve'
     AND c.process = 'withdrawal';
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-approved';
  END IF;
  PERFORM 1 FROM public.payee WHERE owner_id = p_owner AND case_id = p_case;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-payee';
  END IF;
  -- A card payment under way must be confirmed, cancelled or expired first.
  IF v_account.held_fen > 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.payment-under-way';
  END IF;
  UPDATE public.account_hold SET released_at = p_at, released_by = 'settlement'
   WHERE owner_id = p_owner AND case_id = p_case AND released_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-held';
  END IF;
  IF p_on IS NULL OR p_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-not-come';
  END IF;
  PERFORM 1 FROM public.posting WHERE owner_id = p_owner AND bucket IS NOT NULL AND effective_on > p_on;
  IF FOUND OR p_on < v_decided_on OR extract(year FROM p_on) < v_account.open_year THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-gone-by';
  END IF;
  IF p_interest IS DISTINCT FROM public.interest_to_date(p_owner, p_on) OR p_interest < 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.interest-differs';
  END IF;
  v_total := v_account.balance_fen + p_interest;
  IF v_total = 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.nothing-to-settle';
  END IF;
  IF p_interest > 0 THEN
    PERFORM public.post_credit(p_owner, p_interest_journal, 1::smallint, 'settlement-interest', 'interest-expense', p_interest,
      p_on, NULL, 'decision', p_decision, p_case, p_at);
  END IF;
  PERFORM public.post_debit(p_owner, p_withdrawal_journal, 1::smallint, 'withdrawal', 'payable', v_total, p_on, 'reset',
    'decision', p_decision, p_case, p_at, p_authority);
  INSERT INTO public.payment_order (owner_id, id, case_id, authority_id, purpose, amount_fen, made_at)
  VALUES (p_owner, p_order, p_case, p_authority, 'withdrawal', v_total, p_at);
  RETURN v_total;
END $$;

CREATE OR REPLACE FUNCTION answer_payment(p_token text, p_file bytea, p_owner text, p_order text, p_attempt integer, p_result text,
    p_reason text, p_journal text, p_on date, p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'finance');
  v_attempt public.payment_attempt;
  v_case text;
BEGIN
  PERFORM 1 FROM public.bank_file WHERE file_sha256 = p_file;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-file';
  END IF;
  IF p_on IS NULL OR p_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-not-come';
  END IF;
  SELECT * INTO v_attempt FROM public.payment_attempt
   WHERE owner_id = p_owner AND order_id = p_order AND attempt = p_attempt FOR UPDATE;
  IF v_attempt.owner_id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-line';
  END IF;
  IF v_attempt.result IS NOT NULL THEN
    IF v_attempt.result = p_result THEN RETURN false; END IF;
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.contradiction';
  END IF;
  PERFORM 1 FROM public.payment_release WHERE batch_id = v_attempt.batch_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.not-released';
  END IF;
  IF p_result = 'paid' THEN
    SELECT case_id INTO v_case FROM public.payment_order WHERE owner_id = p_owner AND id = p_order;
    PERFORM public.post_fund(p_owner, p_journal, 1::smallint, 'payment', 'payable', 'bank', v_attempt.amount_fen, p_on, v_case, p_at);
  END IF;
  UPDATE public.payment_attempt SET result = p_result, reason = p_reason, answered_at = p_at, file_sha256 = p_file,
         journal_id = CASE p_result WHEN 'paid' THEN p_journal END
   WHERE owner_id = p_owner AND order_id = p_order AND attempt = p_attempt;
  RETURN true;
END $$;

GRANT SELECT ON posting, closed_years, interest_difference TO suixing_app;
