-- compatible: yes
-- What a decided case writes into a person's record: the procedures of life events (leaving an employer, stopping insurance,
-- treatment elsewhere, retirement, death). Nobody types such an entry; it comes word for word from the decision that one
-- officer proposed and another approved.

CREATE TABLE process_record (
  process text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  -- With the application (not confirmed yet), or with the approved decision.
  step text COLLATE "C" NOT NULL CHECK (step IN ('application', 'decision')),
  PRIMARY KEY (process, kind, step)
);
COMMENT ON TABLE process_record IS 'reference: which kinds of record entries a procedure may write, and with which step';
INSERT INTO process_record (process, kind, step) VALUES
  ('staff-reduction', 'roster', 'decision'),
  ('staff-reduction', 'relationship', 'decision'),
  ('staff-reduction', 'employment-end', 'decision'),
  ('insurance-stop', 'relationship', 'decision'),
  ('treatment-filing', 'treatment-elsewhere', 'application'),
  ('treatment-filing', 'treatment-elsewhere', 'decision'),
  ('retirement', 'retired', 'decision'),
  ('death-notice', 'died', 'decision');

-- A case ends an employment once, and writes each kind once, but for a filing: handed in, then confirmed or lapsed.
DROP INDEX one_entry_per_case;
CREATE UNIQUE INDEX one_entry_per_case ON record_entry (owner_id, case_id, kind)
  WHERE case_id IS NOT NULL AND kind <> 'treatment-elsewhere';
CREATE UNIQUE INDEX one_end_per_case ON employment_end (owner_id, case_id, employment_id) WHERE case_id IS NOT NULL;
CREATE UNIQUE INDEX one_filing_step_per_case ON record_entry (owner_id, case_id, kind, (body::text))
  WHERE case_id IS NOT NULL AND kind = 'treatment-elsewhere';

-- Writes an entry that rests on a case. Called by the guards below, and by nobody else.
CREATE FUNCTION record_by_case(p_owner text, p_entry text, p_kind text, p_body jsonb, p_from date, p_to date, p_case text,
    p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO public.record_entry (owner_id, id, kind, body, true_from, true_to, case_id, recorded_at)
  VALUES (p_owner, p_entry, p_kind, p_body, p_from, p_to, p_case, p_at);
  PERFORM public.chain_record(p_owner, 'entry', p_entry,
    public.entry_digest(p_kind, p_body, NULL, NULL, NULL, p_case, NULL, p_at, p_from, p_to), p_at);
END $$;

-- The end of an employment that a decided case brings.
CREATE FUNCTION end_employment_by_case(p_owner text, p_end text, p_employment text, p_ended date, p_case text, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO public.employment_end (owner_id, id, employment_id, ended_on, case_id, recorded_at)
  VALUES (p_owner, p_end, p_employment, p_ended, p_case, p_at);
  PERFORM public.chain_record(p_owner, 'employment-end', p_end,
    public.employment_end_digest(p_employment, p_ended, p_case, NULL, p_at), p_at);
END $$;

-- Records what an approved decision says that it leads to: the same in the proposal and in its approval, of kinds that the
-- procedure may write. The caller brings the entries' ids and nothing else. Answers how many there are.
CREATE FUNCTION record_decided(p_owner text, p_decision text, p_entries text[], p_at timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_case public.case_file;
  v_approved jsonb;
  v_proposed jsonb;
  v_decided_on date;
  v_entry record;
  v_body jsonb;
BEGIN
  PERFORM public.sees_what_is_committed();
  SELECT a.findings #> '{consequence,entries}', d.findings #> '{consequence,entries}', a.decided_on
    INTO v_approved, v_proposed, v_decided_on
    FROM public.decision_approval a
    JOIN public.decision d ON d.owner_id = a.owner_id AND d.id = a.decision_id
   WHERE a.owner_id = p_owner AND a.decision_id = p_decision AND a.outcome = 'approve';
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.case-not-approved';
  END IF;
  SELECT c.* INTO v_case FROM public.case_file c
    JOIN public.decision_approval a ON a.owner_id = c.owner_id AND a.case_id = c.id
   WHERE a.owner_id = p_owner AND a.decision_id = p_decision;
  IF v_approved IS NULL OR v_approved IS DISTINCT FROM v_proposed
     OR jsonb_array_length(v_approved) <> cardinality(p_entries) THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.not-as-decided';
  END IF;
  PERFORM 1 FROM jsonb_array_elements(v_approved) AS e
   WHERE NOT EXISTS (SELECT FROM public.process_record p
     WHERE p.process = v_case.process AND p.kind = e ->> 'kind' AND p.step = 'decision');
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.not-of-this-process';
  END IF;
  FOR v_entry IN SELECT e.value AS said, p_entries[e.ordinality] AS id
      FROM jsonb_array_elements(v_approved) WITH ORDINALITY AS e LOOP
    v_body := v_entry.said -> 'body';
    -- A filing is confirmed on the day of the approval, which the clerk who proposed it could not know.
    IF v_entry.said ->> 'kind' = 'treatment-elsewhere' AND jsonb_typeof(v_body -> 'filing') = 'object' THEN
      v_body := jsonb_set(v_body, '{filing,confirmedOn}', to_jsonb(to_char(v_decided_on, 'YYYY-MM-DD')));
    END IF;
    IF v_entry.said ->> 'kind' = 'employment-end' THEN
      PERFORM public.end_employment_by_case(p_owner, v_entry.id, v_body ->> 'employmentId', (v_body ->> 'endedOn')::date,
        v_case.id, p_at);
    ELSE
      PERFORM public.record_by_case(p_owner, v_entry.id, v_entry.said ->> 'kind', v_body,
        (v_entry.said ->> 'trueFrom')::date, (v_entry.said ->> 'trueTo')::date, v_case.id, p_at);
    END IF;
  END LOOP;
  RETURN cardinality(p_entries);
END $$;

-- The entry of a kind that counts now, whatever day it holds from.
CREATE FUNCTION counting_entry(p_owner text, p_kind text) RETURNS record_entry
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.* FROM public.record_entry e
    LEFT JOIN public.record_confirmation c ON c.owner_id = e.owner_id AND c.entry_id = e.id
   WHERE e.owner_id = p_owner AND e.kind = p_kind AND (e.paper_reference IS NULL OR c.confirmed)
     AND NOT EXISTS (SELECT FROM public.record_void v
       WHERE v.owner_id = e.owner_id AND v.subject = 'entry' AND v.subject_id = e.id)
   ORDER BY coalesce(e.rank_at, e.recorded_at) DESC, e.recorded_at DESC, e.id DESC LIMIT 1
$$;

-- A filing that was handed in is on record as not confirmed, which opens nothing. One that stands confirmed is left alone.
-- Answers whether it was recorded.
CREATE FUNCTION record_filing(p_owner text, p_entry text, p_case text, p_region text, p_group text, p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_standing public.record_entry;
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.case_file c JOIN public.process_record p ON p.process = c.process
   WHERE c.owner_id = p_owner AND c.id = p_case AND p.kind = 'treatment-elsewhere' AND p.step = 'application'
     FOR UPDATE OF c;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.not-of-this-process';
  END IF;
  v_standing := public.counting_entry(p_owner, 'treatment-elsewhere');
  IF v_standing.body #>> '{filing,confirmedOn}' IS NOT NULL THEN RETURN false; END IF;
  PERFORM public.record_by_case(p_owner, p_entry, 'treatment-elsewhere',
    jsonb_build_object('filing', jsonb_build_object('region', p_region, 'group', p_group, 'confirmedOn', NULL)),
    NULL, NULL, p_case, p_at);
  RETURN true;
END $$;

-- A filing that was refused or taken back is not on record any more: only the unconfirmed one of this very case lapses.
CREATE FUNCTION record_filing_lapsed(p_owner text, p_entry text, p_case text, p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_standing public.record_entry;
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.case_file WHERE owner_id = p_owner AND id = p_case FOR UPDATE;
  v_standing := public.counting_entry(p_owner, 'treatment-elsewhere');
  IF v_standing.case_id IS DISTINCT FROM p_case OR v_standing.body -> 'filing' = 'null'::jsonb
     OR v_standing.body #>> '{filing,confirmedOn}' IS NOT NULL THEN
    RETURN false;
  END IF;
  PERFORM public.record_by_case(p_owner, p_entry, 'treatment-elsewhere', '{"filing": null}', NULL, NULL, p_case, p_at);
  RETURN true;
END $$;

-- The login of somebody whose death is on record ends, and so does what an agent was allowed: a power of attorney ends with
-- whoever gave it. Successors keep theirs. Answers how many logins lost the person.
CREATE FUNCTION end_access_of_the_dead(p_owner text) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_died public.record_entry;
  v_logins text[];
BEGIN
  PERFORM public.sees_what_is_committed();
  v_died := public.counting_entry(p_owner, 'died');
  IF v_died.body ->> 'on' IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.no-death-on-record';
  END IF;
  WITH ended AS (
    UPDATE public.person_access SET ended_at = clock_timestamp()
     WHERE owner_id = p_owner AND capacity IN ('insured', 'agent') AND ended_at IS NULL RETURNING login_id)
  SELECT coalesce(array_agg(DISTINCT login_id), '{}') INTO v_logins FROM ended;
  UPDATE public.login_person SET ended_at = clock_timestamp()
   WHERE owner_id = ANY (v_logins) AND person_id = p_owner AND capacity IN ('insured', 'agent') AND ended_at IS NULL;
  UPDATE public.person_session s SET ended_at = clock_timestamp()
   WHERE s.owner_id = ANY (v_logins) AND s.capacity IN ('insured', 'agent') AND s.ended_at IS NULL
     AND NOT EXISTS (SELECT FROM public.login_person l
       WHERE l.owner_id = s.owner_id AND l.capacity = s.capacity AND l.ended_at IS NULL);
  RETURN cardinality(v_logins);
END $$;

REVOKE ALL ON FUNCTION record_by_case, end_employment_by_case, record_decided, counting_entry, record_filing, record_filing_lapsed,
  end_access_of_the_dead FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record_decided, record_filing, record_filing_lapsed, end_access_of_the_dead TO suixing_app;
GRANT SELECT ON process_record TO suixing_app;
