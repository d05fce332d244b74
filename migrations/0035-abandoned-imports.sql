-- compatible: no
-- An import that was cut short and whose file is lost would keep every other file out for ever. Two officers may abandon it:
-- what it brought is found wrong and leads nowhere any more, its balances are never posted, and the next file may come.

CREATE TABLE import_abandonment (
  run_id text COLLATE "C" NOT NULL,
  maker_id text COLLATE "C" NOT NULL REFERENCES officer (id),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  requested_at timestamptz NOT NULL,
  checker_id text COLLATE "C" REFERENCES officer (id),
  decided_at timestamptz,
  CONSTRAINT abandonment_asked_once PRIMARY KEY (run_id),
  FOREIGN KEY (run_id) REFERENCES import_run (id),
  CONSTRAINT abandonment_maker_is_not_checker CHECK (checker_id <> maker_id),
  CHECK ((checker_id IS NULL) = (decided_at IS NULL))
);
COMMENT ON TABLE import_abandonment IS 'reference: imports that two officers gave up';

ALTER TABLE import_run ADD COLUMN abandoned_at timestamptz,
  -- The very same file may come again after it was given up.
  DROP CONSTRAINT import_run_kind_file_sha256_key;
CREATE UNIQUE INDEX one_import_per_file ON import_run (kind, file_sha256) WHERE abandoned_at IS NULL;

-- What an abandoned import brought is void by the import, not by a correction.
ALTER TABLE record_void ADD COLUMN run_id text COLLATE "C" REFERENCES import_run (id),
  ALTER COLUMN correction_id DROP NOT NULL,
  ADD CONSTRAINT void_has_one_basis CHECK (num_nonnulls(correction_id, run_id) = 1);

CREATE FUNCTION request_abandonment(p_token text, p_run text, p_reason text, p_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'clerk');
BEGIN
  PERFORM 1 FROM public.import_run WHERE id = p_run AND finished_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.import-closed';
  END IF;
  INSERT INTO public.import_abandonment (run_id, maker_id, reason, requested_at) VALUES (p_run, v_maker, p_reason, p_at);
END $$;

-- Gives the import up. The lock on it waits for lines under way; none can come after it. Nobody whom it brought may have
-- become more than a line of a file meanwhile.
CREATE FUNCTION approve_abandonment(p_token text, p_run text, p_at timestamptz) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'reviewer');
  v_row record;
  v_count bigint := 0;
BEGIN
  UPDATE public.import_run SET finished_at = p_at, abandoned_at = p_at WHERE id = p_run AND finished_at IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.import-closed';
  END IF;
  UPDATE public.import_abandonment SET checker_id = v_checker, decided_at = p_at WHERE run_id = p_run AND checker_id IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.no-abandonment';
  END IF;
  PERFORM 1 FROM public.person p WHERE p.run_id = p_run
     AND (EXISTS (SELECT FROM public.case_file c WHERE c.owner_id = p.owner_id)
       OR EXISTS (SELECT FROM public.record_entry e WHERE e.owner_id = p.owner_id AND e.run_id IS NULL)
       OR EXISTS (SELECT FROM public.correction c WHERE c.owner_id = p.owner_id)
       OR EXISTS (SELECT FROM public.merge_step m WHERE m.owner_id = p.owner_id OR m.survivor_id = p.owner_id)
       OR EXISTS (SELECT FROM public.card c WHERE c.owner_id = p.owner_id)
       OR EXISTS (SELECT FROM public.paid_period m WHERE m.owner_id = p.owner_id)
       OR EXISTS (SELECT FROM public.posting b WHERE b.owner_id = p.owner_id));
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.import-in-use';
  END IF;
  FOR v_row IN
    SELECT d.owner_id, 'document' AS subject, d.id FROM public.identity_document d JOIN public.person p ON p.owner_id = d.owner_id
     WHERE p.run_id = p_run
    UNION ALL
    SELECT owner_id, 'period', id FROM public.paid_period WHERE run_id = p_run
    ORDER BY 1, 3
  LOOP
    INSERT INTO public.record_void (owner_id, subject, subject_id, run_id, voided_at)
    VALUES (v_row.owner_id, v_row.subject, v_row.id, p_run, p_at);
    PERFORM public.chain_record(v_row.owner_id, 'void', p_run || '/' || v_row.id,
      public.void_digest(v_row.subject, v_row.id, p_run, p_at), p_at);
    v_count := v_count + 1;
  END LOOP;
  DELETE FROM public.identity_locator l USING public.identity_document d JOIN public.person p ON p.owner_id = d.owner_id
   WHERE p.run_id = p_run AND l.number_hash = d.number_hash AND l.owner_id = d.owner_id;
  RETURN v_count;
END $$;

CREATE OR REPLACE FUNCTION approve_import(p_token text, p_run text, p_at timestamptz) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'reviewer');
  v_run public.import_run;
BEGIN
  SELECT * INTO v_run FROM public.import_run WHERE id = p_run FOR UPDATE;
  IF v_run.id IS NULL OR v_run.finished_at IS NULL OR v_run.abandoned_at IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.import-not-finished';
  END IF;
  INSERT INTO public.import_approval (run_id, maker_id, checker_id, approved_at)
  VALUES (p_run, v_run.maker_id, v_checker, p_at);
  RETURN v_checker;
END $$;

REVOKE ALL ON FUNCTION request_abandonment, approve_abandonment FROM PUBLIC;
GRANT EXECUTE ON FUNCTION request_abandonment, approve_abandonment TO suixing_app;
GRANT SELECT ON import_abandonment TO suixing_app;
