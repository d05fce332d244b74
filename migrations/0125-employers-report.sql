-- compatible: yes
-- An employer takes its own staff off its roster itself, under its own login. A step in an employer's name is of a live session
-- that acts for that employer, in a case that names it and of somebody who worked for it; nobody else's staff can be
-- reported, whatever the program says. What was reported together lies with the employer, a line a person, each with its case
-- or with why there is none.

CREATE TABLE staff_report (
  owner_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  login_id text COLLATE "C" NOT NULL,
  -- What is reported of everybody in it alike: last day, month, day of the stop, reason.
  statement jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id)
);
COMMENT ON TABLE staff_report IS 'distributed: what an employer reported of several of its staff at once; owned by the employer';

CREATE TABLE staff_report_line (
  owner_id text COLLATE "C" NOT NULL,
  report_id text COLLATE "C" NOT NULL,
  line_no integer NOT NULL CHECK (line_no BETWEEN 1 AND 100),
  person_id text COLLATE "C" NOT NULL,
  -- The case that it became, or why it became none; neither until it was tried.
  case_id text COLLATE "C",
  case_number text COLLATE "C",
  refusal jsonb,
  done_at timestamptz,
  PRIMARY KEY (owner_id, report_id, line_no),
  UNIQUE (owner_id, report_id, person_id),
  FOREIGN KEY (owner_id, report_id) REFERENCES staff_report (owner_id, id),
  CHECK (num_nonnulls(case_id, refusal) = CASE WHEN done_at IS NULL THEN 0 ELSE 1 END
    AND (case_id IS NULL) = (case_number IS NULL))
);
COMMENT ON TABLE staff_report_line IS 'distributed: one of the staff whom an employer reported, with the case that came of it';
CREATE INDEX staff_report_line_by_person ON staff_report_line (owner_id, person_id);

-- The login behind a live session in which somebody acts for this employer.
CREATE FUNCTION live_employer(p_token text, p_employer text) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v record;
BEGIN
  SELECT * INTO v FROM public.live_login(p_token);
  PERFORM 1 FROM public.login_person p
   WHERE v.capacity = 'employer' AND p.owner_id = v.login AND p.capacity = 'employer' AND p.person_id = p_employer
     AND p.ended_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'life-events.not-your-employer';
  END IF;
  RETURN v.login;
END $$;

-- Whether somebody works for an employer by what is on record: an employment that did not end and was not found wrong, on any
-- record of theirs.
CREATE FUNCTION works_for(p_person text, p_employer text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH RECURSIVE records AS (
    SELECT p_person COLLATE "C" AS id UNION
    SELECT k.merged_id FROM records r JOIN public.person_link k ON k.survivor_id = r.id AND k.unlinked_at IS NULL)
  SELECT EXISTS (SELECT FROM public.employment m WHERE m.owner_id IN (SELECT id FROM records) AND m.employer_id = p_employer
    AND NOT EXISTS (SELECT FROM public.record_void v WHERE v.owner_id = m.owner_id AND v.subject = 'employment'
      AND v.subject_id = m.id)
    AND (SELECT x.ended_on FROM public.employment_end x WHERE x.owner_id = m.owner_id AND x.employment_id = m.id
      ORDER BY x.recorded_at DESC, x.id DESC LIMIT 1) IS NULL)
$$;

-- A step that is taken in an employer's name: by its own session, in a staff reduction that names it; handed in only of somebody
-- who works for it.
CREATE FUNCTION mind_the_employer(p_token text, p_actor text, p_case public.case_file, p_action text, p_data jsonb)
  RETURNS void LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_data jsonb := CASE p_action WHEN 'submit' THEN p_data ELSE (SELECT a.data FROM public.case_action a
    WHERE a.owner_id = p_case.owner_id AND a.case_id = p_case.id AND a.action = 'submit' ORDER BY a.seq LIMIT 1) END;
  v_employer text := (SELECT l.owner_id FROM public.employer_locator l
    WHERE l.credit_code = v_data #>> '{facts,statement,employerCreditCode}');
BEGIN
  IF public.live_employer(p_token, v_employer) IS DISTINCT FROM p_actor OR p_case.process <> 'staff-reduction'
     OR (p_action = 'submit' AND NOT public.works_for(p_case.owner_id, v_employer)) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'life-events.not-your-employer';
  END IF;
END $$;

SELECT amend_function('append_action', E'  IF p_seen > 0 THEN\n', $$  IF p_actor_kind = 'employer' THEN
    PERFORM public.mind_the_employer(p_token, p_actor, c, p_action, p_data) FROM public.case_file c
     WHERE c.owner_id = p_owner AND c.id = p_case;
  END IF;
  IF p_seen > 0 THEN
$$);

-- Keeps what an employer reports, before anything comes of it.
CREATE FUNCTION make_staff_report(p_token text, p_owner text, p_id text, p_statement jsonb, p_persons text[], p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_login text;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_login := public.live_employer(p_token, p_owner);
  INSERT INTO public.staff_report (owner_id, id, login_id, statement, made_at) VALUES (p_owner, p_id, v_login, p_statement, p_at);
  INSERT INTO public.staff_report_line (owner_id, report_id, line_no, person_id)
  SELECT p_owner, p_id, at, person FROM unnest(p_persons) WITH ORDINALITY AS t (person, at);
END $$;

-- A line that nothing came of yet, held until this transaction is over: of two that try it the second finds nothing to do.
CREATE FUNCTION take_staff_line(p_token text, p_owner text, p_report text, p_line integer) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_person text;
BEGIN
  PERFORM public.live_employer(p_token, p_owner);
  SELECT l.person_id INTO v_person FROM public.staff_report_line l
   WHERE l.owner_id = p_owner AND l.report_id = p_report AND l.line_no = p_line AND l.done_at IS NULL FOR UPDATE;
  RETURN v_person;
END $$;

-- What came of a line: a staff reduction of this very person, or why there is none.
CREATE FUNCTION close_staff_line(p_token text, p_owner text, p_report text, p_line integer, p_case text, p_number text,
    p_refusal jsonb, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_person text;
  v_case public.case_file;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  v_person := public.take_staff_line(p_token, p_owner, p_report, p_line);
  SELECT c.* INTO v_case FROM public.case_locator l JOIN public.case_file c ON c.owner_id = l.owner_id AND c.id = l.case_id
   WHERE l.number = p_number;
  IF v_person IS NULL OR (p_case IS NOT NULL AND (v_case.id IS DISTINCT FROM p_case OR v_case.process <> 'staff-reduction'
     OR NOT (v_case.owner_id = v_person OR EXISTS (SELECT FROM public.person_link k WHERE k.merged_id = v_person
       AND k.survivor_id = v_case.owner_id AND k.unlinked_at IS NULL)))) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'life-events.not-your-employer';
  END IF;
  UPDATE public.staff_report_line SET case_id = p_case, case_number = p_number, refusal = p_refusal, done_at = p_at
   WHERE owner_id = p_owner AND report_id = p_report AND line_no = p_line;
END $$;

REVOKE ALL ON FUNCTION live_employer, works_for, mind_the_employer, make_staff_report, take_staff_line, close_staff_line
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION make_staff_report, take_staff_line, close_staff_line TO suixing_app;
GRANT SELECT ON staff_report, staff_report_line TO suixing_app;
