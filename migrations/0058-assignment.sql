-- compatible: yes
-- Who of the agency has a case in hand. It is what the case's actions say; it stands on the row for the work list only, and
-- is taken from the last action, never from what the program says besides.

ALTER TABLE case_file ADD COLUMN assigned_to text COLLATE "C" REFERENCES officer (id);
ALTER TABLE case_file ADD COLUMN assigned_at timestamptz;
COMMENT ON COLUMN case_file.assigned_to IS 'the clerk who has it in hand, as its actions say; null for nobody';

DROP INDEX case_file_by_state;
CREATE INDEX case_file_by_due ON case_file (process, state, coalesce(due_on, 'infinity'), id);
CREATE INDEX case_file_by_assignee ON case_file (assigned_to, process, state) WHERE assigned_to IS NOT NULL;

-- Takes over onto the row what the case's last action says of who has it. Only an active clerk can have a case.
CREATE FUNCTION project_assignment(p_owner text, p_case text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  v_to text;
BEGIN
  PERFORM public.sees_what_is_committed();
  UPDATE public.case_file c SET assigned_to = a.data ->> 'assignedTo', assigned_at = a.at
    FROM public.case_action a
   WHERE c.owner_id = p_owner AND c.id = p_case AND a.owner_id = c.owner_id AND a.case_id = c.id
     AND a.seq = c.action_count AND a.data ? 'assignedTo'
  RETURNING c.assigned_to INTO v_to;
  IF v_to IS NOT NULL THEN
    PERFORM 1 FROM public.officer WHERE id = v_to AND active AND 'clerk' = ANY (roles);
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'casework.no-such-clerk';
    END IF;
  END IF;
END $$;

REVOKE ALL ON FUNCTION project_assignment FROM PUBLIC;
GRANT EXECUTE ON FUNCTION project_assignment TO suixing_app;

-- The steps by which a case changes hands.
SELECT declare_move('death-notice insurance-stop retirement staff-reduction treatment-filing withdrawal', 'hand-over', 'awaiting-materials in-review proposed submitted', '=', 'clerk reviewer'),
       declare_move('withdrawal', 'hand-over', 'approved came-back objection-proposed objection paying returned settled', '=', 'clerk reviewer'),
       declare_move('death-notice insurance-stop retirement staff-reduction treatment-filing withdrawal', 'release', 'awaiting-materials in-review proposed submitted', '=', 'clerk reviewer'),
       declare_move('withdrawal', 'release', 'approved came-back objection-proposed objection paying returned settled', '=', 'clerk reviewer'),
       declare_move('death-notice insurance-stop retirement staff-reduction treatment-filing withdrawal', 'take-over', 'awaiting-materials in-review proposed submitted', '=', 'clerk'),
       declare_move('withdrawal', 'take-over', 'approved came-back objection-proposed objection paying returned settled', '=', 'clerk');
