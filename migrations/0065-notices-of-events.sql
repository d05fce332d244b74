-- compatible: yes
-- Notices of what happens in cases: written with the step that they tell of, tried again with growing waits, and given up in
-- sight of somebody.

ALTER TABLE notice_outbox ADD COLUMN next_at timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN notice_outbox.next_at IS 'not tried before: each failure waits longer';
-- What went wrong, as a word of ours: a carrier's own text may name the address.
ALTER TABLE notice_outbox ADD COLUMN fault text CHECK (length(fault) <= 60);
DROP INDEX notice_outbox_waiting;
CREATE INDEX notice_outbox_waiting ON notice_outbox (next_at) WHERE state = 'waiting';
CREATE INDEX notice_outbox_failed ON notice_outbox (id) WHERE state = 'failed';
GRANT UPDATE (next_at, fault) ON notice_outbox TO suixing_app;
