-- compatible: yes
-- What people decide in a transfer to this agency: to refuse a balance, and to record the months of a sheet whose person is in
-- doubt. A clerk proposes, a reviewer who is somebody else decides, and the case moves on nothing else. Nobody refuses what the
-- bank has here: an agency that keeps the money refuses nothing.

CREATE TABLE transfer_proposal (
  owner_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  kind text NOT NULL CHECK (kind IN ('refuse-balance', 'record-sheet')),
  -- The sheet that is to be recorded.
  message_id text COLLATE "C",
  -- Of a refusal its code, words, legal basis and, where the money was here, the payment that sent it back; of a sheet its doubts.
  content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object' AND pg_column_size(content) <= 8192),
  reason text CHECK (length(reason) BETWEEN 1 AND 500),
  maker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  made_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  UNIQUE (owner_id, id, maker_id),
  FOREIGN KEY (owner_id, case_id) REFERENCES transfer (owner_id, case_id),
  FOREIGN KEY (owner_id, message_id) REFERENCES partner_word (owner_id, message_id),
  CONSTRAINT sheet_proposals_name_their_sheet CHECK ((kind = 'record-sheet') = (message_id IS NOT NULL)),
  CONSTRAINT refusals_say_their_basis CHECK (kind <> 'refuse-balance' OR (length(content ->> 'code') > 0 AND length(content ->> 'legalBasis') > 0)),
  CONSTRAINT sheets_pass_with_a_reason CHECK (kind <> 'record-sheet' OR reason IS NOT NULL)
);
CREATE INDEX transfer_proposal_of_case ON transfer_proposal (owner_id, case_id, made_at);
COMMENT ON TABLE transfer_proposal IS 'distributed: what a clerk proposes in a transfer to this agency, append-only';

CREATE TABLE transfer_proposal_decision (
  owner_id text COLLATE "C" NOT NULL,
  proposal_id text COLLATE "C" NOT NULL,
  maker_id text COLLATE "C" NOT NULL,
  checker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  approved boolean NOT NULL,
  reason text CHECK (length(reason) BETWEEN 1 AND 500),
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, proposal_id),
  FOREIGN KEY (owner_id, proposal_id, maker_id) REFERENCES transfer_proposal (owner_id, id, maker_id),
  CONSTRAINT proposer_is_not_decider CHECK (checker_id <> maker_id),
  CONSTRAINT proposal_returned_with_a_reason CHECK (approved OR reason IS NOT NULL)
);
COMMENT ON TABLE transfer_proposal_decision IS 'distributed: the reviewer''s word on it';

CREATE FUNCTION transfer_proposal_digest(p_row public.transfer_proposal) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.case_id, p_row.kind, p_row.message_id, p_row.content::text, p_row.reason, p_row.maker_id,
    public.instant_text(p_row.made_at))
$$;

CREATE FUNCTION transfer_proposal_decision_digest(p_row public.transfer_proposal_decision) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_row.maker_id, p_row.checker_id, p_row.approved::text, p_row.reason, public.instant_text(p_row.decided_at))
$$;

-- Refuses where money of this transfer is here: in suspense under a reference that its partner advised, or said by a finance officer
-- to be its money and not decided yet. Money that is said to be sent back has left, as a line of our bank's statement says it.
CREATE FUNCTION no_money_is_here(p_transfer public.transfer, p_content jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_reference text;
BEGIN
  FOR v_reference IN SELECT w.figures ->> 'reference' FROM public.partner_word w
     WHERE w.owner_id = p_transfer.owner_id AND w.transfer_id = p_transfer.transfer_id AND w.type = 'remittance-advice' LOOP
    PERFORM 1 FROM public.bank_line l WHERE l.remitted_under = v_reference AND l.direction = 'in' AND l.outcome = 'suspense'
       AND NOT EXISTS (SELECT FROM public.suspense_decision d WHERE d.owner_id = l.owner_id AND d.line_key = l.line_key AND d.approved)
       AND NOT EXISTS (SELECT FROM public.line_credited c WHERE c.owner_id = l.owner_id AND c.line_key = l.line_key);
    IF FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.money-here';
    END IF;
  END LOOP;
  PERFORM 1 FROM public.transfer_match m WHERE m.owner_id = p_transfer.owner_id AND m.case_id = p_transfer.case_id
     AND NOT EXISTS (SELECT FROM public.transfer_match_decision d WHERE d.owner_id = m.owner_id AND d.match_id = m.id);
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.money-being-matched';
  END IF;
  IF p_content ->> 'sentBackReference' IS NOT NULL THEN
    PERFORM 1 FROM public.bank_line WHERE direction = 'out' AND outcome = 'suspense' AND p_content ->> 'sentBackReference' IN (remitted_under, end_to_end_id)
       AND amount_fen::text = p_content ->> 'amountFen';
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.not-sent-back';
    END IF;
  END IF;
END $$;

-- A clerk proposes, in the step that puts the case before a second officer.
CREATE FUNCTION propose_in_transfer(p_token text, p_owner text, p_id text, p_case text, p_kind text, p_message text, p_content jsonb,
    p_reason text, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text;
  v_transfer public.transfer;
  v_row public.transfer_proposal;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_maker := public.live_officer(p_token, 'clerk');
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case AND process = 'transfer-in'
     AND state = CASE p_kind WHEN 'refuse-balance' THEN 'refusal-proposed' ELSE 'sheet-proposed' END FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.no-transfer';
  END IF;
  SELECT * INTO v_transfer FROM public.transfer WHERE owner_id = p_owner AND case_id = p_case;
  IF p_kind = 'refuse-balance' THEN
    PERFORM public.no_money_is_here(v_transfer, p_content);
  ELSE
    PERFORM public.word_in_transfer(v_transfer, p_message, ARRAY['information-sheet']);
  END IF;
  INSERT INTO public.transfer_proposal (owner_id, id, case_id, kind, message_id, content, reason, maker_id, made_at)
  VALUES (p_owner, p_id, p_case, p_kind, p_message, p_content, p_reason, v_maker, p_at) RETURNING * INTO v_row;
  PERFORM public.chain_record(p_owner, 'transfer-proposal', p_id, public.transfer_proposal_digest(v_row), p_at);
  RETURN v_maker;
END $$;

-- A reviewer who did not propose it agrees, or returns it. What has come in the meantime is looked at again.
CREATE FUNCTION decide_in_transfer(p_token text, p_owner text, p_id text, p_approved boolean, p_reason text, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text;
  v_asked public.transfer_proposal;
  v_transfer public.transfer;
  v_row public.transfer_proposal_decision;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_checker := public.live_officer(p_token, 'reviewer');
  SELECT * INTO v_asked FROM public.transfer_proposal WHERE owner_id = p_owner AND id = p_id;
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = v_asked.case_id AND state =
    CASE v_asked.kind WHEN 'refuse-balance' THEN 'refusal-proposed' ELSE 'sheet-proposed' END FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.no-proposal';
  END IF;
  IF p_approved AND v_asked.kind = 'refuse-balance' THEN
    SELECT * INTO v_transfer FROM public.transfer WHERE owner_id = p_owner AND case_id = v_asked.case_id;
    PERFORM public.no_money_is_here(v_transfer, v_asked.content);
  END IF;
  INSERT INTO public.transfer_proposal_decision (owner_id, proposal_id, maker_id, checker_id, approved, reason, decided_at)
  VALUES (p_owner, p_id, v_asked.maker_id, v_checker, p_approved, p_reason, p_at) RETURNING * INTO v_row;
  PERFORM public.chain_record(p_owner, 'transfer-proposal-decision', p_id, public.transfer_proposal_decision_digest(v_row), p_at);
  RETURN v_checker;
END $$;

-- The step that carries a decision out is of the officer who took it, on the last proposal of the case, of that kind.
CREATE FUNCTION decided_in_transfer(p_owner text, p_case text, p_action text, p_proposal text, p_actor text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.transfer_proposal p
    JOIN public.transfer_proposal_decision d ON d.owner_id = p.owner_id AND d.proposal_id = p.id
   WHERE p.owner_id = p_owner AND p.case_id = p_case AND p.id = p_proposal AND d.approved AND d.checker_id = p_actor
     AND p.kind = CASE p_action WHEN 'refuse-balance' THEN 'refuse-balance' ELSE 'record-sheet' END
     AND NOT EXISTS (SELECT FROM public.transfer_proposal n WHERE n.owner_id = p.owner_id AND n.case_id = p.case_id AND n.made_at > p.made_at);
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.no-proposal';
  END IF;
END $$;
SELECT amend_function('append_action', E'  IF p_seen > 0 THEN\n', $$  IF v_process = 'transfer-in' AND p_action IN ('refuse-balance', 'let-pass', 'let-pass-only') THEN
    PERFORM public.decided_in_transfer(p_owner, p_case, p_action, p_data ->> 'proposalId', p_actor);
  END IF;
  IF p_seen > 0 THEN
$$);

-- A sheet that a reviewer lets pass is recorded while it stands before them.
SELECT amend_function('record_arrived_months', $$AND state = 'in-check' FOR UPDATE$$,
  $$AND state IN ('in-check', 'sheet-proposed') FOR UPDATE$$);

DELETE FROM case_move WHERE process = 'transfer-in' AND action IN ('propose-refusal', 'refuse-balance');
SELECT declare_move('transfer-in', 'hand-over', 'refusal-proposed sheet-proposed', '=', 'clerk reviewer'),
       declare_move('transfer-in', 'let-pass', 'sheet-proposed', 'awaiting-balance', 'reviewer'),
       declare_move('transfer-in', 'let-pass-only', 'sheet-proposed', 'completed', 'reviewer'),
       declare_move('transfer-in', 'note-advice', 'refusal-proposed sheet-proposed', '=', 'partner-agency'),
       declare_move('transfer-in', 'propose-refusal', 'awaiting-balance difference', 'refusal-proposed', 'clerk'),
       declare_move('transfer-in', 'propose-sheet', 'in-check', 'sheet-proposed', 'clerk'),
       declare_move('transfer-in', 'refuse-balance', 'refusal-proposed', 'balance-refused', 'reviewer'),
       declare_move('transfer-in', 'release', 'refusal-proposed sheet-proposed', '=', 'clerk reviewer'),
       declare_move('transfer-in', 'return-refusal', 'refusal-proposed', 'awaiting-balance', 'reviewer'),
       declare_move('transfer-in', 'return-refusal', 'refusal-proposed', 'difference', 'reviewer'),
       declare_move('transfer-in', 'return-sheet', 'sheet-proposed', 'in-check', 'reviewer'),
       declare_move('transfer-in', 'take-over', 'refusal-proposed sheet-proposed', '=', 'clerk');

REVOKE ALL ON FUNCTION transfer_proposal_digest, transfer_proposal_decision_digest, no_money_is_here, propose_in_transfer,
  decide_in_transfer, decided_in_transfer FROM PUBLIC;
GRANT EXECUTE ON FUNCTION propose_in_transfer, decide_in_transfer TO suixing_app;
GRANT SELECT ON transfer_proposal, transfer_proposal_decision TO suixing_app;
