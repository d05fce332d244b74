-- compatible: yes
-- An account that a case holds is let go on a refusal only where that is the case's last decision: a refusal that was made and
-- overturned before says nothing of now.

DO $body$
BEGIN
  EXECUTE replace(pg_get_functiondef('public.release_hold'::regproc), $find$EXISTS (SELECT FROM public.decision_approval
      WHERE owner_id = p_owner AND case_id = p_case AND outcome = 'refuse')$find$, $put$'refuse' = (SELECT d.outcome FROM public.decision_approval d
      WHERE d.owner_id = p_owner AND d.case_id = p_case ORDER BY d.approved_at DESC, d.decision_id DESC LIMIT 1)$put$);
  IF position('ORDER BY d.approved_at' IN pg_get_functiondef('public.release_hold'::regproc)) = 0 THEN
    RAISE EXCEPTION 'release_hold does not say what this migration looks for';
  END IF;
  IF position('objection-decision' IN pg_get_functiondef('public.issue_letter'::regproc)) = 0 THEN
    RAISE EXCEPTION 'issue_letter does not say what the migration before looks for';
  END IF;
END $body$;
