-- compatible: yes
-- Interest by year for everybody: a run that one finance officer proposes with its control totals and another approves, then
-- executed a slice of accounts at a time; its reversal, a run of its own; rates changed for days gone by; compounding.

-- ---- Interest on interest, by parameter -----------------------------------------------------------------------------------

-- All rates bear in one way; `simple` until the law's data says otherwise.
ALTER TABLE interest_rate ADD COLUMN compounding text NOT NULL DEFAULT 'simple' CHECK (compounding IN ('simple', 'compound'));

-- What one fen becomes from the first rate to the beginning of a day, and what one fen on that day is worth at the first
-- rate, both in 10^30ths; written with the rates where they compound. Whole numbers, so that SQL and the program agree.
CREATE TABLE interest_growth (
  bucket text NOT NULL CHECK (bucket IN ('carried-over', 'inflow')),
  on_day date NOT NULL,
  growth numeric NOT NULL,
  discount numeric NOT NULL,
  PRIMARY KEY (bucket, on_day)
);
COMMENT ON TABLE interest_growth IS 'reference: growth of one fen by day, where interest compounds';

CREATE FUNCTION interest_compounds() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM public.interest_rate WHERE compounding = 'compound')
$$;

-- Growth and discount of a day; before the first rate nothing grows.
CREATE FUNCTION interest_growth_on(p_bucket text, p_on date) RETURNS public.interest_growth
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_row public.interest_growth;
BEGIN
  SELECT * INTO v_row FROM public.interest_growth WHERE bucket = p_bucket AND on_day = p_on;
  IF FOUND THEN RETURN v_row; END IF;
  PERFORM 1 FROM public.interest_growth WHERE bucket = p_bucket AND on_day < p_on;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = '22008', MESSAGE = 'no growth of interest is known for that day';
  END IF;
  v_row := (p_bucket, p_on, 10::numeric ^ 30, 10::numeric ^ 30);
  RETURN v_row;
END $$;

-- What an entry adds to its sum: simple, Σ amount × index; compounding, Σ amount ÷ growth.
CREATE OR REPLACE FUNCTION interest_weight(p_bucket text, p_amount numeric, p_on date) RETURNS numeric
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p_amount * CASE WHEN public.interest_compounds() THEN (public.interest_growth_on(p_bucket, p_on)).discount
                         ELSE public.interest_index(p_bucket, p_on) END
$$;

-- By what a sum of amounts and a sum of weights are multiplied at a day, in this order, so that together they are interest.
CREATE FUNCTION interest_ends(p_bucket text, p_on date) RETURNS numeric[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN public.interest_compounds()
    THEN array[-(10::numeric ^ 60), (public.interest_growth_on(p_bucket, p_on)).growth]
    ELSE array[public.interest_index(p_bucket, p_on), -1] END
$$;

-- By what the result is divided to be fen.
CREATE FUNCTION interest_per() RETURNS numeric
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN public.interest_compounds() THEN 10::numeric ^ 60 ELSE 131400000000 END
$$;

-- The interest of a year's sums to the day whose ends are given (see 0013 for the rule). Exact: whole numbers to the last step.
DROP FUNCTION interest_of_sums;
CREATE FUNCTION interest_of_sums(p_carried bigint, p_carried_weight numeric, p_inflow bigint, p_inflow_weight numeric,
    p_debit bigint, p_debit_inflow_weight numeric, p_debit_carried_weight numeric, p_carried_amount numeric,
    p_carried_sum numeric, p_inflow_amount numeric, p_inflow_sum numeric, p_per numeric)
  RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN p_debit <= greatest(p_inflow, 0) OR p_debit <= 0
    THEN (sign(n) * div(abs(n) * 2 + p_per, 2 * p_per))::bigint
    ELSE (sign(m) * div(abs(m) * 2 + p_per * p_debit::numeric, 2 * p_per * p_debit::numeric))::bigint END
  FROM (SELECT borne - spent_of_inflow AS n,
               borne * p_debit - greatest(p_inflow, 0) * spent_of_inflow
                 - (p_debit - greatest(p_inflow, 0)) * (p_debit * p_carried_amount + p_debit_carried_weight * p_carried_sum) AS m
          FROM (SELECT p_carried * p_carried_amount + p_carried_weight * p_carried_sum
                         + p_inflow * p_inflow_amount + p_inflow_weight * p_inflow_sum AS borne,
                       p_debit * p_inflow_amount + p_debit_inflow_weight * p_inflow_sum AS spent_of_inflow) AS sides) AS owed
$$;

CREATE OR REPLACE FUNCTION replay_interest(p_owner text, p_until date)
  RETURNS TABLE (year integer, carried_fen bigint, carried_weight numeric, inflow_fen bigint, inflow_weight numeric,
    debit_fen bigint, debit_inflow_weight numeric, debit_carried_weight numeric, interest_fen bigint, posted_fen bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_year record;
  v_carried bigint := 0;
  v_end date;
  v_of_carried numeric[];
  v_of_inflow numeric[];
  v_per numeric := public.interest_per();
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
    v_of_carried := public.interest_ends('carried-over', v_end);
    v_of_inflow := public.interest_ends('inflow', v_end);
    carried_fen := v_carried + v_year.carried;
    carried_weight := v_year.carried_w + public.interest_weight('carried-over', v_carried, make_date(v_year.y, 1, 1));
    inflow_fen := v_year.inflow;
    inflow_weight := v_year.inflow_w;
    debit_fen := v_year.debit;
    debit_inflow_weight := v_year.debit_iw;
    debit_carried_weight := v_year.debit_cw;
    interest_fen := public.interest_of_sums(carried_fen, carried_weight, inflow_fen, inflow_weight, debit_fen,
      debit_inflow_weight, debit_carried_weight, v_of_carried[1], v_of_carried[2], v_of_inflow[1], v_of_inflow[2], v_per);
    posted_fen := v_year.posted;
    v_carried := carried_fen + inflow_fen - debit_fen + interest_fen - v_year.elsewhere;
    RETURN NEXT;
  END LOOP;
END $$;

-- ---- The sums of many accounts at once ---------------------------------------------------------------------------------------

ALTER TABLE personal_account
  -- What the last run came to on this account, and what of it reached the account: a run reads its lines from here.
  ADD COLUMN run_interest_fen bigint NOT NULL DEFAULT 0,
  ADD COLUMN run_reached_fen bigint NOT NULL DEFAULT 0;

-- Writes the sums of the open year and the next anew from the postings, for the accounts from one owner to another, which the
-- caller has locked. What stood at the beginning of the open year is the balance less everything since.
CREATE FUNCTION rebuild_interest_sums_between(p_from text, p_to text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH emptied AS (
    SELECT owner_id, max(entry_no) AS entry_no FROM public.posting
     WHERE bucket = 'reset' AND owner_id BETWEEN p_from AND p_to GROUP BY owner_id
  ), entry AS (
    SELECT p.owner_id, a.open_year, p.bucket, p.effective_on, extract(year FROM p.effective_on)::integer AS year,
           p.bucket IS NULL AND 'recoverable' IN (p.debit, p.credit) AS elsewhere,
           CASE WHEN p.credit = 'personal' THEN p.amount_fen WHEN p.debit = 'personal' THEN -p.amount_fen ELSE 0 END AS change
      FROM public.posting p
      JOIN public.personal_account a ON a.owner_id = p.owner_id
      LEFT JOIN emptied e ON e.owner_id = p.owner_id
     WHERE p.owner_id BETWEEN p_from AND p_to AND p.entry_no > coalesce(e.entry_no, 0)
       AND p.effective_on >= make_date(a.open_year, 1, 1)
  ), day AS MATERIALIZED (
    SELECT effective_on, public.interest_weight('carried-over', 1, effective_on) AS carried,
           public.interest_weight('inflow', 1, effective_on) AS inflow
      FROM (SELECT DISTINCT effective_on FROM entry) AS d
  ), new_year AS MATERIALIZED (
    SELECT open_year, public.interest_weight('carried-over', 1, make_date(open_year, 1, 1)) AS carried
      FROM (SELECT DISTINCT open_year FROM public.personal_account
             WHERE owner_id BETWEEN p_from AND p_to AND open_year IS NOT NULL) AS y
  ), sums AS (
    SELECT e.owner_id, sum(change) AS since,
           max(year) > e.open_year + 1 OR bool_or(elsewhere) AS by_replay,
           coalesce(sum(change) FILTER (WHERE bucket = 'carried-over' AND year = e.open_year), 0) AS c,
           coalesce(sum(change * d.carried) FILTER (WHERE bucket = 'carried-over' AND year = e.open_year), 0) AS cw,
           coalesce(sum(change) FILTER (WHERE bucket = 'inflow' AND year = e.open_year), 0) AS i,
           coalesce(sum(change * d.inflow) FILTER (WHERE bucket = 'inflow' AND year = e.open_year), 0) AS iw,
           coalesce(-sum(change) FILTER (WHERE bucket = 'debit' AND year = e.open_year), 0) AS d,
           coalesce(-sum(change * d.inflow) FILTER (WHERE bucket = 'debit' AND year = e.open_year), 0) AS diw,
           coalesce(-sum(change * d.carried) FILTER (WHERE bucket = 'debit' AND year = e.open_year), 0) AS dcw,
           coalesce(sum(change) FILTER (WHERE bucket = 'carried-over' AND year = e.open_year + 1), 0) AS nc,
           coalesce(sum(change * d.carried) FILTER (WHERE bucket = 'carried-over' AND year = e.open_year + 1), 0) AS ncw,
           coalesce(sum(change) FILTER (WHERE bucket = 'inflow' AND year = e.open_year + 1), 0) AS ni,
           coalesce(sum(change * d.inflow) FILTER (WHERE bucket = 'inflow' AND year = e.open_year + 1), 0) AS niw,
           coalesce(-sum(change) FILTER (WHERE bucket = 'debit' AND year = e.open_year + 1), 0) AS nd,
           coalesce(-sum(change * d.inflow) FILTER (WHERE bucket = 'debit' AND year = e.open_year + 1), 0) AS ndiw,
           coalesce(-sum(change * d.carried) FILTER (WHERE bucket = 'debit' AND year = e.open_year + 1), 0) AS ndcw
      FROM entry e JOIN day d ON d.effective_on = e.effective_on GROUP BY e.owner_id, e.open_year
  )
  UPDATE public.personal_account a
     SET sums_by_replay = coalesce(s.by_replay, false),
         carried_fen = o.balance_fen - coalesce(s.since, 0) + coalesce(s.c, 0),
         carried_weight = (o.balance_fen - coalesce(s.since, 0)) * y.carried + coalesce(s.cw, 0),
         inflow_fen = coalesce(s.i, 0), inflow_weight = coalesce(s.iw, 0),
         debit_fen = coalesce(s.d, 0), debit_inflow_weight = coalesce(s.diw, 0), debit_carried_weight = coalesce(s.dcw, 0),
         next_carried_fen = coalesce(s.nc, 0), next_carried_weight = coalesce(s.ncw, 0),
         next_inflow_fen = coalesce(s.ni, 0), next_inflow_weight = coalesce(s.niw, 0),
         next_debit_fen = coalesce(s.nd, 0), next_debit_inflow_weight = coalesce(s.ndiw, 0),
         next_debit_carried_weight = coalesce(s.ndcw, 0)
    FROM public.personal_account o
    JOIN new_year y ON y.open_year = o.open_year
    LEFT JOIN sums s ON s.owner_id = o.owner_id
   WHERE a.owner_id = o.owner_id AND o.owner_id BETWEEN p_from AND p_to
$$;

-- The same for one account, which the caller has locked. An account without an open year gets one by its first entry.
CREATE OR REPLACE FUNCTION rebuild_interest_sums(p_owner text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE public.personal_account
     SET open_year = (SELECT greatest(extract(year FROM min(effective_on))::integer, (SELECT last_year + 1 FROM public.closed_years))
                        FROM public.posting WHERE owner_id = p_owner AND bucket IS NOT NULL)
   WHERE owner_id = p_owner AND open_year IS NULL;
  PERFORM public.rebuild_interest_sums_between(p_owner, p_owner);
END $$;

-- ---- Runs --------------------------------------------------------------------------------------------------------------------

-- A first officer proposes with the control totals of a preview, taken on one picture of the database; append-only.
CREATE TABLE interest_run (
  id text COLLATE "C" PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('credit', 'reversal')),
  year integer NOT NULL CHECK (year BETWEEN 1998 AND 2099),
  reverses_id text COLLATE "C" REFERENCES interest_run (id),
  accounts bigint NOT NULL CHECK (accounts >= 0),
  bearing bigint NOT NULL CHECK (bearing >= 0),
  interest_fen bigint NOT NULL CHECK (interest_fen >= 0),
  negative_fen bigint NOT NULL CHECK (negative_fen >= 0),
  laggards bigint NOT NULL CHECK (laggards >= 0),
  by_replay bigint NOT NULL CHECK (by_replay >= 0),
  -- The rates that it was computed with, and the picture (pg_snapshot) that it was taken on.
  rates text NOT NULL,
  picture text NOT NULL,
  -- The last closed year before it.
  closed_before integer NOT NULL,
  digest bytea NOT NULL,
  maker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  made_at timestamptz NOT NULL,
  UNIQUE (id, maker_id, digest),
  CHECK ((kind = 'reversal') = (reverses_id IS NOT NULL))
);
COMMENT ON TABLE interest_run IS 'reference: runs of yearly interest and their reversals, as proposed, append-only';

CREATE TABLE interest_run_decision (
  run_id text COLLATE "C" PRIMARY KEY,
  maker_id text COLLATE "C" NOT NULL,
  digest bytea NOT NULL,
  checker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  approved boolean NOT NULL,
  reason text CHECK (length(reason) BETWEEN 1 AND 500),
  decided_at timestamptz NOT NULL,
  FOREIGN KEY (run_id, maker_id, digest) REFERENCES interest_run (id, maker_id, digest),
  CONSTRAINT interest_maker_is_not_checker CHECK (checker_id <> maker_id),
  CHECK (approved OR reason IS NOT NULL)
);
COMMENT ON TABLE interest_run_decision IS 'reference: the second officer''s word on a run of interest, append-only';

-- How far an approved run has come, and what it has come to.
CREATE TABLE interest_run_progress (
  run_id text COLLATE "C" PRIMARY KEY REFERENCES interest_run_decision (run_id),
  done_to text COLLATE "C" NOT NULL DEFAULT '',
  accounts bigint NOT NULL DEFAULT 0,
  bearing bigint NOT NULL DEFAULT 0,
  interest_fen bigint NOT NULL DEFAULT 0,
  negative_fen bigint NOT NULL DEFAULT 0,
  recoverable_fen bigint NOT NULL DEFAULT 0,
  laggards bigint NOT NULL DEFAULT 0,
  by_replay bigint NOT NULL DEFAULT 0,
  finished_at timestamptz
);
COMMENT ON TABLE interest_run_progress IS 'reference: how far each approved run of interest has come';

-- Accounts whose open year lay before the run's, so that its reversal puts them back where they stood.
CREATE TABLE interest_laggard (
  owner_id text COLLATE "C" NOT NULL,
  run_id text COLLATE "C" NOT NULL,
  open_year integer NOT NULL,
  PRIMARY KEY (owner_id, run_id)
);
COMMENT ON TABLE interest_laggard IS 'distributed: accounts that a run found in an earlier year, append-only';

-- What a preview's digest says of a run.
CREATE FUNCTION interest_run_digest(p_row public.interest_run) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.id, p_row.kind, p_row.year::text, p_row.reverses_id, p_row.accounts::text, p_row.bearing::text,
    p_row.interest_fen::text, p_row.negative_fen::text, p_row.laggards::text, p_row.by_replay::text, p_row.rates, p_row.picture)
$$;

-- The rates of the database as one text, for digests.
CREATE FUNCTION interest_rates_text() RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(string_agg(concat_ws(' ', bucket, to_char(from_on, 'YYYY-MM-DD'), rate_ppm, day_count, compounding), E'\n'
                  ORDER BY bucket, from_on), '') FROM public.interest_rate
$$;

-- Whether a run of this kind and year is next; refuses with the reason. The caller holds the row of closed_years.
CREATE FUNCTION interest_run_is_next(p_kind text, p_year integer, p_reverses text) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_closed integer;
BEGIN
  SELECT last_year INTO v_closed FROM public.closed_years FOR UPDATE;
  PERFORM 1 FROM public.interest_run_progress WHERE finished_at IS NULL;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.run-under-way';
  END IF;
  IF p_kind = 'credit' THEN
    IF make_date(p_year + 1, 1, 1) > public.business_today() THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.year-not-over';
    ELSIF p_year <= v_closed THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.year-credited';
    ELSIF v_closed > 0 AND p_year > v_closed + 1 THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.year-before-open';
    END IF;
  ELSE
    PERFORM 1 FROM public.interest_run r JOIN public.interest_run_progress g ON g.run_id = r.id
      WHERE r.id = p_reverses AND r.kind = 'credit' AND r.year = p_year AND g.finished_at IS NOT NULL
        AND NOT EXISTS (SELECT FROM public.interest_run v JOIN public.interest_run_progress w ON w.run_id = v.id
                         WHERE v.reverses_id = r.id);
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.nothing-to-reverse';
    ELSIF v_closed > p_year THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.later-year-stands';
    END IF;
  END IF;
  RETURN v_closed;
END $$;

CREATE FUNCTION propose_interest_run(p_token text, p_run text, p_kind text, p_year integer, p_reverses text, p_accounts bigint,
    p_bearing bigint, p_interest bigint, p_negative bigint, p_laggards bigint, p_by_replay bigint, p_picture text, p_at timestamptz)
  RETURNS bytea LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'finance');
  v_run public.interest_run;
BEGIN
  v_run.closed_before := public.interest_run_is_next(p_kind, p_year, p_reverses);
  v_run := (p_run, p_kind, p_year, p_reverses, p_accounts, p_bearing, p_interest, p_negative, p_laggards, p_by_replay,
    public.interest_rates_text(), p_picture, v_run.closed_before, NULL, v_maker, p_at);
  v_run.digest := public.interest_run_digest(v_run);
  INSERT INTO public.interest_run SELECT (v_run).*;
  RETURN v_run.digest;
END $$;

-- Another finance officer approves the totals that they saw, by their digest, or rejects them.
CREATE FUNCTION decide_interest_run(p_token text, p_run text, p_digest bytea, p_approved boolean, p_reason text, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'finance');
  v_run public.interest_run;
BEGIN
  SELECT * INTO v_run FROM public.interest_run WHERE id = p_run;
  IF v_run.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.no-such-run';
  END IF;
  PERFORM 1 FROM public.interest_run_decision WHERE run_id = p_run;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.decided';
  END IF;
  IF p_approved THEN
    IF v_run.digest IS DISTINCT FROM p_digest OR v_run.digest <> public.interest_run_digest(v_run)
       OR v_run.rates <> public.interest_rates_text() THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.totals-not-confirmed';
    END IF;
    PERFORM public.interest_run_is_next(v_run.kind, v_run.year, v_run.reverses_id);
  END IF;
  INSERT INTO public.interest_run_decision (run_id, maker_id, digest, checker_id, approved, reason, decided_at)
  VALUES (p_run, v_run.maker_id, v_run.digest, v_checker, p_approved, p_reason, p_at);
  IF p_approved THEN
    INSERT INTO public.interest_run_progress (run_id) VALUES (p_run);
  END IF;
END $$;

-- One account by its postings: every year up to the run's that it has not got. What is negative takes what is there; the rest
-- is owed to the fund. Answers what it came to and what of it reached the account. The caller has locked the account.
CREATE FUNCTION credit_interest_by_replay(p_owner text, p_run text, p_year integer, p_at timestamptz)
  RETURNS bigint[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_account public.personal_account;
  v_line record;
  v_no smallint := 0;
  v_due bigint;
  v_reached bigint;
  v_sum bigint[] := array[0, 0];
BEGIN
  SELECT * INTO v_account FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  FOR v_line IN
    SELECT r.year, r.interest_fen - r.posted_fen AS due FROM public.replay_interest(p_owner, make_date(p_year + 1, 1, 1)) r
     WHERE r.year BETWEEN v_account.open_year AND p_year AND v_account.closed_on IS NULL ORDER BY r.year
  LOOP
    v_due := v_line.due;
    v_reached := CASE WHEN v_due >= 0 THEN v_due ELSE -(SELECT least(-v_due, balance_fen - held_fen)
      FROM public.personal_account WHERE owner_id = p_owner) END;
    UPDATE public.personal_account
       SET balance_fen = balance_fen + v_reached, version = version + 1, entry_count = entry_count + (v_reached <> 0)::integer
     WHERE owner_id = p_owner RETURNING * INTO v_account;
    INSERT INTO public.posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen, effective_on, recorded_at,
      entry_no, run_id)
    SELECT p_owner, p_run, v_no + line, 'yearly-interest', debit, credit, amount, make_date(v_line.year, 12, 31), p_at,
           v_account.entry_count, p_run
      FROM public.lines_of_interest(v_due, v_reached) AS of_interest (line, debit, credit, amount);
    v_no := v_no + 2;
    v_sum := array[v_sum[1] + v_due, v_sum[2] + v_reached];
  END LOOP;
  UPDATE public.personal_account SET open_year = p_year + 1, run_interest_fen = v_sum[1], run_reached_fen = v_sum[2]
   WHERE owner_id = p_owner;
  PERFORM public.rebuild_interest_sums(p_owner);
  RETURN v_sum;
END $$;

-- The lines that post an amount of interest, of which a part reached the account.
CREATE FUNCTION lines_of_interest(p_due bigint, p_reached bigint)
  RETURNS TABLE (line smallint, debit text, credit text, amount bigint) LANGUAGE sql IMMUTABLE AS $$
  SELECT 1::smallint, CASE WHEN p_reached > 0 THEN 'interest-expense' ELSE 'personal' END,
         CASE WHEN p_reached > 0 THEN 'personal' ELSE 'interest-expense' END, abs(p_reached) WHERE p_reached <> 0
  UNION ALL
  SELECT 2::smallint, CASE WHEN p_due < p_reached THEN 'recoverable' ELSE 'interest-expense' END,
         CASE WHEN p_due < p_reached THEN 'interest-expense' ELSE 'recoverable' END, abs(p_due - p_reached) WHERE p_due <> p_reached
$$;

-- A slice of a run that credits: one statement that takes its figures from the rows as it changes them, so that an entry that
-- commits meanwhile is in the sums before or is added to them after; then, one by one, accounts that are behind.
CREATE FUNCTION credit_interest_between(p_run text, p_year integer, p_from text, p_to text, p_at timestamptz)
  RETURNS bigint[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_on date := make_date(p_year, 12, 31);
  v_of_carried numeric[] := public.interest_ends('carried-over', make_date(p_year + 1, 1, 1));
  v_of_inflow numeric[] := public.interest_ends('inflow', make_date(p_year + 1, 1, 1));
  v_per numeric := public.interest_per();
  v_weight numeric := public.interest_weight('carried-over', 1, make_date(p_year + 1, 1, 1));
  v_sums bigint[];
  v_behind record;
  v_one bigint[];
BEGIN
  WITH moved AS (
    UPDATE public.personal_account a
       SET (open_year, version, run_interest_fen, run_reached_fen, balance_fen, entry_count, carried_fen, carried_weight,
            inflow_fen, inflow_weight, debit_fen, debit_inflow_weight, debit_carried_weight, next_carried_fen, next_carried_weight,
            next_inflow_fen, next_inflow_weight, next_debit_fen, next_debit_inflow_weight, next_debit_carried_weight) = (
         SELECT a.open_year + 1, a.version + 1, interest, reached, a.balance_fen + reached, a.entry_count + (reached <> 0)::integer,
                ended + reached + a.next_carried_fen, (ended + reached) * v_weight + a.next_carried_weight,
                a.next_inflow_fen, a.next_inflow_weight, a.next_debit_fen, a.next_debit_inflow_weight, a.next_debit_carried_weight,
                0, 0, 0, 0, 0, 0, 0
           FROM (SELECT interest, a.carried_fen + a.inflow_fen - a.debit_fen AS ended,
                        CASE WHEN interest >= 0 THEN interest ELSE greatest(interest, a.held_fen - a.balance_fen) END AS reached
                   FROM (SELECT public.interest_of_sums(a.carried_fen, a.carried_weight, a.inflow_fen, a.inflow_weight, a.debit_fen,
                                  a.debit_inflow_weight, a.debit_carried_weight, v_of_carried[1], v_of_carried[2], v_of_inflow[1],
                                  v_of_inflow[2], v_per) AS interest OFFSET 0) AS computed OFFSET 0) AS split)
     WHERE a.owner_id BETWEEN p_from AND p_to AND a.open_year = p_year AND NOT a.sums_by_replay
    RETURNING a.owner_id, a.run_interest_fen AS interest, a.run_reached_fen AS reached, a.entry_count
  ), posted AS (
    INSERT INTO public.posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen, effective_on, recorded_at,
      entry_no, run_id)
    SELECT owner_id, p_run, 1, 'yearly-interest', 'interest-expense', 'personal', reached, v_on, p_at, entry_count, p_run
      FROM moved WHERE reached > 0
    UNION ALL
    SELECT m.owner_id, p_run, l.line, 'yearly-interest', l.debit, l.credit, l.amount, v_on, p_at, m.entry_count, p_run
      FROM moved m, public.lines_of_interest(m.interest, m.reached) l WHERE m.interest < 0
  )
  SELECT array[count(*), count(*) FILTER (WHERE interest <> 0), coalesce(sum(interest) FILTER (WHERE interest > 0), 0),
               coalesce(-sum(interest) FILTER (WHERE interest < 0), 0), coalesce(sum(reached - interest), 0), 0, 0]
    INTO v_sums FROM moved;
  FOR v_behind IN
    SELECT owner_id, open_year FROM public.personal_account
     WHERE owner_id BETWEEN p_from AND p_to AND open_year <= p_year ORDER BY owner_id FOR UPDATE
  LOOP
    IF v_behind.open_year < p_year THEN
      INSERT INTO public.interest_laggard (owner_id, run_id, open_year) VALUES (v_behind.owner_id, p_run, v_behind.open_year);
    END IF;
    v_one := public.credit_interest_by_replay(v_behind.owner_id, p_run, p_year, p_at);
    v_sums := array[v_sums[1] + 1, v_sums[2] + (v_one[1] <> 0)::integer, v_sums[3] + greatest(v_one[1], 0),
      v_sums[4] - least(v_one[1], 0), v_sums[5] + v_one[2] - v_one[1], v_sums[6] + (v_behind.open_year < p_year)::integer,
      v_sums[7] + (v_behind.open_year = p_year)::integer];
  END LOOP;
  RETURN v_sums;
END $$;

-- Takes back one account's interest of the years from one to another, whatever posted it: out of the account as far as money
-- is there, the rest is owed; what was owed for it is owed no longer, or given back where it was paid.
CREATE FUNCTION reverse_interest_one_by_one(p_owner text, p_run text, p_from integer, p_year integer, p_at timestamptz)
  RETURNS bigint[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_account public.personal_account;
  v_line record;
  v_no smallint := 0;
  v_owed bigint;
  v_due bigint;
  v_reached bigint;
  v_sum bigint[] := array[0, 0];
BEGIN
  SELECT * INTO v_account FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  FOR v_line IN
    SELECT extract(year FROM effective_on)::integer AS year,
           sum(CASE 'personal' WHEN credit THEN amount_fen WHEN debit THEN -amount_fen ELSE 0 END)::bigint AS reached,
           sum(CASE 'recoverable' WHEN debit THEN amount_fen WHEN credit THEN -amount_fen ELSE 0 END)::bigint AS owed
      FROM public.posting
     WHERE owner_id = p_owner AND bucket IS NULL AND 'interest-expense' IN (debit, credit)
       AND effective_on BETWEEN make_date(p_from, 1, 1) AND make_date(p_year, 12, 31)
       AND entry_no > coalesce((SELECT max(entry_no) FROM public.posting WHERE owner_id = p_owner AND bucket = 'reset'), 0)
     GROUP BY 1 ORDER BY 1
  LOOP
    SELECT greatest(sum(CASE 'recoverable' WHEN debit THEN amount_fen ELSE -amount_fen END), 0)::bigint INTO v_owed
      FROM public.posting WHERE owner_id = p_owner AND 'recoverable' IN (debit, credit);
    v_due := v_line.owed - v_line.reached;
    v_reached := v_due - least(greatest(v_line.owed, 0), coalesce(v_owed, 0));
    IF v_reached < 0 THEN
      v_reached := greatest(v_reached, v_account.held_fen - v_account.balance_fen);
    END IF;
    UPDATE public.personal_account
       SET balance_fen = balance_fen + v_reached, version = version + 1, entry_count = entry_count + (v_reached <> 0)::integer
     WHERE owner_id = p_owner RETURNING * INTO v_account;
    INSERT INTO public.posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen, effective_on, recorded_at,
      entry_no, run_id)
    SELECT p_owner, p_run, v_no + l.line, 'yearly-interest', l.debit, l.credit, l.amount, make_date(v_line.year, 12, 31), p_at,
           v_account.entry_count, p_run
      FROM public.lines_of_interest(v_due, v_reached) l;
    v_no := v_no + 2;
    v_sum := array[v_sum[1] + v_due, v_sum[2] + v_reached];
  END LOOP;
  UPDATE public.personal_account SET open_year = p_from, run_interest_fen = v_sum[1], run_reached_fen = v_sum[2]
   WHERE owner_id = p_owner;
  RETURN v_sum;
END $$;

-- Interest of a year that stands on the accounts of a slice: what reached each, and what of it is owed. Interest that was paid
-- out, because the account was emptied since, was settled to the day and stays.
CREATE FUNCTION interest_standing_between(p_year integer, p_from text, p_to text)
  RETURNS TABLE (owner_id text, reached bigint, owed bigint) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  WITH emptied AS (
    SELECT p.owner_id, max(p.entry_no) AS entry_no FROM public.posting p
     WHERE p.bucket = 'reset' AND p.owner_id BETWEEN p_from AND p_to GROUP BY p.owner_id
  )
  SELECT p.owner_id,
         sum(CASE 'personal' WHEN p.credit THEN p.amount_fen WHEN p.debit THEN -p.amount_fen ELSE 0 END)::bigint,
         sum(CASE 'recoverable' WHEN p.debit THEN p.amount_fen WHEN p.credit THEN -p.amount_fen ELSE 0 END)::bigint
    FROM public.posting p LEFT JOIN emptied e ON e.owner_id = p.owner_id
   WHERE p.owner_id BETWEEN p_from AND p_to AND p.bucket IS NULL AND 'interest-expense' IN (p.debit, p.credit)
     AND p.effective_on BETWEEN make_date(p_year, 1, 1) AND make_date(p_year, 12, 31) AND p.entry_no > coalesce(e.entry_no, 0)
   GROUP BY p.owner_id
$$;

-- A slice of a reversal. The accounts are locked first, so that the postings that are read are all there are.
CREATE FUNCTION reverse_interest_between(p_run text, p_reverses text, p_year integer, p_from text, p_to text, p_at timestamptz)
  RETURNS bigint[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_on date := make_date(p_year, 12, 31);
  v_sums bigint[];
  v_other record;
  v_one bigint[];
BEGIN
  PERFORM 1 FROM public.personal_account WHERE owner_id BETWEEN p_from AND p_to ORDER BY owner_id FOR UPDATE;
  WITH moved AS (
    UPDATE public.personal_account a
       SET open_year = p_year, version = a.version + 1, balance_fen = a.balance_fen - coalesce(s.reached, 0),
           entry_count = a.entry_count + (coalesce(s.reached, 0) <> 0)::integer, run_interest_fen = -coalesce(s.reached, 0),
           run_reached_fen = -coalesce(s.reached, 0)
      FROM public.personal_account o
      LEFT JOIN public.interest_standing_between(p_year, p_from, p_to) s ON s.owner_id = o.owner_id
     WHERE a.owner_id = o.owner_id AND o.owner_id BETWEEN p_from AND p_to AND o.open_year = p_year + 1
       AND coalesce(s.reached, 0) BETWEEN 0 AND o.balance_fen - o.held_fen AND coalesce(s.owed, 0) = 0
       AND NOT EXISTS (SELECT FROM public.interest_laggard l WHERE l.owner_id = o.owner_id AND l.run_id = p_reverses)
    RETURNING a.owner_id, a.run_reached_fen AS reached, a.entry_count
  ), posted AS (
    INSERT INTO public.posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen, effective_on, recorded_at,
      entry_no, run_id)
    SELECT owner_id, p_run, 1, 'yearly-interest', 'personal', 'interest-expense', -reached, v_on, p_at, entry_count, p_run
      FROM moved WHERE reached <> 0
  )
  SELECT array[count(*), count(*) FILTER (WHERE reached <> 0), 0, coalesce(-sum(reached), 0), 0, 0, 0] INTO v_sums FROM moved;
  FOR v_other IN
    SELECT a.owner_id, coalesce(l.open_year, p_year) AS back FROM public.personal_account a
      LEFT JOIN public.interest_laggard l ON l.owner_id = a.owner_id AND l.run_id = p_reverses
     WHERE a.owner_id BETWEEN p_from AND p_to AND a.open_year = p_year + 1 ORDER BY a.owner_id
  LOOP
    v_one := public.reverse_interest_one_by_one(v_other.owner_id, p_run, v_other.back, p_year, p_at);
    v_sums := array[v_sums[1] + 1, v_sums[2] + (v_one[1] <> 0)::integer, v_sums[3] + greatest(v_one[1], 0),
      v_sums[4] - least(v_one[1], 0), v_sums[5] + greatest(v_one[2] - v_one[1], 0), v_sums[6] + (v_other.back < p_year)::integer,
      v_sums[7]];
  END LOOP;
  PERFORM public.rebuild_interest_sums_between(p_from, p_to);
  RETURN v_sums;
END $$;

-- Does the next slice of an approved run, or finishes it; asked again after that, it changes nothing. Two runners take turns
-- at the progress's row. Whoever asks needs no login: two officers have approved it.
CREATE FUNCTION run_interest_slice(p_run text, p_limit integer, p_at timestamptz) RETURNS SETOF public.interest_run_progress
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_run public.interest_run;
  v_done public.interest_run_progress;
  v_from text;
  v_to text;
  v_sums bigint[];
BEGIN
  PERFORM public.sees_what_is_committed();
  SELECT * INTO v_done FROM public.interest_run_progress WHERE run_id = p_run FOR UPDATE;
  IF v_done.run_id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.not-approved';
  END IF;
  SELECT * INTO v_run FROM public.interest_run WHERE id = p_run;
  IF v_done.finished_at IS NULL THEN
    SELECT min(owner_id), max(owner_id) INTO v_from, v_to
      FROM (SELECT owner_id FROM public.personal_account WHERE owner_id > v_done.done_to
             ORDER BY owner_id LIMIT least(greatest(p_limit, 1), 50000)) AS slice;
    IF v_to IS NULL AND v_run.kind = 'credit' THEN
      -- Accounts that came meanwhile, behind the place where the run stood.
      SELECT min(owner_id) INTO v_from FROM public.personal_account WHERE open_year <= v_run.year;
      v_to := v_from;
    END IF;
    IF v_to IS NULL THEN
      UPDATE public.closed_years SET last_year = CASE v_run.kind WHEN 'credit' THEN v_run.year
        ELSE (SELECT closed_before FROM public.interest_run WHERE id = v_run.reverses_id) END;
      UPDATE public.interest_run_progress SET finished_at = p_at WHERE run_id = p_run;
    ELSE
      v_sums := CASE v_run.kind WHEN 'credit' THEN public.credit_interest_between(p_run, v_run.year, v_from, v_to, p_at)
        ELSE public.reverse_interest_between(p_run, v_run.reverses_id, v_run.year, v_from, v_to, p_at) END;
      UPDATE public.interest_run_progress
         SET done_to = greatest(done_to, v_to), accounts = accounts + v_sums[1], bearing = bearing + v_sums[2],
             interest_fen = interest_fen + v_sums[3], negative_fen = negative_fen + v_sums[4],
             recoverable_fen = recoverable_fen + v_sums[5], laggards = laggards + v_sums[6], by_replay = by_replay + v_sums[7]
       WHERE run_id = p_run;
    END IF;
  END IF;
  RETURN QUERY SELECT * FROM public.interest_run_progress WHERE run_id = p_run;
END $$;

-- What a run would come to on the next accounts after an owner; writes nothing. Totals as in a run's progress.
CREATE FUNCTION preview_interest_slice(p_kind text, p_year integer, p_reverses text, p_after text, p_limit integer)
  RETURNS TABLE (done_to text, accounts bigint, bearing bigint, interest_fen bigint, negative_fen bigint, laggards bigint, by_replay bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_from text;
  v_to text;
  v_of_carried numeric[] := public.interest_ends('carried-over', make_date(p_year + 1, 1, 1));
  v_of_inflow numeric[] := public.interest_ends('inflow', make_date(p_year + 1, 1, 1));
  v_per numeric := public.interest_per();
BEGIN
  SELECT min(s.owner_id), max(s.owner_id) INTO v_from, v_to
    FROM (SELECT a.owner_id FROM public.personal_account a WHERE a.owner_id > p_after ORDER BY a.owner_id LIMIT p_limit) AS s;
  IF v_to IS NULL THEN RETURN; END IF;
  RETURN QUERY
    WITH told AS (
      SELECT public.interest_of_sums(a.carried_fen, a.carried_weight, a.inflow_fen, a.inflow_weight, a.debit_fen,
               a.debit_inflow_weight, a.debit_carried_weight, v_of_carried[1], v_of_carried[2], v_of_inflow[1], v_of_inflow[2], v_per)
               AS interest, false AS behind, false AS replayed
        FROM public.personal_account a
       WHERE p_kind = 'credit' AND a.owner_id BETWEEN v_from AND v_to AND a.open_year = p_year AND NOT a.sums_by_replay
      UNION ALL
      SELECT CASE WHEN a.closed_on IS NULL THEN coalesce((SELECT sum(r.interest_fen - r.posted_fen)
               FROM public.replay_interest(a.owner_id, make_date(p_year + 1, 1, 1)) r WHERE r.year BETWEEN a.open_year AND p_year), 0)
               ELSE 0 END, a.open_year < p_year, a.open_year = p_year
        FROM public.personal_account a
       WHERE p_kind = 'credit' AND a.owner_id BETWEEN v_from AND v_to
         AND (a.open_year < p_year OR a.open_year = p_year AND a.sums_by_replay)
      UNION ALL
      SELECT coalesce((SELECT sum(s.owed - s.reached) FROM generate_series(coalesce(l.open_year, p_year), p_year) y
               CROSS JOIN LATERAL public.interest_standing_between(y, a.owner_id, a.owner_id) s), 0), l.open_year < p_year, false
        FROM public.personal_account a
        LEFT JOIN public.interest_laggard l ON l.owner_id = a.owner_id AND l.run_id = p_reverses
       WHERE p_kind = 'reversal' AND a.owner_id BETWEEN v_from AND v_to AND a.open_year = p_year + 1
    )
    SELECT v_to, count(*), count(*) FILTER (WHERE interest <> 0), coalesce(sum(interest) FILTER (WHERE interest > 0), 0)::bigint,
           coalesce(-sum(interest) FILTER (WHERE interest < 0), 0)::bigint, count(*) FILTER (WHERE behind),
           count(*) FILTER (WHERE replayed)
      FROM told;
END $$;

REVOKE ALL ON FUNCTION interest_compounds, interest_growth_on, interest_ends, interest_per, interest_of_sums,
  rebuild_interest_sums_between, interest_run_digest, interest_rates_text, interest_run_is_next, propose_interest_run,
  decide_interest_run, credit_interest_by_replay, lines_of_interest, credit_interest_between, reverse_interest_one_by_one,
  interest_standing_between, reverse_interest_between, run_interest_slice, preview_interest_slice FROM PUBLIC;
GRANT EXECUTE ON FUNCTION interest_compounds, interest_growth_on, interest_ends, interest_per, interest_of_sums, interest_run_digest,
  interest_rates_text, propose_interest_run, decide_interest_run, run_interest_slice, preview_interest_slice TO suixing_app;
GRANT SELECT ON interest_growth, interest_run, interest_run_decision, interest_run_progress, interest_laggard TO suixing_app;
