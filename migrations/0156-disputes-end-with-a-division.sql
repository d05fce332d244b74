-- compatible: yes
-- Dividing a disputed share anew, by what the heirs agreed or a court found, ends the dispute that was until then: it made the order that
-- is paid now. Where the bank sends that payment back, the share waits for another account and is not held once more. Whoever objects
-- after that has it held.

DROP FUNCTION disputed_by(text, text);
-- Whose shares an heir disputes, as they were named one after another since they last said anything else; only what they said from a
-- moment on, where there is one.
CREATE FUNCTION disputed_by(p_owner text, p_successor text, p_since timestamptz DEFAULT NULL) RETURNS text[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(first.disputed ORDER BY first.seq, first.place), '{}')
    FROM (SELECT DISTINCT ON (named.disputed) named.disputed, w.seq, named.place
            FROM public.successor_word w, unnest(w.disputes) WITH ORDINALITY AS named (disputed, place)
           WHERE w.owner_id = p_owner AND w.successor_id = p_successor AND w.word = 'object'
             AND (p_since IS NULL OR w.recorded_at >= p_since)
             AND NOT EXISTS (SELECT FROM public.successor_word later WHERE later.owner_id = w.owner_id
               AND later.successor_id = w.successor_id AND later.seq > w.seq AND later.word <> 'object')
           ORDER BY named.disputed, w.seq, named.place) first
$$;

DROP FUNCTION disputed_shares(text, text);
-- Which shares of a case are disputed, by whichever of its heirs.
CREATE FUNCTION disputed_shares(p_owner text, p_case text, p_since timestamptz DEFAULT NULL) RETURNS text[]
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT disputed), '{}')
    FROM public.successor s, unnest(public.disputed_by(s.owner_id, s.id, p_since)) AS disputed
   WHERE s.owner_id = p_owner AND s.case_id = p_case
$$;

-- What was disputed before an order was made was either held then, or opened by the officers who made it.
SELECT amend_function('order_came_back', 'public.disputed_shares(p_owner, v_order.case_id)',
  'public.disputed_shares(p_owner, v_order.case_id, v_order.made_at)');

REVOKE ALL ON FUNCTION disputed_by, disputed_shares FROM PUBLIC;
GRANT EXECUTE ON FUNCTION disputed_by, disputed_shares TO suixing_app;
