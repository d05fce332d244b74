-- compatible: yes
-- What the work list of clerks and reviewers is read by.

CREATE INDEX case_file_by_opening ON case_file (process, state, opened_at, id);
CREATE INDEX employment_by_employer ON employment (employer_id);
