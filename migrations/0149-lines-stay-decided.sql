-- compatible: yes
-- What came of a line of an employer's report stays, also where the merge is undone by which it was decided beside another record: the line
-- says that case, and becomes no second one. But what an employer reported of one person takes nobody else off a roster: such a case is
-- refused, and the employer reports again. And a report keeps by which mandate it was made.

-- All records beside which a line about this one may have been decided: those that it is or was folded into, at any time.
CREATE FUNCTION staff_line_places(p_person text) RETURNS SETOF text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH RECURSIVE up AS (
    SELECT p_person COLLATE "C" AS id UNION SELECT k.survivor_id FROM up JOIN public.person_link k ON k.merged_id = up.id)
  SELECT id FROM up
$$;

-- Whether it was decided what comes of a line about this person.
CREATE FUNCTION staff_line_decided(p_person text, p_report text, p_line integer) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM public.staff_line_outcome o
    WHERE o.owner_id IN (SELECT public.staff_line_places(p_person)) AND o.report_id = p_report AND o.line_no = p_line)
$$;

SELECT amend_function('decide_staff_line', $$EXISTS (SELECT FROM public.staff_line_outcome o WHERE o.owner_id IN (SELECT public.staff_line_records(v_person))
     AND o.report_id = p_report AND o.line_no = p_line) THEN$$, 'public.staff_line_decided(v_person, p_report, p_line) THEN');
SELECT amend_function('close_staff_line', 'public.staff_line_records(v_person)', 'public.staff_line_places(v_person)');

-- Whether an employer reported somebody else in this case: a person who is no longer one with whose case it is.
CREATE FUNCTION reported_of_another(p_owner text, p_case text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM public.staff_line_outcome o
    JOIN public.staff_report_line l ON l.owner_id = o.employer_id AND l.report_id = o.report_id AND l.line_no = o.line_no
    WHERE o.owner_id = p_owner AND o.case_id = p_case AND NOT public.same_person(l.person_id, p_owner))
$$;

SELECT amend_function('record_decided', E'  PERFORM 1 FROM jsonb_array_elements(v_approved) AS e\n',
  $$  IF public.reported_of_another(p_owner, v_case.id) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'life-events.reported-of-another';
  END IF;
  PERFORM 1 FROM jsonb_array_elements(v_approved) AS e
$$);

-- By whose mandate a report was made, while several may hold: the one accepted last; null where the employer's own login made it.
ALTER TABLE staff_report ADD COLUMN mandate_id text COLLATE "C",
  ADD FOREIGN KEY (owner_id, mandate_id) REFERENCES mandate (owner_id, id);
UPDATE staff_report r SET mandate_id = (SELECT m.id FROM mandate m
  WHERE m.owner_id = r.owner_id AND m.agent_login = r.login_id AND m.accepted_at <= r.made_at AND coalesce(m.ended_at > r.made_at, true)
    AND capacity_of_mandate(m) = 'employer' ORDER BY m.accepted_at DESC LIMIT 1);

CREATE FUNCTION mandate_of_employer(p_login text, p_employer text) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.id FROM public.mandate m
    JOIN public.login_person p ON p.owner_id = m.agent_login AND p.person_id = m.owner_id AND p.capacity = 'employer' AND p.ended_at IS NULL
   WHERE m.owner_id = p_employer AND m.agent_login = p_login AND p.proof = 'mandate' AND public.capacity_of_mandate(m) = 'employer'
     AND m.ended_at IS NULL AND (m.until_on IS NULL OR m.until_on >= public.business_today())
   ORDER BY m.accepted_at DESC, m.id DESC LIMIT 1
$$;
SELECT amend_function('make_staff_report', '(owner_id, id, login_id, statement, made_at) VALUES (p_owner, p_id, v_login, p_statement, p_at)',
  '(owner_id, id, login_id, statement, made_at, mandate_id)
  VALUES (p_owner, p_id, v_login, p_statement, p_at, public.mandate_of_employer(v_login, p_owner))');

REVOKE ALL ON FUNCTION staff_line_places, staff_line_decided, reported_of_another, mandate_of_employer FROM PUBLIC;
GRANT EXECUTE ON FUNCTION staff_line_decided, reported_of_another TO suixing_app;
