-- compatible: yes
-- Cases: one application and all that happens to it, as an append-only list of actions, chained by hash. The state on the
-- case's own row is what the list computes to, kept there for work lists and moved only together with an action.

CREATE TABLE case_file (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  id text COLLATE "C" NOT NULL,
  number text COLLATE "C" NOT NULL,
  process text NOT NULL,
  process_version text NOT NULL,
  subject text NOT NULL,
  rule_set text NOT NULL,
  rule_version text NOT NULL,
  office_id text COLLATE "C" NOT NULL REFERENCES office (id),
  channel text NOT NULL CHECK (channel IN ('online', 'window', 'integrator', 'automatic')),
  opened_at timestamptz NOT NULL,
  state text NOT NULL,
  action_count integer NOT NULL CHECK (action_count >= 0),
  due_on date,
  due_provisional boolean NOT NULL DEFAULT false,
  PRIMARY KEY (owner_id, id),
  UNIQUE (owner_id, id, process)
);
CREATE INDEX case_file_by_state ON case_file (process, state, due_on);
COMMENT ON TABLE case_file IS 'distributed: cases';

CREATE TABLE case_locator (
  number text COLLATE "C" PRIMARY KEY,
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL
);
COMMENT ON TABLE case_locator IS 'locator(number): which case a number names';

CREATE TABLE case_action (
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  action text NOT NULL,
  from_state text NOT NULL,
  to_state text NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind IN ('insured', 'successor', 'agent', 'employer', 'officer', 'integrator', 'system', 'bank')),
  actor_id text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  data jsonb NOT NULL,
  previous_hash bytea NOT NULL CHECK (octet_length(previous_hash) = 32),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  PRIMARY KEY (owner_id, case_id, seq),
  FOREIGN KEY (owner_id, case_id) REFERENCES case_file (owner_id, id)
);
COMMENT ON TABLE case_action IS 'distributed: what happened in a case, append-only and chained';

CREATE TABLE case_material (
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  material_id text NOT NULL,
  revision integer NOT NULL CHECK (revision > 0),
  paper_reference text NOT NULL,
  provided_by text COLLATE "C" NOT NULL,
  provided_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, case_id, material_id, revision),
  FOREIGN KEY (owner_id, case_id) REFERENCES case_file (owner_id, id)
);
COMMENT ON TABLE case_material IS 'distributed: references to the papers of a case';

-- What was decided, on which facts, with which findings, by which version of the rules; recomputable byte for byte.
CREATE TABLE decision (
  owner_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('approve', 'refuse')),
  subject text NOT NULL,
  rule_set text NOT NULL,
  rule_version text NOT NULL,
  decided_on date NOT NULL,
  facts jsonb NOT NULL,
  findings jsonb NOT NULL,
  digest bytea NOT NULL CHECK (octet_length(digest) = 32),
  maker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  made_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  UNIQUE (owner_id, id, case_id, maker_id, outcome),
  FOREIGN KEY (owner_id, case_id) REFERENCES case_file (owner_id, id)
);
COMMENT ON TABLE decision IS 'distributed: decisions as proposed by a maker, append-only';

-- The checker's approval carries its own findings: the case is assessed again, on the approval's date.
CREATE TABLE decision_approval (
  owner_id text COLLATE "C" NOT NULL,
  decision_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  outcome text NOT NULL,
  maker_id text COLLATE "C" NOT NULL,
  checker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  decided_on date NOT NULL,
  facts jsonb NOT NULL,
  findings jsonb NOT NULL,
  digest bytea NOT NULL CHECK (octet_length(digest) = 32),
  approved_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, decision_id),
  FOREIGN KEY (owner_id, decision_id, case_id, maker_id, outcome)
    REFERENCES decision (owner_id, id, case_id, maker_id, outcome),
  UNIQUE (owner_id, decision_id, outcome),
  CONSTRAINT decision_maker_is_not_checker CHECK (checker_id <> maker_id)
);
COMMENT ON TABLE decision_approval IS 'distributed: the second officer''s approval of a decision';

CREATE FUNCTION propose_decision(p_token text, p_owner text, p_decision text, p_case text, p_outcome text, p_subject text,
    p_rule_set text, p_rule_version text, p_on date, p_facts jsonb, p_findings jsonb, p_digest bytea, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'clerk');
BEGIN
  INSERT INTO public.decision (owner_id, id, case_id, outcome, subject, rule_set, rule_version, decided_on, facts, findings,
    digest, maker_id, made_at)
  VALUES (p_owner, p_decision, p_case, p_outcome, p_subject, p_rule_set, p_rule_version, p_on, p_facts, p_findings,
    p_digest, v_maker, p_at);
  RETURN v_maker;
END $$;

CREATE FUNCTION approve_decision(p_token text, p_owner text, p_decision text, p_on date, p_facts jsonb, p_findings jsonb,
    p_digest bytea, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'reviewer');
BEGIN
  -- Whoever approves, approves a payee too: record_payee waits for this lock and then finds the approval.
  PERFORM 1 FROM public.case_file c JOIN public.decision d ON d.owner_id = c.owner_id AND d.case_id = c.id
    WHERE d.owner_id = p_owner AND d.id = p_decision FOR UPDATE OF c;
  -- Only the case's last proposal waits for approval: an earlier one was sent back.
  PERFORM 1 FROM public.decision AS d JOIN public.decision AS later
      ON later.owner_id = d.owner_id AND later.case_id = d.case_id AND (later.made_at, later.id) > (d.made_at, d.id)
    WHERE d.owner_id = p_owner AND d.id = p_decision;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.no-decision';
  END IF;
  INSERT INTO public.decision_approval (owner_id, decision_id, case_id, outcome, maker_id, checker_id, decided_on, facts,
    findings, digest, approved_at)
  SELECT owner_id, id, case_id, outcome, maker_id, v_checker, p_on, p_facts, p_findings, p_digest, p_at
    FROM public.decision WHERE owner_id = p_owner AND id = p_decision;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.no-decision';
  END IF;
  RETURN v_checker;
END $$;

-- What a write answered, so that the same key and body get the same answer, and another body is told so.
CREATE TABLE idempotency_key (
  key_hash bytea PRIMARY KEY CHECK (octet_length(key_hash) = 32),
  body_hash bytea NOT NULL CHECK (octet_length(body_hash) = 32),
  status integer NOT NULL,
  answer jsonb NOT NULL,
  made_at timestamptz NOT NULL
);
COMMENT ON TABLE idempotency_key IS 'locator(key_hash): answers of writes by actor, operation and Idempotency-Key';

REVOKE ALL ON FUNCTION propose_decision, approve_decision FROM PUBLIC;
GRANT EXECUTE ON FUNCTION propose_decision, approve_decision TO suixing_app;
GRANT SELECT ON case_file, case_locator, case_action, case_material, decision, decision_approval, idempotency_key TO suixing_app;
GRANT INSERT ON case_file, case_locator, case_action, case_material, idempotency_key TO suixing_app;
-- A key is taken before the work, so that two at once wait for one another, and gets its answer after it.
GRANT UPDATE (status, answer) ON idempotency_key TO suixing_app;
GRANT UPDATE (state, action_count, due_on, due_provisional, rule_set, rule_version, subject) ON case_file TO suixing_app;
