-- compatible: yes
-- Who looked at whose record, through which operation, for what, and when. Rows are appended and never changed, and the daily
-- seal covers them.

CREATE TABLE access_log (
  owner_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor_id text COLLATE "C" NOT NULL,
  operation text NOT NULL CHECK (length(operation) <= 100),
  purpose text COLLATE "C" NOT NULL CHECK (purpose ~ '^[a-z]+(-[a-z]+)*$'),
  -- The case for which somebody looked, by its number, where they named it.
  case_number text COLLATE "C" CHECK (length(case_number) <= 40),
  recorded_xid bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
  PRIMARY KEY (owner_id, id)
);
COMMENT ON TABLE access_log IS 'distributed: who looked at whose record, append-only';
COMMENT ON COLUMN access_log.recorded_xid IS 'the transaction that wrote it; a restore lowers all of a database''s by one figure, so that their order stays';
-- What one officer looked at, the latest first: ids sort by time.
CREATE INDEX access_log_by_actor ON access_log (actor_id, id);
CREATE INDEX access_log_by_transaction ON access_log USING brin (recorded_xid);

GRANT SELECT ON access_log TO suixing_app;
GRANT INSERT (owner_id, id, at, actor_kind, actor_id, operation, purpose, case_number) ON access_log TO suixing_app;
