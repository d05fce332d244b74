-- compatible: yes
-- A question opens a login as a successor only to somebody whose death counts on their record: what a first officer said of the papers
-- is not enough, where the day of the death was left out or another officer rejected the entry meanwhile.

-- Whether a death counts for a person, on whichever of their records it stands.
CREATE FUNCTION death_counts(p_owner text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH RECURSIVE own AS (
    SELECT public.survivor_of(p_owner) COLLATE "C" AS id
    UNION SELECT l.merged_id FROM own JOIN public.person_link l ON l.survivor_id = own.id AND l.unlinked_at IS NULL)
  SELECT coalesce(bool_or((public.counting_entry(own.id, 'died')).body ->> 'on' IS NOT NULL), false) FROM own
$$;
REVOKE ALL ON FUNCTION death_counts FROM PUBLIC;

SELECT amend_function('open_login_by_inquiry', 'IF v_person IS NULL THEN',
  'IF v_person IS NULL OR NOT public.death_counts(v_person) THEN');
