-- compatible: no
-- Two clocks on every record: from when it holds in the world (true_from, true_to), and from when the agency knew it (the
-- import, the settled case, or the second officer's word for a paper). Nothing is edited: what was wrong is voided by a row
-- of its own, and what is right instead is a new row.

ALTER TABLE record_entry
  ADD COLUMN true_from date,
  ADD COLUMN true_to date,
  -- Which entry counts is told by the order of recording; one that stands in another's place takes that one's place in it.
  ADD COLUMN rank_at timestamptz,
  ADD CONSTRAINT record_holds_forwards CHECK (true_to >= true_from);
COMMENT ON COLUMN record_entry.true_from IS 'the first day on which it holds, where whoever recorded it named one; else holds_from tells it';
COMMENT ON COLUMN record_entry.true_to IS 'the last day on which it holds; null until something later takes its place';
COMMENT ON COLUMN record_entry.rank_at IS 'the time of recording of the entry in whose place this one stands; null for an entry of its own';

-- The first day on which an entry holds: as it was said, else the day that its body names, else the day of recording; for an
-- import's line that names none null, as far back as anything is known. An event whose day is null has not happened.
CREATE FUNCTION holds_from(p_kind text, p_body jsonb, p_said date, p_run text, p_recorded_at timestamptz) RETURNS date
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(p_said,
    CASE
      WHEN p_kind IN ('retired', 'died', 'nationality-lost', 'succession') THEN (p_body ->> 'on')::date
      WHEN p_kind = 'left-country' THEN (p_body #>> '{left,on}')::date
      WHEN p_kind IN ('relationship', 'roster') THEN (p_body ->> 'since')::date
      WHEN p_kind = 'treatment-elsewhere' THEN (p_body #>> '{filing,confirmedOn}')::date
      WHEN p_kind = 'transfer'
        THEN coalesce((p_body #>> '{transfer,evidenceOn}')::date, (p_body #>> '{transfer,appliedOn}')::date) END,
    CASE WHEN p_run IS NULL AND p_kind NOT IN ('retired', 'died', 'nationality-lost', 'left-country')
      THEN (p_recorded_at AT TIME ZONE 'Asia/Shanghai')::date END)
$$;

-- What was found wrong on record, whatever it is: from then on it is not read as true, and before then it was.
CREATE TABLE record_void (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  subject text NOT NULL CHECK (subject IN ('entry', 'detail', 'document', 'employment', 'period')),
  subject_id text COLLATE "C" NOT NULL,
  correction_id text COLLATE "C" NOT NULL,
  voided_at timestamptz NOT NULL,
  -- A thing is found wrong once; what stands in its place may be found wrong in its turn.
  CONSTRAINT voided_once PRIMARY KEY (owner_id, subject, subject_id)
);
COMMENT ON TABLE record_void IS 'distributed: what was found wrong on a person''s record, append-only';

-- Employments and paid periods may come otherwise than on a line of a file, so they have ids of their own.
ALTER TABLE employment ADD COLUMN id text COLLATE "C", ADD COLUMN recorded_at timestamptz,
  ADD COLUMN correction_id text COLLATE "C";
UPDATE employment m SET id = m.run_id || '/' || m.line_no,
  recorded_at = (SELECT p.recorded_at FROM person p WHERE p.owner_id = m.owner_id);
ALTER TABLE employment DROP CONSTRAINT employment_pkey,
  ALTER COLUMN id SET NOT NULL, ALTER COLUMN recorded_at SET NOT NULL,
  ALTER COLUMN run_id DROP NOT NULL, ALTER COLUMN line_no DROP NOT NULL,
  ADD PRIMARY KEY (owner_id, id),
  ADD CONSTRAINT employment_has_one_basis CHECK (num_nonnulls(run_id, correction_id) = 1 AND (run_id IS NULL) = (line_no IS NULL));

-- The end of an employment, on a case's decision or a correction's; the end known last counts.
CREATE TABLE employment_end (
  owner_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  employment_id text COLLATE "C" NOT NULL,
  -- The last day of it; null takes back an end that was on record.
  ended_on date,
  case_id text COLLATE "C",
  correction_id text COLLATE "C",
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, id),
  FOREIGN KEY (owner_id, employment_id) REFERENCES employment (owner_id, id),
  CHECK (num_nonnulls(case_id, correction_id) = 1)
);
COMMENT ON TABLE employment_end IS 'distributed: ends of employments, append-only; the one known last counts';

ALTER TABLE paid_period ADD COLUMN id text COLLATE "C", ADD COLUMN correction_id text COLLATE "C";
UPDATE paid_period SET id = run_id || '/' || line_no;
ALTER TABLE paid_period DROP CONSTRAINT paid_period_pkey,
  ALTER COLUMN id SET NOT NULL,
  ALTER COLUMN run_id DROP NOT NULL, ALTER COLUMN line_no DROP NOT NULL,
  ADD PRIMARY KEY (owner_id, id),
  ADD CONSTRAINT period_has_one_basis CHECK (num_nonnulls(run_id, correction_id) = 1 AND (run_id IS NULL) = (line_no IS NULL));

-- A line of a file brings one employment and one period at most, as before.
CREATE UNIQUE INDEX one_employment_per_line ON employment (owner_id, run_id, line_no) WHERE run_id IS NOT NULL;
CREATE UNIQUE INDEX one_period_per_line ON paid_period (owner_id, run_id, line_no) WHERE run_id IS NOT NULL;

-- What a link of the chain says of an entry: as before, and, where they are there, the days, the rank and the correction.
DROP FUNCTION entry_digest(text, jsonb, text, text, integer, text, text, timestamptz);
CREATE FUNCTION entry_digest(p_kind text, p_body jsonb, p_paper text, p_run text, p_line integer, p_case text, p_maker text,
    p_at timestamptz, p_true_from date DEFAULT NULL, p_true_to date DEFAULT NULL, p_rank timestamptz DEFAULT NULL,
    p_correction text DEFAULT NULL)
  RETURNS bytea LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(VARIADIC
    ARRAY[p_kind, p_body::text, p_paper, p_run, p_line::text, p_case, p_maker, public.instant_text(p_at)]
    || array_remove(ARRAY['from ' || to_char(p_true_from, 'YYYY-MM-DD'), 'to ' || to_char(p_true_to, 'YYYY-MM-DD'),
         'rank ' || public.instant_text(p_rank), 'correction ' || p_correction], NULL))
$$;

CREATE FUNCTION period_digest(p_from text, p_to text, p_base bigint, p_region text, p_run text, p_line integer,
    p_correction text, p_at timestamptz)
  RETURNS bytea LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_from, p_to, p_base::text, p_region, p_run, p_line::text, p_correction, public.instant_text(p_at))
$$;

CREATE FUNCTION employment_digest(p_employer text, p_from date, p_run text, p_line integer, p_correction text, p_at timestamptz)
  RETURNS bytea LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_employer, to_char(p_from, 'YYYY-MM-DD'), p_run, p_line::text, p_correction, public.instant_text(p_at))
$$;

CREATE FUNCTION employment_end_digest(p_employment text, p_ended date, p_case text, p_correction text, p_at timestamptz)
  RETURNS bytea LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_employment, to_char(p_ended, 'YYYY-MM-DD'), p_case, p_correction, public.instant_text(p_at))
$$;

-- Paid months and employments count as soon as they are there, so nobody types one: a line of an import under way brings it.
REVOKE INSERT ON employment, paid_period FROM suixing_app;
GRANT SELECT ON record_void, employment_end TO suixing_app;

CREATE FUNCTION record_period(p_owner text, p_run text, p_line integer, p_from text, p_to text, p_base bigint, p_region text,
    p_at timestamptz)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_id text := p_run || '/' || p_line;
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.import_run WHERE id = p_run AND kind = 'months' AND finished_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.import-closed';
  END IF;
  -- The very same period is on record once, unless the one that is there was found wrong.
  INSERT INTO public.paid_period (owner_id, id, run_id, line_no, from_month, to_month, base_fen, origin_region, recorded_at)
  SELECT p_owner, v_id, p_run, p_line, p_from, p_to, p_base, p_region, p_at
   WHERE NOT EXISTS (SELECT FROM public.paid_period p WHERE p.owner_id = p_owner AND p.from_month = p_from
     AND p.to_month = p_to AND p.base_fen = p_base AND p.origin_region = p_region
     AND NOT EXISTS (SELECT FROM public.record_void v
       WHERE v.owner_id = p.owner_id AND v.subject = 'period' AND v.subject_id = p.id))
  ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM public.chain_record(p_owner, 'period', v_id,
    public.period_digest(p_from, p_to, p_base, p_region, p_run, p_line, NULL, p_at), p_at);
  RETURN true;
END $$;

CREATE FUNCTION record_employment(p_owner text, p_employer text, p_from date, p_run text, p_line integer, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_id text := p_run || '/' || p_line;
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.import_run WHERE id = p_run AND kind = 'people' AND finished_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.import-closed';
  END IF;
  PERFORM 1 FROM public.person WHERE owner_id = p_owner AND run_id = p_run AND line_no = p_line;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.import-closed';
  END IF;
  INSERT INTO public.employment (owner_id, id, employer_id, from_on, run_id, line_no, recorded_at)
  VALUES (p_owner, v_id, p_employer, p_from, p_run, p_line, p_at);
  PERFORM public.chain_record(p_owner, 'employment', v_id,
    public.employment_digest(p_employer, p_from, p_run, p_line, NULL, p_at), p_at);
END $$;

DROP FUNCTION record_paper(text, text, text, text, jsonb, text, timestamptz);
CREATE FUNCTION record_paper(p_token text, p_owner text, p_entry text, p_kind text, p_body jsonb, p_paper text,
    p_at timestamptz, p_true_from date DEFAULT NULL, p_true_to date DEFAULT NULL)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'clerk');
BEGIN
  INSERT INTO public.record_entry (owner_id, id, kind, body, true_from, true_to, paper_reference, maker_id, recorded_at)
  VALUES (p_owner, p_entry, p_kind, p_body, p_true_from, p_true_to, p_paper, v_maker, p_at);
  PERFORM public.chain_record(p_owner, 'entry', p_entry,
    public.entry_digest(p_kind, p_body, p_paper, NULL, NULL, NULL, v_maker, p_at, p_true_from, p_true_to), p_at);
  RETURN v_maker;
END $$;

-- What is there already gets its links, in the order in which it was recorded.
DO $$
DECLARE
  v_row record;
BEGIN
  FOR v_row IN
    SELECT * FROM (
      SELECT owner_id, 'employment' AS kind, id, recorded_at AS at,
          public.employment_digest(employer_id, from_on, run_id, line_no, NULL, recorded_at) AS digest FROM public.employment
      UNION ALL
      SELECT owner_id, 'period', id, recorded_at,
          public.period_digest(from_month, to_month, base_fen, origin_region, run_id, line_no, NULL, recorded_at)
        FROM public.paid_period) AS had
     ORDER BY owner_id, at, kind, id
  LOOP
    PERFORM public.chain_record(v_row.owner_id, v_row.kind, v_row.id, v_row.digest, v_row.at);
  END LOOP;
END $$;

REVOKE ALL ON FUNCTION holds_from, entry_digest, period_digest, employment_digest, employment_end_digest, record_period,
  record_employment, record_paper FROM PUBLIC;
GRANT EXECUTE ON FUNCTION holds_from, entry_digest, period_digest, employment_digest, employment_end_digest, record_period,
  record_employment, record_paper TO suixing_app;
