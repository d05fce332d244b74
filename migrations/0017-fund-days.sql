-- compatible: yes
-- Fund balances by day. No account of the fund has a row that two people's transactions would wait for: its balance is a sum
-- over postings. The sums are rolled up by account, effective day and day of record, as far as a horizon; beyond it the
-- postings themselves are added. The horizon is a transaction's number: of everything below it is known how it ended, so
-- that nothing can come before it any more. A time would not do: whoever takes a time, and commits late, falls behind it.

CREATE TABLE fund_day (
  account text COLLATE "C" NOT NULL,
  effective_on date NOT NULL,
  recorded_on date NOT NULL,
  debit_fen numeric NOT NULL,
  credit_fen numeric NOT NULL,
  lines bigint NOT NULL CHECK (lines > 0),
  PRIMARY KEY (account, effective_on, recorded_on)
);
COMMENT ON TABLE fund_day IS 'local: sums of postings by account and day, as far as the horizon; rebuilt by rebuild_fund_days()';

CREATE TABLE fund_horizon (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  -- Postings of transactions below this number are in fund_day, all others are not.
  below_xid bigint NOT NULL
);
COMMENT ON TABLE fund_horizon IS 'local: one row, how far fund_day reaches; rebuilt by rebuild_fund_days()';
INSERT INTO fund_horizon (below_xid) VALUES (-9223372036854775808);

-- The entries of one day are found by these, however large the table is.
CREATE INDEX posting_by_day ON posting USING brin (effective_on);
-- Emptied accounts are few, and everything that counts interest asks for their last emptying.
CREATE INDEX posting_emptied ON posting (owner_id, entry_no) WHERE bucket = 'reset';

-- Adds everything that ended since; answers the new horizon. Two at once wait for one another at the horizon's row.
CREATE FUNCTION roll_up_fund_days() RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_from bigint;
  v_to bigint;
BEGIN
  PERFORM public.sees_what_is_committed();
  SELECT below_xid INTO v_from FROM public.fund_horizon FOR UPDATE;
  -- Asked before the rows are read: what is below it had ended by then, and whatever had committed is seen from here on.
  v_to := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
  IF v_to <= v_from THEN RETURN v_from; END IF;
  INSERT INTO public.fund_day AS d (account, effective_on, recorded_on, debit_fen, credit_fen, lines)
  SELECT s.account, p.effective_on, p.recorded_on, sum(s.debit), sum(s.credit), sum(p.lines)
    FROM (SELECT debit, credit, effective_on, (recorded_at AT TIME ZONE 'Asia/Shanghai')::date AS recorded_on,
                 sum(amount_fen) AS amount, count(*) AS lines
            FROM public.posting WHERE recorded_xid >= v_from AND recorded_xid < v_to GROUP BY 1, 2, 3, 4) AS p
    CROSS JOIN LATERAL (VALUES (p.debit, p.amount, 0), (p.credit, 0, p.amount)) AS s (account, debit, credit)
   GROUP BY 1, 2, 3
  ON CONFLICT (account, effective_on, recorded_on) DO UPDATE
    SET debit_fen = d.debit_fen + excluded.debit_fen, credit_fen = d.credit_fen + excluded.credit_fen,
        lines = d.lines + excluded.lines;
  UPDATE public.fund_horizon SET below_xid = v_to;
  RETURN v_to;
END $$;

-- From the postings anew: after a restore, since another server counts its transactions otherwise.
CREATE FUNCTION rebuild_fund_days() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO public.fund_horizon (below_xid) VALUES (-9223372036854775808)
  ON CONFLICT (only_row) DO UPDATE SET below_xid = excluded.below_xid;
  DELETE FROM public.fund_day;
  PERFORM public.roll_up_fund_days();
END $$;

REVOKE ALL ON FUNCTION roll_up_fund_days, rebuild_fund_days FROM PUBLIC;
GRANT EXECUTE ON FUNCTION roll_up_fund_days TO suixing_app;
GRANT SELECT ON fund_day, fund_horizon TO suixing_app;
