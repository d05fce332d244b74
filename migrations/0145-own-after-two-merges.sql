-- compatible: yes
-- A login belongs to the person however often their record was folded into another one: who was let in at the door is not refused by the
-- database as nobody's, when they change how they are reached, correct an account or give a mandate.

SELECT amend_function(name, $$(p.person_id = p_owner OR EXISTS (SELECT FROM public.person_link k
       WHERE k.merged_id = p.person_id AND k.survivor_id = p_owner AND k.unlinked_at IS NULL))$$,
  'p_owner IN (SELECT public.staff_line_records(p.person_id))')
  FROM unnest(ARRAY['live_insured', 'live_principal']) AS name;
