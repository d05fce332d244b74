-- compatible: yes
-- How much an officer may approve. Every reviewer may approve up to the agency's general limit; above it an officer needs a
-- limit of their own, which one administrator asks for and another agrees to. An approval keeps the amount that the account
-- held then and the limit that it was given under, and a constraint holds the one against the other.

CREATE TABLE decision_limit (
  from_on date PRIMARY KEY,
  amount_fen bigint NOT NULL CHECK (amount_fen >= 0)
);
COMMENT ON TABLE decision_limit IS 'reference: up to which amount every reviewer may approve, by first day; as law/ has it';
INSERT INTO decision_limit (from_on, amount_fen) VALUES ('-infinity', 10000000);

CREATE TABLE officer_limit (
  id text COLLATE "C" PRIMARY KEY,
  officer_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  asked_by text COLLATE "C" NOT NULL REFERENCES officer (id),
  asked_at timestamptz NOT NULL,
  decided_by text COLLATE "C" REFERENCES officer (id),
  decided_at timestamptz,
  agreed boolean,
  CHECK (num_nonnulls(decided_by, decided_at, agreed) IN (0, 3)),
  CONSTRAINT officer_limit_by_two CHECK (decided_by <> asked_by),
  CONSTRAINT officer_limit_not_own CHECK (asked_by <> officer_id AND (decided_by <> officer_id OR NOT agreed))
);
CREATE INDEX officer_limit_of_officer ON officer_limit (officer_id, decided_at) WHERE agreed;
COMMENT ON TABLE officer_limit IS 'reference: how much a reviewer may approve besides the general limit, asked for by one administrator and agreed to by another';

ALTER TABLE decision_approval ADD COLUMN amount_fen bigint, ADD COLUMN limit_fen bigint,
  ADD CONSTRAINT decision_within_limit CHECK (amount_fen IS NULL OR (limit_fen IS NOT NULL AND amount_fen <= limit_fen));
COMMENT ON COLUMN decision_approval.amount_fen IS 'what the account held, with its interest, when a payment of all of it was approved; null where no money moves';
COMMENT ON COLUMN decision_approval.limit_fen IS 'how much its officer might approve then';

CREATE FUNCTION ask_officer_limit(p_token text, p_id text, p_officer text, p_amount bigint, p_reason text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_by text := public.live_officer(p_token, 'administrator');
BEGIN
  PERFORM 1 FROM public.officer WHERE id = p_officer AND active AND 'reviewer' = ANY (roles);
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'access.no-officer';
  END IF;
  INSERT INTO public.officer_limit (id, officer_id, amount_fen, reason, asked_by, asked_at)
  VALUES (p_id, p_officer, p_amount, p_reason, v_by, clock_timestamp());
END $$;

CREATE FUNCTION decide_officer_limit(p_token text, p_id text, p_agreed boolean) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_by text := public.live_officer(p_token, 'administrator');
BEGIN
  UPDATE public.officer_limit SET decided_by = v_by, decided_at = clock_timestamp(), agreed = p_agreed
   WHERE id = p_id AND decided_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'access.no-limit-asked';
  END IF;
END $$;

-- How much an officer may approve on a day: what was agreed to last for them, else the general limit.
CREATE FUNCTION limit_of_officer(p_officer text, p_on date) RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(
    (SELECT amount_fen FROM public.officer_limit WHERE officer_id = p_officer AND agreed
      ORDER BY decided_at DESC, id DESC LIMIT 1),
    (SELECT amount_fen FROM public.decision_limit WHERE from_on <= p_on ORDER BY from_on DESC LIMIT 1))
$$;

-- What an approval of this decision would let go: the whole account with its interest, where the case holds the account, or
-- held it until a refusal that is overturned now.
CREATE FUNCTION amount_of_decision(p_owner text, p_decision text, p_on date) RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.balance_fen + greatest(public.interest_to_date(p_owner, p_on), 0)
    FROM public.decision d
    JOIN public.account_hold h ON h.owner_id = d.owner_id AND h.case_id = d.case_id
     AND (h.released_at IS NULL OR h.released_by = 'refusal')
    JOIN public.personal_account a ON a.owner_id = d.owner_id
   WHERE d.owner_id = p_owner AND d.id = p_decision AND d.outcome = 'approve'
$$;

CREATE OR REPLACE FUNCTION approve_decision(p_token text, p_owner text, p_decision text, p_on date, p_facts jsonb,
    p_findings jsonb, p_digest bytea, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'reviewer');
BEGIN
  PERFORM public.mind_the_clock(p_at);
  -- Whoever approves, approves a payee too: record_payee waits for this lock and then finds the approval.
  PERFORM 1 FROM public.case_file c JOIN public.decision d ON d.owner_id = c.owner_id AND d.case_id = c.id
    WHERE d.owner_id = p_owner AND d.id = p_decision FOR UPDATE OF c;
  PERFORM public.has_not_decided_before(p_owner, (SELECT case_id FROM public.decision WHERE owner_id = p_owner AND id = p_decision),
    v_checker);
  -- Only the case's last proposal waits for approval: an earlier one was sent back.
  PERFORM 1 FROM public.decision AS d JOIN public.decision AS later
      ON later.owner_id = d.owner_id AND later.case_id = d.case_id AND (later.made_at, later.id) > (d.made_at, d.id)
    WHERE d.owner_id = p_owner AND d.id = p_decision;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.no-decision';
  END IF;
  PERFORM 1 FROM public.decision d
    WHERE d.owner_id = p_owner AND d.id = p_decision AND d.payee_revision IS DISTINCT FROM
      (SELECT max(p.revision) FROM public.payee p WHERE p.owner_id = d.owner_id AND p.case_id = d.case_id);
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.changed-meanwhile';
  END IF;
  INSERT INTO public.decision_approval (owner_id, decision_id, case_id, outcome, maker_id, checker_id, decided_on, facts,
    findings, digest, approved_at, amount_fen, limit_fen)
  SELECT owner_id, id, case_id, outcome, maker_id, v_checker, p_on, p_facts, p_findings, p_digest, p_at,
      public.amount_of_decision(owner_id, id, p_on), public.limit_of_officer(v_checker, p_on)
    FROM public.decision WHERE owner_id = p_owner AND id = p_decision;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.no-decision';
  END IF;
  RETURN v_checker;
END $$;

REVOKE ALL ON FUNCTION ask_officer_limit, decide_officer_limit, limit_of_officer, amount_of_decision FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ask_officer_limit, decide_officer_limit, limit_of_officer, amount_of_decision TO suixing_app;
GRANT SELECT ON decision_limit, officer_limit TO suixing_app;
