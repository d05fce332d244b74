-- compatible: no
-- Nothing is on record on one officer's word: what a file tells of people (events, statuses, paid months) counts once a second
-- officer has approved the import, and is known from then on. Until now only its opening balances waited. What came before
-- this has been acted upon and counts as it did.

ALTER TABLE import_run ADD COLUMN facts_wait boolean NOT NULL DEFAULT false;
ALTER TABLE import_run ALTER COLUMN facts_wait SET DEFAULT true;

-- Whether what an import brought counts, or waits for its second officer.
CREATE FUNCTION import_counts(p_run text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM public.import_run r WHERE r.id = p_run
    AND (NOT r.facts_wait OR EXISTS (SELECT FROM public.import_approval a WHERE a.run_id = r.id)))
$$;
REVOKE ALL ON FUNCTION import_counts FROM PUBLIC;
GRANT EXECUTE ON FUNCTION import_counts TO suixing_app;

CREATE OR REPLACE FUNCTION counting_entry(p_owner text, p_kind text) RETURNS record_entry
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.* FROM public.record_entry e
    LEFT JOIN public.record_confirmation c ON c.owner_id = e.owner_id AND c.entry_id = e.id
   WHERE e.owner_id = p_owner AND e.kind = p_kind AND (e.paper_reference IS NULL OR c.confirmed)
     AND (e.run_id IS NULL OR public.import_counts(e.run_id))
     AND NOT EXISTS (SELECT FROM public.record_void v
       WHERE v.owner_id = e.owner_id AND v.subject = 'entry' AND v.subject_id = e.id)
   ORDER BY coalesce(e.rank_at, e.recorded_at) DESC, e.recorded_at DESC, e.id DESC LIMIT 1
$$;
