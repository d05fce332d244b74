-- compatible: yes
-- An account whose first entry lay some years after the last closed one, and that then got an entry into a closed year, was
-- given the difference of the years between too, which nobody has closed; taken back and credited again, these were posted
-- twice. Found by a random city.

CREATE OR REPLACE FUNCTION mind_closed_years(p_owner text, p_journal text, p_bucket text, p_on date, p_case text, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_year integer := extract(year FROM p_on)::integer;
  v_open integer;
  v_first integer;
BEGIN
  IF p_bucket IS NULL OR p_bucket = 'reset' THEN RETURN; END IF;
  SELECT open_year INTO v_open FROM public.personal_account WHERE owner_id = p_owner;
  IF v_year >= v_open THEN RETURN; END IF;
  -- The years after the last closed one are open, though the account had no entry in them so far; unless a run that is under
  -- way has credited them here already.
  SELECT greatest(v_year, last_year + 1) INTO v_first FROM public.closed_years;
  IF v_open > v_first THEN
    PERFORM 1 FROM public.posting
      WHERE owner_id = p_owner AND bucket IS NULL AND 'interest-expense' IN (debit, credit) AND effective_on >= make_date(v_first, 1, 1)
        AND entry_no > coalesce((SELECT max(entry_no) FROM public.posting WHERE owner_id = p_owner AND bucket = 'reset'), 0)
      GROUP BY extract(year FROM effective_on)
      HAVING sum(CASE debit WHEN 'interest-expense' THEN amount_fen ELSE -amount_fen END) <> 0;
    IF NOT FOUND THEN
      UPDATE public.personal_account SET open_year = v_first WHERE owner_id = p_owner;
      PERFORM public.rebuild_interest_sums(p_owner);
      v_open := v_first;
    END IF;
  END IF;
  IF v_year >= v_open THEN RETURN; END IF;
  PERFORM 1 FROM public.posting WHERE owner_id = p_owner AND journal_id = p_journal
    AND purpose NOT IN ('opening', 'correction', 'reversal', 'transfer-in', 'between-persons', 'refund', 'shortage');
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.year-closed';
  END IF;
  PERFORM public.post_interest_differences(p_owner, p_journal, p_case, p_at);
END $$;

-- An account by its postings, year by year: what one year leaves in `recoverable` changes what the next one bears.
CREATE OR REPLACE FUNCTION credit_interest_by_replay(p_owner text, p_run text, p_year integer, p_at timestamptz)
  RETURNS bigint[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_account public.personal_account;
  v_no smallint := 0;
  v_due bigint;
  v_reached bigint;
  v_sum bigint[] := array[0, 0];
BEGIN
  SELECT * INTO v_account FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  FOR v_year IN v_account.open_year .. p_year LOOP
    EXIT WHEN v_account.closed_on IS NOT NULL;
    SELECT r.interest_fen - r.posted_fen INTO v_due
      FROM public.replay_interest(p_owner, make_date(p_year + 1, 1, 1)) r WHERE r.year = v_year;
    CONTINUE WHEN v_due IS NULL;
    v_reached := CASE WHEN v_due >= 0 THEN v_due ELSE -(SELECT least(-v_due, balance_fen - held_fen)
      FROM public.personal_account WHERE owner_id = p_owner) END;
    UPDATE public.personal_account
       SET balance_fen = balance_fen + v_reached, version = version + 1, entry_count = entry_count + (v_reached <> 0)::integer
     WHERE owner_id = p_owner RETURNING * INTO v_account;
    INSERT INTO public.posting (owner_id, journal_id, line_no, purpose, debit, credit, amount_fen, effective_on, recorded_at,
      entry_no, run_id)
    SELECT p_owner, p_run, v_no + line, 'yearly-interest', debit, credit, amount, make_date(v_year, 12, 31), p_at,
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
