-- compatible: yes
-- Which letters are taken on paper, told in one place: what was posted shows that a transfer began on paper, also where the other agency
-- got its gateway on the same day.

CREATE OR REPLACE FUNCTION speaks_on_paper(p_transfer public.transfer, p_on date) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (SELECT s.gateway FROM public.partner_speaking(p_transfer.partner, p_on) AS s) IS NULL
      OR (NOT EXISTS (SELECT FROM public.exchange_transfer e WHERE e.transfer_id = p_transfer.transfer_id)
          AND ((SELECT s.gateway FROM public.partner_speaking(p_transfer.partner,
                  (p_transfer.opened_at AT TIME ZONE 'Asia/Shanghai')::date) AS s) IS NULL
               OR EXISTS (SELECT FROM public.partner_post p
                           WHERE p.owner_id = p_transfer.owner_id AND p.case_id = p_transfer.case_id)))
$$;

-- Whether a letter of a day is taken on paper: the agency writes so today, or did on that day while the transfer was open.
CREATE FUNCTION letter_on_paper(p_owner text, p_transfer text, p_dated date) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT public.speaks_on_paper(t, public.business_today())
      OR public.speaks_on_paper(t, greatest(p_dated, (t.opened_at AT TIME ZONE 'Asia/Shanghai')::date))
    FROM public.transfer t WHERE t.owner_id = p_owner AND t.transfer_id = p_transfer
$$;

SELECT amend_function('mind_the_paper', $$  IF NOT public.speaks_on_paper(v_transfer, public.business_today())
     AND NOT public.speaks_on_paper(v_transfer, greatest(v_dated, (v_transfer.opened_at AT TIME ZONE 'Asia/Shanghai')::date)) THEN
$$, $$  IF NOT public.letter_on_paper(p_owner, p_transfer, v_dated) THEN
$$);

REVOKE ALL ON FUNCTION letter_on_paper FROM PUBLIC;
GRANT EXECUTE ON FUNCTION letter_on_paper TO suixing_app;
