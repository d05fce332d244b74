-- compatible: yes
-- The ground under every table: who may come in, and which migrations were applied. Roles belong to the whole server and
-- may stand there already, made by an administrator or for another database; then they are taken as they are.

DO $$
DECLARE
  v_role text;
BEGIN
  FOREACH v_role IN ARRAY ARRAY['suixing_login', 'suixing_app'] LOOP
    IF EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = v_role) THEN
      CONTINUE;
    END IF;
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', v_role);
    EXCEPTION
      WHEN duplicate_object OR unique_violation THEN
        NULL; -- another database's migration was quicker
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'the role % does not exist and this user may not create it', v_role
          USING HINT = format('An administrator runs once: CREATE ROLE %I NOLOGIN;', v_role);
    END;
  END LOOP;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO suixing_login, suixing_app', current_database());
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO suixing_login, suixing_app;

-- PostgreSQL lets everybody call a new function. Here nobody may until a migration grants it.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE schema_migration (
  number integer PRIMARY KEY CHECK (number > 0),
  name text NOT NULL,
  checksum text NOT NULL CHECK (checksum ~ '^[0-9a-f]{64}$'),
  compatible boolean NOT NULL,
  applied_by text NOT NULL,
  applied_at timestamptz NOT NULL
);
COMMENT ON TABLE schema_migration IS 'local: which migrations were applied, with the SHA-256 of their text';
GRANT SELECT ON schema_migration TO suixing_login, suixing_app;
