-- compatible: yes
-- The ledger. A posting names the account debited, the account credited and a positive amount, so a journal balances by
-- construction. "Cannot be arbitrarily extracted" (guide, G0.5): a posting that debits `personal` consumes an authority,
-- one that credits it consumes a cause, of the same person, purpose and amount, once. The application role can write none
-- of these tables; it calls the functions below.

CREATE TABLE ledger_account (
  code text COLLATE "C" PRIMARY KEY,
  normal_side text NOT NULL CHECK (normal_side IN ('debit', 'credit'))
);
COMMENT ON TABLE ledger_account IS 'reference: the accounts that postings name; clearing accounts of partner agencies are added as clearing:<region>';
INSERT INTO ledger_account (code, normal_side) VALUES
  ('personal', 'credit'), ('pool', 'credit'), ('payable', 'credit'), ('between-persons', 'credit'), ('suspense', 'credit'),
  ('unclaimed', 'credit'), ('declared', 'credit'), ('opening', 'credit'),
  ('bank', 'debit'), ('contributions-due', 'debit'), ('subsidy-due', 'debit'), ('recoverable', 'debit'),
  ('interest-expense', 'debit');

-- Dated yearly rates by bucket, from the law data, written by the migrator only.
CREATE TABLE interest_rate (
  bucket text NOT NULL CHECK (bucket IN ('carried-over', 'inflow')),
  from_on date NOT NULL,
  rate_ppm bigint NOT NULL CHECK (rate_ppm >= 0),
  day_count integer NOT NULL CHECK (day_count IN (360, 365)),
  PRIMARY KEY (bucket, from_on)
);
COMMENT ON TABLE interest_rate IS 'reference: dated rates of interest, parts per million a year';

-- How far the agency's business clock stands from the server's: 0, but in a demo, whose clock can be moved. Written by the
-- migrator only, so that nobody can settle interest to a day that has not come.
CREATE TABLE business_clock (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  ahead_seconds bigint NOT NULL DEFAULT 0
);
COMMENT ON TABLE business_clock IS 'reference: one row, the business clock''s lead over the server''s';
INSERT INTO business_clock DEFAULT VALUES;

CREATE FUNCTION business_today() RETURNS date
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ((clock_timestamp() + ahead_seconds * interval '1 second') AT TIME ZONE 'Asia/Shanghai')::date
    FROM public.business_clock
$$;

CREATE TABLE personal_account (
  owner_id text COLLATE "C" PRIMARY KEY,
  opened_on date NOT NULL,
  closed_on date,
  balance_fen bigint NOT NULL CHECK (balance_fen >= 0),
  version bigint NOT NULL
);
COMMENT ON TABLE personal_account IS 'distributed: one personal account per insured person; the only balance kept row by row';

-- Σ amount and Σ amount × index(effectiveOn), per year and bucket; the index is the cumulative dated rate.
CREATE TABLE interest_bucket (
  owner_id text COLLATE "C" NOT NULL REFERENCES personal_account (owner_id),
  year integer NOT NULL,
  bucket text NOT NULL CHECK (bucket IN ('carried-over', 'inflow')),
  amount_fen bigint NOT NULL,
  weighted numeric NOT NULL,
  PRIMARY KEY (owner_id, year, bucket)
);
COMMENT ON TABLE interest_bucket IS 'distributed: what interest is computed from, so that a backdated entry only adds';

CREATE TABLE journal (
  owner_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('opening', 'settlement-interest', 'withdrawal', 'payment')),
  effective_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  case_id text COLLATE "C",
  PRIMARY KEY (owner_id, id),
  UNIQUE (owner_id, id, purpose)
);
COMMENT ON TABLE journal IS 'distributed: journals, append-only, one owner each';

-- Leave to debit a personal account: this person, this purpose, exactly this amount, once.
CREATE TABLE authority (
  owner_id text COLLATE "C" NOT NULL REFERENCES personal_account (owner_id),
  id text COLLATE "C" NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('withdrawal')),
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  decision_id text COLLATE "C" NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  UNIQUE (owner_id, decision_id),
  UNIQUE (owner_id, id, purpose, amount_fen)
);
COMMENT ON TABLE authority IS 'distributed: authorities of debits';

-- Why a personal account is credited.
CREATE TABLE credit_cause (
  owner_id text COLLATE "C" NOT NULL REFERENCES personal_account (owner_id),
  id text COLLATE "C" NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('opening', 'settlement-interest')),
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  run_id text COLLATE "C" REFERENCES import_run (id),
  line_no integer,
  decision_id text COLLATE "C",
  made_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  UNIQUE (owner_id, run_id, line_no),
  UNIQUE (owner_id, decision_id),
  UNIQUE (owner_id, id, purpose, amount_fen),
  -- An opening stands on a line of an import and on nothing else, interest at settlement on a decision.
  CHECK (CASE purpose WHEN 'opening' THEN run_id IS NOT NULL AND line_no IS NOT NULL ELSE decision_id IS NOT NULL END)
);
-- A person has one opening balance, however many files name them.
CREATE UNIQUE INDEX one_opening_per_person ON credit_cause (owner_id) WHERE purpose = 'opening';
COMMENT ON TABLE credit_cause IS 'distributed: causes of credits';

CREATE TABLE posting (
  owner_id text COLLATE "C" NOT NULL,
  journal_id text COLLATE "C" NOT NULL,
  line_no smallint NOT NULL CHECK (line_no > 0),
  purpose text NOT NULL,
  debit text COLLATE "C" NOT NULL REFERENCES ledger_account (code),
  credit text COLLATE "C" NOT NULL REFERENCES ledger_account (code),
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  authority_id text COLLATE "C",
  cause_id text COLLATE "C",
  PRIMARY KEY (owner_id, journal_id, line_no),
  FOREIGN KEY (owner_id, journal_id, purpose) REFERENCES journal (owner_id, id, purpose),
  FOREIGN KEY (owner_id, authority_id, purpose, amount_fen) REFERENCES authority (owner_id, id, purpose, amount_fen),
  FOREIGN KEY (owner_id, cause_id, purpose, amount_fen) REFERENCES credit_cause (owner_id, id, purpose, amount_fen),
  UNIQUE (owner_id, authority_id),
  UNIQUE (owner_id, cause_id),
  CHECK (debit <> credit),
  -- What each purpose moves, so that no function, this one's successor included, can post a payment out of `personal`.
  CONSTRAINT purpose_names_its_accounts CHECK ((purpose, debit, credit) IN (
    ('opening', 'opening', 'personal'), ('settlement-interest', 'interest-expense', 'personal'),
    ('withdrawal', 'personal', 'payable'), ('payment', 'payable', 'bank'))),
  CONSTRAINT debit_needs_authority CHECK ((debit = 'personal') = (authority_id IS NOT NULL)),
  CONSTRAINT credit_needs_cause CHECK ((credit = 'personal') = (cause_id IS NOT NULL))
);
COMMENT ON TABLE posting IS 'distributed: postings, append-only';

-- A case that will empty the account holds the whole of it; one at a time per person.
CREATE TABLE account_hold (
  owner_id text COLLATE "C" NOT NULL REFERENCES personal_account (owner_id),
  case_id text COLLATE "C" NOT NULL,
  placed_at timestamptz NOT NULL,
  released_at timestamptz,
  released_by text CHECK (released_by IN ('settlement', 'refusal', 'withdrawal-of-application')),
  PRIMARY KEY (owner_id, case_id),
  CHECK ((released_at IS NULL) = (released_by IS NULL))
);
CREATE UNIQUE INDEX one_whole_account_hold ON account_hold (owner_id) WHERE released_at IS NULL;
COMMENT ON TABLE account_hold IS 'distributed: whole-account holds';

-- An opening balance that an import brought, waiting for the import's approval.
CREATE TABLE opening_line (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  run_id text COLLATE "C" NOT NULL REFERENCES import_run (id),
  line_no integer NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
  balance_on date NOT NULL,
  PRIMARY KEY (owner_id, run_id, line_no)
);
COMMENT ON TABLE opening_line IS 'distributed: opening balances brought by an import';

-- The cumulative rate up to a day. A day at a rate counts rate × 131,400 ÷ day count (131,400 = 360 × 365, so the index is
-- whole whatever the day count): interest on A fen from day a to day b is A × (index(b) − index(a)) ÷ 131,400,000,000.
CREATE FUNCTION interest_index(p_bucket text, p_on date) RETURNS numeric
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(sum(rate_ppm * (131400 / day_count) * (least(p_on, coalesce(next_on, p_on)) - from_on)), 0)::numeric
    FROM (SELECT from_on, rate_ppm, day_count, lead(from_on) OVER (ORDER BY from_on) AS next_on
            FROM public.interest_rate WHERE bucket = p_bucket) AS rates
   WHERE from_on < p_on
$$;

-- The interest to a day on everything that the buckets hold, rounded once, half up, to the fen. Whole numbers throughout:
-- a quotient cut off at some decimal could fall on the other side of a half.
CREATE FUNCTION interest_to_date(p_owner text, p_on date) RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (sign(total) * div(abs(total) * 2 + 131400000000, 262800000000))::bigint
    FROM (SELECT coalesce(sum(amount_fen * public.interest_index(bucket, p_on) - weighted), 0) AS total
            FROM public.interest_bucket WHERE owner_id = p_owner) AS owed
$$;

CREATE FUNCTION open_personal_account(p_owner text, p_on date) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO public.personal_account (owner_id, opened_on, balance_fen, version) VALUES (p_owner, p_on, 0, 0)
  ON CONFLICT (owner_id) DO NOTHING;
END $$;

-- Brings an opening balance to the record; only while the import is still being taken in. The same line again is no harm;
-- another balance or day under the same line is refused, so that nobody can slip one in before the import does.
CREATE FUNCTION stage_opening(p_owner text, p_run text, p_line integer, p_amount bigint, p_balance_on date) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.import_run WHERE id = p_run AND finished_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.import-closed';
  END IF;
  IF p_balance_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-not-come';
  END IF;
  INSERT INTO public.opening_line (owner_id, run_id, line_no, amount_fen, balance_on)
  VALUES (p_owner, p_run, p_line, p_amount, p_balance_on) ON CONFLICT DO NOTHING;
  PERFORM 1 FROM public.opening_line WHERE owner_id = p_owner AND run_id = p_run AND line_no = p_line
    AND amount_fen = p_amount AND balance_on = p_balance_on;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.opening-differs';
  END IF;
END $$;

-- Posts one opening line of an approved import. Again is no harm: nothing happens and false is answered.
CREATE FUNCTION post_opening(p_owner text, p_run text, p_line integer, p_journal text, p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_line public.opening_line;
  v_cause text := p_run || '/' || p_line;
BEGIN
  PERFORM 1 FROM public.import_approval WHERE run_id = p_run;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.import-not-approved';
  END IF;
  SELECT * INTO v_line FROM public.opening_line WHERE owner_id = p_owner AND run_id = p_run AND line_no = p_line;
  IF v_line.owner_id IS NULL OR v_line.amount_fen = 0 THEN RETURN false; END IF;
  INSERT INTO public.credit_cause (owner_id, id, purpose, amount_fen, run_id, line_no, made_at)
  VALUES (p_owner, v_cause, 'opening', v_line.amount_fen, p_run, p_line, p_at)
  ON CONFLICT (owner_id, run_id, line_no) DO NOTHING;
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO public.journal (owner_id, id, purpose, effective_on, recorded_at)
  VALUES (p_owner, p_journal, 'opening', v_line.balance_on, p_at);
  INSERT INTO public.posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen, cause_id)
  VALUES (p_owner, p_journal, 1, 'opening', 'opening', 'personal', v_line.amount_fen, v_cause);
  UPDATE public.personal_account SET balance_fen = balance_fen + v_line.amount_fen, version = version + 1
   WHERE owner_id = p_owner AND closed_on IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.account-closed';
  END IF;
  INSERT INTO public.interest_bucket (owner_id, year, bucket, amount_fen, weighted)
  VALUES (p_owner, extract(year FROM v_line.balance_on)::integer, 'carried-over', v_line.amount_fen,
          v_line.amount_fen * public.interest_index('carried-over', v_line.balance_on))
  ON CONFLICT (owner_id, year, bucket) DO UPDATE
    SET amount_fen = interest_bucket.amount_fen + excluded.amount_fen,
        weighted = interest_bucket.weighted + excluded.weighted;
  RETURN true;
END $$;

CREATE FUNCTION place_hold(p_owner text, p_case text, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner AND closed_on IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.account-closed';
  END IF;
  INSERT INTO public.account_hold (owner_id, case_id, placed_at) VALUES (p_owner, p_case, p_at);
END $$;

CREATE FUNCTION release_hold(p_owner text, p_case text, p_by text, p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE public.account_hold SET released_at = p_at, released_by = p_by
   WHERE owner_id = p_owner AND case_id = p_case AND released_at IS NULL AND p_by <> 'settlement';
  RETURN FOUND;
END $$;

REVOKE ALL ON FUNCTION business_today, interest_index, interest_to_date, open_personal_account, stage_opening, post_opening, place_hold,
  release_hold FROM PUBLIC;
GRANT EXECUTE ON FUNCTION business_today, interest_index, interest_to_date, open_personal_account, stage_opening, post_opening, place_hold,
  release_hold TO suixing_app;
GRANT SELECT ON ledger_account, business_clock, interest_rate, personal_account, interest_bucket, journal, authority, credit_cause, posting,
  account_hold, opening_line TO suixing_app;
