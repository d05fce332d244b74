-- compatible: yes
-- Whoever accepts a mandate after an earlier one had ended acts since then, and not since the first time: the day stands in what a person
-- reads of who may act for them. A link that never ended keeps its day.

SELECT amend_function('accept_mandate', 'SET ended_at = NULL, proof = excluded.proof, reference = excluded.reference;',
  $$SET since_at = CASE WHEN login_person.ended_at IS NULL THEN login_person.since_at ELSE excluded.since_at END,
      ended_at = NULL, proof = excluded.proof, reference = excluded.reference;$$);
SELECT amend_function('accept_mandate', 'ON CONFLICT (owner_id, login_id, capacity) DO UPDATE SET ended_at = NULL;',
  $$ON CONFLICT (owner_id, login_id, capacity) DO UPDATE
    SET since_at = CASE WHEN person_access.ended_at IS NULL THEN person_access.since_at ELSE excluded.since_at END, ended_at = NULL;$$);
