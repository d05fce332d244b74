-- compatible: yes
-- A paper that the rules ask of some people only can be answered "it does not apply to me", with the reason; a clerk looks at it and
-- accepts it or asks for the paper. Which papers may be answered so stands in the rules; here it is kept, once for each handing-in, and
-- never together with pages or a signed commitment.

CREATE TABLE paper_not_applying (
  owner_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  material_id text NOT NULL,
  revision integer NOT NULL,
  reason_sealed bytea NOT NULL,
  said_kind text NOT NULL,
  said_by text COLLATE "C" NOT NULL,
  said_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, case_id, material_id, revision),
  FOREIGN KEY (owner_id, case_id, material_id, revision) REFERENCES case_material (owner_id, case_id, material_id, revision)
);
COMMENT ON TABLE paper_not_applying IS 'distributed: why a paper is said not to apply, append-only; the reason sealed';

CREATE FUNCTION keep_not_applying(p_owner text, p_case text, p_material text, p_revision integer, p_reason bytea, p_said_kind text,
    p_said_by text, p_at timestamptz)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM public.mind_the_clock(p_at);
  PERFORM 1 FROM public.paper_page
   WHERE owner_id = p_owner AND case_id = p_case AND material_id = p_material AND revision = p_revision
   UNION ALL SELECT 1 FROM public.paper_commitment
   WHERE owner_id = p_owner AND case_id = p_case AND material_id = p_material AND revision = p_revision;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.changed-meanwhile';
  END IF;
  INSERT INTO public.paper_not_applying (owner_id, case_id, material_id, revision, reason_sealed, said_kind, said_by, said_at)
  VALUES (p_owner, p_case, p_material, p_revision, p_reason, p_said_kind, p_said_by, p_at);
END $$;

-- Nor the other way round.
CREATE FUNCTION mind_not_applying(p_owner text, p_case text, p_material text, p_revision integer) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM public.paper_not_applying
   WHERE owner_id = p_owner AND case_id = p_case AND material_id = p_material AND revision = p_revision;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.changed-meanwhile';
  END IF;
END $$;
SELECT amend_function('keep_pages', '  PERFORM public.sees_what_is_committed();',
  $$  PERFORM public.sees_what_is_committed();
  PERFORM public.mind_not_applying(p_owner, p_case, p_material, p_revision);$$);
SELECT amend_function('keep_commitment', '  PERFORM public.mind_the_clock(p_at);',
  $$  PERFORM public.mind_the_clock(p_at);
  PERFORM public.mind_not_applying(p_owner, p_case, p_material, p_revision);$$);
REVOKE ALL ON FUNCTION keep_not_applying, mind_not_applying FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keep_not_applying TO suixing_app;
GRANT SELECT ON paper_not_applying TO suixing_app;
