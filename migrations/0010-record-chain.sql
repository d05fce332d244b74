-- compatible: yes
-- The chain of a person's records: every change of them appends a link that holds the hash of the link before, so that an
-- edited, inserted, swapped or removed record shows. The links are sealed day by day with those of the cases.

CREATE TABLE record_chain (
  owner_id text COLLATE "C" NOT NULL REFERENCES person (owner_id),
  seq integer NOT NULL CHECK (seq > 0),
  kind text COLLATE "C" NOT NULL CHECK (kind ~ '^[a-z]+(-[a-z]+)*$' AND length(kind) <= 60),
  reference text COLLATE "C" NOT NULL CHECK (length(reference) BETWEEN 1 AND 200),
  digest bytea NOT NULL CHECK (octet_length(digest) = 32),
  -- Keeps a hash that was published from being guessed at by trying names and days of birth.
  salt uuid NOT NULL,
  previous_hash bytea NOT NULL CHECK (octet_length(previous_hash) = 32),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  at timestamptz NOT NULL,
  recorded_xid bigint NOT NULL,
  PRIMARY KEY (owner_id, seq)
);
COMMENT ON TABLE record_chain IS 'distributed: changes of a person''s records, append-only and chained';
COMMENT ON COLUMN record_chain.recorded_xid IS 'the transaction that wrote it; a restore lowers all of a database''s by one figure, so that their order stays';
-- Rows lie nearly in the order of their transactions, so a few pages find what no seal holds yet.
CREATE INDEX record_chain_by_transaction ON record_chain USING brin (recorded_xid);

-- What a link says of a record: SHA-256 over its columns, each as text, as a JSON array. Sealed numbers and their hashes are
-- left out: they change with their key. A column that is added later is appended only where it is not null, so that older
-- digests stay what they were.
CREATE FUNCTION digest_of(VARIADIC p_parts text[]) RETURNS bytea
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT sha256(convert_to(array_to_json(p_parts)::text, 'UTF8'))
$$;

-- An instant as text, in UTC to the millisecond, as ECMAScript writes it.
CREATE FUNCTION instant_text(p_at timestamptz) RETURNS text
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT to_char(date_trunc('milliseconds', p_at AT TIME ZONE 'UTC'), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- What the first link of a person is chained to.
CREATE FUNCTION first_link_of(p_owner text) RETURNS bytea
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT sha256(convert_to('suixing record chain ' || p_owner, 'UTF8'))
$$;

-- SHA-256 over the hash before and the canonical text of the link; engines/audit computes the same.
CREATE FUNCTION link_hash(p_owner text, p_seq integer, p_kind text, p_reference text, p_digest bytea, p_salt uuid,
    p_at timestamptz, p_previous bytea) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT sha256(p_previous || convert_to(
    '{"at":"' || public.instant_text(p_at) || '","digest":"' || encode(p_digest, 'hex') || '","kind":"' || p_kind
    || '","ownerId":' || to_json(p_owner)::text || ',"reference":' || to_json(p_reference)::text
    || ',"salt":"' || p_salt::text || '","seq":' || p_seq::text || '}', 'UTF8'))
$$;

-- Appends a link to a person's chain. Called by the guards that change a record, in their transaction, and by nobody else.
-- `p_kind` says what sort of record, `p_reference` which one of the person's; one record has one link. The person's row
-- keeps two changes at once in order.
CREATE FUNCTION chain_record(p_owner text, p_kind text, p_reference text, p_digest bytea, p_at timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_previous public.record_chain;
  v_seq integer;
  v_hash bytea;
  v_salt uuid := gen_random_uuid();
  v_at timestamptz := date_trunc('milliseconds', p_at);
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.person WHERE owner_id = p_owner FOR NO KEY UPDATE;
  PERFORM 1 FROM public.record_chain WHERE owner_id = p_owner AND kind = p_kind AND reference = p_reference;
  IF FOUND THEN
    RAISE EXCEPTION 'the record %/% of % is in the chain already', p_kind, p_reference, p_owner USING ERRCODE = '23505';
  END IF;
  SELECT * INTO v_previous FROM public.record_chain WHERE owner_id = p_owner ORDER BY seq DESC LIMIT 1;
  v_seq := coalesce(v_previous.seq, 0) + 1;
  v_hash := coalesce(v_previous.hash, public.first_link_of(p_owner));
  INSERT INTO public.record_chain (owner_id, seq, kind, reference, digest, salt, previous_hash, hash, at, recorded_xid)
  VALUES (p_owner, v_seq, p_kind, p_reference, p_digest, v_salt, v_hash,
    public.link_hash(p_owner, v_seq, p_kind, p_reference, p_digest, v_salt, v_at, v_hash), v_at,
    pg_current_xact_id()::text::bigint);
  RETURN v_seq;
END $$;

-- The digests of the records that there are now.
CREATE FUNCTION entry_digest(p_kind text, p_body jsonb, p_paper text, p_run text, p_line integer, p_case text, p_maker text,
    p_at timestamptz) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_kind, p_body::text, p_paper, p_run, p_line::text, p_case, p_maker, public.instant_text(p_at))
$$;

CREATE FUNCTION confirmation_digest(p_maker text, p_checker text, p_confirmed boolean, p_reason text, p_at timestamptz)
  RETURNS bytea LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_maker, p_checker, p_confirmed::text, p_reason, public.instant_text(p_at))
$$;

CREATE FUNCTION person_digest(p_name text, p_latin text, p_born_on date, p_nationality text, p_office text, p_run text,
    p_line integer, p_at timestamptz) RETURNS bytea
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.digest_of(p_name, p_latin, to_char(p_born_on, 'YYYY-MM-DD'), p_nationality, p_office, p_run, p_line::text,
    public.instant_text(p_at))
$$;

CREATE OR REPLACE FUNCTION record_paper(p_token text, p_owner text, p_entry text, p_kind text, p_body jsonb, p_paper text,
    p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_maker text := public.live_officer(p_token, 'clerk');
BEGIN
  INSERT INTO public.record_entry (owner_id, id, kind, body, paper_reference, maker_id, recorded_at)
  VALUES (p_owner, p_entry, p_kind, p_body, p_paper, v_maker, p_at);
  PERFORM public.chain_record(p_owner, 'entry', p_entry,
    public.entry_digest(p_kind, p_body, p_paper, NULL, NULL, NULL, v_maker, p_at), p_at);
  RETURN v_maker;
END $$;

CREATE OR REPLACE FUNCTION confirm_record(p_token text, p_owner text, p_entry text, p_confirmed boolean, p_reason text,
    p_at timestamptz)
  RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_checker text := public.live_officer(p_token, 'reviewer');
  v_maker text;
BEGIN
  SELECT maker_id INTO v_maker FROM public.record_entry WHERE owner_id = p_owner AND id = p_entry;
  INSERT INTO public.record_confirmation (owner_id, entry_id, maker_id, checker_id, confirmed, reason, decided_at)
  VALUES (p_owner, p_entry, v_maker, v_checker, p_confirmed, p_reason, p_at);
  PERFORM public.chain_record(p_owner, 'confirmation', p_entry,
    public.confirmation_digest(v_maker, v_checker, p_confirmed, p_reason, p_at), p_at);
  RETURN v_checker;
END $$;

CREATE OR REPLACE FUNCTION record_imported(p_owner text, p_entries jsonb, p_run text, p_line integer, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_person public.person;
  v_entry record;
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.import_run WHERE id = p_run AND finished_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.import-closed';
  END IF;
  SELECT * INTO v_person FROM public.person WHERE owner_id = p_owner AND run_id = p_run AND line_no = p_line;
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.import-closed';
  END IF;
  PERFORM public.chain_record(p_owner, 'person', p_owner, public.person_digest(v_person.name, v_person.name_latin,
    v_person.born_on, v_person.nationality, v_person.office_id, v_person.run_id, v_person.line_no, v_person.recorded_at), p_at);
  FOR v_entry IN SELECT * FROM jsonb_to_recordset(p_entries) AS e (id text, kind text, body jsonb) LOOP
    INSERT INTO public.record_entry (owner_id, id, kind, body, run_id, line_no, recorded_at)
    VALUES (p_owner, v_entry.id, v_entry.kind, v_entry.body, p_run, p_line, p_at);
    PERFORM public.chain_record(p_owner, 'entry', v_entry.id,
      public.entry_digest(v_entry.kind, v_entry.body, NULL, p_run, p_line, NULL, NULL, p_at), p_at);
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION record_relationship_ended(p_owner text, p_entry text, p_body jsonb, p_case text, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_body jsonb := p_body || '{"status": "terminated"}';
BEGIN
  PERFORM public.sees_what_is_committed();
  PERFORM 1 FROM public.account_hold
    WHERE owner_id = p_owner AND case_id = p_case AND released_by = 'settlement';
  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'ledger.not-settled';
  END IF;
  INSERT INTO public.record_entry (owner_id, id, kind, body, case_id, recorded_at)
  VALUES (p_owner, p_entry, 'relationship', v_body, p_case, p_at);
  PERFORM public.chain_record(p_owner, 'entry', p_entry,
    public.entry_digest('relationship', v_body, NULL, NULL, NULL, p_case, NULL, p_at), p_at);
END $$;

-- What is on record already gets its links now, in the order in which it was recorded.
DO $$
DECLARE
  v_row record;
BEGIN
  FOR v_row IN
    SELECT * FROM (
      SELECT owner_id, 1 AS rank, 'person' AS kind, owner_id AS reference, recorded_at AS at,
          public.person_digest(name, name_latin, born_on, nationality, office_id, run_id, line_no, recorded_at) AS digest
        FROM public.person
      UNION ALL
      SELECT owner_id, 2, 'entry', id, recorded_at,
          public.entry_digest(kind, body, paper_reference, run_id, line_no, case_id, maker_id, recorded_at)
        FROM public.record_entry
      UNION ALL
      SELECT owner_id, 3, 'confirmation', entry_id, decided_at,
          public.confirmation_digest(maker_id, checker_id, confirmed, reason, decided_at)
        FROM public.record_confirmation) AS had
     ORDER BY owner_id, at, rank, reference
  LOOP
    PERFORM public.chain_record(v_row.owner_id, v_row.kind, v_row.reference, v_row.digest, v_row.at);
  END LOOP;
END $$;

REVOKE ALL ON FUNCTION digest_of, instant_text, first_link_of, link_hash, chain_record, entry_digest, confirmation_digest,
  person_digest FROM PUBLIC;
GRANT EXECUTE ON FUNCTION digest_of, instant_text, first_link_of, link_hash, entry_digest, confirmation_digest, person_digest
  TO suixing_app;
GRANT SELECT ON record_chain TO suixing_app;
