-- compatible: no
-- What comes of a line of an employer's report is decided beside the person, in one transaction with their case, and then said at
-- the employer's line, in one of its own: neither writes rows of both, and whoever is cut off between them decides nothing twice.

CREATE TABLE staff_line_outcome (
  owner_id text COLLATE "C" NOT NULL,
  report_id text COLLATE "C" NOT NULL,
  line_no integer NOT NULL,
  employer_id text COLLATE "C" NOT NULL,
  -- The case that the line became, or why it became none.
  case_id text COLLATE "C",
  case_number text COLLATE "C",
  refusal jsonb,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, report_id, line_no),
  FOREIGN KEY (owner_id, case_id) REFERENCES case_file (owner_id, id),
  CHECK (num_nonnulls(case_id, refusal) = 1 AND (case_id IS NULL) = (case_number IS NULL))
);
COMMENT ON TABLE staff_line_outcome IS 'distributed: what came of a line of an employer''s report, owned by the person it is about';
CREATE UNIQUE INDEX staff_line_outcome_of_case ON staff_line_outcome (owner_id, case_id) WHERE case_id IS NOT NULL;

INSERT INTO staff_line_outcome (owner_id, report_id, line_no, employer_id, case_id, case_number, refusal, decided_at)
SELECT coalesce(c.owner_id, l.person_id), l.report_id, l.line_no, l.owner_id, l.case_id, l.case_number, l.refusal, l.done_at
  FROM staff_report_line l LEFT JOIN case_locator c ON c.number = l.case_number WHERE l.done_at IS NOT NULL;

-- As many as fit into one list of a department that closes.
ALTER TABLE staff_report_line DROP CONSTRAINT staff_report_line_line_no_check,
  ADD CONSTRAINT staff_report_line_line_no_check CHECK (line_no BETWEEN 1 AND 200);

-- All records under which what came of a line may lie: the one that was reported, and those it was folded into since.
CREATE FUNCTION staff_line_records(p_person text) RETURNS SETOF text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH RECURSIVE up AS (
    SELECT p_person COLLATE "C" AS id UNION
    SELECT k.survivor_id FROM up JOIN public.person_link k ON k.merged_id = up.id AND k.unlinked_at IS NULL)
  SELECT id FROM up
$$;

-- Decides a line, once: by a reduction of this very person that this login handed in, or by why there is none.
CREATE FUNCTION decide_staff_line(p_token text, p_employer text, p_report text, p_line integer, p_owner text, p_case text,
    p_refusal jsonb, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_login text;
  v_person text;
  v_number text;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_login := public.live_employer(p_token, p_employer);
  SELECT l.person_id INTO v_person FROM public.staff_report_line l
   WHERE l.owner_id = p_employer AND l.report_id = p_report AND l.line_no = p_line;
  SELECT c.number INTO v_number FROM public.case_file c
   WHERE c.owner_id = p_owner AND c.id = p_case AND c.process = 'staff-reduction' AND EXISTS (
     SELECT FROM public.case_action a WHERE a.owner_id = c.owner_id AND a.case_id = c.id AND a.action = 'submit'
       AND a.actor_kind = 'employer' AND a.actor_id = v_login);
  IF v_person IS NULL OR p_owner NOT IN (SELECT public.staff_line_records(v_person))
     OR (p_case IS NOT NULL AND v_number IS NULL) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'life-events.not-your-employer';
  END IF;
  IF EXISTS (SELECT FROM public.staff_line_outcome o WHERE o.owner_id IN (SELECT public.staff_line_records(v_person))
     AND o.report_id = p_report AND o.line_no = p_line) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.changed-meanwhile';
  END IF;
  INSERT INTO public.staff_line_outcome (owner_id, report_id, line_no, employer_id, case_id, case_number, refusal, decided_at)
  VALUES (p_owner, p_report, p_line, p_employer, p_case, v_number, p_refusal, p_at);
END $$;

-- Says at the employer's line what was decided of it; said again it changes nothing.
DROP FUNCTION close_staff_line(text, text, text, integer, text, text, jsonb, timestamptz);
DROP FUNCTION take_staff_line(text, text, text, integer);
CREATE FUNCTION close_staff_line(p_token text, p_employer text, p_report text, p_line integer, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_person text;
  o public.staff_line_outcome;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM public.live_employer(p_token, p_employer);
  SELECT l.person_id INTO v_person FROM public.staff_report_line l
   WHERE l.owner_id = p_employer AND l.report_id = p_report AND l.line_no = p_line;
  SELECT * INTO o FROM public.staff_line_outcome x
   WHERE x.owner_id IN (SELECT public.staff_line_records(v_person)) AND x.report_id = p_report AND x.line_no = p_line
     AND x.employer_id = p_employer;
  IF o.owner_id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'life-events.not-your-employer';
  END IF;
  UPDATE public.staff_report_line SET case_id = o.case_id, case_number = o.case_number, refusal = o.refusal, done_at = p_at
   WHERE owner_id = p_employer AND report_id = p_report AND line_no = p_line AND done_at IS NULL;
END $$;

REVOKE ALL ON FUNCTION staff_line_records, decide_staff_line, close_staff_line FROM PUBLIC;
GRANT EXECUTE ON FUNCTION decide_staff_line, close_staff_line TO suixing_app;
GRANT SELECT ON staff_line_outcome TO suixing_app;
