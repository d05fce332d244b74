-- compatible: yes
-- When somebody gave their password once more in the middle of a session, so that what asks for it need not ask again at once.

ALTER TABLE person_session ADD COLUMN proven_at timestamptz;
GRANT UPDATE (proven_at) ON person_session TO suixing_login;
