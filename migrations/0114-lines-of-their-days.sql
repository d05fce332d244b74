-- compatible: yes
-- No line is of a day that an earlier statement is of, wherever a statement is put: its head says from which day on it has lines,
-- and a line that is none of its days is refused whatever the head said. And nothing moves the opening balance while it is worked out.

DROP FUNCTION take_statement(text, bytea, text, text, date, text, bigint, bigint, integer, text, timestamptz, date);

-- Takes in the head of a statement, from a file that was taken in; answers whether it is new. `p_from` is the day of its first
-- line. With the first of an account the account begins: what the books moved at the bank before its day is in its opening balance. An
-- earlier one makes it begin earlier: what it began with is taken back on that day, and what the books moved since is to be on a line.
CREATE FUNCTION take_statement(p_token text, p_file bytea, p_account text, p_owner text, p_on date, p_bank_id text,
    p_opening bigint, p_closing bigint, p_lines integer, p_journal text, p_at timestamptz, p_from date)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'finance');
  v_known public.bank_statement;
  v_before public.bank_statement;
  v_after public.bank_statement;
  v_latest public.bank_statement;
  v_began bigint := 0;
  v_begins bigint := 0;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM 1 FROM public.bank_file WHERE file_sha256 = p_file AND kind = 'camt.053';
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.no-file';
  END IF;
  IF p_on IS NULL OR p_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-not-come';
  END IF;
  LOCK TABLE public.bank_statement IN SHARE ROW EXCLUSIVE MODE;
  SELECT * INTO v_known FROM public.bank_statement WHERE account = p_account AND on_date = p_on;
  IF v_known.account IS NOT NULL THEN
    IF (v_known.owner_id, v_known.opening_fen, v_known.closing_fen, v_known.line_count) = (p_owner, p_opening, p_closing, p_lines) THEN
      RETURN false;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.statement-known';
  END IF;
  SELECT * INTO v_before FROM public.bank_statement WHERE account = p_account AND on_date < p_on ORDER BY on_date DESC LIMIT 1;
  SELECT * INTO v_after FROM public.bank_statement WHERE account = p_account AND on_date > p_on ORDER BY on_date LIMIT 1;
  SELECT * INTO v_latest FROM public.bank_statement WHERE account = p_account ORDER BY taken_at DESC, on_date DESC LIMIT 1;
  -- It may be of several days, and begin with days of the one before; so may the one after it.
  IF p_from <= v_before.on_date THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.statement-overlaps';
  END IF;
  IF p_closing <> v_after.opening_fen THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.statement-leads-elsewhere';
  END IF;
  IF EXISTS (SELECT FROM public.bank_line WHERE owner_id = v_after.owner_id AND booked_on <= p_on) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.statement-overlaps';
  END IF;
  IF EXISTS (SELECT FROM unnest(ARRAY[v_before, v_after, v_latest]) AS s
              WHERE s.line_count <> (SELECT count(*) FROM public.bank_line l WHERE l.owner_id = s.owner_id)) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'payments.statement-unfinished';
  END IF;
  IF v_latest.account IS NULL AND NOT EXISTS (SELECT FROM public.bank_statement) THEN
    INSERT INTO public.bank_match (owner_id, journal_id, matched_at)
    SELECT owner_id, journal_id, p_at FROM public.posting WHERE 'bank' IN (debit, credit) AND effective_on < p_on;
    v_begins := public.moved_before_statements();
  ELSIF v_before.account IS NULL AND p_account = (SELECT account FROM public.bank_statement ORDER BY taken_at, on_date LIMIT 1) THEN
    -- An officer's word may just now make an entry that counted as in the opening balance a line of its own: before all this, or after.
    LOCK TABLE public.bank_match IN SHARE ROW EXCLUSIVE MODE;
    v_began := public.moved_before_statements();
    DELETE FROM public.bank_match m USING public.posting p
     WHERE m.bank_owner IS NULL AND p.owner_id = m.owner_id AND p.journal_id = m.journal_id
       AND 'bank' IN (p.debit, p.credit) AND p.effective_on >= p_on;
    v_begins := public.moved_before_statements();
  END IF;
  -- Both at once, since each stands on the other: the one after it follows it from now on.
  WITH followed AS (
    UPDATE public.bank_statement SET previous_on = p_on WHERE account = p_account AND on_date = v_after.on_date RETURNING on_date)
  INSERT INTO public.bank_statement (account, on_date, owner_id, bank_id, opening_fen, closing_fen, line_count, previous_on,
    file_sha256, taken_by, taken_at)
  SELECT p_account, p_on, p_owner, p_bank_id, p_opening, p_closing, p_lines, v_before.on_date, p_file, v_officer, p_at
    FROM (SELECT count(*) FROM followed) AS f;
  IF v_before.account IS NULL THEN
    PERFORM public.begin_bank(p_owner, p_journal, p_opening - v_begins, p_on, p_at);
    IF v_after.account IS NOT NULL THEN
      PERFORM public.begin_bank(v_after.owner_id, p_journal || '-earlier', v_began - v_after.opening_fen, v_after.on_date, p_at);
    END IF;
  END IF;
  RETURN true;
END $$;

-- A bank's statement has what the bank booked in its days, by the day of booking: the value of a line may be of an earlier one.
SELECT amend_function('book_bank_line', $$  IF p_line.booked_on > v_statement.on_date
$$, $$  IF p_line.booked_on > v_statement.on_date OR p_line.booked_on <= v_statement.previous_on
$$);

REVOKE ALL ON FUNCTION take_statement FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_statement TO suixing_app;
