-- compatible: yes
-- Who objects to one share and later to another disputes both, as they are told: a further objection takes nothing back. What else they
-- say (agree, waive), or the window says of them, ends what they disputed until then.

-- Whose shares an heir disputes, as they were named one after another since they last said anything else.
CREATE FUNCTION disputed_by(p_owner text, p_successor text) RETURNS text[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(first.disputed ORDER BY first.seq, first.place), '{}')
    FROM (SELECT DISTINCT ON (named.disputed) named.disputed, w.seq, named.place
            FROM public.successor_word w, unnest(w.disputes) WITH ORDINALITY AS named (disputed, place)
           WHERE w.owner_id = p_owner AND w.successor_id = p_successor AND w.word = 'object'
             AND NOT EXISTS (SELECT FROM public.successor_word later WHERE later.owner_id = w.owner_id
               AND later.successor_id = w.successor_id AND later.seq > w.seq AND later.word <> 'object')
           ORDER BY named.disputed, w.seq, named.place) first
$$;

-- Which shares of a case are disputed, by whichever of its heirs.
CREATE OR REPLACE FUNCTION disputed_shares(p_owner text, p_case text) RETURNS text[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT disputed), '{}')
    FROM public.successor s, unnest(public.disputed_by(s.owner_id, s.id)) AS disputed
   WHERE s.owner_id = p_owner AND s.case_id = p_case
$$;

COMMENT ON TABLE successor_word IS 'distributed: what each heir says, append-only; the last word counts, and objections without another word between them together';

REVOKE ALL ON FUNCTION disputed_by FROM PUBLIC;
GRANT EXECUTE ON FUNCTION disputed_by TO suixing_app;
