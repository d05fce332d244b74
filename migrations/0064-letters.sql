-- compatible: yes
-- Letters: what the agency told somebody in writing, kept as the data that it was printed from, sealed, with the version of
-- the template and a signed statement. A letter stands on the step of its case that it tells of, and on nothing else.

CREATE TABLE letter (
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  -- The step that it tells of; one letter a step.
  seq integer NOT NULL,
  number text COLLATE "C" NOT NULL,
  kind text NOT NULL CHECK (kind IN ('receipt', 'papers-request', 'decision', 'refusal', 'payment-advice')),
  language text NOT NULL CHECK (language IN ('zh', 'en')),
  template_version integer NOT NULL CHECK (template_version > 0),
  data_sealed bytea NOT NULL,
  -- SHA-256 over the canonical text of the data; the signed statement bears it too.
  data_hash bytea NOT NULL CHECK (octet_length(data_hash) = 32),
  -- Null where the agency had no valid key when it was issued: work does not wait for one.
  statement text CHECK (length(statement) <= 2000),
  issued_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, case_id, seq),
  FOREIGN KEY (owner_id, case_id, seq) REFERENCES case_action (owner_id, case_id, seq)
);
COMMENT ON TABLE letter IS 'distributed: letters as issued, append-only; what they say is sealed';

-- Which step each kind of letter tells of. A decision or a refusal is written only of what a second officer approved.
CREATE FUNCTION issue_letter(p_owner text, p_case text, p_seq integer, p_kind text, p_language text, p_version integer,
    p_data bytea, p_hash bytea, p_statement text, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_number text;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  SELECT c.number || '/' || a.seq INTO v_number
    FROM public.case_action a JOIN public.case_file c ON c.owner_id = a.owner_id AND c.id = a.case_id
   WHERE a.owner_id = p_owner AND a.case_id = p_case AND a.seq = p_seq
     AND a.action = ANY (CASE p_kind WHEN 'receipt' THEN '{submit,confirm-payee}' WHEN 'papers-request' THEN '{request-materials}'
           WHEN 'decision' THEN '{approve,overturn-refusal}' WHEN 'refusal' THEN '{refuse}'
           WHEN 'payment-advice' THEN '{confirm-paid}' END::text[])
     AND (p_kind NOT IN ('decision', 'refusal') OR EXISTS (
           SELECT FROM public.decision_approval d
            WHERE d.owner_id = p_owner AND d.case_id = p_case AND d.decision_id = a.data->>'decisionId'
              AND d.outcome = CASE p_kind WHEN 'decision' THEN 'approve' ELSE 'refuse' END));
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'letters.no-such-step';
  END IF;
  INSERT INTO public.letter (owner_id, case_id, seq, number, kind, language, template_version, data_sealed, data_hash,
    statement, issued_at)
  VALUES (p_owner, p_case, p_seq, v_number, p_kind, p_language, p_version, p_data, p_hash, p_statement, p_at);
  RETURN v_number;
END $$;

REVOKE ALL ON FUNCTION issue_letter FROM PUBLIC;
GRANT EXECUTE ON FUNCTION issue_letter TO suixing_app;
GRANT SELECT ON letter TO suixing_app;
