-- compatible: yes
-- One person with two records: found, judged, and linked by two officers. A merge is a link from the record that is folded in
-- to the one that stays; no row is moved or rewritten, so that it can be undone. Only the balance passes, by two journals
-- through `between-persons`, and an undone merge passes it back as of the same day.

-- The states in which a case is over, from the declarations of the procedures. A case of a procedure that is not named here
-- counts as open.
CREATE TABLE case_end (
  process text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  PRIMARY KEY (process, state)
);
COMMENT ON TABLE case_end IS 'reference: the states in which a case of a procedure is over';
INSERT INTO case_end (process, state) VALUES
  ('withdrawal', 'refused'), ('withdrawal', 'paid'), ('withdrawal', 'withdrawn-by-applicant'),
  ('staff-reduction', 'approved'), ('staff-reduction', 'refused'), ('staff-reduction', 'withdrawn-by-applicant'),
  ('insurance-stop', 'approved'), ('insurance-stop', 'refused'), ('insurance-stop', 'withdrawn-by-applicant'),
  ('treatment-filing', 'approved'), ('treatment-filing', 'refused'), ('treatment-filing', 'withdrawn-by-applicant'),
  ('retirement', 'approved'), ('retirement', 'refused'), ('retirement', 'withdrawn-by-applicant'),
  ('death-notice', 'approved'), ('death-notice', 'refused'), ('death-notice', 'withdrawn-by-applicant');

-- Names and numbers as people write them differently, brought to one form.
CREATE FUNCTION name_key(p_name text) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT upper(regexp_replace(normalize(p_name, NFKC), '[^[:alpha:]]', '', 'g'))
$$;

-- Of a name in Latin letters the order of its words does not count: surnames stand first or last.
CREATE FUNCTION latin_key(p_name text) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT string_agg(word, ' ' ORDER BY word)
    FROM regexp_split_to_table(upper(normalize(p_name, NFKC)), '[^[:alpha:]]+') AS word WHERE word <> ''
$$;

-- What two numbers have alike that are one number written differently, by keyed hash; see number-likeness in the program.
CREATE TABLE number_likeness (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  document_id text COLLATE "C" NOT NULL,
  -- By which key, so that after a change of keys it is made anew.
  key_id text COLLATE "C" NOT NULL,
  likeness_hash bytea NOT NULL CHECK (octet_length(likeness_hash) = 32),
  PRIMARY KEY (owner_id, document_id, key_id)
);
CREATE INDEX number_likeness_by_hash ON number_likeness (likeness_hash);
COMMENT ON TABLE number_likeness IS 'distributed: what identity numbers have alike, by keyed hash; can be made anew from the numbers';

-- Two records that may be one person. Owned by the lesser id of the two.
CREATE TABLE double_pair (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  other_id text COLLATE "C" NOT NULL,
  sign text NOT NULL CHECK (sign IN ('name-and-birth', 'latin-name-and-birth', 'number-alike')),
  found_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, other_id, sign),
  CHECK (owner_id < other_id)
);
COMMENT ON TABLE double_pair IS 'distributed: pairs of records that may be one person, and by which sign';

CREATE TABLE double_judgement (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  other_id text COLLATE "C" NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  officer_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  judged_at timestamptz NOT NULL,
  CONSTRAINT judged_once PRIMARY KEY (owner_id, other_id),
  CHECK (owner_id < other_id)
);
COMMENT ON TABLE double_judgement IS 'distributed: pairs of records that an officer found to be two persons';

-- A merge, or its undoing, as requested by a first officer; owned by the record that is folded in.
CREATE TABLE merge_step (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  id text COLLATE "C" NOT NULL,
  step text NOT NULL CHECK (step IN ('merge', 'undo')),
  -- The merge itself: its own id where it is one.
  merge_id text COLLATE "C" NOT NULL,
  survivor_id text COLLATE "C" NOT NULL,
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  paper_reference text NOT NULL CHECK (length(paper_reference) BETWEEN 1 AND 200),
  maker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  requested_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  UNIQUE (owner_id, id, maker_id),
  FOREIGN KEY (owner_id, merge_id) REFERENCES merge_step (owner_id, id),
  CHECK ((step = 'merge') = (merge_id = id)),
  CHECK (owner_id <> survivor_id)
);
CREATE INDEX merge_step_in_order ON merge_step (requested_at, owner_id, id);
COMMENT ON TABLE merge_step IS 'distributed: merges of records and their undoing, as requested, append-only';

CREATE TABLE merge_decision (
  owner_id text COLLATE "C" NOT NULL,
  step_id text COLLATE "C" NOT NULL,
  maker_id text COLLATE "C" NOT NULL,
  checker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  approved boolean NOT NULL,
  reason text CHECK (length(reason) BETWEEN 1 AND 500),
  -- What passed between the accounts, and as of which day.
  moved_fen bigint NOT NULL DEFAULT 0 CHECK (moved_fen >= 0),
  moved_on date,
  decided_at timestamptz NOT NULL,
  CONSTRAINT merge_decided_once PRIMARY KEY (owner_id, step_id),
  FOREIGN KEY (owner_id, step_id, maker_id) REFERENCES merge_step (owner_id, id, maker_id),
  CONSTRAINT merge_maker_is_not_checker CHECK (checker_id <> maker_id),
  CHECK (approved OR reason IS NOT NULL),
  CHECK ((moved_fen > 0) = (moved_on IS NOT NULL))
);
COMMENT ON TABLE merge_decision IS 'distributed: the second officer''s word on a merge or its undoing';

-- Which record a record was folded into, from when until when. Few, and asked for at every reading, so on every node.
CREATE TABLE person_link (
  merged_id text COLLATE "C" NOT NULL,
  merge_id text COLLATE "C" NOT NULL,
  survivor_id text COLLATE "C" NOT NULL,
  linked_at timestamptz NOT NULL,
  unlinked_at timestamptz,
  PRIMARY KEY (merged_id, merge_id),
  CHECK (merged_id <> survivor_id)
);
CREATE UNIQUE INDEX one_survivor_at_a_time ON person_link (merged_id) WHERE unlinked_at IS NULL;
CREATE INDEX person_link_by_survivor ON person_link (survivor_id);
COMMENT ON TABLE person_link IS 'reference: which record stands for a record that was merged';

-- The record that stands for a record: itself, unless it was folded in.
CREATE FUNCTION survivor_of(p_owner text) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH RECURSIVE up AS (
    SELECT p_owner COLLATE "C" AS id
    UNION SELECT l.survivor_id FROM up JOIN public.person_link l ON l.merged_id = up.id AND l.unlinked_at IS NULL)
  SELECT id FROM up WHERE NOT EXISTS (SELECT FROM public.person_link l WHERE l.merged_id = up.id AND l.unlinked_at IS NULL)
$$;

-- Why a record cannot be folded in now, as a refusal's code; null where it can.
CREATE FUNCTION merge_hindrance(p_owner text, p_survivor text) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.sees_what_is_committed();
  IF p_owner = p_survivor OR public.survivor_of(p_owner) <> p_owner OR public.survivor_of(p_survivor) <> p_survivor THEN
    RETURN 'registry.merge-linked';
  END IF;
  IF EXISTS (SELECT FROM public.case_file c WHERE c.owner_id = p_owner
       AND NOT EXISTS (SELECT FROM public.case_end e WHERE e.process = c.process AND e.state = c.state)) THEN
    RETURN 'registry.merge-case-open';
  END IF;
  IF public.measure_stands(p_owner, 'investigation') OR public.measure_stands(p_owner, 'recovery') THEN
    RETURN 'registry.merge-measure-stands';
  END IF;
  IF EXISTS (SELECT FROM public.card WHERE owner_id = p_owner AND state <> 'ended') THEN
    RETURN 'registry.merge-card-bound';
  END IF;
  IF EXISTS (SELECT FROM public.opening_line o WHERE o.owner_id = p_owner AND o.amount_fen > 0
       AND NOT EXISTS (SELECT FROM public.credit_cause c WHERE c.owner_id = o.owner_id AND c.purpose = 'opening')) THEN
    RETURN 'registry.merge-opening-waits';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION merge_digest(p_step text, p_merge text, p_survivor text, p_reason text, p_paper text, p_maker text,
    p_at timestamptz) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_step, p_merge, p_survivor, p_reason, p_paper, p_maker, public.instant_text(p_at))
$$;

CREATE FUNCTION merge_decision_digest(p_maker text, p_checker text, p_approved boolean, p_reason text, p_moved bigint,
    p_moved_on date, p_at timestamptz) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_maker, p_checker, p_approved::text, p_reason, p_moved::text, to_char(p_moved_on, 'YYYY-MM-DD'),
    public.instant_text(p_at))
$$;

-- Both records are locked in the order of their ids, so that two merges at once wait for one another and never in a ring.
CREATE FUNCTION lock_two_persons(p_one text, p_other text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.person WHERE owner_id = least(p_one, p_other) FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.no-such-person';
  END IF;
  PERFORM 1 FROM public.person WHERE owner_id = greatest(p_one, p_other) FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.no-such-person';
  END IF;
END $$;

CREATE FUNCTION request_merge(p_token text, p_owner text, p_id text, p_survivor text, p_reason text, p_paper text, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'clerk');
  v_hindrance text;
BEGIN
  PERFORM public.lock_two_persons(p_owner, p_survivor);
  v_hindrance := public.merge_hindrance(p_owner, p_survivor);
  IF v_hindrance IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = v_hindrance;
  END IF;
  PERFORM 1 FROM public.merge_step s WHERE s.owner_id = p_owner
     AND NOT EXISTS (SELECT FROM public.merge_decision d WHERE d.owner_id = s.owner_id AND d.step_id = s.id);
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.merge-waits';
  END IF;
  INSERT INTO public.merge_step (owner_id, id, step, merge_id, survivor_id, reason, paper_reference, maker_id, requested_at)
  VALUES (p_owner, p_id, 'merge', p_id, p_survivor, p_reason, p_paper, v_maker, p_at);
  PERFORM public.chain_record(p_owner, 'merge', p_id,
    public.merge_digest('merge', p_id, p_survivor, p_reason, p_paper, v_maker, p_at), p_at);
  RETURN v_maker;
END $$;

-- Asks that a merge that stands be undone.
CREATE FUNCTION request_unmerge(p_token text, p_owner text, p_id text, p_reason text, p_paper text, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'clerk');
  v_link public.person_link;
BEGIN
  SELECT * INTO v_link FROM public.person_link WHERE merged_id = p_owner AND unlinked_at IS NULL;
  IF v_link.merged_id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.not-merged';
  END IF;
  PERFORM public.lock_two_persons(p_owner, v_link.survivor_id);
  PERFORM 1 FROM public.merge_step s WHERE s.owner_id = p_owner
     AND NOT EXISTS (SELECT FROM public.merge_decision d WHERE d.owner_id = s.owner_id AND d.step_id = s.id);
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.merge-waits';
  END IF;
  INSERT INTO public.merge_step (owner_id, id, step, merge_id, survivor_id, reason, paper_reference, maker_id, requested_at)
  VALUES (p_owner, p_id, 'undo', v_link.merge_id, v_link.survivor_id, p_reason, p_paper, v_maker, p_at);
  PERFORM public.chain_record(p_owner, 'merge', p_id,
    public.merge_digest('undo', v_link.merge_id, v_link.survivor_id, p_reason, p_paper, v_maker, p_at), p_at);
  RETURN v_maker;
END $$;

-- The balance passes with the merge. Answers what passed.
CREATE FUNCTION move_with_merge(p_step merge_step, p_on date, p_at timestamptz) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_moved bigint;
BEGIN
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_step.owner_id AND closed_on IS NULL;
  IF NOT FOUND THEN RETURN 0; END IF;
  v_moved := public.leave_to(p_step.owner_id, p_step.id, 'jnl_' || p_step.id || '_out', p_on, p_at);
  IF v_moved = 0 THEN RETURN 0; END IF;
  PERFORM public.open_personal_account(p_step.survivor_id, p_on);
  PERFORM public.arrive_from(p_step.survivor_id, p_step.id, 'jnl_' || p_step.id || '_in', v_moved, p_on, p_at);
  RETURN v_moved;
END $$;

-- What passed with the merge passes back as of the same day, so that interest too is as if it had never passed.
CREATE FUNCTION move_with_unmerge(p_step merge_step, p_moved bigint, p_on date, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.money_may_leave(p_step.survivor_id);
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_step.survivor_id FOR UPDATE;
  PERFORM 1 FROM public.account_hold WHERE owner_id = p_step.survivor_id AND released_at IS NULL;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.already-held';
  END IF;
  PERFORM public.post_debit(p_step.survivor_id, 'jnl_' || p_step.id || '_out', 1::smallint, 'between-persons', 'between-persons',
    p_moved, p_on, 'debit', 'merge', p_step.id, NULL, p_at);
  PERFORM public.arrive_from(p_step.owner_id, p_step.id, 'jnl_' || p_step.id || '_in', p_moved, p_on, p_at);
END $$;

-- The second officer approves or declines a merge or its undoing. `p_on` is the day as of which a balance passes: today.
CREATE FUNCTION decide_merge(p_token text, p_owner text, p_step text, p_approved boolean, p_reason text, p_on date, p_at timestamptz)
  RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'reviewer');
  v_step public.merge_step;
  v_hindrance text;
  v_moved bigint := 0;
  v_on date;
BEGIN
  SELECT * INTO v_step FROM public.merge_step WHERE owner_id = p_owner AND id = p_step;
  IF v_step.id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.no-such-merge';
  END IF;
  PERFORM public.lock_two_persons(p_owner, v_step.survivor_id);
  PERFORM 1 FROM public.merge_decision WHERE owner_id = p_owner AND step_id = p_step;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.merge-decided';
  END IF;
  IF p_approved AND v_step.step = 'merge' THEN
    v_hindrance := public.merge_hindrance(p_owner, v_step.survivor_id);
    IF v_hindrance IS NOT NULL THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = v_hindrance;
    END IF;
    v_moved := public.move_with_merge(v_step, p_on, p_at);
    v_on := CASE WHEN v_moved > 0 THEN p_on END;
    INSERT INTO public.person_link (merged_id, merge_id, survivor_id, linked_at)
    VALUES (p_owner, v_step.merge_id, v_step.survivor_id, p_at);
  ELSIF p_approved THEN
    UPDATE public.person_link SET unlinked_at = p_at
     WHERE merged_id = p_owner AND merge_id = v_step.merge_id AND unlinked_at IS NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.not-merged';
    END IF;
    SELECT moved_fen, moved_on INTO v_moved, v_on FROM public.merge_decision
     WHERE owner_id = p_owner AND step_id = v_step.merge_id;
    IF v_moved > 0 THEN
      PERFORM public.move_with_unmerge(v_step, v_moved, v_on, p_at);
    END IF;
  END IF;
  INSERT INTO public.merge_decision (owner_id, step_id, maker_id, checker_id, approved, reason, moved_fen, moved_on, decided_at)
  VALUES (p_owner, p_step, v_step.maker_id, v_checker, p_approved, p_reason, v_moved, v_on, p_at);
  PERFORM public.chain_record(p_owner, 'merge-decision', p_step,
    public.merge_decision_digest(v_step.maker_id, v_checker, p_approved, p_reason, v_moved, v_on, p_at), p_at);
  IF p_approved THEN
    -- The record that stays says so too.
    PERFORM public.chain_record(v_step.survivor_id, 'merge-decision', p_owner || '/' || p_step,
      public.merge_decision_digest(v_step.maker_id, v_checker, p_approved, p_reason, v_moved, v_on, p_at), p_at);
  END IF;
  RETURN v_moved;
END $$;

CREATE FUNCTION judge_double(p_token text, p_one text, p_other text, p_reason text, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_officer text := public.live_officer(p_token, 'clerk');
BEGIN
  PERFORM 1 FROM public.double_pair WHERE owner_id = least(p_one, p_other) AND other_id = greatest(p_one, p_other);
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.no-such-double';
  END IF;
  INSERT INTO public.double_judgement (owner_id, other_id, reason, officer_id, judged_at)
  VALUES (least(p_one, p_other), greatest(p_one, p_other), p_reason, v_officer, p_at);
END $$;

-- Looks for records that may be one person: everywhere, or among those that an import brought. A pair that is known already
-- keeps its first day. Answers how many pairs are new.
CREATE FUNCTION find_doubles(p_run text, p_at timestamptz) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_found bigint;
BEGIN
  WITH born AS (
    SELECT owner_id, born_on FROM public.person
    UNION SELECT owner_id, value::date FROM public.person_detail WHERE field = 'born-on'),
  named AS (
    SELECT owner_id, 'name-and-birth' AS sign, public.name_key(name) AS key FROM public.person
    UNION SELECT owner_id, 'name-and-birth', public.name_key(value) FROM public.person_detail WHERE field = 'name'
    UNION SELECT owner_id, 'latin-name-and-birth', public.latin_key(coalesce(name_latin, name)) FROM public.person
           WHERE coalesce(name_latin, name) ~ '[A-Za-z]'
    UNION SELECT owner_id, 'latin-name-and-birth', public.latin_key(value) FROM public.person_detail
           WHERE field = 'name-latin' AND value IS NOT NULL),
  keyed AS (
    SELECT n.owner_id, n.sign, n.key || b.born_on::text AS key FROM named n JOIN born b ON b.owner_id = n.owner_id WHERE n.key <> ''
    UNION SELECT owner_id, 'number-alike', encode(likeness_hash, 'hex') FROM public.number_likeness),
  -- What more than twenty share says nothing of any two of them.
  alike AS (
    SELECT sign, array_agg(DISTINCT owner_id) AS owners FROM keyed GROUP BY sign, key
    HAVING count(DISTINCT owner_id) BETWEEN 2 AND 20),
  brought AS (
    SELECT owner_id FROM public.person WHERE run_id = p_run),
  found AS (
    INSERT INTO public.double_pair (owner_id, other_id, sign, found_at)
    SELECT DISTINCT one, other, a.sign, p_at
      FROM alike a, unnest(a.owners) AS one, unnest(a.owners) AS other
     WHERE one < other AND (p_run IS NULL OR EXISTS (SELECT FROM brought WHERE owner_id IN (one, other)))
    ON CONFLICT DO NOTHING RETURNING owner_id, other_id)
  SELECT count(DISTINCT (owner_id, other_id)) INTO v_found FROM found;
  RETURN v_found;
END $$;

REVOKE ALL ON FUNCTION name_key, latin_key, survivor_of, merge_hindrance, merge_digest, merge_decision_digest, lock_two_persons,
  request_merge, request_unmerge, move_with_merge, move_with_unmerge, decide_merge, judge_double, find_doubles FROM PUBLIC;
GRANT EXECUTE ON FUNCTION name_key, latin_key, survivor_of, merge_hindrance, merge_digest, merge_decision_digest, request_merge,
  request_unmerge, decide_merge, judge_double, find_doubles TO suixing_app;
GRANT SELECT ON case_end, number_likeness, double_pair, double_judgement, merge_step, merge_decision, person_link TO suixing_app;
GRANT INSERT ON number_likeness TO suixing_app;
GRANT SELECT ON person_link TO suixing_login;
