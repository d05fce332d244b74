-- compatible: no
-- An account goes to the pooled fund only within the limit of whoever approves it, after a notice as long as the law's figure of
-- its day says – which the database looks up itself –, and while nobody is known to succeed: no heir who was recorded in any
-- case and counts, and no case after the death that is open.

CREATE TABLE heirless_notice (
  from_on date PRIMARY KEY,
  days integer NOT NULL CHECK (days >= 0)
);
COMMENT ON TABLE heirless_notice IS 'reference: for how many days a public notice to successors stands, by first day; as law/ has it';
INSERT INTO heirless_notice (from_on, days) VALUES ('-infinity', 365);

ALTER TABLE escheat_decision ADD COLUMN limit_fen bigint,
  ADD CONSTRAINT escheat_within_limit CHECK (amount_fen <= limit_fen);
COMMENT ON COLUMN escheat_decision.limit_fen IS 'how much its officer might approve then; null where nothing was approved, or before there was a limit';

-- A row from before there was a limit keeps its digest.
CREATE OR REPLACE FUNCTION escheat_decision_digest(p_row public.escheat_decision) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN p_row.limit_fen IS NULL
    THEN public.digest_of(p_row.maker_id, p_row.checker_id, p_row.approved::text, p_row.reason, p_row.amount_fen::text,
      public.instant_text(p_row.decided_at))
    ELSE public.digest_of(p_row.maker_id, p_row.checker_id, p_row.approved::text, p_row.reason, p_row.amount_fen::text,
      p_row.limit_fen::text, public.instant_text(p_row.decided_at)) END
$$;

-- For how long a notice of a day must stand; refused where the law has no figure for that day.
CREATE FUNCTION heirless_notice_days(p_notice_on date) RETURNS integer
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_days integer;
BEGIN
  SELECT days INTO v_days FROM public.heirless_notice WHERE from_on <= p_notice_on ORDER BY from_on DESC LIMIT 1;
  IF v_days IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.no-rule';
  END IF;
  RETURN v_days;
END $$;

-- Nobody is known to succeed: in no case of the person, under any record that was merged into theirs, is an heir recorded who
-- lived and neither waived nor was found not to count, there or later under the same name and document; and no case is open.
CREATE FUNCTION nobody_is_known_to_succeed(p_owner text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_records text[];
BEGIN
  PERFORM public.sees_what_is_committed();
  WITH RECURSIVE down AS (
    SELECT p_owner COLLATE "C" AS id
    UNION SELECT l.merged_id FROM down JOIN public.person_link l ON l.survivor_id = down.id AND l.unlinked_at IS NULL)
  SELECT array_agg(id) INTO v_records FROM down;
  PERFORM 1 FROM public.case_file c
   WHERE c.owner_id = ANY (v_records) AND c.process = 'withdrawal' AND c.subject = 'death'
     AND NOT EXISTS (SELECT FROM public.case_end e WHERE e.process = c.process AND e.state = c.state);
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.case-open';
  END IF;
  PERFORM 1 FROM public.successor s
   WHERE s.owner_id = ANY (v_records) AND s.predeceased_on IS NULL AND NOT EXISTS (
     SELECT FROM public.successor o
       JOIN LATERAL (SELECT w.word FROM public.successor_word w
                      WHERE w.owner_id = o.owner_id AND w.successor_id = o.id ORDER BY w.seq DESC LIMIT 1) said ON true
      WHERE o.owner_id = ANY (v_records) AND said.word IN ('waive', 'disqualified', 'struck')
        AND (o.id = s.id OR (o.name, o.identity_kind, o.identity_tail) = (s.name, s.identity_kind, s.identity_tail)));
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.heir-on-record';
  END IF;
END $$;

-- What would go to the fund on a day: the balance with its interest.
CREATE FUNCTION heirless_amount(p_owner text, p_on date) RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT balance_fen + public.interest_to_date(p_owner, p_on) FROM public.personal_account WHERE owner_id = p_owner
$$;

DROP FUNCTION propose_escheat(text, text, text, date, integer, text, text, timestamptz);
CREATE FUNCTION propose_escheat(p_token text, p_owner text, p_id text, p_notice_on date, p_notice_paper text, p_reason text,
    p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'clerk');
  v_row public.escheat;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.heirless_account(p_owner);
  PERFORM public.nobody_is_known_to_succeed(p_owner);
  IF p_notice_on IS NULL OR p_notice_on > public.business_today() THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.notice-runs';
  END IF;
  INSERT INTO public.escheat (owner_id, id, notice_on, notice_days, notice_paper, reason, maker_id, made_at)
  VALUES (p_owner, p_id, p_notice_on, public.heirless_notice_days(p_notice_on), p_notice_paper, p_reason, v_maker, p_at)
  RETURNING * INTO v_row;
  PERFORM public.chain_record(p_owner, 'escheat', p_id, public.escheat_digest(v_row), p_at);
  RETURN v_maker;
END $$;

CREATE OR REPLACE FUNCTION decide_escheat(p_token text, p_owner text, p_id text, p_approved boolean, p_reason text, p_journal text,
    p_at timestamptz)
  RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'reviewer');
  v_today date := public.business_today();
  v_asked public.escheat;
  v_account public.personal_account;
  v_decision public.escheat_decision;
  v_interest bigint;
  v_total bigint;
  v_limit bigint;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  SELECT * INTO v_asked FROM public.escheat WHERE owner_id = p_owner AND id = p_id;
  IF v_asked.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.no-escheat';
  END IF;
  IF p_approved THEN
    v_account := public.heirless_account(p_owner);
    PERFORM public.nobody_is_known_to_succeed(p_owner);
    -- Where the figure of the notice's day turned out to be higher since, the notice stands for so long.
    IF v_asked.notice_on + greatest(v_asked.notice_days, public.heirless_notice_days(v_asked.notice_on)) >= v_today THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.notice-runs';
    END IF;
    PERFORM 1 FROM public.posting WHERE owner_id = p_owner AND bucket IS NOT NULL AND effective_on > v_today;
    IF FOUND OR extract(year FROM v_today) < v_account.open_year THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.day-gone-by';
    END IF;
    v_interest := public.interest_to_date(p_owner, v_today);
    v_total := v_account.balance_fen + v_interest;
    IF v_total <= 0 THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.nothing-to-settle';
    END IF;
    v_limit := coalesce(public.limit_of_officer(v_checker, v_today), 0);
  END IF;
  INSERT INTO public.escheat_decision (owner_id, escheat_id, maker_id, checker_id, approved, reason, amount_fen, limit_fen, decided_at)
  VALUES (p_owner, p_id, v_asked.maker_id, v_checker, p_approved, p_reason, v_total, v_limit, p_at)
  RETURNING * INTO v_decision;
  PERFORM public.chain_record(p_owner, 'escheat-decision', p_id, public.escheat_decision_digest(v_decision), p_at);
  IF NOT p_approved THEN RETURN NULL; END IF;
  IF v_interest > 0 THEN
    PERFORM public.post_credit(p_owner, p_journal || '-interest', 1::smallint, 'settlement-interest', 'interest-expense', v_interest,
      v_today, NULL, 'escheat', p_id || '/interest', NULL, p_at);
  ELSIF v_interest < 0 THEN
    PERFORM public.post_debit(p_owner, p_journal || '-interest', 1::smallint, 'settlement-interest', 'interest-expense', -v_interest,
      v_today, NULL, 'escheat', p_id || '/interest', NULL, p_at);
  END IF;
  PERFORM public.post_debit(p_owner, p_journal, 1::smallint, 'escheat', 'pool', v_total, v_today, 'reset', 'escheat', p_id, NULL, p_at);
  UPDATE public.personal_account SET closed_on = v_today, version = version + 1 WHERE owner_id = p_owner;
  RETURN v_total;
END $$;

REVOKE ALL ON FUNCTION heirless_notice_days, nobody_is_known_to_succeed, heirless_amount, propose_escheat FROM PUBLIC;
GRANT EXECUTE ON FUNCTION heirless_amount, propose_escheat TO suixing_app;
GRANT SELECT ON heirless_notice TO suixing_app;
