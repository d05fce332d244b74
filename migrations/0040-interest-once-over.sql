-- compatible: yes
-- A slice of the yearly run looks at its accounts a second time only where somebody is behind.

CREATE OR REPLACE FUNCTION credit_interest_between(p_run text, p_year integer, p_from text, p_to text, p_at timestamptz)
  RETURNS bigint[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_on date := make_date(p_year, 12, 31);
  v_of_carried numeric[] := public.interest_ends('carried-over', make_date(p_year + 1, 1, 1));
  v_of_inflow numeric[] := public.interest_ends('inflow', make_date(p_year + 1, 1, 1));
  v_per numeric := public.interest_per();
  v_weight numeric := public.interest_weight('carried-over', 1, make_date(p_year + 1, 1, 1));
  v_ca numeric := v_of_carried[1];
  v_cw numeric := v_of_carried[2];
  v_ia numeric := v_of_inflow[1];
  v_iw numeric := v_of_inflow[2];
  v_expected bigint;
  v_sums bigint[];
  v_behind record;
  v_one bigint[];
BEGIN
  SELECT count(*) INTO v_expected FROM public.personal_account WHERE owner_id BETWEEN p_from AND p_to AND open_year <= p_year;
  WITH moved AS (
    UPDATE public.personal_account a
       SET open_year = a.open_year + 1, version = a.version + 1, inflow_fen = a.next_inflow_fen, inflow_weight = a.next_inflow_weight,
           debit_fen = a.next_debit_fen, debit_inflow_weight = a.next_debit_inflow_weight,
           debit_carried_weight = a.next_debit_carried_weight, next_carried_fen = 0, next_carried_weight = 0, next_inflow_fen = 0,
           next_inflow_weight = 0, next_debit_fen = 0, next_debit_inflow_weight = 0, next_debit_carried_weight = 0,
           (run_interest_fen, run_reached_fen, balance_fen, entry_count, carried_fen, carried_weight) = (
         SELECT interest, reached, a.balance_fen + reached, a.entry_count + (reached <> 0)::integer,
                ended + reached + a.next_carried_fen, (ended + reached) * v_weight + a.next_carried_weight
           FROM (SELECT interest, a.carried_fen + a.inflow_fen - a.debit_fen AS ended,
                        CASE WHEN interest >= 0 THEN interest ELSE greatest(interest, a.held_fen - a.balance_fen) END AS reached
                   FROM (SELECT (CASE WHEN n >= 0 THEN div(n + n + per, per + per) ELSE -div(per - n - n, per + per) END)::bigint AS interest
                           FROM (SELECT CASE WHEN a.debit_fen <= greatest(a.inflow_fen, 0) OR a.debit_fen <= 0
                                    THEN a.carried_fen * v_ca + a.carried_weight * v_cw
                                         + (a.inflow_fen - a.debit_fen) * v_ia
                                         + (a.inflow_weight - a.debit_inflow_weight) * v_iw
                                    ELSE (a.carried_fen * v_ca + a.carried_weight * v_cw
                                          + a.inflow_fen * v_ia + a.inflow_weight * v_iw) * a.debit_fen
                                         - greatest(a.inflow_fen, 0)
                                           * (a.debit_fen * v_ia + a.debit_inflow_weight * v_iw)
                                         - (a.debit_fen - greatest(a.inflow_fen, 0))
                                           * (a.debit_fen * v_ca + a.debit_carried_weight * v_cw) END AS n,
                                   CASE WHEN a.debit_fen <= greatest(a.inflow_fen, 0) OR a.debit_fen <= 0
                                     THEN v_per ELSE v_per * a.debit_fen END AS per OFFSET 0) AS owed OFFSET 0) AS computed OFFSET 0) AS split)
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
  -- A look at the slice once more costs as much as the postings; it is for slices that hold somebody behind.
  IF v_sums[1] = v_expected THEN RETURN v_sums; END IF;
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
