-- compatible: yes
-- Daily seals: a signed hash over everything that was chained or posted since the seal before, written to a second place, so
-- that a rewritten chain and a cut tail show as well.

-- Which transaction wrote an action, so that a seal finds what the ones before it do not hold, and leaves out what a
-- transaction still open may yet precede. Nobody gives the number: it is the server's own.
ALTER TABLE case_action ADD COLUMN recorded_xid bigint NOT NULL DEFAULT 0;
ALTER TABLE case_action ALTER COLUMN recorded_xid SET DEFAULT (pg_current_xact_id()::text::bigint);
COMMENT ON COLUMN case_action.recorded_xid IS 'the transaction that wrote it; a restore lowers all of a database''s by one figure, so that their order stays';
CREATE INDEX case_action_by_transaction ON case_action USING brin (recorded_xid);
REVOKE INSERT ON case_action FROM suixing_app;
GRANT INSERT (owner_id, case_id, seq, action, from_state, to_state, actor_kind, actor_id, at, data, previous_hash, hash)
  ON case_action TO suixing_app;

-- The signed statement is what counts; the range says which rows it was taken over, in this database's own count.
CREATE TABLE day_seal (
  number integer PRIMARY KEY CHECK (number > 0),
  sealed_on date NOT NULL,
  from_xid bigint NOT NULL,
  below_xid bigint NOT NULL CHECK (below_xid >= from_xid),
  -- What sorts of rows it covers, and those of them that no seal before it covered: of these it takes everything.
  sources text[] NOT NULL,
  first_sources text[] NOT NULL,
  leaves bigint NOT NULL CHECK (leaves >= 0),
  -- Keeps the leaf list in the second place from being guessed at; the statement bears its SHA-256.
  secret bytea NOT NULL CHECK (octet_length(secret) = 32),
  statement text NOT NULL,
  made_at timestamptz NOT NULL
);
COMMENT ON TABLE day_seal IS 'reference: daily seals, append-only';
COMMENT ON COLUMN day_seal.below_xid IS 'transactions from from_xid on and below this; a restore lowers both with recorded_xid';

CREATE TABLE seal_delivery (
  number integer NOT NULL REFERENCES day_seal (number),
  place text NOT NULL,
  delivered_at timestamptz NOT NULL,
  PRIMARY KEY (number, place)
);
COMMENT ON TABLE seal_delivery IS 'reference: which seals stand in which second place';

GRANT SELECT ON day_seal, seal_delivery TO suixing_app;
GRANT INSERT ON day_seal, seal_delivery TO suixing_app;
