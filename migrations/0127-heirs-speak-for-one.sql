-- compatible: yes
-- Who has signed in is one heir and stays that one once they spoke as them; and nobody comes in the place of an heir who spoke for
-- themselves, at the window, by the agency's link or signed in. Otherwise one relative could agree for one heir after the other, and
-- take back what another objected to. A waiver that came by a relative's link, which nobody saw, keeps no heir from the agency's own.

SELECT amend_function('be_successor', E'  INSERT INTO public.successor_login (', $$  PERFORM 1 FROM public.successor_login l
    JOIN public.successor_word w ON w.owner_id = l.owner_id AND w.successor_id = l.successor_id AND w.recorded_by = v_login
   WHERE l.owner_id = p_owner AND l.case_id = p_case AND l.login_id = v_login AND l.successor_id <> p_successor;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.spoken-as-another';
  END IF;
  PERFORM 1 FROM public.successor_word w
   WHERE w.owner_id = p_owner AND w.successor_id = p_successor AND w.channel <> 'invited' AND w.recorded_by <> v_login;
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'succession.share-taken';
  END IF;
  INSERT INTO public.successor_login ($$);

-- Whether the last word of an heir is a waiver by a link that a relative passed on.
CREATE FUNCTION waived_unseen(p_owner text, p_successor text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((SELECT word = 'waive' AND channel = 'invited' FROM public.successor_word
                    WHERE owner_id = p_owner AND successor_id = p_successor ORDER BY seq DESC LIMIT 1), false)
$$;
REVOKE ALL ON FUNCTION waived_unseen FROM PUBLIC;

SELECT amend_function('hear_successor',
  E'  IF p_secret IS NOT NULL AND public.out_of_estate(p_owner, p_successor, \'{waive,disqualified,struck}\') THEN\n',
  E'  IF p_secret IS NOT NULL AND public.out_of_estate(p_owner, p_successor, \'{waive,disqualified,struck}\')\n'
  || E'     AND NOT (v_channel = \'link\' AND public.waived_unseen(p_owner, p_successor)) THEN\n');
SELECT amend_function('record_heir_payee',
  E'  IF p_secret IS NOT NULL AND public.out_of_estate(p_owner, p_successor, \'{waive,disqualified,struck}\') THEN\n',
  E'  IF p_secret IS NOT NULL AND public.out_of_estate(p_owner, p_successor, \'{waive,disqualified,struck}\')\n'
  || E'     AND NOT (v_link.officer_id IS NOT NULL AND public.waived_unseen(p_owner, p_successor)) THEN\n');
