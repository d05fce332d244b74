-- compatible: yes
-- After a death each heir is told their own share by a letter of their own, in their language. It lies apart from the letters
-- of the case, so that nobody who may read the case reads it by that alone.

CREATE TABLE heir_letter (
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  -- The step that it tells of; one letter for each heir.
  seq integer NOT NULL,
  successor_id text COLLATE "C" NOT NULL,
  number text COLLATE "C" NOT NULL,
  language text NOT NULL CHECK (language IN ('zh', 'en')),
  template_version integer NOT NULL CHECK (template_version > 0),
  data_sealed bytea NOT NULL,
  data_hash bytea NOT NULL CHECK (octet_length(data_hash) = 32),
  statement text CHECK (length(statement) <= 2000),
  issued_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, case_id, seq, successor_id),
  FOREIGN KEY (owner_id, case_id, seq) REFERENCES case_action (owner_id, case_id, seq),
  FOREIGN KEY (owner_id, case_id, successor_id) REFERENCES successor (owner_id, case_id, id)
);
COMMENT ON TABLE heir_letter IS 'distributed: letters to single heirs as issued, append-only; what they say is sealed';

-- In which language an heir is written to, and where a notice reaches them. The last one counts.
CREATE TABLE heir_contact (
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  successor_id text COLLATE "C" NOT NULL,
  revision integer NOT NULL CHECK (revision > 0),
  language text NOT NULL CHECK (language IN ('zh', 'en')),
  email_sealed bytea,
  recorded_by text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, successor_id, revision),
  FOREIGN KEY (owner_id, case_id, successor_id) REFERENCES successor (owner_id, case_id, id)
);
COMMENT ON TABLE heir_contact IS 'distributed: the language and e-mail of an heir, append-only; addresses sealed';

-- The heir says so through their link, or a clerk takes it in.
CREATE FUNCTION record_heir_contact(p_token text, p_secret text, p_owner text, p_case text, p_successor text, p_language text,
    p_email bytea, p_at timestamptz)
  RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_by text := p_successor;
  v_link public.heir_link;
  v_revision integer;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  IF p_secret IS NULL THEN
    v_by := public.live_officer(p_token, 'clerk');
  ELSE
    v_link := public.heir_of_link(p_secret);
    IF v_link.owner_id <> p_owner OR v_link.case_id <> p_case OR v_link.successor_id <> p_successor THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.link-over';
    END IF;
  END IF;
  PERFORM 1 FROM public.successor WHERE owner_id = p_owner AND case_id = p_case AND id = p_successor;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.no-successor';
  END IF;
  SELECT coalesce(max(revision), 0) + 1 INTO v_revision FROM public.heir_contact WHERE owner_id = p_owner AND successor_id = p_successor;
  INSERT INTO public.heir_contact (owner_id, case_id, successor_id, revision, language, email_sealed, recorded_by, recorded_at)
  VALUES (p_owner, p_case, p_successor, v_revision, p_language, p_email, v_by, p_at);
  RETURN v_revision;
END $$;

-- On which steps an heir is written to: the approval tells everybody; afterwards a letter is about the heir's own order.
CREATE FUNCTION issue_heir_letter(p_owner text, p_case text, p_seq integer, p_successor text, p_language text, p_version integer,
    p_data bytea, p_hash bytea, p_statement text, p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_number text;
BEGIN
  PERFORM public.mind_the_clock(p_at);
  SELECT c.number || '/' || a.seq || '-' || s.place INTO v_number
    FROM public.case_action a JOIN public.case_file c ON c.owner_id = a.owner_id AND c.id = a.case_id
    JOIN public.successor s ON s.owner_id = a.owner_id AND s.case_id = a.case_id AND s.id = p_successor
   WHERE a.owner_id = p_owner AND a.case_id = p_case AND a.seq = p_seq
     AND CASE WHEN a.action IN ('approve', 'overturn-refusal') THEN EXISTS (
           SELECT FROM public.decision_approval d
            WHERE d.owner_id = p_owner AND d.case_id = p_case AND d.decision_id = a.data->>'decisionId' AND d.outcome = 'approve')
         WHEN a.action IN ('settle', 'hear-heir') THEN EXISTS (
           SELECT FROM public.payment_order o
            WHERE o.owner_id = p_owner AND o.case_id = p_case AND o.party_id = p_successor)
         WHEN a.action IN ('share-moved', 'share-held', 'confirm-paid', 'return-payment') THEN EXISTS (
           SELECT FROM public.payment_order o
            WHERE o.owner_id = p_owner AND o.case_id = p_case
              AND CASE WHEN a.data->>'orderId' IS NULL THEN o.party_id IS NULL AND o.standing <> 'divided'
                       ELSE a.data->>'orderId' IN (o.id, o.of_order) AND o.party_id = p_successor END)
         ELSE false END;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'letters.no-such-step';
  END IF;
  INSERT INTO public.heir_letter (owner_id, case_id, seq, successor_id, number, language, template_version, data_sealed, data_hash,
    statement, issued_at)
  VALUES (p_owner, p_case, p_seq, p_successor, v_number, p_language, p_version, p_data, p_hash, p_statement, p_at);
  RETURN v_number;
END $$;

REVOKE ALL ON FUNCTION issue_heir_letter, record_heir_contact FROM PUBLIC;
GRANT EXECUTE ON FUNCTION issue_heir_letter, record_heir_contact TO suixing_app;
GRANT SELECT ON heir_letter, heir_contact TO suixing_app;
